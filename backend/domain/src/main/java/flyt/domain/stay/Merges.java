package flyt.domain.stay;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Which visit numbers turned out to be the same stay, found both ways. Immutable. */
record Merges(TreePMap<StayId, StayId> into, TreePMap<StayId, TreePSet<StayId>> parts) {

    static final Merges NONE = new Merges(TreePMap.empty(), TreePMap.empty());

    /** The merges by which each visit number belongs to the one it is mapped to, which is mapped to none itself. */
    static Merges of(SortedMap<StayId, StayId> into) {
        Merges merges = NONE;
        for (var one : into.entrySet()) {
            merges = merges.with(one.getKey(), one.getValue());
        }
        return merges;
    }

    private Merges with(StayId number, StayId root) {
        TreePSet<StayId> ofRoot = parts.getOrDefault(root, TreePSet.empty()).plus(number);
        return new Merges(into.plus(number, root), parts.plus(root, ofRoot));
    }

    /** The number that survived; itself when it was not merged. */
    StayId root(StayId number) {
        return into.getOrDefault(number, number);
    }

    /** The numbers merged into this one. */
    SortedSet<StayId> parts(StayId root) {
        return parts.getOrDefault(root, TreePSet.empty());
    }

    /** Every number that was merged or into which one was merged. */
    SortedSet<StayId> concerned() {
        SortedSet<StayId> all = new TreeSet<>(into.keySet());
        all.addAll(parts.keySet());
        return all;
    }

    /** The merges without this stay and what was merged into it. */
    Merges without(StayId root) {
        return new Merges(into.minusAll(parts(root)), parts.minus(root));
    }
}
