package flyt.simulator.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.domain.priority.Team;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabOptionsTest {

    @Test
    void withoutOptionsAllPoliciesMeetThirtyRuns() {
        LabOptions options = LabOptions.parse(List.of());
        assertThat(options.seeds()).isEqualTo(30);
        assertThat(options.policies()).isEqualTo(Policy.NAMED);
        assertThat(options.team()).isEqualTo(Team.CLEANING);
        assertThat(options.roster()).isFalse();
    }

    @Test
    void policiesAreNamedWithCommasOrAgain() {
        LabOptions options =
                LabOptions.parse(List.of("--policy", "pooled,push", "--policy", "need-based", "--seeds", "5"));
        assertThat(options.policies()).containsExactly(Policy.POOLED, Policy.PUSH, Policy.NEED_BASED);
    }

    @Test
    void whatIsNotUnderstoodIsSaidInWords() {
        assertThatThrownBy(() -> LabOptions.parse(List.of("--policy", "mood"))).hasMessageContaining("as-before");
        assertThatThrownBy(() -> LabOptions.parse(List.of("--seeds", "0"))).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> LabOptions.parse(List.of("--team", "cooks"))).hasMessageContaining("cleaners");
        assertThatThrownBy(() -> LabOptions.parse(List.of("--sedes", "3"))).hasMessage("unknown option --sedes");
        assertThatThrownBy(() -> LabOptions.parse(List.of("--start", "monday"))).hasMessageContaining("not a date");
        assertThatThrownBy(() -> LabOptions.parse(List.of("--page"))).hasMessage("--page needs a value");
    }

    @Test
    void theHelpNamesEveryPolicyThatCanBeTyped() {
        assertThat(LabOptions.HELP)
                .contains(Policy.NAMED.stream().map(Policy::name).toList());
    }
}
