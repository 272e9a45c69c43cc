package flyt.domain.forecast;

import flyt.domain.forecast.Memory.OfUnready;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.place.WardId;

/** How many of a ward's open beds hold nobody and are not ready either, by the hour of the day. Used by one thread. */
final class Unready {
    private final int[] beds = new int[Newcomers.HOURS_OF_A_DAY];
    private final int[] times = new int[Newcomers.HOURS_OF_A_DAY];

    /** Who lies in a place that is no bed of the plan counts against it: the number may be below 0. */
    void saw(int hourOfDay, InWard ward) {
        beds[hourOfDay] += ward.open() - ward.ready() - ward.patients();
        times[hourOfDay]++;
    }

    OfUnready memory(WardId ward) {
        return new OfUnready(ward, Counts.of(beds), Counts.of(times));
    }

    /** As {@link #memory} told it. */
    void take(OfUnready kept) {
        Counts.fill(beds, kept.beds());
        Counts.fill(times, kept.times());
    }

    Spread expected(int hourOfDay) {
        double mean = times[hourOfDay] == 0 ? 0 : (double) beds[hourOfDay] / times[hourOfDay];
        return new Spread(mean, StrictMath.abs(mean));
    }
}
