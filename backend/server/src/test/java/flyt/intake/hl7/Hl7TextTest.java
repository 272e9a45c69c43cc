package flyt.intake.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** MSH-18 and what the bytes say. */
class Hl7TextTest {
    private static final String NAME = "MSH|^~\\&|\rPID|||||Ødegård^Åse";

    @Test
    void isReadAsSaid() {
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.UTF_8), "UNICODE UTF-8"), false);
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.ISO_8859_1), "8859/1"), false);
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.ISO_8859_1), "ISO-8859-1"), false);
    }

    @Test
    void aLieIsSeenThrough() {
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.UTF_8), "ASCII"), true);
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.UTF_8), "8859/1"), true);
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.ISO_8859_1), "UNICODE UTF-8"), true);
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.UTF_8), "KLINGON"), true);
    }

    @Test
    void nothingSaidIsUtf8OrElseLatin1() {
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.UTF_8), ""), false);
        assertRead(NAME, Hl7Text.of(NAME.getBytes(StandardCharsets.ISO_8859_1), ""), false);
    }

    @Test
    void segmentsMayEndWithLineFeeds() {
        String wanted = "MSH|^~\\&|\rNTE|1||one two\rPV1|1";
        assertRead(
                wanted,
                Hl7Text.of("MSH|^~\\&|\r\nNTE|1||one\ntwo\r\nPV1|1\r\n".getBytes(StandardCharsets.UTF_8), ""),
                false);
        assertRead(
                wanted,
                Hl7Text.of("\uFEFFMSH|^~\\&|\nNTE|1||one\ntwo\nPV1|1\n\n".getBytes(StandardCharsets.UTF_8), ""),
                false);
    }

    private static void assertRead(String wanted, Hl7Text text, boolean otherThanSaid) {
        assertThat(text.text()).isEqualTo(wanted);
        assertThat(text.otherThanSaid()).isEqualTo(otherThanSaid);
    }
}
