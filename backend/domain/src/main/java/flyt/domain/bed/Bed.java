package flyt.domain.bed;

import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The condition of one bed: how clean, and whether it may be used. Who lies in it and who cleans it is told elsewhere.
 *
 * @param since when how clean it is last changed; null: as it was when the hospital was defined
 * @param soiledAt when it last became dirty, or null; a clean that was done before counts no longer
 * @param isolation what the room still carries after the last patient, until it is clean
 * @param airChangeUntil until when nobody enters, or null
 * @param releasedAt when staff last released the room: who had officially gone by then, has left it
 * @param madeAt when somebody last said that it was made
 * @param lastClean the last clean that would do for a new patient; who turns out to have left before it left no dirt
 * @param sharedBy the stays that share it on purpose
 */
public record Bed(
        boolean clean,
        boolean made,
        @Nullable Instant since,
        @Nullable Instant soiledAt,
        @Nullable Isolation isolation,
        @Nullable Instant airChangeUntil,
        @Nullable Closure closure,
        @Nullable Reservation reservation,
        @Nullable Instant releasedAt,
        @Nullable Instant madeAt,
        @Nullable Clean lastClean,
        List<StayId> sharedBy) {

    /** A bed nobody has said anything about: clean, made and open. */
    public static final Bed FRESH =
            new Bed(true, true, null, null, null, null, null, null, null, null, null, List.of());

    /** Why, since when and until when a bed is closed. */
    public record Closure(CloseReason reason, Instant since, @Nullable Instant until) {}

    /** A clean that was done, and whether the bed was made after it. */
    public record Clean(Instant at, boolean made) {}

    /** To whom or for what a bed is promised, until when. */
    public record Reservation(Instant until, @Nullable StayId stay, @Nullable String purpose) {}

    /** Whether the room must be left alone until its air has been changed. */
    public boolean airing() {
        return airChangeUntil != null;
    }

    /** When something about it ends by itself next (air change, reservation, closure), or null. */
    public @Nullable Instant nextEnd() {
        Instant promise = reservation == null ? null : reservation.until();
        Instant opening = closure == null ? null : closure.until();
        return earliest(earliest(airChangeUntil, promise), opening);
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    Bed closed(@Nullable Closure by) {
        return new Bed(
                clean,
                made,
                since,
                soiledAt,
                isolation,
                airChangeUntil,
                by,
                reservation,
                releasedAt,
                madeAt,
                lastClean,
                sharedBy);
    }

    Bed reserved(@Nullable Reservation by) {
        return new Bed(
                clean,
                made,
                since,
                soiledAt,
                isolation,
                airChangeUntil,
                closure,
                by,
                releasedAt,
                madeAt,
                lastClean,
                sharedBy);
    }

    Bed soiled(Instant at, @Nullable Isolation left, @Nullable Instant airUntil) {
        return new Bed(
                false, false, at, at, left, airUntil, closure, reservation, releasedAt, madeAt, lastClean, sharedBy);
    }

    Bed aired(Instant at) {
        return new Bed(
                clean,
                made,
                at,
                soiledAt,
                isolation,
                null,
                closure,
                reservation,
                releasedAt,
                madeAt,
                lastClean,
                sharedBy);
    }

    /** Clean; and made where that is said, or was said before about a later moment. */
    Bed cleaned(Instant at, boolean andMade) {
        boolean madeSince = madeAt != null && !madeAt.isBefore(at);
        return new Bed(
                true,
                andMade || madeSince,
                madeSince ? madeAt : at,
                soiledAt,
                null,
                null,
                closure,
                reservation,
                releasedAt,
                madeAt,
                new Clean(at, andMade || madeSince),
                sharedBy);
    }

    /** Only a clean bed can be made; a late word does not undo what came after it, an early one is kept for the clean. */
    Bed madeUp(Instant at) {
        if (since != null && since.isAfter(at)) {
            return this;
        }
        return new Bed(
                clean,
                clean || made,
                clean ? at : since,
                soiledAt,
                isolation,
                airChangeUntil,
                closure,
                reservation,
                releasedAt,
                at,
                clean && lastClean != null ? new Clean(lastClean.at(), true) : lastClean,
                sharedBy);
    }

    Bed released(Instant at) {
        Instant last = releasedAt != null && releasedAt.isAfter(at) ? releasedAt : at;
        return new Bed(
                clean,
                made,
                since,
                soiledAt,
                isolation,
                airChangeUntil,
                closure,
                reservation,
                last,
                madeAt,
                lastClean,
                sharedBy);
    }

    Bed sharedBy(List<StayId> stays) {
        return new Bed(
                clean,
                made,
                since,
                soiledAt,
                isolation,
                airChangeUntil,
                closure,
                reservation,
                releasedAt,
                madeAt,
                lastClean,
                List.copyOf(stays));
    }
}
