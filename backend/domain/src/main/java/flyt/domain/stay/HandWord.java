package flyt.domain.stay;

import flyt.domain.event.EventHeader;
import flyt.domain.event.StaffKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hand's word on one thing, with who said it and when.
 *
 * @param value null: nobody, none, no date
 * @param by null where the command did not say
 */
public record HandWord<T>(@Nullable T value, @Nullable StaffKey by, Instant at) {

    static <T> HandWord<T> of(@Nullable T value, EventHeader header) {
        return new HandWord<>(value, header.actor(), header.effectiveAt());
    }
}
