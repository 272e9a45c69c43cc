package flyt.access;

import org.jspecify.annotations.Nullable;

/**
 * A place inside a hospital that something is asked about; as much of it as the asker knows.
 *
 * @param ward the ward's id; null: not one ward
 * @param zone the id of the ward's zone for cleaners and porters; null: not one zone, or not known
 */
public record Where(@Nullable String ward, @Nullable String zone) {
    /** The whole hospital. */
    public static final Where WHOLE = new Where(null, null);

    /** One ward, whose zone does not matter or is not known. */
    public static Where ward(String ward) {
        return new Where(ward, null);
    }

    /** One zone. */
    public static Where zone(String zone) {
        return new Where(null, zone);
    }
}
