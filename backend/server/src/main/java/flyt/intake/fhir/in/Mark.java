package flyt.intake.fhir.in;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a version of an Encounter was taken, and of which times it speaks. Each version tells one report that says so by its
 * message id: what was taken before is known from the journal alone, in whatever order it came and whichever member took it.
 *
 * @param begin when the Encounter began; {@link #EVER} where that is not said
 * @param from since when it lists where the patient was; {@link #EVER}: from the beginning; {@link #NEVER}: it does not
 * @param hash of its content
 */
record Mark(Stamp stamp, Instant begin, Instant from, Standing standing, String hash) {
    static final Instant EVER = Instant.EPOCH;
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final int RADIX = 36;
    private static final int PARTS = 5;

    /** Whether it says where the patient was then: at a place that it lists, or not in the house yet. */
    boolean speaksOf(Instant time) {
        return time.isBefore(begin) || !time.isBefore(from);
    }

    /** How the ids of all messages about a visit begin. {@code visit}: a hash of it. */
    static String prefix(String visit) {
        return "fhir." + visit + ".";
    }

    /** How the ids of what a version tells go on. */
    static String text(Stamp stamp) {
        return time(stamp.at()) + "." + stamp.number();
    }

    /** The rest of the id of the report that says that this version was taken. */
    String text() {
        return text(stamp) + "." + time(begin) + "." + time(from) + "." + standing.letter() + hash;
    }

    /** What {@link #text()} gave; null for anything else. */
    static @Nullable Mark parse(String text) {
        String[] parts = text.split("\\.", -1);
        try {
            Standing standing = parts.length == PARTS && !parts[4].isEmpty() ? Standing.of(parts[4].charAt(0)) : null;
            return standing == null
                    ? null
                    : new Mark(
                            new Stamp(time(parts[0]), Long.parseLong(parts[1])),
                            time(parts[2]),
                            time(parts[3]),
                            standing,
                            parts[4].substring(1));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String time(Instant time) {
        return Long.toString(time.toEpochMilli(), RADIX);
    }

    private static Instant time(String text) {
        return Instant.ofEpochMilli(Long.parseLong(text, RADIX));
    }
}
