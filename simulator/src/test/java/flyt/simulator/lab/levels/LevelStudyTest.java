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

/** One day of each kind, always the same ones; the weeks that are promised take {@code flyt lab levels}. */
class LevelStudyTest {

    @Test
    void aHospitalShortOfBedsIsNotNormalWhereAnOrdinaryOneIs() throws Exception {
        List<Integer> days = new ArrayList<>();
        LevelStudy ordinary = study(HospitalFile.reference(), days);
        LevelStudy closed = study(ShortOfBeds.of(HospitalFile.reference()), days);

        assertThat(ordinary.share(Level.NORMAL)).isGreaterThanOrEqualTo(LevelsLab.ORDINARY);
        assertThat(closed.share(Level.NORMAL)).isLessThan(LevelsLab.ORDINARY);
        assertThat(closed.share(Figure.CORRIDOR)).isGreaterThan(ordinary.share(Figure.CORRIDOR));
        assertThat(ordinary.minutes()).as("a day, minute by minute").isBetween(1_438L, 1_442L);
        assertThat(days).containsExactly(0, 1, 0, 1);

        JsonNode json =
                new ObjectMapper().readTree(LevelsLab.json(ordinary, closed)).get("closed");
        double all = json.get("normal").asDouble()
                + json.get("green").asDouble()
                + json.get("yellow").asDouble()
                + json.get("red").asDouble();
        assertThat(all).isCloseTo(1, within(0.003));
        assertThat(LevelsLab.text(ordinary, closed)).contains("normal").contains("ward-corridor");
    }

    private static LevelStudy study(HospitalFile file, List<Integer> days) {
        return LevelStudy.of(file, LocalDate.of(2026, 9, 7), 1, 1, StandardThresholdSet.SET, days::add);
    }
}
