package flyt.intake.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that a date parameter asks for. A value is as long as it is written: {@code 2026-11-22} is that whole day,
 * in UTC where it says no zone.
 *
 * @param from null: since ever
 * @param before null: for ever
 */
record DateRange(@Nullable Instant from, @Nullable Instant before) {
    static final DateRange ALWAYS = new DateRange(null, null);

    /** {@code ge2026-11-22}; null for what is none, or has a prefix that is not known here. */
    static @Nullable DateRange parse(String text) {
        boolean prefixed = text.length() > 2 && Character.isLetter(text.charAt(0));
        DateRange value = value(prefixed ? text.substring(2) : text);
        if (value == null) {
            return null;
        }
        return switch (prefixed ? text.substring(0, 2) : "eq") {
            case "eq" -> value;
            case "ge" -> new DateRange(value.from, null);
            case "gt", "sa" -> new DateRange(value.before, null);
            case "le" -> new DateRange(null, value.before);
            case "lt", "eb" -> new DateRange(null, value.from);
            default -> null;
        };
    }

    private static @Nullable DateRange value(String text) {
        try {
            if (text.matches("\\d{4}")) {
                Year year = Year.parse(text);
                return days(year.atDay(1), year.plusYears(1).atDay(1));
            } else if (text.matches("\\d{4}-\\d\\d")) {
                YearMonth month = YearMonth.parse(text);
                return days(month.atDay(1), month.plusMonths(1).atDay(1));
            } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                LocalDate day = LocalDate.parse(text);
                return days(day, day.plusDays(1));
            }
            // a plus of a zone comes as a space where it was not encoded
            String zoned = text.replace(' ', '+');
            boolean hasZone = zoned.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
            Instant start = OffsetDateTime.parse(hasZone ? zoned : zoned + "Z").toInstant();
            return new DateRange(start, start.plus(1, unit(zoned)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ChronoUnit unit(String text) {
        if (text.contains(".")) {
            return ChronoUnit.MILLIS;
        }
        return text.matches(".*T\\d\\d:\\d\\d(Z|[+-].*)?") ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
    }

    private static DateRange days(LocalDate from, LocalDate before) {
        return new DateRange(
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                before.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** What is in both. */
    DateRange and(DateRange other) {
        return new DateRange(
                from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from,
                before == null || (other.before != null && other.before.isBefore(before)) ? other.before : before);
    }
}
