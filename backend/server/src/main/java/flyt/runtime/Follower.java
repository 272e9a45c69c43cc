package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.event.Recorded;
import io.vertx.core.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes along a hospital's journal, behind its writer and at a pace of its own, and sees the hospital before and after each event:
 * for whoever tells others what changed. The journal is its queue, its position all there is to keep. One call at a time.
 */
public final class Follower {

    /**
     * One event.
     *
     * @param seq its number
     * @param before null before the hospital's first
     */
    public record Step(long seq, Recorded recorded, @Nullable Hospital before, Hospital after) {}

    private final Workplace work;
    private final String hospital;
    private StateLoader.Loaded now;

    private Follower(Workplace work, String hospital, StateLoader.Loaded now) {
        this.work = work;
        this.hospital = hospital;
        this.now = now;
    }

    /**
     * Stands behind an event, as if it had seen that and all before.
     *
     * @return fails with {@link flyt.journal.JournalAway}, or with what an unreadable event says
     */
    public static Future<Follower> behind(Workplace work, String hospital, long seq) {
        return work.loader().load(hospital, seq).map(loaded -> new Follower(work, hospital, loaded));
    }

    /** Number of the last event that it has seen. */
    public long seq() {
        return now.seq();
    }

    /** The hospital behind that event; null before its first. */
    public @Nullable Hospital hospital() {
        return now.hospital();
    }

    /**
     * Goes on.
     *
     * @param to number of the last event to see, if there are so many
     * @param steps gets each in order, on a worker thread; after a failure the same come again
     */
    public Future<Void> goOn(long to, Consumer<Step> steps) {
        Walk walk = new Walk(now, steps);
        return work.loader().goOn(hospital, now, to, walk::step).map(there -> {
            now = there;
            return null;
        });
    }

    /** Counts along: the journal has no gaps. */
    private static final class Walk {
        private final Consumer<Step> steps;
        private @Nullable Hospital before;
        private long seq;

        Walk(StateLoader.Loaded from, Consumer<Step> steps) {
            this.steps = steps;
            this.before = from.hospital();
            this.seq = from.seq();
        }

        void step(Recorded recorded, Hospital after) {
            seq++;
            steps.accept(new Step(seq, recorded, before, after));
            before = after;
        }
    }
}
