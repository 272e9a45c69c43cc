package flyt.domain.priority;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.priority.RuleSet.TeamTimes;
import flyt.domain.priority.RuleSetCheck.Fault;
import flyt.domain.priority.RuleSetCheck.What;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleSetCheckTest {

    @Test
    void theStandardIsFaultless() {
        assertThat(RuleSetCheck.faults(StandardRuleSet.SET)).isEmpty();
    }

    @Test
    void aTeamLiftsItsTasksAtTheLongestWaitAtTheLatest() {
        assertThat(faults(null)).isEmpty();
        assertThat(faults(Duration.ofHours(4))).isEmpty();
        assertThat(faults(Duration.ofHours(4).plusMillis(1)))
                .containsExactly(new Fault("within.cleaning.liftedAfter", What.TOO_LONG));
        assertThat(faults(Duration.ZERO)).containsExactly(new Fault("within.cleaning.liftedAfter", What.NOT_POSITIVE));
    }

    private static List<Fault> faults(@Nullable Duration liftedAfter) {
        SortedMap<Team, TeamTimes> within = new TreeMap<>(StandardRuleSet.SET.within());
        within.computeIfPresent(
                Team.CLEANING, (team, times) -> new TeamTimes(times.counted(), times.within(), liftedAfter));
        return RuleSetCheck.faults(StandardRuleSet.SET.within(within));
    }
}
