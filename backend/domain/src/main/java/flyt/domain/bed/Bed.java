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
 * @param since when it last changed; null: as it was when the hospital was defined
 * @param isolation what the room still carries after the last patient, until it is clean
 * @param airChangeUntil until when nobody enters, or null
 * @param sharedBy the stays that share it on purpose
 */
public record Bed(
        boolean clean,
        boolean made,
        @Nullable Instant since,
        @Nullable Isolation isolation,
        @Nullable Instant airChangeUntil,
        @Nullable Closure closure,
        @Nullable Reservation reservation,
        List<StayId> sharedBy) {

    /** A bed nobody has said anything about: clean, made and open. */
    public static final Bed FRESH = new Bed(true, true, null, null, null, null, null, List.of());

    /** Why, since when and until when a bed is closed. */
    public record Closure(CloseReason reason, Instant since, @Nullable Instant until) {}

    /** To whom or for what a bed is promised, until when. */
    public record Reservation(Instant until, @Nullable StayId stay, @Nullable String purpose) {}

    /** Whether the room must be left alone until its air has been changed. */
    public boolean airing() {
        return airChangeUntil != null;
    }

    Bed closed(@Nullable Closure by) {
        return new Bed(clean, made, since, isolation, airChangeUntil, by, reservation, sharedBy);
    }

    Bed reserved(@Nullable Reservation by) {
        return new Bed(clean, made, since, isolation, airChangeUntil, closure, by, sharedBy);
    }

    Bed soiled(Instant at, @Nullable Isolation left, @Nullable Instant airUntil) {
        return new Bed(false, false, at, left, airUntil, closure, reservation, List.of());
    }

    Bed aired(Instant at) {
        return new Bed(clean, made, at, isolation, null, closure, reservation, sharedBy);
    }

    Bed cleaned(Instant at, boolean andMade) {
        return new Bed(true, andMade, at, null, null, closure, reservation, sharedBy);
    }

    Bed madeUp(Instant at) {
        return new Bed(clean, true, at, isolation, airChangeUntil, closure, reservation, sharedBy);
    }

    Bed sharedBy(List<StayId> stays) {
        return new Bed(clean, made, since, isolation, airChangeUntil, closure, reservation, List.copyOf(stays));
    }
}
