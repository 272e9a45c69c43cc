package flyt.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether whoever moves a patient has the right one (domain 3.9): they are at the bed, and the wristband was looked at there.
 *
 * @param confirmedAt when the wristband was found to be the patient's, or null
 * @param how by which way, or null
 * @param mismatchAt when a wristband of somebody else was scanned last, or null once the right one was
 */
public record BedsideCheck(
        Instant arrivedAt, @Nullable Instant confirmedAt, @Nullable Wristband how, @Nullable Instant mismatchAt) {

    /** How a wristband was looked at. */
    public enum Wristband {
        SCANNED,
        READ
    }

    static BedsideCheck arrived(Instant at) {
        return new BedsideCheck(at, null, null, null);
    }

    BedsideCheck confirmed(Instant at, Wristband way) {
        return new BedsideCheck(arrivedAt, at, way, null);
    }

    BedsideCheck mismatched(Instant at) {
        return new BedsideCheck(arrivedAt, null, null, at);
    }
}
