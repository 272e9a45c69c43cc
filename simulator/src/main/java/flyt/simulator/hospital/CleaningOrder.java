package flyt.simulator.hospital;

import java.util.Comparator;

/**
 * Which clean comes first: class 1 (now) to 4 (this shift), the least slack first inside a class.
 *
 * <p>A job that has waited longer than twice its time rises by one class, so none is forgotten.
 */
final class CleaningOrder {

    private static final int[] MINUTES = {0, 25, 45, 90, 240};

    private final House house;

    CleaningOrder(House house) {
        this.house = house;
    }

    Comparator<CleaningJob> byNeed() {
        return Comparator.<CleaningJob>comparingInt(this::need)
                .thenComparingLong(this::slack)
                .thenComparing(job -> job.bed().id());
    }

    /** 1 to 4. */
    int need(CleaningJob job) {
        int need = fresh(job);
        boolean late = house.now() - job.orderedAt() > 2L * MINUTES[need] * House.MINUTE;
        return late && need > 1 ? need - 1 : need;
    }

    private int fresh(CleaningJob job) {
        Bed bed = job.bed();
        Stay expected = bed.promisedTo();
        if (bed.ward().profile != null && bed.ward().profile.field() == WardProfile.Field.INTENSIVE) {
            return 1;
        }
        if (expected != null) {
            BedRequest request = expected.request;
            boolean soon = request == null || request.notBefore - house.now() <= 30 * House.MINUTE;
            return soon ? 1 : 2;
        }
        return bed.ward().readyBeds() == 0 ? 2 : 3;
    }

    private long slack(CleaningJob job) {
        Isolation isolation = job.isolation();
        double service = isolation == null ? 14 : isolation.cleanMean;
        return job.orderedAt() + StrictMath.round((MINUTES[need(job)] - 3.5 - service) * House.MINUTE);
    }
}
