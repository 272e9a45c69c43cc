package flyt.domain;

import flyt.domain.alert.Scores;
import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent.AirChangeEnded;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.event.EventHeader;
import flyt.domain.place.BedId;
import flyt.domain.place.PlaceEvent.DayStarted;
import flyt.domain.staff.Staffing;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayEvent.StaysArchived;
import flyt.domain.stay.StayId;
import flyt.domain.stay.Stays;
import flyt.domain.stay.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What time brings by itself: an air change is over, a promise lapses, an offer goes on, a closed bed opens, a day begins. */
public final class TimeRules {

    /** How long an ended stay is kept in memory after the last word about it, so that late facts and cancellations still find it. */
    static final Duration ENDED_STAYS_KEPT = Duration.ofDays(7);

    private TimeRules() {}

    /** The next moment at which time brings something: at the latest the hospital's next midnight. */
    public static Instant nextDeadline(Hospital hospital) {
        Instant next = nextMidnight(hospital);
        Instant atBed = hospital.beds().nextEnd();
        if (atBed != null && atBed.isBefore(next)) {
            next = atBed;
        }
        Instant ofTask = hospital.tasks().nextDeadline();
        if (ofTask != null && ofTask.isBefore(next)) {
            next = ofTask;
        }
        Instant ofRequest = hospital.requests().nextDue();
        if (ofRequest != null && ofRequest.isBefore(next)) {
            next = ofRequest;
        }
        Instant ofMessage = hospital.duties().nextEnd();
        if (ofMessage != null && ofMessage.isBefore(next)) {
            next = ofMessage;
        }
        Instant ofRoutine = RoutineRules.nextDue(hospital);
        if (ofRoutine != null && ofRoutine.isBefore(next)) {
            next = ofRoutine;
        }
        Instant ofMorning = CorridorRules.nextDue(hospital);
        if (ofMorning.isBefore(next)) {
            next = ofMorning;
        }
        Instant ofFigures = ThresholdRules.nextLook(hospital);
        if (ofFigures != null && ofFigures.isBefore(next)) {
            next = ofFigures;
        }
        Instant ofDuty = DutyRules.nextChange(hospital);
        return ofDuty != null && ofDuty.isBefore(next) ? ofDuty : next;
    }

    /** What follows from time alone. {@code reached}: when the clock got round to it, where that may have been later; or null. */
    static void follow(Unfolding told, @Nullable Instant reached) {
        EventHeader header = told.header();
        Instant now = header.recordedAt();
        CorridorRules.count(told, reached);
        NightRules.count(told, reached);
        for (BedId bed : told.now().beds().endedBy(now)) {
            end(told, bed, now);
        }
        told.now().tasks().dueBy(now).forEach(task -> TaskRules.due(told, task));
        RoutineRules.follow(told);
        DutyRules.handOut(told);
        MessageRules.over(told);
        PlacementRules.overdue(told);
        LocalDate date = LocalDate.ofInstant(now, zone(told.now()));
        if (!date.equals(told.now().places().today())) {
            told.tell(new DayStarted(date));
            archive(told, now);
        }
        ThresholdRules.look(told, reached);
    }

    private static void end(Unfolding told, BedId bed, Instant now) {
        Bed condition = told.now().beds().of(bed);
        EventHeader header = told.header();
        if (condition.hygiene().airChangeUntil() != null
                && !condition.hygiene().airChangeUntil().isAfter(now)) {
            told.tell(header.at(condition.hygiene().airChangeUntil()), new AirChangeEnded(bed));
        }
        if (condition.reservation() != null && !condition.reservation().until().isAfter(now)) {
            told.tell(header.at(condition.reservation().until()), new ReservationEnded(bed));
        }
        if (condition.closure() != null
                && condition.closure().until() != null
                && !condition.closure().until().isAfter(now)) {
            told.tell(header.at(condition.closure().until()), new BedOpened(bed));
        }
    }

    private static void archive(Unfolding told, Instant now) {
        Instant limit = now.minus(ENDED_STAYS_KEPT);
        Hospital hospital = told.now();
        SortedSet<StayId> old = new TreeSet<>();
        for (Course course : hospital.stays().courses()) {
            if (over(course, limit) && quiet(hospital, course.stay(), limit)) {
                old.add(course.stay());
            }
        }
        keepTheEntangled(hospital.stays(), old);
        old.addAll(unknownAndQuiet(hospital, limit));
        if (!old.isEmpty()) {
            told.tell(new StaysArchived(List.copyOf(old)));
        }
    }

    /**
     * A stay goes only together with those of which its facts tell too: what was said about it, a swap taken back above all,
     * still counts for the other.
     */
    private static void keepTheEntangled(Stays stays, SortedSet<StayId> old) {
        boolean keptOne = true;
        while (keptOne) {
            keptOne = old.removeIf(stay -> !old.containsAll(stays.entangled(stay)));
        }
    }

    /** The visit numbers of which only samples, scores or staff were told, and nothing since then. */
    private static SortedSet<StayId> unknownAndQuiet(Hospital hospital, Instant limit) {
        SortedSet<StayId> unknown = new TreeSet<>(hospital.labs().stays());
        unknown.addAll(hospital.scores().all().keySet());
        unknown.addAll(hospital.staffing().byStay().keySet());
        unknown.removeIf(stay -> hospital.stays().course(stay) != null
                || told(hospital, stay).anyMatch(header -> !header.recordedAt().isBefore(limit)));
        return unknown;
    }

    private static Stream<EventHeader> told(Hospital hospital, StayId stay) {
        Stream.Builder<EventHeader> told = Stream.builder();
        hospital.labs().of(stay).forEach(order -> told.add(order.told()));
        Scores.Series scores = hospital.scores().of(stay);
        if (scores != null) {
            told.add(scores.latest().told());
        }
        Staffing.OfStay staff = hospital.staffing().byStay().get(stay);
        if (staff != null) {
            staff.told().forEach(told::add);
        }
        return told.build();
    }

    /** Whether the stay has ended, never was or never came to be, and nobody lies anywhere because of it. */
    private static boolean over(Course course, Instant limit) {
        return course.holdings().isEmpty()
                && switch (course.status()) {
                    case DISCHARGED, CANCELLED, UNKNOWN -> true;
                    case PLANNED -> {
                        Course.Incoming incoming = course.incoming();
                        Instant at = incoming == null ? null : incoming.at();
                        yield at == null || at.isBefore(limit);
                    }
                    case IN_PROGRESS, ON_HOLD -> false;
                };
    }

    /** Whether nothing was told about the stay since then, nor has it happened since then. */
    private static boolean quiet(Hospital hospital, StayId stay, Instant limit) {
        return hospital.stays().facts(stay).stream()
                .map(Told::header)
                .allMatch(header -> header.recordedAt().isBefore(limit)
                        && header.effectiveAt().isBefore(limit));
    }

    private static Instant nextMidnight(Hospital hospital) {
        ZoneId zone = zone(hospital);
        LocalDate today = hospital.places().today();
        LocalDate day = today != null ? today : LocalDate.ofInstant(hospital.recordedAt(), zone);
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static ZoneId zone(Hospital hospital) {
        return hospital.places().definition().timeZone();
    }
}
