package flyt.simulator.lab.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.simulator.traffic.HospitalFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One day of a hospital that is short of beds, always the same one; the weeks that are promised take {@code flyt lab levels}. */
class LevelStudyTest {

    @Test
    void aHospitalShortOfBedsIsNotNormal() throws Exception {
        List<Integer> days = new ArrayList<>();
        HospitalFile file = ShortOfBeds.of(HospitalFile.reference());
        LevelStudy closed = LevelStudy.of(file, LocalDate.of(2026, 9, 7), 1, 2, StandardThresholdSet.SET, days::add);

        assertThat(closed.share(Level.NORMAL)).isLessThan(LevelsLab.ORDINARY);
        assertThat(closed.share(Figure.CORRIDOR)).isPositive();
        assertThat(closed.minutes()).as("a day, minute by minute").isBetween(1_438L, 1_442L);
        assertThat(days).containsExactly(0, 1);

        JsonNode json =
                new ObjectMapper().readTree(LevelsLab.json(closed, closed)).get("closed");
        double all = json.get("normal").asDouble()
                + json.get("green").asDouble()
                + json.get("yellow").asDouble()
                + json.get("red").asDouble();
        assertThat(all).isCloseTo(1, within(0.003));
        assertThat(LevelsLab.text(closed, closed)).contains("normal").contains("ward-corridor");
    }
}
