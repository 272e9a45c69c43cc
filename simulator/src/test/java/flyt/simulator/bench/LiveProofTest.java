package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.simulator.bench.LiveProof.Journaled;
import flyt.simulator.bench.OpenLoop.Sent;
import flyt.simulator.bench.Screens.Received;
import flyt.simulator.bench.Screens.Screen;
import flyt.simulator.traffic.HospitalFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run in which something was lost is found out. */
class LiveProofTest {

    private static final String SNAPSHOT =
            """
            {"type":"snapshot","stream":"S","seq":5,"rows":[{"key":"a","v":1},{"key":"b","v":1}]}""";

    private final LiveProof proof = new LiveProof();
    private final Posting posting =
            new Rounds(HospitalFile.reference(), 1).next(1).get(0);
    private final Journaled journaled = new Journaled(posting.source(), posting.messageId(), 7);

    @Test
    void aReportThatIsInTheJournalOnceWhereItWasSaidToBeIsFine() {
        proof.journal(List.of(new Sent(posting, 0, 0, 200, 7)), List.of(journaled));

        assertThat(proof.faults()).isEmpty();
    }

    @Test
    void aReportThatIsNotInTheJournalIsFound() {
        proof.journal(List.of(new Sent(posting, 0, 0, 200, 7)), List.of());

        assertThat(proof.faults()).hasSize(1);
    }

    @Test
    void aReportThatIsInTheJournalTwiceIsFound() {
        proof.journal(List.of(new Sent(posting, 0, 0, 200, 7)), List.of(journaled, journaled));

        assertThat(proof.faults()).hasSize(1);
    }

    @Test
    void aReportThatWasRefusedIsFound() {
        proof.journal(List.of(new Sent(posting, 0, 0, 503, -1)), List.of());

        assertThat(proof.faults()).hasSize(1);
    }

    @Test
    void aScreenThatFollowedIsFine() {
        proof.screen(
                screen(SNAPSHOT, frame(5, 6, "{\"key\":\"a\",\"v\":2}", "\"b\"")), rows("[{\"key\":\"a\",\"v\":2}]"));

        assertThat(proof.faults()).isEmpty();
    }

    @Test
    void aFrameThatWasLostIsFound() {
        proof.screen(
                screen(SNAPSHOT, frame(6, 7, "{\"key\":\"a\",\"v\":2}", "\"b\"")), rows("[{\"key\":\"a\",\"v\":2}]"));

        assertThat(proof.faults()).singleElement().asString().contains("was at 5");
    }

    @Test
    void aScreenThatShowsSomethingElseThanTheServerIsFound() {
        proof.screen(screen(SNAPSHOT), rows("[{\"key\":\"a\",\"v\":1}]"));

        assertThat(proof.faults()).singleElement().asString().contains("does not show");
    }

    private static Screen screen(String... frames) {
        Screen screen = new Screen("LUN");
        for (String frame : frames) {
            screen.received().add(new Received(1, frame));
        }
        return screen;
    }

    private static String frame(long prev, long seq, String put, String drop) {
        return "{\"type\":\"rows\",\"stream\":\"S\",\"prev\":" + prev + ",\"seq\":" + seq + ",\"put\":[" + put
                + "],\"drop\":[" + drop + "]}";
    }

    private static JsonNode rows(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
