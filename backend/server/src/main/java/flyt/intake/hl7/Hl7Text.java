package flyt.intake.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a message, and how they were found.
 *
 * @param text segments end with CR alone
 * @param charset in which it could be read
 * @param otherThanSaid whether MSH-18 says something that does not fit
 */
record Hl7Text(String text, Charset charset, boolean otherThanSaid) {
    /** HL7 table 0211, and what senders write instead. */
    private static final Map<String, Charset> NAMES = Map.ofEntries(
            Map.entry("ASCII", StandardCharsets.US_ASCII),
            Map.entry("8859/1", StandardCharsets.ISO_8859_1),
            Map.entry("8859/2", Charset.forName("ISO-8859-2")),
            Map.entry("8859/4", Charset.forName("ISO-8859-4")),
            Map.entry("8859/5", Charset.forName("ISO-8859-5")),
            Map.entry("8859/7", Charset.forName("ISO-8859-7")),
            Map.entry("8859/9", Charset.forName("ISO-8859-9")),
            Map.entry("8859/15", Charset.forName("ISO-8859-15")),
            Map.entry("ISO IR100", StandardCharsets.ISO_8859_1),
            Map.entry("UNICODE UTF-8", StandardCharsets.UTF_8),
            Map.entry("UNICODE", StandardCharsets.UTF_8),
            Map.entry("UTF8", StandardCharsets.UTF_8));

    /** By the separator of fields, which follows the name of a segment. */
    private static final Map<Character, Pattern> BREAKS = new ConcurrentHashMap<>();

    private static final char BOM = '\uFEFF';

    /**
     * Reads bytes: as MSH-18 says, else as UTF-8, else as ISO 8859-1, in which everything can be read. What says to be of one byte
     * a character but is sound UTF-8 with more is taken for that: no text comes out so by chance.
     *
     * @param said MSH-18, empty for none
     */
    static Hl7Text of(byte[] bytes, String said) {
        Charset named = named(said);
        boolean wide = hasHighBytes(bytes) && strictly(bytes, StandardCharsets.UTF_8) != null;
        if (named != null && !(wide && !named.equals(StandardCharsets.UTF_8))) {
            String text = strictly(bytes, named);
            if (text != null) {
                return new Hl7Text(tidy(text), named, false);
            }
        }
        boolean lied = !said.isBlank();
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Hl7Text(tidy(utf8), StandardCharsets.UTF_8, lied && hasHighBytes(bytes));
        }
        return new Hl7Text(tidy(new String(bytes, StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1, lied);
    }

    /** Null for what nobody knows. */
    static @Nullable Charset named(String said) {
        String name = said.strip().toUpperCase(Locale.ROOT);
        Charset known = NAMES.get(name);
        if (known != null || name.isEmpty()) {
            return known;
        }
        try {
            Charset other = Charset.isSupported(name) ? Charset.forName(name) : null;
            return other != null && other.canEncode() && "MSH".getBytes(other).length == 3 ? other : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean hasHighBytes(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** LF ends a segment where one begins behind it; elsewhere it is a line break somebody typed. */
    private static String tidy(String text) {
        String whole = text.charAt(0) == BOM ? text.substring(1) : text;
        return whole.indexOf('\n') < 0
                ? whole.strip()
                : breaks(whole.stripLeading())
                        .matcher(whole)
                        .replaceAll("\r")
                        .replace('\n', ' ')
                        .strip();
    }

    private static Pattern breaks(String text) {
        char said = text.length() > 3 ? text.charAt(3) : '|';
        // no more of them than there are signs, whatever is sent
        char separator = said > ' ' && said < 127 && !Character.isLetterOrDigit(said) ? said : '|';
        return BREAKS.computeIfAbsent(
                separator,
                one -> Pattern.compile(
                        "\r?\n(?=[A-Z][A-Z0-9]{2}" + Pattern.quote(String.valueOf(one)) + "|\\s*$)|\r\n"));
    }
}
