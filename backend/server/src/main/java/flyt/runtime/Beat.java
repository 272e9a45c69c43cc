package flyt.runtime;

import flyt.domain.Hospital;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The {@code beat} frame of a hospital: its time, its journal, its feeds. */
final class Beat {
    private Beat() {}

    static byte[] frame(Hospital hospital, long seq, HospitalClock clock, List<FeedState> feeds, boolean journalAway) {
        String id = hospital.places().definition().id().value();
        return frame(id, seq, clock.now(), clock.rate(), journalAway ? "away" : "alive", feeds);
    }

    /** Of a moment that is over: of its feeds nothing is known any more. */
    static byte[] ofThen(String hospital, long seq, Instant at, double rate) {
        return frame(hospital, seq, at, rate, "alive", List.of());
    }

    private static byte[] frame(
            String hospital, long seq, Instant time, double rate, String journal, List<FeedState> feeds) {
        return new JsonObject()
                .put("type", "beat")
                .put("hospital", hospital)
                .put("seq", seq)
                .put("time", time.toString())
                .put("rate", rate)
                .put("journal", journal)
                .put("feeds", new JsonArray(feeds.stream().map(FeedState::shown).toList()))
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }
}
