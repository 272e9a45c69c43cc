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
        List<StayId> sharedBy) {

    /** A bed nobody has said anything about: clean, made and open. */
    public static final Bed FRESH = new Bed(true, true, null, null, null, null, null, null, null, List.of());

    /** Why, since when and until when a bed is closed. */
    public record Closure(CloseReason reason, Instant since, @Nullable Instant until) {}

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
        return new Bed(clean, made, since, soiledAt, isolation, airChangeUntil, by, reservation, releasedAt, sharedBy);
    }

    Bed reserved(@Nullable Reservation by) {
        return new Bed(clean, made, since, soiledAt, isolation, airChangeUntil, closure, by, releasedAt, sharedBy);
    }

    Bed soiled(Instant at, @Nullable Isolation left, @Nullable Instant airUntil) {
        return new Bed(false, false, at, at, left, airUntil, closure, reservation, releasedAt, sharedBy);
    }

    Bed aired(Instant at) {
        return new Bed(clean, made, at, soiledAt, isolation, null, closure, reservation, releasedAt, sharedBy);
    }

    Bed cleaned(Instant at, boolean andMade) {
        return new Bed(true, andMade, at, soiledAt, null, null, closure, reservation, releasedAt, sharedBy);
    }

    /** Only a clean bed can be made; a late word does not undo what came after it. */
    Bed madeUp(Instant at) {
        if (!clean || (since != null && since.isAfter(at))) {
            return this;
        }
        return new Bed(
                clean, true, at, soiledAt, isolation, airChangeUntil, closure, reservation, releasedAt, sharedBy);
    }

    Bed released(Instant at) {
        Instant last = releasedAt != null && releasedAt.isAfter(at) ? releasedAt : at;
        return new Bed(clean, made, since, soiledAt, isolation, airChangeUntil, closure, reservation, last, sharedBy);
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
                List.copyOf(stays));
    }
}
