package flyt.runtime;

import flyt.board.HouseCount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A day of a hospital's own calendar as it was, without anybody in it.
 *
 * @param from its first moment
 * @param to the first moment after it: 23, 24 or 25 hours later
 * @param synthetic whether the hospital is invented
 * @param curve how full it was, every half hour, as far as there is history
 * @param marks what somebody may want to see again, by time
 */
public record PastDay(
        Instant from, Instant to, ZoneId timeZone, boolean synthetic, List<Point> curve, List<Mark> marks) {
    public PastDay {
        curve = List.copyOf(curve);
        marks = List.copyOf(marks);
    }

    /** How full it was at a moment. */
    public record Point(Instant at, HouseCount count) {}

    /** A moment that somebody may want to see again. */
    public record Mark(Instant at, Kind kind) {}

    /** Why. Each has its source in {@link DayMarks}, and on the wire its name. */
    public enum Kind {
        /** 07:00, when patients without a bed are counted. */
        MORNING,
        /** When the hospital was at its fullest. */
        PEAK,
        /** When somebody declared a higher level of preparedness. */
        LEVEL_RAISED,
        /** When the one who had waited longest for a bed came to it. */
        LONGEST_WAIT
    }
}
