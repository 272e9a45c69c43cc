package flyt.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.truth.TruthComparison.Difference;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TruthComparisonTest {

    private static final BedTruth TAKEN = new BedTruth("LUN-301", "LUN", "occupied", List.of("V1"), false, false);

    private final TreeMap<String, BedTruth> truth = new TreeMap<>();
    private final ArrayNode rows = new ObjectMapper().createArrayNode();

    private void real(BedTruth bed) {
        truth.put(bed.bed(), bed);
    }

    private void served(String bed, String bedClass, String use, String... visits) {
        ObjectNode row = rows.addObject().put("bed", bed).put("class", bedClass).put("use", use);
        List.of(visits).forEach(row.putArray("occupants")::add);
    }

    private List<Difference> compared() {
        Iterable<JsonNode> all = rows;
        return TruthComparison.compare(truth, all);
    }

    @Test
    void theSameIsNoDifference() {
        real(TAKEN);
        served("LUN-301", "open", "occupied", "V1");
        assertThat(compared()).isEmpty();
    }

    @Test
    void aReservedBedIsAnOpenOne() {
        real(new BedTruth("LUN-301", "LUN", "ready", List.of(), false, false));
        served("LUN-301", "reserved", "ready");
        assertThat(compared()).isEmpty();
    }

    @Test
    void anotherPatientAndAnotherUseAreTwoDifferences() {
        real(TAKEN);
        served("LUN-301", "open", "held", "V2");
        assertThat(compared())
                .containsExactly(
                        new Difference("LUN-301", "use", "occupied", "held"),
                        new Difference("LUN-301", "occupants", "[V1]", "[V2]"));
    }

    @Test
    void aClosedBedMustBeClosedAtTheServer() {
        real(new BedTruth("LUN-301", "LUN", "ready", List.of(), true, false));
        served("LUN-301", "open", "ready");
        assertThat(compared()).containsExactly(new Difference("LUN-301", "closed", "true", "false"));
    }

    @Test
    void aBedOnlyOneOfThemKnowsIsADifference() {
        real(TAKEN);
        served("LUN-302", "open", "ready");
        assertThat(compared())
                .containsExactly(
                        new Difference("LUN-301", "row", "present", "absent"),
                        new Difference("LUN-302", "row", "absent", "present"));
    }

    @Test
    void afterADeathOnlyTheClosingIsCompared() {
        real(new BedTruth("LUN-301", "LUN", "occupied", List.of("V1"), false, true));
        served("LUN-301", "open", "held");
        assertThat(compared()).isEmpty();
    }
}
