package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.Command.RequestBed;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for a bed is proposed one in another cluster than somebody with a similar name, whose name nobody is told. */
class NamesakesTest {
    private Scene scene;

    /** Kari Hansen waits in NEV for LUN, where Ola Hanssen lies in cluster A, one bed of it free, and Liv Moe in B, two free. */
    @BeforeEach
    void begin() {
        scene = new Scene();
        scene.patient("P1", "Kari", "Hansen", 1952);
        scene.admit("V1", "P1", "NEV", "NEV-411");
        scene.patient("P2", "Ola", "Hanssen", 1990);
        scene.admit("V2", "P2", "LUN", "LUN-301");
        scene.patient("P3", "Liv", "Moe", 1961);
        scene.admit("V3", "P3", "LUN", "LUN-310");
        scene.wish(new RequestBed(new StayId("V1"), new WardId("LUN"), new TreeSet<>(), null, null));
    }

    @Test
    void theClusterOfASimilarNameIsNotTheFirstProposalAndSaysWhy() {
        assertThat(proposals()).containsExactly("LUN-317-1", "LUN-317-2", "LUN-302");
        assertThat(reasons("LUN-302")).contains("name-alike");
        assertThat(reasons("LUN-317-1")).doesNotContain("name-alike");
        assertThat(row().toString()).doesNotContain("Hans").doesNotContain("V2");
    }

    @Test
    void whereTheOtherHasGoneTheBedIsAsGoodAsAny() {
        scene.report(new PatientTransferred(new StayId("V2"), Scene.place("NEV-412"), new WardId("NEV")));
        assertThat(reasons("LUN-302")).doesNotContain("name-alike");
    }

    @Test
    void aNameThatIsLearntLaterCounts() {
        scene.patient("P2", "Ola", "Berg", 1990);
        scene.responsible("V2", "N-1", null);
        assertThat(reasons("LUN-302")).doesNotContain("name-alike");
        scene.patient("P2", "Ola", "Hansen", 1990);
        scene.responsible("V2", "N-2", null);
        assertThat(reasons("LUN-302")).contains("name-alike");
    }

    @Test
    void whoIsProtectedIsLikeNobody() {
        scene.protectedPatient("P2", "Ola", "Hanssen", 1990);
        scene.responsible("V2", "N-1", null);
        assertThat(reasons("LUN-302")).doesNotContain("name-alike");
    }

    private JsonNode row() {
        return scene.row("requests/-", "request/R-1");
    }

    private List<String> proposals() {
        List<String> beds = new ArrayList<>();
        row().at("/suggestions").forEach(bed -> beds.add(bed.at("/bed").asText()));
        return beds;
    }

    /** What speaks for a bed and against it; one that is not among the proposals fails. */
    private List<String> reasons(String bed) {
        for (JsonNode one : row().at("/suggestions")) {
            if (one.at("/bed").asText().equals(bed)) {
                List<String> reasons = new ArrayList<>();
                one.at("/reasons").forEach(reason -> reasons.add(reason.asText()));
                return reasons;
            }
        }
        throw new AssertionError(bed + " is not proposed: " + proposals());
    }
}
