package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.event.Source;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.FactKind;
import flyt.journal.WireNames;
import flyt.runtime.StayHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a version of an Encounter, and all that its sender has told of the visit before, to what is to be told now. */
final class Retelling {
    /*
     * A version says where the patient was from some time on, and is right until a newer one says otherwise:
     *
     *    version 1 (10:05)    |---- LUN-301 from 10:00 --------------------------->
     *    version 2 (12:30)                       |---- KIR-402 from 12:00 -------->
     *    version 3 (12:40)                       |---- KIR-401 from 12:00 -------->   corrected
     *    told in the end      LUN-301 10:00       KIR-401 12:00
     *
     * Of each time, the newest version that speaks of it counts. So when one comes, what older ones told of the times that now are
     * its own is taken back unless it says the same, and of the times that newer ones speak of it tells nothing. Which versions
     * there were and of which times they speak is in the ids of what was told (Mark): the order of arrival does not matter.
     *
     * How it ended, and what is to come, only the newest says. Leave and end without an hour count from the first of the versions,
     * one after the other, that say so.
     */

    private static final char MOVE = 'm';
    private static final char OPENING = 'g';
    private static final char END = 'e';
    private static final char EXPECTED = 'x';
    private static final char LEAVE = 'u';
    private static final char TAKEN_BACK = 'c';

    /**
     * What is to be told.
     *
     * @param reports by the contract
     * @param takesBack what they take back
     * @param repeated whether this very version was taken before; nothing is to be told then
     */
    record Retold(List<ObjectNode> reports, List<StayHistory.Fact> takesBack, boolean repeated) {
        Retold {
            reports = List.copyOf(reports);
            takesBack = List.copyOf(takesBack);
        }
    }

    /** Something that the sender told of this visit and that holds. */
    private record Told(StayHistory.Fact fact, char tag, String hash) {}

    private final EncounterVersion version;
    private final Source source;
    private final UnaryOperator<String> hash;
    private final String prefix;
    private final Mark mine;
    private final SortedMap<Stamp, Mark> marks = new TreeMap<>();
    private final Map<String, Integer> tellings = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final List<ObjectNode> takingBack = new ArrayList<>();
    private final List<ObjectNode> telling = new ArrayList<>();
    private final List<StayHistory.Fact> takesBack = new ArrayList<>();
    private final boolean repeated;

    private Retelling(
            EncounterVersion version, @Nullable StayHistory known, Source source, UnaryOperator<String> hash) {
        this.version = version;
        this.source = source;
        this.hash = hash;
        this.prefix = Mark.prefix(hash.apply(version.visit()));
        this.mine = new Mark(
                version.stamp(),
                version.begin() == null ? Mark.EVER : version.begin(),
                version.from(),
                version.standing(),
                hash.apply(version.toString()));
        if (known != null) {
            known.facts().forEach(this::remember);
        }
        this.repeated = mine.equals(marks.get(mine.stamp()));
        marks.put(mine.stamp(), mine);
    }

    /**
     * What is to be told.
     *
     * @param known null: nothing is known of the visit
     * @param again also if this very version was taken before
     * @param hash some letters for a text, by which nobody can find the text
     */
    static Retold of(
            EncounterVersion version,
            @Nullable StayHistory known,
            Source source,
            boolean again,
            UnaryOperator<String> hash) {
        Retelling retelling = new Retelling(version, known, source, hash);
        return retelling.repeated && !again ? new Retold(List.of(), List.of(), true) : retelling.retold();
    }

    private void remember(StayHistory.Fact fact) {
        String id = fact.message().id();
        if (!fact.message().source().equals(source) || !id.startsWith(prefix)) {
            return;
        }
        int slash = id.indexOf('/');
        if (slash < 0) {
            Mark mark = Mark.parse(id.substring(prefix.length()));
            if (mark != null) {
                marks.put(mark.stamp(), mark);
            }
            return;
        }
        int again = id.indexOf('.', slash);
        String name = again < 0 ? id : id.substring(0, again);
        tellings.merge(name, 1, Integer::sum);
        if (fact.cancelledBy() == null && id.charAt(slash + 1) != TAKEN_BACK) {
            told.add(new Told(fact, id.charAt(slash + 1), name.substring(slash + 2)));
        }
    }

    private Retold retold() {
        moves();
        opening();
        end();
        expected();
        leaves();
        // the mark comes last: who has it has all the others
        ObjectNode taken =
                report("StayUpdated", prefix + mine.text(), version.stamp().at());
        taken.set("patient", version.patient());
        taken.put("patientClass", version.patientClass());
        taken.put("stayKind", version.stayKind());
        List<ObjectNode> reports = new ArrayList<>(takingBack);
        reports.addAll(telling);
        reports.add(taken);
        return new Retold(reports, takesBack, false);
    }

    private void moves() {
        for (Told one : told(MOVE).toList()) {
            Instant at = one.fact().occurredAt();
            boolean said = version.movements().stream().anyMatch(saying -> isOf(one, saying.content()));
            if (mine.speaksOf(at) && !newerSpeaksOf(at) && !said) {
                takeBack(one);
            }
        }
        for (Saying saying : version.movements()) {
            if (!newerSpeaksOf(saying.at()) && told(MOVE).noneMatch(one -> isOf(one, saying.content()))) {
                tell(MOVE, saying, saying.content());
            }
        }
    }

