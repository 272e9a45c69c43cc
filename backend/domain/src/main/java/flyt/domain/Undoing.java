package flyt.domain;

import flyt.domain.bed.BedEvent;
import flyt.domain.bed.BedEvent.BedStatusCancelled;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.Beds;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.Dismissals;
import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.placement.PlacementEvent;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.Aspect;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayEvent;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayId;
import flyt.domain.stay.Stays;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent;
import flyt.domain.task.TaskEvent.HandOverEnded;
import flyt.domain.task.TaskEvent.HandOverOffered;
import flyt.domain.task.TaskEvent.OfferEnded;
import flyt.domain.task.TaskEvent.OfferReceived;
import flyt.domain.task.TaskEvent.TaskOffered;
import flyt.domain.task.TaskEvent.TaskOrdered;
import flyt.domain.task.TaskEvent.TaskRanked;
import flyt.domain.task.TaskEvent.TaskTakenOver;
import flyt.domain.task.TaskId;
import flyt.domain.task.Tasks;
import flyt.domain.undo.Change;
import flyt.domain.undo.UndoEvent.Undone;
import flyt.domain.undo.Undoable;
import flyt.domain.undo.Undoables;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps, event by event, what people's commands change, and puts it back when one is undone. */
final class Undoing {
    /*
     * A command can be undone while nothing else has happened to what it changed. So putting back needs no rules: the beds get
     * the condition and the clean they had before, the facts that the command told go from the stay's, and all that follows
     * from facts is as if they had never been told.
     *
     *    A job that was ordered goes, unless somebody has taken it. What goes from one to another is not undone, and overtakes what
     *    went before.
     *
     *    command     RoomLeft (stay, place)   BedSoiled (bed)   CleaningOrdered (bed)
     *    kept        the stay and "place"; the bed as it was before the first of them, with its clean
     *    overtaken   by any other event about that bed, who lies in it, or where that stay is
     */

    private Undoing() {}

    /** What can be undone after this event. */
    static Undoables after(Hospital before, Hospital next, Recorded recorded) {
        EventHeader header = recorded.header();
        Event event = recorded.event();
        Undoables kept = statuses(before, recorded).at(header.recordedAt());
        boolean wished = header.actor() != null && header.message().source().equals(Source.FLYT);
        if (event instanceof Undone undone) {
            return kept.without(undone.command());
        } else if (event instanceof PlacementEvent) {
            // a ward has been asked or told; what was done to beds comes before it
            return kept.without(header.message());
        } else if (kept.none() && !wished) {
            return kept;
        } else if (event instanceof HospitalDefined || (event instanceof StayEvent && !(event instanceof StayFact))) {
            return kept.overtaken();
        }
        Change change = change(before, next, event);
        Undoables others = kept.after(header, resolved(next.stays(), change));
        boolean undoable = !isOfTwo(event) && (change.orders().isEmpty() || event instanceof TaskOrdered);
        return wished && undoable && !change.none() ? others.with(header, header.actor(), change) : others;
    }

    private static Undoables statuses(Hospital before, Recorded recorded) {
        EventHeader header = recorded.header();
        Event event = recorded.event();
        Undoables kept = before.undoables();
        if (event instanceof BedStatusReported told) {
            BedId bed = told.bed();
            return kept.reported(
                    told,
                    header,
                    new Change.Before(before.beds().of(bed), before.tasks().ofBed(bed)));
        } else if (event instanceof BedStatusCancelled told) {
            return kept.withoutStatus(told.bed(), told.cancels());
        }
        Undoable command = event instanceof Undone undone ? kept.of(undone.command()) : null;
        Set<BedId> beds = command == null
                ? bedsOf(before, event)
                : command.change().beds().keySet();
        for (BedId bed : beds) {
            kept = kept.overtaken(bed, header);
        }
        return kept;
    }

    /** The bed whose condition or whose clean an event is about. */
    private static Set<BedId> bedsOf(Hospital before, Event event) {
        if (event instanceof BedEvent fact) {
            return Set.of(fact.bed());
        } else if (event instanceof CleaningEvent fact) {
            return Set.of(fact.bed());
        } else if (event instanceof TaskEvent fact && !isOfTheQueue(fact)) {
            Task task = before.tasks().task(fact.task());
            return task != null && task.cleaning() != null && task.bed() != null ? Set.of(task.bed()) : Set.of();
        }
        return Set.of();
    }

