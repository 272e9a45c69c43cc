package flyt.domain.undo;

import flyt.domain.bed.Bed;
import flyt.domain.conflict.Conflict;
import flyt.domain.place.BedId;
import flyt.domain.stay.Aspect;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one event, or all of one command, changed.
 *
 * @param beds the beds it touched, as they were before
 * @param stays what it told, by the visit number it told it of
 * @param dismissed the conflicts it said to keep
 * @param asked the conflicts that are no longer kept since
 * @param orders the jobs it ordered, or did something about; cleans of beds are among the beds
 */
public record Change(
        SortedMap<BedId, Before> beds,
        SortedMap<StayId, Set<Aspect>> stays,
        SortedSet<Conflict.Key> dismissed,
        SortedSet<Conflict.Key> asked,
        SortedSet<TaskId> orders) {

    /** A bed's condition and its open clean, as they were. */
    public record Before(Bed condition, @Nullable Task task) {}

    public Change {
        beds = Collections.unmodifiableSortedMap(new TreeMap<>(beds));
        stays = Collections.unmodifiableSortedMap(new TreeMap<>(stays));
        dismissed = Collections.unmodifiableSortedSet(new TreeSet<>(dismissed));
        asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
        orders = Collections.unmodifiableSortedSet(new TreeSet<>(orders));
    }

    /** Whether there is nothing to put back. */
    public boolean none() {
        return beds.isEmpty() && stays.isEmpty() && dismissed.isEmpty() && asked.isEmpty() && orders.isEmpty();
    }

    /** Both, where this one came first. */
    Change then(Change later) {
        SortedMap<BedId, Before> allBeds = new TreeMap<>(later.beds);
        allBeds.putAll(beds);
        SortedMap<StayId, Set<Aspect>> allStays = new TreeMap<>(stays);
        later.stays.forEach((stay, told) -> allStays.merge(stay, told, Change::both));
        SortedSet<Conflict.Key> allDismissed = new TreeSet<>(dismissed);
        allDismissed.addAll(later.dismissed);
        SortedSet<Conflict.Key> allAsked = new TreeSet<>(asked);
        allAsked.addAll(later.asked);
        SortedSet<TaskId> allOrders = new TreeSet<>(orders);
        allOrders.addAll(later.orders);
        return new Change(allBeds, allStays, allDismissed, allAsked, allOrders);
    }

    /** Whether they are about the same bed, the same job, or the same thing of the same stay. */
    boolean meets(Change other) {
        return !Collections.disjoint(beds.keySet(), other.beds.keySet())
                || !Collections.disjoint(orders, other.orders)
                || stays.entrySet().stream()
                        .anyMatch(one -> !Collections.disjoint(
                                one.getValue(), other.stays.getOrDefault(one.getKey(), Set.of())));
    }

    private static Set<Aspect> both(Set<Aspect> one, Set<Aspect> other) {
        Set<Aspect> all = EnumSet.noneOf(Aspect.class);
        all.addAll(one);
        all.addAll(other);
        return all;
    }
}
