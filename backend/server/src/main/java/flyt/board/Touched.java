package flyt.board;

import flyt.domain.Conflicts;
import flyt.domain.alert.AlertEvent;
import flyt.domain.bed.BedEvent;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.ConflictEvent.ConflictDismissed;
import flyt.domain.duty.DutyEvent;
import flyt.domain.duty.MessageEvent;
import flyt.domain.duty.MessageId;
import flyt.domain.event.Event;
import flyt.domain.event.Id;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.event.StaffKey;
import flyt.domain.forecast.ForecastEvent;
import flyt.domain.lab.LabEvent;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.PlaceEvent.DayStarted;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.sampling.SamplingEvent;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityCancelled;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.staff.StaffEvent.WardRoleReported;
import flyt.domain.stay.Course;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayEvent;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayFact.StaysMerged;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent;
import flyt.domain.task.TaskEvent.TaskRanked;
import flyt.domain.task.TaskId;
import flyt.domain.threshold.ThresholdEvent;
import flyt.domain.undo.UndoEvent.Undone;
import flyt.domain.undo.Undoable;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows some events may have changed: rather one too many than one too few, for rows that turn out the same are not sent.
 * Built by one thread, then dropped.
 */
final class Touched {
    /*
     *   event          ->  stay, bed, task, ward         by what it is about
     *   changed name   ->  whoever's rows mention it     (Mentions, as they were before)
     *   stay           ->  beds it holds or is expected to, beds reserved for it, its wards   (before and after)
     *   bed            ->  its ward, stays expected to it
     *   quarter of an hour  ->  every ward
     *
     * What is rare and reaches far (a definition, a new day, merges, a swap taken back) touches
     * everything.
     */

    private final Moment before;
    private final Moment after;
    private final Mentions mentions;
    private final SortedSet<StayId> stays = new TreeSet<>();
    private final SortedSet<StayId> arrivals = new TreeSet<>();
    private final SortedSet<BedId> beds = new TreeSet<>();
    private final SortedSet<BedId> repainted = new TreeSet<>();
    private final SortedSet<TaskId> tasks = new TreeSet<>();
    private final SortedSet<StaffKey> workers = new TreeSet<>();
    private final SortedSet<MessageId> messages = new TreeSet<>();
    private final SortedSet<WardId> wards = new TreeSet<>();
    private final SortedSet<WardId> heads = new TreeSet<>();
    private boolean alerts;
    private boolean everything;
    private boolean forecast;

    private Touched(Moment before, Moment after, Mentions mentions) {
        this.before = before;
        this.after = after;
        this.mentions = mentions;
    }

    /**
     * What these events touched.
     *
     * @param renamed the keys of people who are called something else than before
     * @param mentions as of {@code before}
     */
    static Touched by(
            Moment before, Moment after, List<Recorded> events, Collection<? extends Id> renamed, Mentions mentions) {
        Touched touched = new Touched(before, after, mentions);
        events.forEach(recorded -> touched.take(recorded.event()));
        renamed.forEach(key -> List.copyOf(mentions.of(key)).forEach(touched::takeSubject));
        if (!touched.everything) {
            touched.stays.forEach(touched::spreadFromStay);
            touched.beds.forEach(touched::spreadFromBed);
            touched.beds.addAll(touched.repainted);
            touched.spreadFromTime();
        }
        return touched;
    }

    boolean everything() {
        return everything;
    }

    /** Whether there is a newer forecast. */
    boolean forecast() {
        return forecast;
    }

    /** The stays with rows of their own to make anew, under the visit numbers that count. */
    SortedSet<StayId> stays() {
        return stays;
    }

    /** The stays whose row as an arrival shows a touched bed. */
    SortedSet<StayId> arrivals() {
        return arrivals;
    }

    SortedSet<BedId> beds() {
        return beds;
    }

    SortedSet<TaskId> tasks() {
        return tasks;
    }

    /** Those on duty whose row may be another. */
    SortedSet<StaffKey> workers() {
        return workers;
    }

    SortedSet<MessageId> messages() {
        return messages;
    }

    /** The wards to go through anew. */
    SortedSet<WardId> wards() {
        return wards;
    }

