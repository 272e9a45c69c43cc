package flyt.intake.http;

import org.jspecify.annotations.Nullable;

/** What other systems call places, in the letters that ids have. */
public final class PlaceName {
    private static final int ID_MAX = 40;

    private PlaceName() {}

    /** {@code 4 East} becomes {@code 4-East}. Null for an empty name. */
    public static @Nullable String id(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String id = name.strip().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? null : id.substring(0, Math.min(ID_MAX, id.length()));
    }
}