    /** Of the versions that do not say where it began, the first is believed; all of them give way to one that says it. */
    private void opening() {
        Saying opening = version.opening();
        for (Told one : told(OPENING).toList()) {
            boolean outdated = isNewest()
                    && version.begin() != null
                    && !one.fact().occurredAt().equals(version.begin());
            boolean isFirst =
                    opening != null && mine.equals(marks.get(marks.firstKey())) && !isOf(one, opening.content());
            if (isVoid() || outdated || isFirst || isSaid(one.fact().occurredAt())) {
                takeBack(one);
            }
        }
        if (opening != null
                && told(OPENING).findAny().isEmpty()
                && !newerSpeaksOf(opening.at())
                && !isSaid(opening.at())) {
            tell(OPENING, opening, opening.content());
        }
    }

    /** Whether it is said where the patient was by then. */
    private boolean isSaid(Instant time) {
        Stream<Instant> before = told(MOVE).map(one -> one.fact().occurredAt());
        Stream<Instant> now = version.movements().stream().map(Saying::at).filter(at -> !newerSpeaksOf(at));
        return Stream.concat(before, now).anyMatch(at -> !at.isAfter(time));
    }

    private void end() {
        Instant endedAt = version.endedAt();
        if (isNewest() && endedAt != null) {
            end(endedAt, true);
        } else {
            Mark first = firstOfUntimedEnd();
            if (first != null) {
                end(first.stamp().at(), false);
            } else if (isNewest()) {
                told(END).forEach(this::takeBack);
            }
        }
    }

    private void end(Instant at, boolean withItsContent) {
        boolean here = at.equals(version.endedAt()) || at.equals(version.stamp().at());
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("disposition", WireNames.of(here ? version.disposition() : Disposition.OTHER));
        Saying saying = new Saying("PatientDischarged", at, fields);
        told(END)
                .filter(one -> withItsContent
                        ? !isOf(one, saying.content())
                        : !at.equals(one.fact().occurredAt()))
                .forEach(this::takeBack);
        if (told(END).findAny().isEmpty()) {
            tell(END, saying, saying.content());
        }
    }

    /** If it has ended and nobody says when: the first of the versions since when they all say so. */
    private @Nullable Mark firstOfUntimedEnd() {
        Mark first = null;
        for (Mark mark : marks.values()) {
            first = mark.standing() != Standing.ENDED_UNTIMED ? null : first == null ? mark : first;
        }
        return first;
    }

    private void expected() {
        Saying expected = version.expected();
        if (!isNewest() || (expected == null && !isVoid())) {
            return;
        }
        told(EXPECTED)
                .filter(one -> expected == null || !isOf(one, expected.timeless()))
                .forEach(this::takeBack);
        if (expected != null && told(EXPECTED).findAny().isEmpty()) {
            tell(EXPECTED, expected, expected.timeless());
        }
    }

    /** Leaves of which only the versions tell that came meanwhile. */
    private void leaves() {
        List<Saying> all = new ArrayList<>();
        Standing before = Standing.PRESENT;
        for (Mark mark : marks.values()) {
            boolean away = before == Standing.AWAY_UNTIMED;
            if (mark.standing() == Standing.AWAY_UNTIMED && !away) {
                all.add(Saying.of("LeaveStarted", mark.stamp().at()));
            } else if (mark.standing() == Standing.PRESENT && away) {
                all.add(Saying.of("LeaveEnded", mark.stamp().at()));
            }
            before = mark.standing();
        }
        List<Saying> wanted = before == Standing.VOID ? List.of() : all;
        told(LEAVE)
                .filter(one -> wanted.stream().noneMatch(saying -> isOf(one, saying.content())))
                .forEach(this::takeBack);
        for (Saying saying : wanted) {
            if (told(LEAVE).noneMatch(one -> isOf(one, saying.content()))) {
                tell(LEAVE, saying, saying.content());
            }
        }
    }

    private boolean isNewest() {
        return mine.stamp().equals(marks.lastKey());
    }

    /** Whether nothing of it is so. */
    private boolean isVoid() {
        return Objects.requireNonNull(marks.get(marks.lastKey())).standing() == Standing.VOID;
    }

    private boolean newerSpeaksOf(Instant time) {
        return marks.tailMap(mine.stamp()).values().stream()
                .anyMatch(mark -> !mark.equals(mine) && mark.speaksOf(time));
    }

    /** A copy: what is gone through is changed. */
    private Stream<Told> told(char tag) {
        return List.copyOf(told).stream().filter(one -> one.tag() == tag);
    }

    private boolean isOf(Told one, String content) {
        return one.hash().equals(hash.apply(content));
    }

    private void takeBack(Told one) {
        String cancelled = one.fact().message().id();
        ObjectNode report = report(
                "FactCancelled",
                id(TAKEN_BACK, hash.apply(cancelled)),
                version.stamp().at());
        report.put("cancelsType", WireNames.of(kind(one.fact().type())));
        takingBack.add(report.put("cancels", cancelled));
        takesBack.add(one.fact());
        told.remove(one);
    }

    private static FactKind kind(String type) {
        return Objects.requireNonNull(WireNames.parse(FactKind.class, type), type);
    }

    private void tell(char tag, Saying saying, String content) {
        ObjectNode report = report(saying.type(), id(tag, hash.apply(content)), saying.at());
        report.setAll(saying.fields());
        telling.add(report);
    }

    /** What was taken back and is told again needs another id. */
    private String id(char tag, String of) {
        String name = prefix + Mark.text(mine.stamp()) + "/" + tag + of;
        int before = tellings.getOrDefault(name, 0);
        return before == 0 ? name : name + "." + before;
    }

    private ObjectNode report(String type, String id, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("source", source.value())
                .put("messageId", id)
                .put("occurredAt", at.toString())
                .put("sentAt", version.stamp().at().toString())
                .put("visit", version.visit());
    }
}
