package flyt.domain.conflict;

import org.pcollections.TreePSet;

/** The conflicts that people have said to keep as they are. Immutable. */
public final class Dismissals {

    /** None yet. */
    public static final Dismissals NONE = new Dismissals(TreePSet.empty());

    private final TreePSet<Conflict.Key> keys;

    private Dismissals(TreePSet<Conflict.Key> keys) {
        this.keys = keys;
    }

    /** Whether somebody has said to keep it. */
    public boolean contains(Conflict.Key key) {
        return keys.contains(key);
    }

    Dismissals with(Conflict.Key key) {
        return new Dismissals(keys.plus(key));
    }
}
