package flyt.domain.conflict;

import flyt.domain.event.Id;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;

/** The conflicts that people have said to keep as they are. Immutable. */
public final class Dismissals {

    /** None yet. */
    public static final Dismissals NONE = new Dismissals(TreePSet.empty());

    private final TreePSet<Conflict.Key> keys;

    private Dismissals(TreePSet<Conflict.Key> keys) {
        this.keys = keys;
    }

    /** These. */
    public static Dismissals of(Collection<Conflict.Key> keys) {
        return new Dismissals(TreePSet.from(keys));
    }

    /** The conflicts to keep as they are. */
    public SortedSet<Conflict.Key> keys() {
        return keys;
    }

    /** Whether somebody has said to keep it. */
    public boolean contains(Conflict.Key key) {
        return keys.contains(key);
    }

    /** Without those about this stay or bed: what was said about them has had its time. */
    public Dismissals without(Id subject) {
        return new Dismissals(
                keys.minusAll(keys.stream().filter(key -> key.isAbout(subject)).toList()));
    }

    /** Without these, which are open again. */
    public Dismissals without(Collection<Conflict.Key> reopened) {
        return new Dismissals(keys.minusAll(reopened));
    }

    /** And these. */
    public Dismissals with(Collection<Conflict.Key> more) {
        return new Dismissals(keys.plusAll(more));
    }

    Dismissals with(Conflict.Key key) {
        return new Dismissals(keys.plus(key));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dismissals that && Objects.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keys);
    }

    @Override
    public String toString() {
        return "keys " + keys;
    }
}
