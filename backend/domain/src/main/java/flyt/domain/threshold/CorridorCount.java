package flyt.domain.threshold;

import flyt.domain.place.WardId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who lay in a corridor at 07:00, counted once and never changed (domain 3.1: the national indicator).
 *
 * @param day the hospital's own date
 * @param wards those that count in the occupancy, by id
 * @param withoutBed admitted patients who had no bed place then: not the same, and counted apart
 * @param heardUntil when a fact that it was made from was told last; null: none ever was
 * @param madeAt when it was made where that was later, as after an outage; null: it was made at 07:00
 */
public record CorridorCount(
        LocalDate day, List<InWard> wards, int withoutBed, @Nullable Instant heardUntil, @Nullable Instant madeAt) {

    public CorridorCount {
        wards = List.copyOf(wards);
    }

    /** One ward. {@code patients}: all who lie there, those in the corridor among them. */
    public record InWard(WardId ward, int corridor, int patients) {}

    public int corridor() {
        return wards.stream().mapToInt(InWard::corridor).sum();
    }

    public int patients() {
        return wards.stream().mapToInt(InWard::patients).sum();
    }
}
