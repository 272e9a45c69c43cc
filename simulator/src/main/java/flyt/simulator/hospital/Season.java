package flyt.simulator.hospital;

import java.time.LocalDate;
import java.time.Month;

/**
 * What the time of the year does to a hospital (domain 2.3): winter fills medicine and infection, in July and in the weeks of
 * Christmas and Easter hardly anybody is called in, and after those weeks more come by themselves.
 */
enum Season {
    ORDINARY(1, 1, 1, 1, 0.02),
    WINTER(1.10, 1.40, 1, 1, 0.02),
    JULY(1, 1, 0.40, 1, 0.175),
    HOLIDAY(1, 1, 0.05, 1, 0.02),
    AFTER_HOLIDAY(1, 1, 1, 1.05, 0.02);

    private static final int WEEK = 7;

    /** Patients to medical wards, as a factor. */
    final double medical;

    /** Infections: patients to the ward for them, and isolations anywhere. */
    final double infection;

    /** Planned admissions. */
    final double planned;

    /** Arrivals at the emergency department. */
    final double emergency;

    /** Share of beds that are closed. */
    final double closedBeds;

    Season(double medical, double infection, double planned, double emergency, double closedBeds) {
        this.medical = medical;
        this.infection = infection;
        this.planned = planned;
        this.emergency = emergency;
        this.closedBeds = closedBeds;
    }

    /** The season of a day; holidays and the week after them go before the months. */
    static Season of(LocalDate day) {
        if (holiday(day)) {
            return HOLIDAY;
        }
        if (holiday(day.minusDays(WEEK))) {
            return AFTER_HOLIDAY;
        }
        return switch (day.getMonth()) {
            case JANUARY, FEBRUARY, MARCH -> WINTER;
            case JULY -> JULY;
            default -> ORDINARY;
        };
    }

    /** 24 December to 1 January, and from Palm Sunday to Easter Monday. */
    private static boolean holiday(LocalDate day) {
        boolean christmas = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 24 || day.getDayOfYear() == 1;
        LocalDate easter = easter(day.getYear());
        return christmas || !day.isBefore(easter.minusDays(WEEK)) && !day.isAfter(easter.plusDays(1));
    }

    /** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