    /**
     * The hospital as if the command had not been given.
     *
     * @throws IllegalStateException when nothing is known of it; a replay stops loudly
     */
    static Hospital undone(Hospital now, Undone event) {
        Undoable command = now.undoables().of(event.command());
        if (command == null) {
            throw new IllegalStateException("Nothing is known of the command " + event.command());
        }
        Change change = command.change();
        Beds beds = now.beds();
        Tasks tasks = now.tasks();
        for (Map.Entry<BedId, Change.Before> one : change.beds().entrySet()) {
            beds = beds.with(one.getKey(), one.getValue().condition());
            tasks = tasks.restored(one.getKey(), one.getValue().task());
        }
        tasks = tasks.withdrawn(change.orders());
        Dismissals dismissals = now.dismissals().without(change.dismissed()).with(change.asked());
        Stays stays = now.stays().withoutWord(event.command(), change.stays().keySet());
        return now.with(stays).with(beds).with(tasks).with(dismissals);
    }

    private static Change change(Hospital before, Hospital next, Event event) {
        SortedSet<BedId> beds = new TreeSet<>();
        SortedMap<StayId, Set<Aspect>> stays = new TreeMap<>();
        SortedSet<TaskId> orders = new TreeSet<>();
        beds.addAll(bedsOf(before, event));
        if (event instanceof TaskEvent fact && !isOfTheQueue(fact) && beds.isEmpty()) {
            orders.add(fact.task());
        } else if (event instanceof ResponsibilityReported fact) {
            stays.put(fact.stay(), said(fact));
        } else if (event instanceof StayFact fact) {
            Aspect about = (fact instanceof FactCancelled cancel ? cancel.cancelsKind() : fact.kind()).about();
            for (StayId stay : next.stays().reachedBy(fact, before.stays())) {
                stays.put(stay, EnumSet.of(about));
                beds.addAll(bedsTakenOrLeft(
                        before.stays().course(stay), next.stays().course(stay)));
            }
        }
        SortedMap<BedId, Change.Before> asTheyWere = new TreeMap<>();
        for (BedId bed : beds) {
            asTheyWere.put(
                    bed, new Change.Before(before.beds().of(bed), before.tasks().ofBed(bed)));
        }
        return new Change(
                asTheyWere,
                stays,
                newIn(next.dismissals(), before.dismissals()),
                newIn(before.dismissals(), next.dismissals()),
                orders);
    }

    /** Whether it is about where a task stands and whom it is shown to, which nobody has done. */
    private static boolean isOfTheQueue(TaskEvent fact) {
        return fact instanceof TaskRanked
                || fact instanceof TaskOffered
                || fact instanceof OfferReceived
                || fact instanceof OfferEnded;
    }

    /** Whether it is between two people, of whom the other may have gone since. */
    private static boolean isOfTwo(Event event) {
        return event instanceof HandOverOffered || event instanceof HandOverEnded || event instanceof TaskTakenOver;
    }

    private static Set<Aspect> said(ResponsibilityReported fact) {
        Set<Aspect> said = EnumSet.noneOf(Aspect.class);
        if (fact.nurse() != null) {
            said.add(Aspect.NURSE);
        }
        if (fact.doctor() != null) {
            said.add(Aspect.DOCTOR);
        }
        return said;
    }

    private static Set<BedId> bedsTakenOrLeft(@Nullable Course before, @Nullable Course after) {
        Set<BedId> had = before == null ? Set.of() : before.holdings().keySet();
        Set<BedId> has = after == null ? Set.of() : after.holdings().keySet();
        Set<BedId> changed = new TreeSet<>(had);
        changed.addAll(has);
        changed.removeIf(bed -> had.contains(bed) && has.contains(bed));
        return changed;
    }

    private static SortedSet<Conflict.Key> newIn(Dismissals these, Dismissals those) {
        SortedSet<Conflict.Key> only = new TreeSet<>(these.keys());
        only.removeAll(those.keys());
        return only;
    }

    /** The change under every visit number that the stays go by: another number may have told of the same stay. */
    private static Change resolved(Stays stays, Change change) {
        SortedMap<StayId, Set<Aspect>> all = new TreeMap<>();
        change.stays().forEach((stay, told) -> stays.numbers(stay).forEach(number -> all.put(number, told)));
        return new Change(change.beds(), all, change.dismissed(), change.asked(), change.orders());
    }
}
