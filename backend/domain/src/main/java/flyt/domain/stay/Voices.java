package flyt.domain.stay;

import flyt.domain.event.EventHeader;
import flyt.domain.place.HospitalDefinition.Standing;
import org.jspecify.annotations.Nullable;

/** What systems and hands said of one thing, both kept as facts come by in their order. Used within one fold. */
final class Voices<T> {
    private final Standing standing;
    private @Nullable T reported;
    private @Nullable HandWord<T> hand;
    private boolean overtaken;

    Voices(Standing standing) {
        this.standing = standing;
    }

    /** A system says it. */
    void report(@Nullable T value) {
        reported = value;
        overtaken = true;
    }

    /** A hand says it, or (null) takes its word back. */
    void say(@Nullable Said<T> said, EventHeader header) {
        hand = said == null ? null : HandWord.of(said.value(), header);
        overtaken = false;
    }

    /** What shows. */
    @Nullable
    T shown() {
        HandWord<T> word = hand();
        return word == null ? reported : word.value();
    }

    /** The hand's word while it is the one that shows, else null. */
    @Nullable
    HandWord<T> hand() {
        return standing == Standing.HOLDS || !overtaken ? hand : null;
    }
}
