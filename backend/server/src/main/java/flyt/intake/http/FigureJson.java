package flyt.intake.http;

import flyt.journal.WireNames;
import flyt.report.Question;
import flyt.report.Question.By;
import flyt.report.Sheet;
import flyt.report.Sheet.Group;
import flyt.report.Sheet.Spread;
import flyt.report.Sheet.Times;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures about work as JSON: {@code figures} of the API description. */
final class FigureJson {
    private static final double TENTH = 10;
    private static final double HUNDREDTH = 100;

    private FigureJson() {}

    static JsonObject of(Sheet sheet, int leastPeople) {
        Question question = sheet.question();
        return new JsonObject()
                .put(
                        "period",
                        new JsonObject()
                                .put("from", question.from().toString())
                                .put("to", question.to().toString()))
                .put("timeZone", question.hospital().timeZone().getId())
                .put("team", WireNames.of(question.team()))
                .put("zone", question.zone())
                .put("by", WireNames.of(question.by()))
                .put("counted", WireNames.of(question.counted()))
                .put("leastPeople", leastPeople)
                .put("whole", group(sheet.whole()))
                .put(
                        "groups",
                        new JsonArray(sheet.groups().stream()
                                .map(one -> named(one, question.by()))
                                .toList()))
                .put("requestsByHour", numbers(sheet.requestsByHour()))
                .put("onDutyByHour", numbers(sheet.onDutyByHour()))
                .put("signedOn", sheet.signedOn());
    }

    private static JsonObject named(Group group, By by) {
        JsonObject json = new JsonObject().put("group", group.name().isEmpty() && by == By.ZONE ? null : group.name());
        return json.mergeIn(group(group));
    }

    private static JsonObject group(Group group) {
        JsonObject json = new JsonObject().put("count", group.count());
        Times times = group.times();
        if (times == null) {
            return json.put("suppressed", true);
        }
        return json.put("suppressed", false)
                .put("people", times.people())
                .put("delayed", times.delayed())
                .put("foundDirty", times.foundDirty())
                .put("orderedToAccepted", spread(times.toAccepted()))
                .put("orderedToStarted", spread(times.toStarted()))
                .put("orderedToDone", spread(times.toDone()));
    }

    private static JsonObject spread(Spread spread) {
        return new JsonObject()
                .put("count", spread.count())
                .put("suppressed", spread.isSuppressed())
                .put("median", rounded(spread.median(), TENTH))
                .put("p90", rounded(spread.p90(), TENTH));
    }

    private static JsonArray numbers(List<@Nullable Double> numbers) {
        JsonArray array = new JsonArray();
        for (Double number : numbers) {
            array = array.add(rounded(number, HUNDREDTH));
        }
        return array;
    }

    static @Nullable Double rounded(@Nullable Double number, double part) {
        return number == null ? null : Math.round(number * part) / part;
    }
}
