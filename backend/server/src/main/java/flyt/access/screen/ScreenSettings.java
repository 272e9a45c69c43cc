package flyt.access.screen;

import flyt.access.Naming;
import flyt.access.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a screen is and shows, as an administrator sets it.
 *
 * @param name what people call it: {@code Lunge vaktrom}
 * @param place where it hangs: {@code Vaktrom, 3. etasje}
 * @param view {@link View#WARD} or {@link View#HOUSE}
 * @param scope a ward's id, or {@code -} for the whole hospital
 * @param clusters ids; none: the whole scope
 * @param level 1 to 3
 * @param diagonalInches of the panel, for the warning about small letters; null: not told
 * @param distanceMetres from which it is read; null: not told
 */
public record ScreenSettings(
        String name,
        String place,
        String hospital,
        View view,
        String scope,
        List<String> clusters,
        int level,
        Naming naming,
        @Nullable Double diagonalInches,
        @Nullable Double distanceMetres) {
    public ScreenSettings {
        clusters = List.copyOf(clusters);
    }
}
