package flyt.board;

import java.util.regex.Pattern;

/**
 * One view of one scope of one hospital at one level: what a screen subscribes to.
 *
 * <p>Written {@code FJO/ward.3/LUN}: hospital, view with its level where it has one, scope. All three are
 * {@code [A-Za-z0-9._-]{1,40}}; anything else is an {@link IllegalArgumentException}. Whether the hospital, the view
 * and the scope exist is not asked here.
 *
 * @param hospital the hospital's id
 * @param view {@code ward.1} to {@code ward.3}, {@code names}, {@code house}, {@code capacity}, {@code beds}, {@code tasks}, {@code conflicts},
 *     {@code forecast}, {@code requests}
 * @param scope a ward's id, of {@code tasks} also a zone's, or {@code -} for the whole hospital
 */
public record Stream(String hospital, String view, String scope) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    public Stream {
        check("hospital", hospital);
        check("view", view);
        check("scope", scope);
    }

    /**
     * The stream of a ward's board.
     *
     * @param level 1 (an unknown screen) to 3 (staff only)
     */
    public static Stream ward(String hospital, String ward, int level) {
        if (level < 1 || level > 3) {
            throw new IllegalArgumentException("level must be 1, 2 or 3");
        }
        return new Stream(hospital, "ward." + level, ward);
    }

    /** The stream with this {@link #name()}. */
    public static Stream parse(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a stream is hospital/view/scope");
        }
        return new Stream(parts[0], parts[1], parts[2]);
    }

    /** The stream as written on the wire: {@code FJO/ward.3/LUN}. */
    public String name() {
        return hospital + "/" + view + "/" + scope;
    }

    private static void check(String what, String value) {
        if (!PART.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must be 1 to 40 of A-Z a-z 0-9 . _ -");
        }
    }
}
