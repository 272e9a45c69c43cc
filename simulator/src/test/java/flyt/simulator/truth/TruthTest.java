package flyt.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Traffic;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final StringWriter LINES = new StringWriter();
    private static final Truth TRUTH = new Truth(LINES);
    private static Instant opening = Instant.EPOCH;

    @BeforeAll
    static void twoDays() {
        Traffic traffic = new Traffic(HospitalFile.reference(), LocalDate.of(2026, 11, 2), 6, Faults.NONE, TRUTH);
        opening = traffic.now();
        assertThat(traffic.until(opening.plus(Duration.ofDays(2)))).isNotEmpty();
    }

    @Test
    void itKnowsEveryBedFromTheOpeningOnAndNoneBefore() {
        assertThat(TRUTH.at(opening.minusSeconds(1))).isEmpty();
        assertThat(TRUTH.at(opening)).hasSize(418 + 36 + 24);
    }

    @Test
    void theHospitalIsFullWhenTheDoorsOpen() {
        long taken = TRUTH.at(opening).values().stream()
                .filter(bed -> !bed.ward().equals("AKM") && !bed.occupants().isEmpty())
                .count();
        assertThat(taken).isBetween(320L, 430L);
    }

    @Test
    void theLinesReadBackGiveTheSameAsMemory() throws IOException {
        TreeMap<String, String> uses = new TreeMap<>();
        for (String line : LINES.toString().split("\n")) {
            JsonNode json = new ObjectMapper().readTree(line);
            uses.put(json.get("bed").asText(), json.get("use").asText() + json.get("occupants"));
        }
        TreeMap<String, String> remembered = new TreeMap<>();
        TRUTH.at(opening.plus(Duration.ofDays(2))).forEach((id, bed) -> {
            List<String> quoted =
                    bed.occupants().stream().map(visit -> '"' + visit + '"').toList();
            remembered.put(id, bed.use() + "[" + String.join(",", quoted) + "]");
        });
        assertThat(uses).isEqualTo(remembered);
    }

    @Test
    void itChangesAsTimeGoesBy() {
        assertThat(TRUTH.at(opening.plus(Duration.ofDays(1)))).isNotEqualTo(TRUTH.at(opening));
    }
}
