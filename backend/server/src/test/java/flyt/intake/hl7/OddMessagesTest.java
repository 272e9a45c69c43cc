package flyt.intake.hl7;

import static flyt.intake.hl7.Samples.USUAL;
import static flyt.intake.hl7.Samples.adt;
import static flyt.intake.hl7.Samples.map;
import static flyt.intake.hl7.Samples.pid;
import static flyt.intake.hl7.Samples.pv1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What few senders send, and what nobody should. */
class OddMessagesTest {
    private static final String EVN = "EVN|A01|20261122130000";
    private static final String SOUND =
            adt("A01", EVN, pid("P1"), pv1("I", "MED^1^1", "V1"), "OBX|1|ST|x||y\\.br\\z", "NTE|1||fritt");
    private static final List<String> BITS = List.of(
            "MSH",
            "MSH\r",
            "MSH|\r",
            "\r",
            "\n",
            "|",
            "^",
            "~",
            "\\",
            "&",
            "\"\"",
            "FHS|",
            "BHS|",
            "BTS|1",
            "\0",
            "\u000b",
            "\ufeff",
            "<",
            "\\X",
            "\\E\\",
            "\\.in",
            "ø",
            "\ud83d\ude00",
            "A17",
            "A40",
            "PID|",
            "ZBE|",
            "OBX|1|ED|");

    /** The classic bug is a bed called {@code ""}; here it would be one called as its room. */
    @Test
    void aClearedBedIsNoneByARuleEither() throws Exception {
        String rule = "{\"match\":\"(.*)\\\\^(.*)\\\\^(.*)\",\"ward\":\"$1\",\"room\":\"$1-$2\",\"bed\":\"$1-$2-$3\"}";
        Mapped mapped = map(
                USUAL.replace("}", ",\"places\":[" + rule + "]}"),
                adt("A01", EVN, pid("P1"), pv1("I", "MED^7^\"\"", "V1")));
        assertThat(mapped.reports().get(0).get("place")).hasToString("{\"ward\":\"MED\",\"room\":\"MED-7\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "A42, StaysMerged V1<V7, StaysMerged V2<V8",
        "A44, StayUpdated V7 P1, StayUpdated V8 P2",
        "A45, StayUpdated V7 P1, StayUpdated V8 P2"
    })
    void ofSeveralVisitsInOneMessageEachIsMoved(String event, String one, String other) throws Exception {
        Mapped mapped = map(
                USUAL,
                adt(
                        event,
                        "EVN|" + event + "|20261122130000",
                        pid("P1"),
                        "MRG|P9||||V7",
                        pv1("I", "MED", "V1"),
                        pid("P2"),
                        "MRG|P9||||V8",
                        pv1("I", "MED", "V2")));
        assertThat(mapped.reports())
                .extracting(report -> report.path("type").asText() + " "
                        + report.path("visit").asText()
                        + (report.has("patient") ? " " : "<")
                        + report.path("mergedVisit").asText()
                        + report.path("patient").path("number").asText())
                .containsExactly(one, other);
    }

    /** HL7 v2.3 chapter 3: {@code PID {MRG PV1}}. */
    @Test
    void severalVisitsOfOnePatientAreMovedTogether() throws Exception {
        Mapped mapped = map(
                USUAL,
                adt("A45", EVN, pid("P1"), "MRG|P9||||V7", pv1("I", "", "V1"), "MRG|P9||||V8", pv1("I", "", "V2")));
        assertThat(mapped.reports())
                .extracting(report -> report.path("visit").asText() + " "
                        + report.path("patient").path("number").asText())
                .containsExactly("V7 P1", "V8 P1");
    }

    @Test
    void whatWasOnlyExpectedIsTakenBackAsThat() throws Exception {
        String pv1 = pv1("P", "MED", "V1");
        assertThat(map(USUAL, adt("A01", EVN, pid("P1"), pv1))
                        .reports()
                        .get(0)
                        .path("type")
                        .asText())
                .isEqualTo("AdmissionExpected");
        assertThat(map(USUAL, adt("A11", EVN, pid("P1"), pv1))
                        .reports()
                        .get(0)
                        .path("cancelsType")
                        .asText())
                .isEqualTo("AdmissionExpected");
    }

    /** MSH-9 of version 2.1 is the type alone. */
    @Test
    void theEventMayStandInEvnAlone() throws Exception {
        assertThat(map(USUAL, SOUND.replace("ADT^A01|", "ADT|")))
                .isEqualTo(map(USUAL, SOUND))
                .extracting(Mapped::fate)
                .isEqualTo(Mapped.Fate.READ);
    }

    /** Nothing that fits into a frame throws, which would leave its sender without an answer. */
    @Test
    void whateverComesIsAnswered() throws Exception {
        SenderProfile profile = Samples.profile(USUAL);
        for (int seed = 0; seed < 3_000; seed++) {
            String sent = spoilt(new Random(seed));
            Msh said = Msh.of(sent);
            Hl7Text text = Hl7Text.of(sent.getBytes(StandardCharsets.UTF_8), said == null ? "" : said.charset());
            for (String message : Batch.of(text.text()).messages()) {
                Msh msh = Msh.of(message);
                Interpreter.Understood made = Interpreter.understand(profile, message, Samples.RECEIVED);
                assertThat(Ack.answers(msh, made.code(), made.because(), true, Samples.RECEIVED, 1))
                        .as("seed %d", seed)
                        .hasSize(1);
                assertThat(
                                msh == null
                                        ? "-"
                                        : Masked.segments(msh, message).get(0).name())
                        .as("seed %d", seed)
                        .isNotEmpty();
            }
        }
    }

    private static String spoilt(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : SOUND);
        for (int i = random.nextInt(6); i >= 0; i--) {
            // half of them in the header, where most depends on each character
            int at = Math.min(random.nextInt(random.nextBoolean() ? 10 : 200), text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
                case 1 -> text.setLength(Math.max(at, 1));
                default -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
            }
        }
        return text.append('-').toString();
    }
}
