package flyt.domain.bed;

import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.event.StaffKey;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The condition of one bed: how clean, and whether it may be used. Who lies in it and who cleans it is told elsewhere.
 *
 * @param releasedAt when staff last released the room: who had officially gone by then, has left it
 * @param sharedBy the stays that share it on purpose
 */
public record Bed(
        Hygiene hygiene,
        @Nullable Closure closure,
        @Nullable Reservation reservation,
        @Nullable Instant releasedAt,
        List<StayId> sharedBy) {

    /** A bed nobody has said anything about: clean, made and open. */
    public static final Bed FRESH = new Bed(Hygiene.FRESH, null, null, null, List.of());

    /** Why, since when and until when a bed is closed. */
    public record Closure(CloseReason reason, Instant since, @Nullable Instant until) {}

    /** To whom or for what a bed is promised, until when, and by whom; {@code by} null: by a system. */
    public record Reservation(Instant until, @Nullable StayId stay, @Nullable String purpose, @Nullable StaffKey by) {}

    public Bed {
        sharedBy = List.copyOf(sharedBy);
    }

    /** When something about it ends by itself next (air change, reservation, closure), or null. */
    public @Nullable Instant nextEnd() {
        Instant promise = reservation == null ? null : reservation.until();
        Instant opening = closure == null ? null : closure.until();
        return earliest(earliest(hygiene.airChangeUntil(), promise), opening);
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    Bed with(Hygiene other) {
        return new Bed(other, closure, reservation, releasedAt, sharedBy);
    }

    Bed closed(@Nullable Closure by) {
        return new Bed(hygiene, by, reservation, releasedAt, sharedBy);
    }

    Bed reserved(@Nullable Reservation by) {
        return new Bed(hygiene, closure, by, releasedAt, sharedBy);
    }

    Bed released(Instant at) {
        Instant last = releasedAt != null && releasedAt.isAfter(at) ? releasedAt : at;
        return new Bed(hygiene, closure, reservation, last, sharedBy);
    }

    Bed sharedBy(List<StayId> stays) {
        return new Bed(hygiene, closure, reservation, releasedAt, stays);
    }
}