    /** The wards whose board has another head. */
    SortedSet<WardId> heads() {
        return heads;
    }

    /** Whether the rows of alerts are to be made anew. */
    boolean alerts() {
        return alerts;
    }

    private void take(Event event) {
        if (event instanceof HospitalDefined || event instanceof DayStarted || reachesFar(event)) {
            everything = true;
        } else if (event instanceof StayFact fact) {
            takeStay(fact.stay());
            if (fact instanceof BedsSwapped swap) {
                takeStay(swap.otherStay());
            }
        } else if (event instanceof BedEvent fact) {
            beds.add(fact.bed());
            takeTaskOf(after, fact.bed());
        } else if (event instanceof CleaningEvent fact) {
            beds.add(fact.bed());
            if (fact.task() != null) {
                takeTask(fact.task());
            }
        } else if (event instanceof TaskRanked fact) {
            takeTask(fact.task());
        } else if (event instanceof TaskEvent fact) {
            takeTask(fact.task());
            takeCleanedBed(after.hospital().tasks().task(fact.task()));
        } else if (event instanceof DutyEvent fact) {
            takeDuty(fact);
        } else if (event instanceof MessageEvent fact) {
            messages.add(fact.message());
        } else if (event instanceof LabEvent fact) {
            takeHeldBeds(fact.stay());
        } else if (event instanceof AlertEvent.EarlyWarningReported fact) {
            takeHeldBeds(fact.stay());
        } else if (event instanceof ResponsibilityReported fact) {
            takeStay(fact.stay());
        } else if (event instanceof ResponsibilityCancelled fact) {
            takeStay(fact.stay());
        } else if (event instanceof CareWeightReported fact) {
            takeStay(fact.stay());
        } else if (event instanceof WardRoleReported fact) {
            heads.add(fact.ward());
            alerts = true;
        } else if (event instanceof ThresholdEvent || event instanceof SamplingEvent) {
            alerts = true;
        } else if (event instanceof ConflictDismissed fact) {
            takeConflict(before, fact.conflict());
        } else if (event instanceof ForecastEvent) {
            forecast = true;
        } else if (event instanceof Undone fact) {
            takeUndone(fact.command());
        }
    }

    /** Whether more stays may have changed than the event names. */
    private static boolean reachesFar(Event event) {
        if (event instanceof FactCancelled cancel) {
            return cancel.cancelsKind() == FactKind.STAYS_MERGED || cancel.cancelsKind() == FactKind.BEDS_SWAPPED;
        }
        return event instanceof StaysMerged || (event instanceof StayEvent && !(event instanceof StayFact));
    }

    private void takeSubject(Id subject) {
        if (subject instanceof StayId stay) {
            takeStay(stay);
        } else if (subject instanceof TaskId task) {
            takeTask(task);
        } else if (subject instanceof StaffKey worker) {
            workers.add(worker);
        } else if (subject instanceof MessageId message) {
            messages.add(message);
        } else if (subject instanceof BedId bed) {
            beds.add(bed);
        } else if (subject instanceof WardId ward) {
            heads.add(ward);
        } else if (subject == Mentions.ALERTS) {
            alerts = true;
        }
    }

    /** A task shows in its queue, and a clean on its bed. */
    private void takeTask(TaskId id) {
        tasks.add(id);
        takeWorkersOf(before.hospital().tasks().task(id));
        takeWorkersOf(after.hospital().tasks().task(id));
        Task open = after.hospital().tasks().task(id);
        if (open != null && open.cleaning() != null && open.bed() != null) {
            repainted.add(open.bed());
        }
    }

    /** What becomes of a clean can change how its bed is used. */
    private void takeCleanedBed(@Nullable Task task) {
        if (task != null && task.cleaning() != null && task.bed() != null) {
            beds.add(task.bed());
        }
    }

    private void takeWorkersOf(@Nullable Task task) {
        if (task != null && task.by() != null) {
            workers.add(task.by());
        }
        if (task != null && task.offer() != null) {
            workers.add(task.offer().worker());
        }
        if (task != null && task.handOverTo() != null) {
            workers.add(task.handOverTo());
        }
    }

