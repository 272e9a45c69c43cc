package flyt.simulator.lab.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.simulator.traffic.HospitalFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Some simulated hours, always the same ones; more are for {@code flyt lab placement}. */
@Timeout(120)
class PlacementTrialTest {
    @Test
    void theSolverPlacesNobodyWorseThanOneByOne() throws Exception {
        PlacementTrial trial =
                PlacementTrial.of(HospitalFile.reference(), LocalDate.of(2026, 11, 2), 6, 1, 5_000, false);
        assertThat(trial.moments()).isNotEmpty();
        assertThat(trial.moments())
                .allSatisfy(moment -> assertThat(moment.solved().worth())
                        .as("at %s", moment.at())
                        .isBetween(moment.greedy().worth(), moment.ceiling()));
        JsonNode json = new ObjectMapper().readTree(PlacementLab.json(List.of(trial)));
        assertThat(json.at("/0/waiting").asInt()).isEqualTo(trial.waiting());
        assertThat(PlacementLab.text(List.of(trial))).contains("longest search").contains("     1  ");
    }

    @Test
    void whatIsNotUnderstoodIsSaidInWords() {
        assertThatThrownBy(() -> PlacementLab.run(List.of("--week", "3"))).hasMessage("unknown option --week");
        assertThatThrownBy(() -> PlacementLab.run(List.of("--days"))).hasMessage("--days needs a value");
        assertThatThrownBy(() -> PlacementLab.run(List.of("--days", "90"))).hasMessageContaining("1 to 60");
    }
}
