package flyt.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many different people stand behind a figure, at the least.
 *
 * <p>The journal knows the staff by keys, one per person and shift. Who is behind a key can be told for as long as staff times
 * are kept, and those people are counted as such. After that two keys of two shifts may be one person or two, and only keys of
 * the same shift are sure to be different people: ten nights of one cleaner are ten keys and must not pass for ten people. So of
 * older keys the fullest shift counts. The figure is never too high; it may be too low, and then less is shown than could be.
 */
final class Headcount {
    private final Map<String, String> people;

    /** {@code people}: who is behind a key, for the keys of which that can still be told. */
    Headcount(Map<String, String> people) {
        this.people = people;
    }

    /** {@code keys}: each as {@code <shift> <key>}. */
    int of(Collection<String> keys) {
        Set<String> known = new HashSet<>();
        Map<String, Set<String>> shifts = new TreeMap<>();
        for (String each : new HashSet<>(keys)) {
            int blank = each.indexOf(' ');
            String key = each.substring(blank + 1);
            String person = people.get(key);
            if (person != null) {
                known.add(person);
            }
            boolean unused = shifts.computeIfAbsent(each.substring(0, blank), shift -> new HashSet<>())
                    .add(person == null ? ' ' + key : person);
        }
        return Math.max(
                known.size(), shifts.values().stream().mapToInt(Set::size).max().orElse(0));
    }

    /** The key in what {@link #of} counts. */
    static String key(String each) {
        return each.substring(each.indexOf(' ') + 1);
    }
}
