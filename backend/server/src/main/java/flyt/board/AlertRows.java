package flyt.board;

import flyt.domain.place.WardId;
import flyt.domain.sampling.Sampling;
import flyt.domain.sampling.SamplingQueue;
import flyt.domain.staff.Staffing.RoleHolder;
import flyt.domain.threshold.CorridorCount;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.Owner;
import flyt.domain.threshold.Pressure;
import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Pressure.Steps;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.Watch;
import flyt.domain.threshold.Watching;
import flyt.domain.threshold.Watching.Declaration;
import flyt.domain.threshold.Watching.Done;
import flyt.domain.threshold.Watching.Mark;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of what must not go unnoticed: figures beyond their limits, the level of preparedness with its action cards, the count of
 * 07:00. They are few, and are written together. No patient is in them.
 */
final class AlertRows {
    private static final String LEVEL = "level";
    private static final String CENSUS = "census";
    private static final String SAMPLING = "sampling";

    private final Moment moment;
    private final Watching watching;
    private final Sink sink;

    private AlertRows(Moment moment, Sink sink) {
        this.moment = moment;
        this.watching = moment.hospital().watching();
        this.sink = sink;
    }

    /** Makes all rows, and says which of those before are gone. {@code before}: null at first. */
    static void write(@Nullable Moment before, Moment moment, Sink sink) {
        SortedSet<String> gone =
                before == null ? new TreeSet<>() : keys(before.hospital().watching());
        gone.removeAll(keys(moment.hospital().watching()));
        gone.forEach(key -> sink.row(moment.plan().alerts(), key, null));
        AlertRows rows = new AlertRows(moment, sink);
        rows.level();
        rows.thresholds();
        rows.cards();
        rows.census();
        rows.sampling();
    }

    private static SortedSet<String> keys(Watching watching) {
        SortedSet<String> keys = new TreeSet<>();
        alerts(watching).forEach(watch -> keys.add(key(watch)));
        cards(watching).forEach(card -> keys.add(key(card)));
        return keys;
    }

    /** Of the rules that are alerts; what calls for a level shows with the level. */
    private static List<Watch> alerts(Watching watching) {
        ThresholdSet rules = watching.rules();
        return rules == null
                ? List.of()
                : watching.watches().stream()
                        .filter(watch -> watch.fired() && rules.rule(watch.rule()) != null)
                        .toList();
    }

    private static List<ActionCard> cards(Watching watching) {
        ThresholdSet rules = watching.rules();
        return rules == null
                ? List.of()
                : rules.pressure().cards(watching.level()).toList();
    }

    private static String key(Watch watch) {
        return "threshold/" + watch.rule()
                + (watch.ward() == null ? "" : "/" + watch.ward().value());
    }

    private static String key(ActionCard card) {
        return "card/" + RowJson.word(card.level()) + "/" + RowJson.word(card.role());
    }

    private void put(String key, String kind, Consumer<RowJson> fields) {
        sink.row(moment.plan().alerts(), key, RowJson.row(key, kind, fields));
    }

    private void thresholds() {
        ThresholdSet rules = watching.rules();
        for (Watch watch : alerts(watching)) {
            Threshold rule = rules == null ? null : rules.rule(watch.rule());
            if (rule != null) {
                put(key(watch), "threshold", row -> threshold(row, watch, rule));
            }
        }
    }

    private void threshold(RowJson row, Watch watch, Threshold rule) {
        LocalTime time = LocalTime.ofInstant(
                moment.hospital().recordedAt(), moment.plan().definition().timeZone());
        row.text("rule", rule.id());
        row.text("name", rule.name());
        row.text("action", rule.action());
        row.word("figure", rule.figure());
        row.word("unit", rule.figure().unit());
        row.text("ward", watch.ward() == null ? null : watch.ward().value());
        row.text("wardName", moment.wardName(watch.ward()));
        row.word("severity", rule.severity());
        owner(row, rule.owner(), watch.ward());
        row.decimal("value", watching.value(rule.figure(), watch.ward()));
        row.decimal("limit", rule.limitAt(time).passed());
        row.word("phase", watch.phase());
        row.instant("passedSince", watch.passedSince());
        row.instant("firedAt", watch.firedAt());
        row.instant("toldAt", watch.toldAt());
        row.object("response", watch.response(), (answer, response) -> {
            answer.instant("at", response.at());
            answer.text("by", moment.identities().firstName(response.by()));
            answer.text("did", moment.identities().text(response.did()));
        });
    }

