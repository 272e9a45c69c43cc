package flyt.domain.forecast;

import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import flyt.domain.stay.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands at a moment, as far as it says where they will lie later: those who stand alike are counted together.
 *
 * @param days until the day they are expected to leave: -1 overdue, {@link #DAYS} or more, null not said
 * @param timed whether the hour of leaving has been said
 * @param hours {@link Phase#COMING}: until they are expected, in steps of three, null not said; {@link Phase#ARRIVED}: since they came
 */
public record Standing(
        Phase phase, @Nullable Integer days, @Nullable Readiness readiness, boolean timed, @Nullable Integer hours) {
    private static final int DAYS = 5;
    private static final int STEP_HOURS = 3;
    private static final int MOST_STEPS = 9;
    private static final int LEAST_STEPS = -2;
    private static final int MOST_HOURS = 11;

    /** Where somebody is on the way through the house. */
    public enum Phase {
        /** In a ward's bed. */
        LYING,
        /** In a ward's bed, and expected in another ward. */
        MOVING,
        /** In no ward's bed, and expected in a ward or there without a bed. */
        COMING,
        /** As {@link #COMING}, and not in the house yet. */
        PLANNED,
        /** In the house, in no ward, and expected in none: in the emergency department. */
        ARRIVED;

        private static final double MEAN_STAY_HOURS = 3.9 * 24;
        private static final double ADMITTED = 0.61;

        /** The share in a ward so many hours later, as long as nobody has been seen: national figures (domain 2.2, 2.4). */
        double atFirst(int hours) {
            return stays(hours) * (this == ARRIVED ? ADMITTED : 1);
        }

        /** The share of those who lie in a ward that still does so many hours later, by the same figures. */
        static double stays(int hours) {
            return StrictMath.exp(-hours / MEAN_STAY_HOURS);
        }
    }

    /** {@code counted}: the wards in which one lies. */
    public static Standing of(Course course, Set<WardId> counted, Instant at, ZoneId zone) {
        boolean inWard =
                course.place() != null && counted.contains(course.place().ward());
        boolean lies = inWard && course.place().bed() != null;
        Course.Incoming incoming = course.incoming();
        boolean expected = incoming != null && counted.contains(incoming.place().ward());
        if (lies && expected) {
            return new Standing(Phase.MOVING, null, null, false, null);
        }
        if (lies) {
            return new Standing(
                    Phase.LYING,
                    days(course.expectedOn(), at.atZone(zone).toLocalDate()),
                    course.readiness(),
                    course.expectedAt() != null,
                    null);
        }
        if (expected || inWard) {
            Instant due = expected ? incoming.at() : at;
            return new Standing(course.inHouse() ? Phase.COMING : Phase.PLANNED, null, null, false, steps(due, at));
        }
        return new Standing(Phase.ARRIVED, null, null, false, hours(course.admittedAt(), at));
    }

    private static @Nullable Integer days(@Nullable LocalDate expected, LocalDate today) {
        return expected == null
                ? null
                : (int) StrictMath.max(-1, StrictMath.min(DAYS, ChronoUnit.DAYS.between(today, expected)));
    }

    private static @Nullable Integer steps(@Nullable Instant due, Instant at) {
        if (due == null) {
            return null;
        }
        long steps = StrictMath.floorDiv(Duration.between(at, due).toMinutes(), STEP_HOURS * 60);
        return (int) StrictMath.max(LEAST_STEPS, StrictMath.min(MOST_STEPS, steps));
    }

    private static @Nullable Integer hours(@Nullable Instant since, Instant at) {
        return since == null
                ? null
                : (int) StrictMath.min(MOST_HOURS, Duration.between(since, at).toHours());
    }
}
