package flyt.simulator.lab.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RosterSolverTest {

    private static final int STEPS = 1_000;

    @Test
    void eachHalfHourHasAsManyAsItNeedsAtFewHours() {
        int[] needed = new int[Hours.WEEK];
        for (int i = 0; i < needed.length; i++) {
            int hour = i % 48 / 2;
            needed[i] = hour >= 8 && hour < 16 ? 3 : 1;
        }
        List<Post> posts = RosterSolver.solve(needed, STEPS);
        int[] present = new int[Hours.WEEK];
        int paid = 0;
        for (Post post : posts) {
            Hours hours = Objects.requireNonNull(post.hours());
            assertThat(RosterSolver.LEGAL).contains(hours);
            paid += hours.length();
            for (int i = 0; i < hours.length(); i++) {
                present[hours.at(post.day(), i)]++;
            }
        }
        for (int i = 0; i < needed.length; i++) {
            assertThat(present[i]).as("half hour " + i).isGreaterThanOrEqualTo(needed[i]);
        }
        int least = Arrays.stream(needed).sum();
        assertThat(paid).isBetween(least, least * 125 / 100);
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        int[] needed = new int[Hours.WEEK];
        Arrays.fill(needed, 1);
        assertThat(lines(RosterSolver.solve(needed, 200))).isEqualTo(lines(RosterSolver.solve(needed, 200)));
    }

    @Test
    void aNightShiftOfSundayEndsOnMonday() {
        assertThat(new Hours(46, 16).at(6, 2)).isZero();
    }

    private static List<String> lines(List<Post> posts) {
        return posts.stream().map(post -> post.day() + " " + post.hours()).toList();
    }
}
