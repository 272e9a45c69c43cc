package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order, a screen that only got the updates shows what a fresh one shows. */
class RowBookWalkTest {
    private static final int STEPS = 1_500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void updatesAddUpToAllRowsByteForByte(long seed) {
        Scene scene = new Scene();
        Walk walk = new Walk(scene, seed);
        for (int step = 0; step < STEPS; step++) {
            String what = walk.step();
            String where = "seed " + seed + ", step " + step + ": " + what;
            assertThat(scene.screen()).as(where).isEqualTo(scene.fresh());
            Set<String> places = new HashSet<>();
            for (RowUpdate update : scene.latest) {
                assertThat(places.add(update.stream().name() + " " + update.key()))
                        .as(where + " says " + update.key() + " once")
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void nothingOfAFailedCommitIsLeftInTheRows(long seed) {
        Scene scene = new Scene();
        Walk walk = new Walk(scene, seed);
        scene.letCommitsFail(1);
        for (int step = 0; step < STEPS / 5; step++) {
            String what = walk.step();
            String where = "seed " + seed + ", step " + step + ": " + what;
            assertThat(scene.screen()).as(where).isEqualTo(scene.fresh());
            assertThat(scene.read()).as(where).isEqualTo(scene.fresh());
        }
    }
}
