package flyt.simulator.hospital;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hospital's calendar: what the clock on its wall says at a moment, and back; right on the nights of 23 and 25 hours. */
public record WallClock(ZoneId zone) {

    private ZonedDateTime local(long time) {
        return Instant.ofEpochSecond(time).atZone(zone);
    }

    /** 0 to 23. */
    public int hour(long time) {
        return local(time).getHour();
    }

    /** Minutes since midnight by the wall, 0 to 1439. */
    public int minuteOfDay(long time) {
        return local(time).getHour() * 60 + local(time).getMinute();
    }

    public LocalDate date(long time) {
        return local(time).toLocalDate();
    }

    public DayOfWeek weekday(long time) {
        return local(time).getDayOfWeek();
    }

    public boolean weekend(long time) {
        return weekday(time).getValue() >= 6;
    }

    /** The moment when the wall shows this many minutes after midnight on that day. */
    public long at(LocalDate day, double minuteOfDay) {
        long seconds = StrictMath.round(minuteOfDay * 60);
        return day.plusDays(Math.floorDiv(seconds, 86_400L))
                .atStartOfDay()
                .plusSeconds(Math.floorMod(seconds, 86_400L))
                .atZone(zone)
                .toEpochSecond();
    }

    /** The first moment after {@code time} when the wall shows this minute of the day. */
    public long next(long time, int minuteOfDay) {
        long today = at(date(time), minuteOfDay);
        return today > time ? today : at(date(time).plusDays(1), minuteOfDay);
    }
}
