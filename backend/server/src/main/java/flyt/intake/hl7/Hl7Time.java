package flyt.intake.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment as senders write it: {@code 20261122}, {@code 202611221405}, {@code 20261122140500.123+0100}, 17 digits, and ISO 8601.
 *
 * @param dayOnly whether the hour was not said; the moment is the beginning of the day then
 */
record Hl7Time(Instant at, LocalDate day, boolean dayOnly) {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})" // the day
                    + "(?:[ T]?(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]?(\\d{1,9}))?)?)?)?" // the time
                    + "\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    /** What systems write for no time at all lies outside: 0001-01-01, 1753-01-01, 9999-12-31. */
    private static final int FIRST_YEAR = 1850;

    private static final int LAST_YEAR = 2199;

    /**
     * Null for what is no moment of the calendar, has no day, or stands for no time at all.
     *
     * @param zone of the sender, for what says none; an hour that summer time repeats is the first of the two, one it leaves out
     *     is an hour later
     */
    static @Nullable Hl7Time of(String text, ZoneId zone) {
        Matcher found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                return null;
            }
            if (found.group(4) == null) {
                return new Hl7Time(day.atStartOfDay(zone).toInstant(), day, true);
            }
            boolean endOfDay = number(found, 4) == 24 && number(found, 5) == 0 && number(found, 6) == 0;
            LocalTime time = endOfDay
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(
                            number(found, 4), number(found, 5), Math.min(number(found, 6), 59), nanos(found.group(7)));
            LocalDateTime local = LocalDateTime.of(endOfDay ? day.plusDays(1) : day, time);
            ZoneId of = found.group(8) == null ? zone : ZoneOffset.of(found.group(8));
            return new Hl7Time(local.atZone(of).toInstant(), day, false);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }

    /** Whole milliseconds, as everything here. */
    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000;
    }
}
