package flyt.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What receivers answer, by the versions that there are. */
class AcknowledgementTest {

    @Test
    void theCodeAndWhoseAnswerItIsAreFoundWhereverMsaStands() {
        assertThat(read("MSH|^~\\&|A|B\rSFT|x\rMSA|AA|7-1\r"))
                .isEqualTo(new Acknowledgement("AA", "7-1", "", ""))
                .satisfies(said -> assertThat(said.taken()).isTrue());
        assertThat(read("MSH#*~!%#A#B\nMSA#CR#7-1\n").taken()).isFalse();
    }

    @Test
    void theReasonIsWhereTheVersionHasIt() {
        assertThat(read("MSH|^~\\&|A\rMSA|AE|7-1|bed unknown"))
                .isEqualTo(new Acknowledgement("AE", "7-1", "", "bed unknown"));
        assertThat(read("MSH|^~\\&|A\rMSA|AE|7-1\rERR|||207^Application error^HL70357|E||||no such bed"))
                .isEqualTo(new Acknowledgement("AE", "7-1", "207", "no such bed"));
        assertThat(read("MSH|^~\\&|A\rMSA|AR|7-1\rERR|NPU^1^1^204"))
                .isEqualTo(new Acknowledgement("AR", "7-1", "204", ""));
    }

    @Test
    void whatIsNoAnswerIsNone() {
        assertThat(Acknowledgement.read("hello".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
        assertThat(Acknowledgement.read("MSH|^~\\&|A\rEVN|A20".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
    }

    private static Acknowledgement read(String text) {
        return Acknowledgement.read(text.getBytes(StandardCharsets.US_ASCII));
    }
}
