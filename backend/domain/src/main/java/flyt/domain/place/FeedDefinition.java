package flyt.domain.place;

import flyt.domain.place.HospitalDefinition.Carried;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system that reports, and what it is the source of.
 *
 * @param source the sender's id in its reports
 * @param carries which values on the boards it feeds
 * @param silentAfterMinutes how long without a word before it counts as silent, 06 to 22
 * @param silentAfterMinutesAtNight the same, 22 to 06
 * @param norms the same for hours and days of their own; the first that fits counts before both
 * @param rejectsPercent above which share of its last messages too many are rejected
 * @param owner whom to tell, as a name and a telephone number; null: nobody in particular
 */
public record FeedDefinition(
        String source,
        String name,
        List<Carried> carries,
        int silentAfterMinutes,
        int silentAfterMinutesAtNight,
        List<Norm> norms,
        int rejectsPercent,
        @Nullable String owner) {
    /** Where a hospital does not say. */
    public static final int REJECTS_PERCENT = 20;

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    public FeedDefinition {
        carries = List.copyOf(carries);
        norms = norms == null ? List.of() : List.copyOf(norms);
        rejectsPercent = rejectsPercent == 0 ? REJECTS_PERCENT : rejectsPercent;
    }

    /** One of which nothing more is said. */
    public FeedDefinition(
            String source, String name, List<Carried> carries, int silentAfterMinutes, int silentAfterMinutesAtNight) {
        this(source, name, carries, silentAfterMinutes, silentAfterMinutesAtNight, List.of(), REJECTS_PERCENT, null);
    }

    /** How long it may be silent at this hour, by the hospital's clock. */
    public Duration silentAfter(LocalDateTime at) {
        int usual = at.toLocalTime().isBefore(MORNING) || !at.toLocalTime().isBefore(NIGHT)
                ? silentAfterMinutesAtNight
                : silentAfterMinutes;
        return Duration.ofMinutes(norms.stream()
                .filter(norm -> norm.covers(at))
                .findFirst()
                .map(Norm::silentAfterMinutes)
                .orElse(usual));
    }

    /**
     * How long a feed may be silent in some hours of some days.
     *
     * @param days none: every day
     * @param from the first minute, by the hospital's clock
     * @param to the minute after the last; 00:00 is the end of the day
     */
    public record Norm(List<DayOfWeek> days, LocalTime from, LocalTime to, int silentAfterMinutes) {
        public Norm {
            days = List.copyOf(days);
        }

        boolean covers(LocalDateTime at) {
            LocalTime hour = at.toLocalTime();
            return (days.isEmpty() || days.contains(at.getDayOfWeek()))
                    && !hour.isBefore(from)
                    && (hour.isBefore(to) || to.equals(LocalTime.MIDNIGHT));
        }
    }
}
