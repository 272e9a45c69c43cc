package flyt.access;

import flyt.board.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of rows shows, as the table of roles has it: {@code ward.3} is the view {@link View#WARD} at level 3, {@code names}
 * the same at level 4.
 *
 * @param level 1 for views without levels
 */
public record Shown(View view, String scope, int level) {

    /** What this stream shows; null: there is no such view. */
    public static @Nullable Shown in(Stream stream) {
        String name = stream.view();
        if (name.equals("names")) {
            return new Shown(View.WARD, stream.scope(), View.LEVEL_MAX);
        } else if (name.matches("ward\\.[123]")) {
            return new Shown(View.WARD, stream.scope(), name.charAt(name.length() - 1) - '0');
        }
        View view = View.of(name);
        return view == null || view.hasLevels() ? null : new Shown(view, stream.scope(), 1);
    }

    /** Whether patients are in it, so that looking is remembered. */
    public boolean tellsOfPatients() {
        return (view == View.WARD && level > 1) || view == View.REQUESTS;
    }

    /** Where that is. {@code zone}: of the ward; null: it is of no ward, or not known. */
    public Where where(@Nullable String zone) {
        Where where = view.where(scope);
        return where.ward() == null ? where : new Where(where.ward(), zone);
    }
}
