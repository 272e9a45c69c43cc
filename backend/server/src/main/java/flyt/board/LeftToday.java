package flyt.board;

import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From which ward each stay was discharged today. For one thread; begun anew each day. */
final class LeftToday {
    private final Map<StayId, WardId> wards = new HashMap<>();
    private final Map<WardId, Integer> numbers = new HashMap<>();

    /** The stay was discharged today from this ward, or (null) was not. */
    void set(StayId stay, @Nullable WardId ward) {
        WardId before = ward == null ? wards.remove(stay) : wards.put(stay, ward);
        if (before != null) {
            numbers.merge(before, -1, Integer::sum);
        }
        if (ward != null) {
            numbers.merge(ward, 1, Integer::sum);
        }
    }

    int from(WardId ward) {
        return numbers.getOrDefault(ward, 0);
    }
}
