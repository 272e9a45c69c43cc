package flyt.domain.threshold;

import flyt.domain.place.WardId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure as another system told it last.
 *
 * @param ward null: of the whole hospital
 * @param value null: it is not known any more
 * @param at when it was so
 */
public record Told(Figure figure, @Nullable WardId ward, @Nullable Double value, Instant at) {
    /** A value that nobody has told again for so long is not known any more. */
    static final Duration HOLDS = Duration.ofMinutes(30);

    boolean isOf(Figure otherFigure, @Nullable WardId otherWard) {
        return figure == otherFigure && Objects.equals(ward, otherWard);
    }

    /** Whether it still counts. */
    boolean holds(Instant now) {
        return value != null && now.isBefore(at.plus(HOLDS));
    }
}
