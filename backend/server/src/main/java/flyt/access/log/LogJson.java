package flyt.access.log;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lines and relations as pages get them: times in UTC, names of roles and deeds that pages translate. */
public final class LogJson {
    private LogJson() {}

    /** A line of the log; every field is there. */
    public static JsonObject of(LogLine line) {
        return new JsonObject()
                .put("id", line.id())
                .put("at", line.at().toString())
                .put("until", time(line.until()))
                .put("sitting", line.sitting())
                .put("hospital", line.hospital())
                .put("kind", line.kind())
                .put("who", line.who())
                .put("name", line.name())
                .put("role", line.role())
                .put("unit", line.unit())
                .put("deed", line.deed())
                .put("view", line.view())
                .put("scope", line.scope())
                .put("level", line.level())
                .put("stay", line.stay())
                .put("patient", line.patient())
                .put("reason", line.reason())
                .put("address", line.address())
                .put("screen", line.screen())
                .put("outcome", line.outcome());
    }

    /** A relation taken in an emergency; every field is there. */
    public static JsonObject of(Relation relation) {
        return new JsonObject()
                .put("id", relation.id())
                .put("hospital", relation.hospital())
                .put("account", relation.account())
                .put("name", relation.who())
                .put("visit", relation.stay())
                .put("ward", relation.ward())
                .put("reason", relation.reason())
                .put("openedAt", relation.openedAt().toString())
                .put("until", relation.until().toString())
                .put("reviewedBy", relation.reviewedBy())
                .put("reviewedAt", time(relation.reviewedAt()))
                .put("review", relation.review());
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
