package flyt.runtime;

import flyt.domain.Hospital;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@code beat} frame of a hospital: its time, its journal, its feeds. */
final class Beat {
    private Beat() {}

    static byte[] frame(Hospital hospital, long seq, HospitalClock clock, List<FeedState> feeds, boolean journalAway) {
        return new JsonObject()
                .put("type", "beat")
                .put("hospital", hospital.places().definition().id().value())
                .put("seq", seq)
                .put("time", clock.now().toString())
                .put("rate", clock.rate())
                .put("journal", journalAway ? "away" : "alive")
                .put("feeds", new JsonArray(feeds.stream().map(FeedState::shown).toList()))
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }
}
