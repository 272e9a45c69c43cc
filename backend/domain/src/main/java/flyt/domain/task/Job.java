package flyt.domain.task;

import flyt.domain.priority.Team;
import flyt.domain.stay.StayId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, and where.
 *
 * @param kind the kind's id in the rule set, {@code clean-standard}
 * @param cleaning of a clean: which one, else null
 * @param to where it ends, where that is elsewhere
 * @param stay the patient who is moved, or null
 * @param note what to know or bring, in the words of whoever ordered it
 * @param items what is carried in one trip, where that is said
 * @param equipment what is held from the beginning to the end, {@code WC-12}; nobody else has it meanwhile
 * @param roundTrip whether the patient is fetched back from where they are taken to
 * @param returnOf of the way back: the task that took the patient there, else null
 * @param origin why it was ordered by itself; null: somebody ordered it
 */
public record Job(
        String kind,
        Team team,
        @Nullable CleaningKind cleaning,
        Point at,
        @Nullable Point to,
        @Nullable StayId stay,
        @Nullable String note,
        List<Item> items,
        SortedSet<String> equipment,
        boolean roundTrip,
        @Nullable TaskId returnOf,
        @Nullable Origin origin) {

    public Job {
        // an older event has neither
        items = items == null ? List.of() : List.copyOf(items);
        equipment = Collections.unmodifiableSortedSet(equipment == null ? new TreeSet<>() : new TreeSet<>(equipment));
    }

    /** A job by itself: nothing is carried or held, and nobody comes back. */
    public Job(
            String kind,
            Team team,
            @Nullable CleaningKind cleaning,
            Point at,
            @Nullable Point to,
            @Nullable StayId stay,
            @Nullable String note) {
        this(kind, team, cleaning, at, to, stay, note, List.of(), new TreeSet<>(), false, null, null);
    }

    /** The same, ordered by itself. */
    public Job because(@Nullable Origin why) {
        return new Job(kind, team, cleaning, at, to, stay, note, items, equipment, roundTrip, returnOf, why);
    }

    /** The way back of a round trip, which task {@code out} began. */
    public Job back(TaskId out) {
        Point from = to == null ? at : to;
        return new Job(kind, team, null, from, at, stay, note, items, equipment, false, out, Origin.ROUND_TRIP);
    }

    /** Whether somebody is moved, so that it must be the right one. */
    public boolean movesPatient() {
        return stay != null && team == Team.PORTERS;
    }

    /** Whether it is the same work, whoever ordered it and with whatever words. */
    public boolean isSameAs(Job other) {
        return kind.equals(other.kind)
                && at.equals(other.at)
                && Objects.equals(to, other.to)
                && Objects.equals(stay, other.stay)
                && items.equals(other.items);
    }
}