    private void takeDuty(DutyEvent event) {
        StaffKey worker = event.worker();
        if (worker != null) {
            workers.add(worker);
            // whom messages are for, and how many of those have read them
            messages.addAll(before.hospital().duties().messages().keySet());
            messages.addAll(after.hospital().duties().messages().keySet());
        } else {
            everything = true;
        }
    }

    private void takeStay(StayId stay) {
        stays.add(after.hospital().stays().resolve(stay));
    }

    /** A score or an answer shows on the bed, but counts nowhere else. */
    private void takeHeldBeds(StayId stay) {
        Course course = after.course(stay);
        if (course != null) {
            repainted.addAll(course.holdings().keySet());
        }
    }

    /** What a command had changed; where it came with these events, they have told it. */
    private void takeUndone(MessageKey command) {
        Undoable undone = before.hospital().undoables().of(command);
        if (undone == null) {
            return;
        }
        undone.change().stays().keySet().forEach(this::takeStay);
        undone.change().orders().forEach(this::takeTask);
        undone.change().dismissed().forEach(conflict -> takeConflict(after, conflict));
        for (BedId bed : undone.change().beds().keySet()) {
            beds.add(bed);
            takeTaskOf(before, bed);
            takeTaskOf(after, bed);
        }
    }

    private void takeTaskOf(Moment moment, BedId bed) {
        Task task = moment.hospital().tasks().ofBed(bed);
        if (task != null) {
            takeTask(task.id());
        }
    }

    private void takeConflict(Moment moment, Conflict.Key key) {
        for (Conflict conflict : Conflicts.all(moment.hospital())) {
            if (conflict.id().equals(key)) {
                conflict.stays().forEach(this::takeStay);
                beds.addAll(conflict.bed() == null ? List.of() : List.of(conflict.bed()));
            }
        }
    }

    private void spreadFromStay(StayId stay) {
        spreadFromCourse(before.course(stay));
        spreadFromCourse(after.course(stay));
        for (Id subject : mentions.of(stay)) {
            if (subject instanceof BedId reserved) {
                beds.add(reserved);
            }
        }
    }

    private void spreadFromCourse(@Nullable Course course) {
        if (course == null) {
            return;
        }
        beds.addAll(course.holdings().keySet());
        if (course.responsibleWard() != null) {
            wards.add(course.responsibleWard());
        }
        takeLastWard(course);
        if (course.incoming() != null) {
            Place expectedIn = course.incoming().place();
            wards.add(expectedIn.ward());
            if (expectedIn.bed() != null) {
                beds.add(expectedIn.bed());
            }
        }
    }

    private void takeLastWard(StayId stay) {
        Course course = after.course(stay);
        if (course != null) {
            takeLastWard(course);
        }
    }

    private void takeLastWard(Course course) {
        if (!course.placements().isEmpty()) {
            wards.add(Moment.lastPlace(course).ward());
        }
    }

    /** What is counted some hours ahead is counted anew with each quarter of an hour. */
    private void spreadFromTime() {
        if (!before.quarter().equals(after.quarter())) {
            after.plan().wards().forEach(ward -> wards.add(ward.ward().id()));
        }
    }

    private void spreadFromBed(BedId bed) {
        BedPlace place = after.hospital().places().bed(bed);
        if (place != null) {
            wards.add(place.ward().id());
            after.hospital().stays().concerning(place.ward().id()).forEach(stay -> takeResponsible(stay, bed));
        } else {
            // a bed that the definition does not know is counted where those who lie in it are
            after.hospital().stays().occupants(bed).forEach(this::takeLastWard);
        }
        for (Id subject : mentions.of(bed)) {
            if (subject instanceof StayId expected) {
                arrivals.add(expected);
                takeLastWard(expected);
            }
        }
    }

    /** Who else lies in a bed decides whether somebody in it counts, and so how many their own ward has. */
    private void takeResponsible(StayId stay, BedId bed) {
        Course course = after.course(stay);
        Place lies = course == null ? null : course.place();
        if (lies != null && bed.equals(lies.bed()) && course.responsibleWard() != null) {
            wards.add(course.responsibleWard());
        }
    }
}
