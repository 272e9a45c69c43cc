package flyt.domain.priority;

import org.jspecify.annotations.Nullable;

/** Where in the house something is; what is not known is null. */
public record Spot(
        @Nullable String building,
        @Nullable String floor,
        @Nullable String ward,
        @Nullable String cluster,
        @Nullable String room) {

    /** Nobody knows where. */
    public static final Spot UNKNOWN = new Spot(null, null, null, null, null);
}
