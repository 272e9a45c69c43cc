package flyt.domain.bed;

import flyt.domain.stay.Isolation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How clean a bed and its room are.
 *
 * @param since when that last changed; null: as it was when the hospital was defined
 * @param soiledAt when it last became dirty, or null; a clean that was done before counts no longer
 * @param isolation what the room still carries after the last patient, until it is clean
 * @param airChangeUntil until when nobody enters, or null
 * @param madeAt when somebody last said that it was made
 * @param lastClean the last clean that would do for a new patient; who turns out to have left before it left no dirt
 */
public record Hygiene(
        boolean clean,
        boolean made,
        @Nullable Instant since,
        @Nullable Instant soiledAt,
        @Nullable Isolation isolation,
        @Nullable Instant airChangeUntil,
        @Nullable Instant madeAt,
        @Nullable Clean lastClean) {

    /** Clean and made; nobody has said anything. */
    static final Hygiene FRESH = new Hygiene(true, true, null, null, null, null, null, null);

    /** A clean that was done, and whether the bed was made after it. */
    public record Clean(Instant at, boolean made) {}

    /** Whether the room must be left alone until its air has been changed. */
    public boolean airing() {
        return airChangeUntil != null;
    }

    Hygiene soiled(Instant at, @Nullable Isolation left, @Nullable Instant airUntil) {
        return new Hygiene(false, false, at, at, left, airUntil, madeAt, lastClean);
    }

    Hygiene aired(Instant at) {
        return new Hygiene(clean, made, at, soiledAt, isolation, null, madeAt, lastClean);
    }

    /** Clean; and made where that is said, or was said before about a later moment. */
    Hygiene cleaned(Instant at, boolean andMade) {
        boolean madeSince = madeAt != null && !madeAt.isBefore(at);
        boolean nowMade = andMade || madeSince;
        return new Hygiene(
                true, nowMade, madeSince ? madeAt : at, soiledAt, null, null, madeAt, new Clean(at, nowMade));
    }

    /** Only a clean bed can be made; a late word does not undo what came after it, an early one is kept for the clean. */
    Hygiene madeUp(Instant at) {
        if (since != null && since.isAfter(at)) {
            return this;
        }
        if (!clean) {
            return new Hygiene(false, made, since, soiledAt, isolation, airChangeUntil, at, lastClean);
        }
        Clean andMade = lastClean == null ? null : new Clean(lastClean.at(), true);
        return new Hygiene(true, true, at, soiledAt, isolation, airChangeUntil, at, andMade);
    }
}
