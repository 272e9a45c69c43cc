package flyt.intake.http;

import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Threshold;
import flyt.journal.WireNames;
import flyt.report.AlertLog.Adoption;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The thresholds in force, who adopted which when, which figures there are to set limits on, and what the rules and actions of all those
 * sets are called: a log speaks of ones that are gone, too.
 */
final class AdoptionsJson {
    private final Map<String, JsonObject> rules = new LinkedHashMap<>();
    private final Map<String, JsonObject> actions = new LinkedHashMap<>();

    private AdoptionsJson(List<Adoption> adoptions) {
        for (Adoption adoption : adoptions) {
            adoption.rules().rules().forEach(rule -> rules.putIfAbsent(rule.id(), called(rule)));
            for (ActionCard card : adoption.rules().pressure().cards()) {
                card.actions().forEach(action -> actions.putIfAbsent(action.id(), called(card, action)));
            }
        }
    }

    /** {@code adoptions}: the newest first. */
    static JsonObject of(List<Adoption> adoptions) {
        AdoptionsJson known = new AdoptionsJson(adoptions);
        return new JsonObject()
                .put(
                        ThresholdSetReader.FIELD,
                        adoptions.isEmpty()
                                ? null
                                : ThresholdSetJson.of(adoptions.get(0).rules()))
                .put(
                        "adopted",
                        new JsonArray(
                                adoptions.stream().map(AdoptionsJson::adopted).toList()))
                .put(
                        "figures",
                        new JsonArray(List.of(Figure.values()).stream()
                                .map(AdoptionsJson::figure)
                                .toList()))
                .put("rules", new JsonArray(List.copyOf(known.rules.values())))
                .put("actions", new JsonArray(List.copyOf(known.actions.values())));
    }

    private static JsonObject adopted(Adoption adoption) {
        return new JsonObject()
                .put("at", adoption.at().toString())
                .put("by", adoption.by())
                .put("person", adoption.person())
                .put("name", adoption.rules().name())
                .put("version", adoption.rules().version());
    }

    private static JsonObject figure(Figure figure) {
        return new JsonObject()
                .put("figure", WireNames.of(figure))
                .put("unit", WireNames.of(figure.unit()))
                .put("bad", WireNames.of(figure.bad()))
                .put("ofWards", figure.ofWards());
    }

    private static JsonObject called(Threshold rule) {
        return new JsonObject()
                .put("rule", rule.id())
                .put("figure", WireNames.of(rule.figure()))
                .put("name", rule.name());
    }

    private static JsonObject called(ActionCard card, Action action) {
        return new JsonObject()
                .put("action", action.id())
                .put("level", WireNames.of(card.level()))
                .put("role", WireNames.of(card.role()))
                .put("words", action.words());
    }
}
