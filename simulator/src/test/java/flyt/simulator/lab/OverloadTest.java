package flyt.simulator.lab;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.priority.Skill;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What no policy can do with a roster, and what it would take. */
class OverloadTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final Roster ONE = LabJobs.oneCleaner(Set.of());

    @Test
    void ofTwentyHoursAtOnceOneCleanerBeginsFiveInTime() {
        Demand twenty = hours(20, "clean-standard");
        assertThat(Overload.of(twenty, ONE, FOUR_HOURS))
                .as("begun at 0, 1, 2, 3 and 4")
                .isEqualTo(15);
        assertThat(Overload.of(twenty, ONE, Duration.ofHours(30)))
                .as("eight of seven hours on duty, and eight of the next day's")
                .isEqualTo(4);
        assertThat(Overload.of(hours(5, "clean-standard"), ONE, FOUR_HOURS)).isZero();
    }

    @Test
    void whatNeedsASkillWaitsForThoseWhoHaveIt() {
        Demand infection = hours(3, "clean-contact");
        assertThat(Overload.of(infection, ONE, FOUR_HOURS))
                .as("nobody is trained")
                .isEqualTo(3);
        assertThat(Overload.of(infection, LabJobs.oneCleaner(Set.of(Skill.INFECTION)), FOUR_HOURS))
                .isZero();
    }

    @Test
    void noPolicyHasFewer() {
        List<Trial> trials = Policy.NAMED.stream()
                .map(policy -> new Trial(policy.name(), policy, ONE))
                .toList();
        Demand busy = LabJobs.recorded(3, 3);
        Study study = Study.of(ONE.team(), List.of(3L), run -> busy, trials, finished -> {});
        for (Trial trial : trials) {
            Study.Result result = study.result(trial.name());
            assertThat(result.mean(Figure.UNAVOIDABLE)).isGreaterThan(50);
            assertThat(result.mean(Figure.OVER_MAXIMUM) + result.mean(Figure.UNDONE))
                    .as(trial.name())
                    .isGreaterThanOrEqualTo(result.mean(Figure.UNAVOIDABLE));
        }
    }

    @Test
    void theSmallestAdditionIsNamed() {
        Relief relief = Relief.of(LabJobs.oneCleaner(Set.of()), List.of(hours(5, "clean-standard")));
        assertThat(relief.people()).isEqualTo(1);
        assertThat(relief.more().hours()).isEqualTo(1);
        assertThat(relief.sentence())
                .startsWith("That none waits above 4 h in any of these runs takes, by need, 1 more from ")
                .contains("each day (7 h a week)");
    }

    /** So many cleans of an hour, all possible at eight. */
    private static Demand hours(int count, String kind) {
        return LabJobs.demand(IntStream.range(0, count)
                .mapToObj(i -> LabJobs.clean(i, 0, kind, LabJobs.room("LUN", "R" + i), 60))
                .toArray(Job[]::new));
    }
}
