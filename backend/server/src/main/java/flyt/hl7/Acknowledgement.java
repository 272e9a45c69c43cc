package flyt.hl7;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a message, as far as a sender has to know. HL7 v2 chapter 2.9.
 *
 * @param code MSA-1, {@code AA}
 * @param message whose answer it is, MSA-2
 * @param condition why not, by table 0357: ERR-3.1, or ERR-1.4 of older versions; empty for none
 * @param words the answering system's own: ERR-8, else ERR-3.2, else MSA-3; at most {@value #WORDS_MAX} letters
 */
public record Acknowledgement(String code, String message, String condition, String words) {
    private static final int WORDS_MAX = 200;

    /** Null for what has no MSA. {@code frame}: the bytes without what frames them; codes and ids are ASCII. */
    static @Nullable Acknowledgement read(byte[] frame) {
        String text = new String(frame, StandardCharsets.ISO_8859_1).strip().replace('\n', '\r');
        if (!text.startsWith("MSH") || text.length() < 5) {
            return null;
        }
        String bar = text.substring(3, 4);
        String component = text.substring(4, 5);
        String[] msa = segment(text, "MSA", bar);
        if (msa.length < 2) {
            return null;
        }
        String[] err = segment(text, "ERR", bar);
        String condition = part(field(err, 3), component, 1);
        String words = field(err, 8);
        words = words.isEmpty() ? part(field(err, 3), component, 2) : words;
        return new Acknowledgement(
                msa[1],
                field(msa, 2),
                condition.isEmpty() ? part(field(err, 1), component, 4) : condition,
                printable(words.isEmpty() ? field(msa, 3) : words));
    }

    /** Whether it has it, and it is on its disk. */
    public boolean taken() {
        return code.equals("AA") || code.equals("CA");
    }

    private static String[] segment(String text, String name, String bar) {
        for (String line : text.split("\r")) {
            if (line.startsWith(name + bar)) {
                return line.split(Pattern.quote(bar), -1);
            }
        }
        return new String[0];
    }

    private static String field(String[] segment, int number) {
        return number < segment.length ? segment[number].strip() : "";
    }

    private static String part(String field, String component, int number) {
        String[] parts = field.split(Pattern.quote(component), -1);
        return number <= parts.length ? parts[number - 1] : "";
    }

    private static String printable(String words) {
        String one = words.replaceAll("\\p{Cntrl}", " ");
        return one.substring(0, Math.min(WORDS_MAX, one.length()));
    }
}