    /** A role, and who holds it where that is known. */
    private void owner(RowJson row, Owner owner, @Nullable WardId ward) {
        RoleHolder holder = owner == Owner.WARD_COORDINATOR && ward != null
                ? moment.hospital().staffing().coordinator(ward)
                : null;
        row.word("owner", owner);
        row.text("ownerName", holder == null ? null : moment.identities().firstName(holder.person()));
    }

    private void level() {
        Declaration declared = watching.declared();
        Level proposed = watching.proposed();
        Watch calling = watching.watch(proposed.rule(), null);
        ThresholdSet rules = watching.rules();
        put(LEVEL, LEVEL, row -> {
            row.text("hospitalName", moment.plan().definition().name());
            row.text("timeZone", moment.plan().definition().timeZone().getId());
            row.flag("synthetic", moment.plan().definition().synthetic());
            row.text("rules", rules == null ? null : rules.name() + "/" + rules.version());
            row.word("declared", watching.level());
            row.instant("declaredAt", declared == null ? null : declared.at());
            row.text("declaredBy", declared == null ? null : moment.identities().firstName(declared.by()));
            row.text("reason", declared == null ? null : moment.identities().text(declared.reason()));
            row.word("proposed", proposed);
            row.instant("proposedSince", calling == null ? null : calling.firedAt());
            row.objects("triggers", rules == null ? List.of() : triggers(rules.pressure()), this::trigger);
        });
    }

    private static List<Map.Entry<Figure, Pressure>> triggers(Pressure pressure) {
        List<Map.Entry<Figure, Pressure>> triggers = new ArrayList<>();
        pressure.triggers().keySet().forEach(figure -> triggers.add(Map.entry(figure, pressure)));
        return triggers;
    }

    private void trigger(RowJson row, Map.Entry<Figure, Pressure> trigger) {
        Figure figure = trigger.getKey();
        Pressure pressure = trigger.getValue();
        Double value = watching.value(figure, null);
        Steps steps = pressure.triggers().get(figure);
        row.word("figure", figure);
        row.word("unit", figure.unit());
        row.decimal("value", value);
        row.word("level", value == null ? null : pressure.levelOf(figure, value));
        row.decimal("green", steps.green());
        row.decimal("yellow", steps.yellow());
        row.decimal("red", steps.red());
    }

    private void cards() {
        for (ActionCard card : cards(watching)) {
            put(key(card), "card", row -> {
                row.word("level", card.level());
                row.word("role", card.role());
                row.objects("actions", card.actions(), this::action);
            });
        }
    }

    private void action(RowJson row, Action action) {
        Declaration declared = watching.declared();
        Mark mark = watching.marks().get(action.id());
        row.text("action", action.id());
        row.text("words", action.words());
        row.instant("dueAt", declared == null ? null : declared.at().plus(action.within()));
        row.word("done", mark == null ? Done.OPEN : mark.done());
        row.instant("at", mark == null ? null : mark.at());
        row.text("by", mark == null ? null : moment.identities().firstName(mark.by()));
        row.text("reason", mark == null ? null : moment.identities().text(mark.reason()));
    }

    /** Where people wait for blood samples, since when, and who is to help. */
    private void sampling() {
        Sampling sampling = moment.hospital().sampling();
        if (sampling.stations().isEmpty()) {
            return;
        }
        put(SAMPLING, SAMPLING, row -> {
            row.objects("stations", sampling.stations().entrySet(), (object, station) -> {
                SamplingQueue queue = station.getValue();
                object.text("station", station.getKey().value());
                object.flag("queues", queue.queues());
                object.number("waiting", queue.waiting().size());
                object.instant(
                        "since",
                        queue.waiting().values().stream()
                                .min(Instant::compareTo)
                                .orElse(null));
                object.number("staff", queue.staff());
            });
            row.object("relief", sampling.relief(), (object, relief) -> {
                object.text("from", relief.from().value());
                object.text("to", relief.to().value());
                object.number("staff", relief.staff());
                object.instant("proposedAt", relief.proposedAt());
                object.word("answer", relief.answer());
                object.instant("answeredAt", relief.answeredAt());
                object.text("by", moment.identities().firstName(relief.by()));
            });
        });
    }

    private void census() {
        CorridorCount count = watching.counted();
        if (count != null) {
            put(CENSUS, CENSUS, row -> {
                row.text("day", count.day().toString());
                row.number("corridor", count.corridor());
                row.number("patients", count.patients());
                row.number("withoutBed", count.withoutBed());
                row.instant("heardUntil", count.heardUntil());
                row.instant("madeAt", count.madeAt());
                row.objects("wards", count.wards(), (object, ward) -> {
                    object.text("ward", ward.ward().value());
                    object.text("name", moment.wardName(ward.ward()));
                    object.number("corridor", ward.corridor());
                    object.number("patients", ward.patients());
                });
            });
        }
    }
}
