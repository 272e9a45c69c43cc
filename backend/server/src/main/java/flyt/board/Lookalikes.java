package flyt.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Finds who may be taken for somebody else, without comparing each with each: a pool of a thousand would be half a million pairs. */
final class Lookalikes {
    private Lookalikes() {}

    /**
     * Those who may be taken for another one of them.
     *
     * @param signs what they are found by: two who may be mixed up share at least one
     * @param mixedUp whether these two may be; asked only of those who share a sign
     */
    static <T> Set<T> among(Collection<T> all, Function<T, Set<String>> signs, BiPredicate<T, T> mixedUp) {
        Map<String, List<T>> sharing = new HashMap<>();
        for (T one : all) {
            signs.apply(one).forEach(sign -> sharing.computeIfAbsent(sign, first -> new ArrayList<>(1))
                    .add(one));
        }
        Set<T> found = new HashSet<>();
        for (List<T> some : sharing.values()) {
            for (T one : some) {
                if (some.size() > 1 && !found.contains(one)) {
                    some.stream()
                            .filter(other -> other != one && mixedUp.test(one, other))
                            .findFirst()
                            .ifPresent(other -> found.addAll(List.of(one, other)));
                }
            }
        }
        return found;
    }
}
