package flyt.simulator.hospital;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody's need of a bed in a ward, from when it is known until the patient lies in it. */
final class BedRequest {

    /** Where the patient comes from, which says how long the bed may take. */
    enum Origin {
        /** Waits in the emergency department. */
        EMERGENCY,
        /** Comes from home on an agreed day. */
        PLANNED,
        /** Lies in another ward meanwhile. */
        WARD,
        /** Lies in the corridor or another ward's bed, or in a room that does not suit the isolation. */
        MISPLACED
    }

    final Stay stay;
    final Ward ward;
    final Origin origin;
    final long since;

    /** Earliest moment to move. */
    final long notBefore;

    /** What happens when the bed stands ready and the time has come. */
    final Runnable move;

    @Nullable
    Bed bed;

    /** Whether people who are not simulated have promised that bed. */
    boolean byPeople;

    /** The beds the desk has promised for it, which are nobody else's wish though they are told back. */
    final Set<Bed> own = new HashSet<>();

    BedRequest(Stay stay, Ward ward, Origin origin, long since, long notBefore, Runnable move) {
        this.stay = stay;
        this.ward = ward;
        this.origin = origin;
        this.since = since;
        this.notBefore = notBefore;
        this.move = move;
    }

    Bed assigned() {
        if (bed == null) {
            throw new IllegalStateException("no bed assigned to " + stay.visit());
        }
        return bed;
    }
}
