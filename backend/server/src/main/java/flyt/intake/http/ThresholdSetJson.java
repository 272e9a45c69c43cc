package flyt.intake.http;

import flyt.domain.threshold.Pressure;
import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.Threshold.Hours;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.ThresholdSet;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;

/** Sets of thresholds as {@link ThresholdSetReader} reads them. */
public final class ThresholdSetJson {
    private ThresholdSetJson() {}

    /** The whole set. */
    public static JsonObject of(ThresholdSet set) {
        Pressure pressure = set.pressure();
        return new JsonObject()
                .put("name", set.name())
                .put("version", set.version())
                .put("every", set.every().toMinutes())
                .put("rules", list(set.rules(), ThresholdSetJson::rule))
                .put(
                        "pressure",
                        new JsonObject()
                                .put("triggers", list(pressure.triggers().entrySet(), trigger -> new JsonObject()
                                        .put("figure", WireNames.of(trigger.getKey()))
                                        .put("green", trigger.getValue().green())
                                        .put("yellow", trigger.getValue().yellow())
                                        .put("red", trigger.getValue().red())))
                                .put("together", pressure.together())
                                .put("enterAfter", minutes(pressure.enterAfter()))
                                .put("leaveAfter", minutes(pressure.leaveAfter()))
                                .put("cards", list(pressure.cards(), ThresholdSetJson::card)));
    }

    private static JsonObject rule(Threshold rule) {
        JsonObject json = limited(
                        new JsonObject()
                                .put("id", rule.id())
                                .put("figure", WireNames.of(rule.figure()))
                                .put("eachWard", rule.eachWard()),
                        rule.limit())
                .put("hours", list(rule.hours(), ThresholdSetJson::hours))
                .put("after", minutes(rule.after()))
                .put("clearAfter", minutes(rule.clearAfter()))
                .put("severity", WireNames.of(rule.severity()))
                .put("owner", WireNames.of(rule.owner()));
        if (rule.ward() != null) {
            json = json.put("ward", rule.ward().value());
        }
        if (rule.off()) {
            json = json.put("off", true);
        }
        if (rule.repeat() != null) {
            json = json.put("repeat", minutes(rule.repeat()));
        }
        if (rule.name() != null) {
            json = json.put("name", rule.name());
        }
        return rule.action() == null ? json : json.put("action", rule.action());
    }

    private static JsonObject hours(Hours hours) {
        return limited(new JsonObject().put("from", hours.from()).put("to", hours.to()), hours.limit());
    }

    private static JsonObject limited(JsonObject json, Limit limit) {
        return json.put("limit", limit.passed()).put("clear", limit.clear());
    }

    private static JsonObject card(ActionCard card) {
        return new JsonObject()
                .put("level", WireNames.of(card.level()))
                .put("role", WireNames.of(card.role()))
                .put("actions", list(card.actions(), ThresholdSetJson::action));
    }

    private static JsonObject action(Action action) {
        JsonObject json = new JsonObject().put("id", action.id()).put("within", minutes(action.within()));
        return action.words() == null ? json : json.put("words", action.words());
    }

    private static <V> JsonArray list(Collection<V> values, Function<V, JsonObject> write) {
        return new JsonArray(values.stream().map(write).toList());
    }

    private static double minutes(Duration time) {
        return time.toMillis() / 60_000.0;
    }
}
