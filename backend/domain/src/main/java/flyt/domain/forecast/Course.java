package flyt.domain.forecast;

import java.util.Arrays;

/**
 * How many will lie in a place, hour by hour. Where nobody has looked so far from such an hour yet, tomorrow goes as today: as many
 * as a day earlier, to which it comes back by and by, else as many as before. Used by one thread.
 */
final class Course {
    private final double[] patients = new double[Forecast.HOURS + 1];

    /** {@code now}: how many lie there. */
    Course(int now) {
        Arrays.fill(patients, now);
    }

    /** So many at that hour, and for the time being after it. */
    void put(int hours, double mean) {
        Arrays.fill(patients, hours, patients.length, mean);
    }

    /** How many to expect at that hour, where nobody has looked farther than {@code looked}. */
    double goesOn(int hours, int looked) {
        int day = Newcomers.HOURS_OF_A_DAY;
        if (looked < day) {
            return patients[looked];
        }
        double grown = patients[looked] - patients[looked - day];
        return patients[hours - day] + grown * StrictMath.max(0, 1 - (double) (hours - looked) / day);
    }
}
