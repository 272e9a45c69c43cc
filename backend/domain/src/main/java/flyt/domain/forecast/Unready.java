package flyt.domain.forecast;

import flyt.domain.forecast.RollCall.InWard;

/** How many of a ward's open beds hold nobody and are not ready either, by the hour of the day. Used by one thread. */
final class Unready {
    private final double[] beds = new double[Newcomers.HOURS_OF_A_DAY];
    private final int[] times = new int[Newcomers.HOURS_OF_A_DAY];

    /** Who lies in a place that is no bed of the plan counts against it: the number may be below 0. */
    void saw(int hourOfDay, InWard ward) {
        beds[hourOfDay] += ward.open() - ward.ready() - ward.patients();
        times[hourOfDay]++;
    }

    Spread expected(int hourOfDay) {
        double mean = times[hourOfDay] == 0 ? 0 : beds[hourOfDay] / times[hourOfDay];
        return new Spread(mean, StrictMath.abs(mean));
    }
}
