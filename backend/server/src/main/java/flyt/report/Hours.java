package flyt.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How often a period has each of the 24 hours of the day: of a day in autumn the hour from 2 counts twice, in spring not. */
final class Hours {
    private static final int OF_A_DAY = 24;
    private static final double SECONDS = 3600;

    private Hours() {}

    /** How many hours of the period each of the 24 is; a begun one counts by its part. */
    static double[] in(Instant from, Instant to, ZoneId zone) {
        double[] hours = new double[OF_A_DAY];
        ZonedDateTime hour = from.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        while (hour.toInstant().isBefore(to)) {
            ZonedDateTime next = hour.plusHours(1);
            Instant first = hour.toInstant().isBefore(from) ? from : hour.toInstant();
            Instant last = next.toInstant().isAfter(to) ? to : next.toInstant();
            hours[hour.getHour()] += Duration.between(first, last).toSeconds() / SECONDS;
            hour = next;
        }
        return hours;
    }
}
