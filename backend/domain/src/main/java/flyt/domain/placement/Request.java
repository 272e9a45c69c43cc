package flyt.domain.placement;

import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A patient who waits for a bed: the unit first, the bed later. Which bed is promised is told by the bed's reservation alone.
 *
 * @param stay as it was asked for; merges are resolved where it is read
 * @param to the ward whose patient it is to be
 * @param sex with whom a room may be shared; null: nobody said
 * @param readyAt from when the patient can be moved; null: at once
 * @param since when the need became known
 * @param byItself whether it followed from what a system reports, and ends with it
 * @param asked which ward is to answer
 */
public record Request(
        RequestId id,
        StayId stay,
        WardId to,
        SortedSet<BedNeed> needs,
        @Nullable Sex sex,
        @Nullable Instant readyAt,
        Instant since,
        boolean byItself,
        Asked asked) {

    /**
     * The ward that was asked to receive the patient.
     *
     * @param by when it should have answered
     * @param overdue whether that time has passed without an answer
     */
    public record Asked(WardId ward, Instant by, boolean overdue, @Nullable Reply reply) {}

    /** What the ward said. {@code reason}: of a no. */
    public record Reply(boolean accepted, @Nullable DeclineReason reason, Instant at) {}

    public Request {
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }

    /** Whether the ward said yes. */
    public boolean accepted() {
        return asked.reply() != null && asked.reply().accepted();
    }

    /** Whether the ward said no. */
    public boolean declined() {
        return asked.reply() != null && !asked.reply().accepted();
    }

    /** When silence becomes overdue, or null when it has or there is an answer. */
    @Nullable
    Instant due() {
        return asked.reply() == null && !asked.overdue() ? asked.by() : null;
    }

    Request asking(Asked other) {
        return new Request(id, stay, to, needs, sex, readyAt, since, byItself, other);
    }
}
