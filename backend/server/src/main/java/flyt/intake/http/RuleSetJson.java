package flyt.intake.http;

import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.RuleSet.TeamTimes;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Rule sets as {@link RuleSetReader} reads them. */
public final class RuleSetJson {
    private RuleSetJson() {}

    /** The whole set. */
    public static JsonObject of(RuleSet rules) {
        return new JsonObject()
                .put("name", rules.name())
                .put("version", rules.version())
                .put("order", WireNames.of(rules.order()))
                .put("within", object(rules.within(), RuleSetJson::team))
                .put("comesNow", minutes(rules.comesNow()))
                .put("comesSoon", minutes(rules.comesSoon()))
                .put("ageFactor", rules.ageFactor())
                .put("longestWait", minutes(rules.longestWait()))
                .put("nearWithin", minutes(rules.nearWithin()))
                .put("borrowAfter", times(rules.borrowAfter()))
                .put("infectionLast", rules.infectionLast())
                .put("receiptWithin", rules.receiptWithin().toMillis() / 1_000.0)
                .put("answerWithin", rules.answerWithin().toMillis() / 1_000.0)
                .put(
                        "walks",
                        new JsonObject()
                                .put("cluster", minutes(rules.walks().cluster()))
                                .put("ward", minutes(rules.walks().ward()))
                                .put("floor", minutes(rules.walks().floor()))
                                .put("building", minutes(rules.walks().building()))
                                .put("elsewhere", minutes(rules.walks().elsewhere())))
                .put(
                        "limits",
                        new JsonObject()
                                .put("untold", minutes(rules.limits().untold()))
                                .put("untaken", minutes(rules.limits().untaken()))
                                .put("notBegun", minutes(rules.limits().notBegun()))
                                .put("paused", minutes(rules.limits().paused()))
                                .put("unattended", minutes(rules.limits().unattended()))
                                .put("shortage", minutes(rules.limits().shortage()))
                                .put("messages", minutes(rules.limits().messages())))
                .put("shifts", list(rules.shifts(), RuleSetJson::shift))
                .put("kinds", list(rules.kinds().entrySet(), kind -> kind(kind.getKey(), kind.getValue())));
    }

    private static JsonObject team(TeamTimes times) {
        JsonObject json = times(times.within()).put("counted", WireNames.of(times.counted()));
        return times.liftedAfter() == null ? json : json.put("liftedAfter", minutes(times.liftedAfter()));
    }

    private static JsonObject shift(HandingOut shift) {
        return new JsonObject()
                .put("team", WireNames.of(shift.team()))
                .put("from", shift.from())
                .put("to", shift.to())
                .put("mode", WireNames.of(shift.mode()));
    }

    private static JsonObject kind(String id, Kind kind) {
        JsonObject json = new JsonObject()
                .put("kind", id)
                .put("team", WireNames.of(kind.team()))
                .put("urgency", WireNames.of(kind.asked()))
                .put("minutes", minutes(kind.service()));
        if (kind.name() != null) {
            json = json.put("name", kind.name());
        }
        return kind.skill() == null ? json : json.put("skill", WireNames.of(kind.skill()));
    }

    private static JsonObject times(Map<? extends Enum<?>, Duration> times) {
        return object(times, RuleSetJson::minutes);
    }

    private static <V> JsonObject object(Map<? extends Enum<?>, V> values, Function<V, Object> write) {
        Map<String, Object> fields = new LinkedHashMap<>();
        values.forEach((key, value) -> fields.put(WireNames.of(key), write.apply(value)));
        return new JsonObject(fields);
    }

    private static <V> JsonArray list(Collection<V> values, Function<V, Object> write) {
        return new JsonArray(values.stream().map(write).toList());
    }

    private static double minutes(Duration time) {
        return time.toMillis() / 60_000.0;
    }
}
