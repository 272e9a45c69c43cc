package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.TimeRules;
import flyt.domain.event.Recorded;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.journal.IdentityRow;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hospital as its journal has it, and what goes by it: its clock, its rows, its beats, its snapshots, the alarm for its next
 * deadline. Nothing comes in here that is not in the journal. Used by one writer.
 */
final class Standing {
    private static final long NO_TIMER = -1;
    private static final long LONGEST_WAIT_MS = 60_000;

    private final String id;
    private final HospitalClock clock;
    private final RowDisplay display;
    private final Pulse pulse;
    private final SnapshotKeeper snapshots;
    private final Vertx vertx;
    private final Consumer<String> definitionChanged;
    private final Runnable deadlineReached;
    private StateLoader.Loaded now = StateLoader.Loaded.NOTHING;
    private boolean journalAway;
    private boolean closed;
    private long alarm = NO_TIMER;

    /** What goes by a hospital, made before it is loaded. */
    record Parts(HospitalClock clock, RowDisplay display, Pulse pulse, SnapshotKeeper snapshots) {}

    /**
     * Nothing yet.
     *
     * @param definitionChanged is told the hospital's id after each definition
     * @param deadlineReached is run when hospital time has reached the next deadline
     */
    Standing(String id, Parts parts, Vertx vertx, Consumer<String> definitionChanged, Runnable deadlineReached) {
        this.id = id;
        this.clock = parts.clock();
        this.display = parts.display();
        this.pulse = parts.pulse();
        this.snapshots = parts.snapshots();
        this.vertx = vertx;
        this.definitionChanged = definitionChanged;
        this.deadlineReached = deadlineReached;
    }

    /** The hospital as loaded, with all who are known in it. */
    void begin(StateLoader.Loaded loaded, Collection<IdentityRow> known) {
        now = loaded;
        snapshots.begin(loaded.seq());
        if (loaded.hospital() != null) {
            clock.takeUp(loaded.hospital());
        }
        display.begin(loaded.hospital(), loaded.seq(), known);
        setAlarm();
        beat();
    }

    /** Nothing goes by it any more. */
    void close() {
        closed = true;
        stopAlarm();
    }

    @Nullable
    Hospital hospital() {
        return now.hospital();
    }

    /** Number of the last event in it. */
    long head() {
        return now.seq();
    }

    StateLoader.Loaded now() {
        return now;
    }

    /** Gets ready for what is on its way into the journal; see {@link RowDisplay#foresee}. */
    void foresee(@Nullable Hospital after, List<Recorded> events, List<IdentityRow> met) {
        if (after != null) {
            display.foresee(after, events, met);
        }
    }

    /** What was foreseen is not in the journal. */
    void takeBack() {
        display.takeBack();
    }

    /**
     * Goes on to what is in the journal now. The screens come first.
     *
     * @param events those between before and after
     * @param met who became known with them
     * @param bornNanos see {@link RowDisplay#show}
     */
    void advance(StateLoader.Loaded after, List<Recorded> events, List<IdentityRow> met, long bornNanos) {
        now = after;
        clock.follow(events);
        Hospital hospital = after.hospital();
        if (hospital == null) {
            return;
        }
        display.show(hospital, after.seq(), events, met, bornNanos);
        if (Pulse.isMovedBy(events)) {
            beat();
        }
        if (events.stream().anyMatch(recorded -> recorded.event() instanceof HospitalDefined)) {
            definitionChanged.accept(id);
        }
        setAlarm();
        snapshots.see(hospital, after.seq());
    }

    /** Forgets who was erased; see {@link RowDisplay#forget}. */
    void forget(Collection<String> keys) {
        display.forget(keys);
    }

    /** See {@link RowDisplay#forgetAllBut}. */
    void forgetAllBut(Set<String> known) {
        display.forgetAllBut(known);
    }

    /** The keys of all texts that are known. */
    Set<String> texts() {
        return display.texts();
    }

    /** Whether somebody is known behind this key. */
    boolean knows(String key) {
        return display.knows(key);
    }

    /** Whether the journal can be written; the screens are told at once when that changes. */
    void journalAway(boolean away) {
        boolean changed = away != journalAway;
        journalAway = away;
        if (changed) {
            beat();
        }
    }

    boolean isJournalAway() {
        return journalAway;
    }

    void beat() {
        if (!closed) {
            pulse.beat(now.hospital(), now.seq(), journalAway);
        }
    }

    /** Waits for the next deadline anew. */
    void setAlarm() {
        stopAlarm();
        Hospital hospital = now.hospital();
        if (hospital == null || closed) {
            return;
        }
        long wait = clock.rate() == 0 ? LONGEST_WAIT_MS : clock.millisUntil(TimeRules.nextDeadline(hospital));
        alarm = vertx.setTimer(wait, tick -> {
            alarm = NO_TIMER;
            deadlineReached.run();
        });
    }

    private void stopAlarm() {
        if (alarm != NO_TIMER) {
            boolean unused = vertx.cancelTimer(alarm);
            alarm = NO_TIMER;
        }
    }
}
