package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition.FeedDefinition;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The {@code beat} frame of a hospital: its time, its journal, its feeds. */
final class Beat {
    private Beat() {}

    static byte[] frame(Hospital hospital, long seq, HospitalClock clock, FeedWatch feeds, boolean journalAway) {
        JsonArray list = new JsonArray(hospital.places().definition().feeds().stream()
                .map(feed -> feed(hospital, feed, feeds))
                .toList());
        return new JsonObject()
                .put("type", "beat")
                .put("hospital", hospital.places().definition().id().value())
                .put("seq", seq)
                .put("time", clock.now().toString())
                .put("rate", clock.rate())
                .put("journal", journalAway ? "away" : "alive")
                .put("feeds", list)
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject feed(Hospital hospital, FeedDefinition feed, FeedWatch feeds) {
        Source source = new Source(feed.source());
        return new JsonObject()
                .put("source", feed.source())
                .put("name", feed.name())
                .put("lastHeard", text(feeds.lastHeard(hospital, source)))
                .put("silentSince", text(hospital.feeds().silent().get(source)))
                .put(
                        "carries",
                        new JsonArray(feed.carries().stream().map(WireNames::of).toList()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
