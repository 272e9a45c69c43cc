package flyt.simulator.hospital;

import org.jspecify.annotations.Nullable;

/** A clean that a bed place needs after somebody has left it. */
public final class CleaningJob {

    private final Bed bed;
    private final @Nullable Isolation isolation;
    private final long orderedAt;

    /** Cleaners may start from here on: the air has been changed, and they know of it. */
    final long notBefore;

    @Nullable
    Colleague worker;

    /** Whether somebody who is not simulated has it, as was last told. */
    boolean byPeople;

    /** When it will be done; -1 before it is started. */
    long doneAt = -1;

    CleaningJob(Bed bed, @Nullable Isolation isolation, long orderedAt, long notBefore) {
        this.bed = bed;
        this.isolation = isolation;
        this.orderedAt = orderedAt;
        this.notBefore = notBefore;
    }

    public Bed bed() {
        return bed;
    }

    /** What the patient who left was isolated for, or null. */
    public @Nullable Isolation isolation() {
        return isolation;
    }

    /** {@code standard} or the word of the isolation. */
    public String kind() {
        return isolation == null ? "standard" : isolation.word();
    }

    public long orderedAt() {
        return orderedAt;
    }

    public long doneAt() {
        return doneAt;
    }

    /** Who does it; null before it is started. */
    public @Nullable Colleague worker() {
        return worker;
    }

    boolean infection() {
        return isolation != null && isolation.contagious();
    }
}
