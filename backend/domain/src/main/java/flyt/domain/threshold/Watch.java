package flyt.domain.threshold;

import flyt.domain.event.StaffKey;
import flyt.domain.place.WardId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How a rule that is not at rest stands, in a ward or in the whole hospital.
 *
 * @param rule its id, or {@link Level#rule()}
 * @param since when its phase began
 * @param passedSince since when the limit is passed
 * @param firedAt when it became an alert; null: it has not (yet)
 * @param toldAt when it was told last
 */
public record Watch(
        String rule,
        @Nullable WardId ward,
        Phase phase,
        Instant since,
        Instant passedSince,
        @Nullable Instant firedAt,
        @Nullable Instant toldAt,
        @Nullable Response response)
        implements Comparable<Watch> {
    /*
     *            PASSED        FIRED           EASED          ENDED
     *   at rest ------> passed -----> alert <--------> easing -----> at rest
     *      ^--------------'     ENDED     RETURNED ----'
     */
    private static final Comparator<Watch> ORDER = Comparator.comparing(Watch::rule)
            .thenComparing(Watch::ward, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Where it stands. */
    public enum Phase {
        /** The limit is passed, not yet for long enough. */
        PASSED,
        ALERT,
        /** The figure is back, not yet for long enough. */
        EASING
    }

    /** What becomes of it. */
    public enum Step {
        PASSED,
        FIRED,
        /** Told again, since nobody has answered. */
        REPEATED,
        EASED,
        RETURNED,
        ENDED
    }

    /** What somebody answered to an alert. {@code did}: a key, the words are stored apart from the journal. */
    public record Response(Instant at, @Nullable StaffKey by, @Nullable String did) {}

    /**
     * By what it is judged.
     *
     * @param beyond whether the limit is passed
     * @param clear whether the figure is better than the lower limit
     */
    public record Judgement(
            boolean beyond, boolean clear, Duration after, Duration clearAfter, @Nullable Duration repeat) {}

    static Watch passed(String rule, @Nullable WardId ward, Instant at) {
        return new Watch(rule, ward, Phase.PASSED, at, at, null, null, null);
    }

    /** Whether it is an alert, be it one that is about to be over. */
    public boolean fired() {
        return phase != Phase.PASSED;
    }

    boolean isOf(String otherRule, @Nullable WardId otherWard) {
        return rule.equals(otherRule) && java.util.Objects.equals(ward, otherWard);
    }

    /** What becomes of it now, or null: nothing. {@code watch} null: it is at rest. */
    public static @Nullable Step next(@Nullable Watch watch, Judgement judged, Instant now) {
        if (watch == null) {
            return judged.beyond() ? Step.PASSED : null;
        }
        return switch (watch.phase) {
            case PASSED -> {
                if (!judged.beyond()) {
                    yield Step.ENDED;
                }
                yield lasted(watch.since, judged.after(), now) ? Step.FIRED : null;
            }
            case ALERT -> {
                if (judged.clear()) {
                    yield Step.EASED;
                }
                boolean again = judged.repeat() != null
                        && watch.response == null
                        && watch.toldAt != null
                        && lasted(watch.toldAt, judged.repeat(), now);
                yield again ? Step.REPEATED : null;
            }
            case EASING -> {
                if (!judged.clear()) {
                    yield Step.RETURNED;
                }
                yield lasted(watch.since, judged.clearAfter(), now) ? Step.ENDED : null;
            }
        };
    }

    private static boolean lasted(Instant since, Duration time, Instant now) {
        return !now.isBefore(since.plus(time));
    }

    /** It after a step that does not end it. */
    Watch after(Step step, Instant at) {
        return switch (step) {
            case PASSED -> this;
            case FIRED -> new Watch(rule, ward, Phase.ALERT, at, passedSince, at, at, null);
            case REPEATED -> new Watch(rule, ward, phase, since, passedSince, firedAt, at, response);
            case EASED -> new Watch(rule, ward, Phase.EASING, at, passedSince, firedAt, toldAt, response);
            case RETURNED -> new Watch(rule, ward, Phase.ALERT, at, passedSince, firedAt, toldAt, response);
            case ENDED -> throw new IllegalArgumentException("nothing is left of what has ended");
        };
    }

    Watch answered(Response answer) {
        return new Watch(rule, ward, phase, since, passedSince, firedAt, toldAt, answer);
    }

    /** By rule and place, the whole hospital first. */
    @Override
    public int compareTo(Watch other) {
        return ORDER.compare(this, other);
    }
}
