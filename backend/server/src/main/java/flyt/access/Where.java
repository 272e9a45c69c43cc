package flyt.access;

import org.jspecify.annotations.Nullable;

/**
 * A place inside a hospital that something is asked about; as much of it as the asker knows.
 *
 * @param ward the ward's id; null: not one ward
 * @param zone the id of the ward's zone for cleaners and porters; null: not one zone, or not known
 * @param visit the visit number of the stay; null: it is about no stay
 */
public record Where(@Nullable String ward, @Nullable String zone, @Nullable String visit) {
    /** The whole hospital. */
    public static final Where WHOLE = new Where(null, null);

    /** A ward in a zone. */
    public Where(@Nullable String ward, @Nullable String zone) {
        this(ward, zone, null);
    }

    /** One ward, whose zone does not matter or is not known. */
    public static Where ward(String ward) {
        return new Where(ward, null);
    }

    /** One zone. */
    public static Where zone(String zone) {
        return new Where(null, zone);
    }

    /** The same, about this stay. */
    public Where about(String stay) {
        return new Where(ward, zone, stay);
    }
}
