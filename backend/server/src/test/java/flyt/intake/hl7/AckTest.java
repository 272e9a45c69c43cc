package flyt.intake.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.intake.hl7.Ack.Because;
import flyt.intake.hl7.Ack.Code;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers a message gets, and how they look. */
class AckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    @Test
    void theOriginalModeAnswersOnceAndAddressesTheSender() {
        Msh msh = msh("MSH|^~\\&|PAS|KAL|FLYT|HUS|20261122||ADT^A01^ADT_A01|m-1|P|2.4");
        assertThat(Ack.answers(msh, Code.AA, null, false, NOW, 7))
                .containsExactly(
                        "MSH|^~\\&|FLYT|HUS|PAS|KAL|20261122140000||ACK^A01^ACK|F1795356000000-7|P|2.4\rMSA|AA|m-1\r");
    }

    @Test
    void theReasonFollowsTheAcknowledgement() {
        String answer = Ack.answers(msh("MSH|^~\\&|PAS||||||ADT^A01|m-1|T|2.5"), Code.AE, Because.FAULTY, false, NOW, 1)
                .get(0);
        assertThat(answer.split("\r")[1]).isEqualTo("MSA|AE|m-1");
        assertThat(answer.split("\r")[2]).startsWith("ERR|||207^").endsWith("^HL70357|E");
    }

    @Test
    void theSendersDelimitersAreUsedAndItsIdIsGivenBackAsItCame() {
        Msh msh = msh("MSH#*~\\&#PAS######ADT*A02#a\\T\\b#P#2.3");
        assertThat(Ack.answers(msh, Code.AA, null, false, NOW, 1).get(0))
                .contains("#ACK*A02*ACK#")
                .endsWith("MSA#AA#a\\T\\b\r");
    }

    @Test
    void whatHasNoHeaderIsAnsweredToo() {
        assertThat(Ack.answers(null, Code.AR, Because.UNREADABLE, false, NOW, 1).get(0))
                .contains("\rMSA|AR|\rERR|||100^");
    }

    @ParameterizedTest
    @CsvSource({
        "AL,AL,AA,CA AA",
        "AL,NE,AA,CA",
        "AL,'',AA,CA",
        "NE,NE,AA,''",
        "'',AL,AA,AA",
        "ER,SU,AA,AA",
        "ER,ER,AE,CE AE",
        "SU,AL,AE,AE",
        "SU,SU,AR,''",
        "AL,NE,AR,CR",
        "ER,NE,AR,CR"
    })
    void theEnhancedModeAnswersAsAskedFor(String accept, String application, Code code, String wanted) {
        Msh msh = msh("MSH|^~\\&|PAS||||||ADT^A01|m-1|P|2.5|||" + accept + "|" + application);
        List<String> codes = Ack.answers(msh, code, null, false, NOW, 1).stream()
                .map(answer -> answer.split("\r")[1].split("\\|")[1])
                .toList();
        assertThat(String.join(" ", codes)).isEqualTo(wanted);
        assertThat(Ack.answers(msh, code, null, true, NOW, 1))
                .hasSize(1)
                .first()
                .asString()
                .contains("MSA|" + code);
    }

    private static Msh msh(String line) {
        Msh msh = Msh.of(line);
        assertThat(msh).isNotNull();
        return java.util.Objects.requireNonNull(msh);
    }
}
