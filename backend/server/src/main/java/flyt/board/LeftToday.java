package flyt.board;

import flyt.domain.capacity.Hourly;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From which ward each stay was discharged today, and when. For one thread; begun anew each day. */
final class LeftToday {

    /** {@code hour}: of the hospital's day. */
    record Left(WardId ward, int hour) {}

    private final Map<StayId, Left> stays = new HashMap<>();
    private final Map<WardId, Hourly> wards = new HashMap<>();

    /** The stay was discharged like this today, or (null) was not. */
    void set(StayId stay, @Nullable Left left) {
        Left before = left == null ? stays.remove(stay) : stays.put(stay, left);
        if (before != null) {
            add(before, -1);
        }
        if (left != null) {
            add(left, 1);
        }
    }

    private void add(Left left, int more) {
        wards.computeIfAbsent(left.ward(), ward -> new Hourly()).add(left.hour(), more);
    }

    /** By hour. Not to be changed. */
    Hourly from(WardId ward) {
        return wards.getOrDefault(ward, new Hourly());
    }
}
