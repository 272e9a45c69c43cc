package flyt.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.hl7.Framing.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes to frames: cut anywhere, with everything that senders put around and forget. */
class FramingTest {
    private static final int MOST = 200;
    private static final String VT = "\u000b";
    private static final String FS = "\u001c";

    private final List<String> frames = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Framing framing = new Framing(MOST, frame -> frames.add(text(frame)), faults::add);

    @Test
    void aFrameIsWhatIsBetweenStartAndEnd() {
        take(VT + "MSH|a" + FS + "\r" + VT + "MSH|b" + FS + "\r");
        assertThat(frames).containsExactly("MSH|a", "MSH|b");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r", "\r\n", "\n", "\r\r"})
    void whateverEndsAFrameBehindItsEnd(String after) {
        take(VT + "MSH|a" + FS + after + VT + "MSH|b" + FS + after);
        assertThat(frames).containsExactly("MSH|a", "MSH|b");
        assertThat(faults).isEmpty();
    }

    @Test
    void itBeginsAgainAtTheNextStart() {
        take("junk" + VT + "MSH|a" + FS + "\rMSH|without start" + FS + "\r" + VT + "MSH|b" + FS + "\r");
        assertThat(frames).containsExactly("MSH|a", "MSH|b");
        assertThat(faults).containsExactly(Fault.JUNK, Fault.JUNK);
    }

    @Test
    void anUnfinishedFrameGivesWayToTheNext() {
        take(VT + "MSH|cut o" + VT + "MSH|b" + FS + "\r");
        assertThat(frames).containsExactly("MSH|b");
        assertThat(faults).containsExactly(Fault.UNFINISHED);
    }

    @Test
    void aLineBreakOfAWordProcessorIsText() {
        take(VT + "MSH|a\rNTE|1||one" + VT + "two" + FS + "\r");
        assertThat(frames).containsExactly("MSH|a\rNTE|1||one" + VT + "two");
        assertThat(faults).isEmpty();
    }

    @Test
    void anEmptyFrameIsNone() {
        take(VT + FS + "\r" + VT + "\r\n" + FS + "\r" + VT + "MSH|a" + FS + "\r");
        assertThat(frames).containsExactly("MSH|a");
        assertThat(faults).containsExactly(Fault.EMPTY, Fault.EMPTY);
    }

    @Test
    void onlyAnOversizeFrameEndsIt() {
        take(VT + "MSH|a" + FS + "\r" + VT + "M".repeat(MOST) + FS + VT + "M".repeat(MOST + 1) + FS + VT + "MSH|b"
                + FS);
        assertThat(frames).containsExactly("MSH|a", "M".repeat(MOST));
        assertThat(faults).containsExactly(Fault.OVERSIZE);
    }

    /** Against a decoder of a few lines that sees the whole stream at once. */
    @Test
    void chunksDoNotMatter() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            byte[] stream = stream(random);
            List<String> got = new ArrayList<>();
            Framing one = new Framing(10_000, frame -> got.add(text(frame)), fault -> {});
            int at = 0;
            while (at < stream.length) {
                int next = Math.min(stream.length, at + 1 + random.nextInt(random.nextBoolean() ? 1 : 12));
                one.take(Arrays.copyOfRange(stream, at, next));
                at = next;
            }
            assertThat(got).as("seed %d", seed).isEqualTo(reference(text(stream)));
        }
    }

    private static byte[] stream(Random random) {
        String[] pieces = {
            VT,
            VT,
            FS,
            FS,
            "\r",
            "\n",
            "MSH|^~\\&|x",
            "FHS|",
            "M",
            "SH",
            "PID|1\r",
            "æ",
            "junk",
            VT + "MSH|1" + FS + "\r"
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int count = random.nextInt(25);
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(pieces[random.nextInt(pieces.length)].getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private static List<String> reference(String stream) {
        List<String> found = new ArrayList<>();
        int start = stream.indexOf(VT);
        while (start >= 0) {
            int end = stream.indexOf(FS, start);
            if (end < 0) {
                break;
            }
            String[] begun = stream.substring(start + 1, end).split(VT + "(?=MSH|FHS|BHS)", -1);
            String last = begun[begun.length - 1];
            if (!last.replaceAll("[\r\n " + VT + "]", "").isEmpty()) {
                found.add(last);
            }
            start = stream.indexOf(VT, end);
        }
        return found;
    }

    private void take(String stream) {
        framing.take(stream.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
