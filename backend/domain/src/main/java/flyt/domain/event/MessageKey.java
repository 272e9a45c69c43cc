package flyt.domain.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The message that told something: who sent it and the sender's own id for it (MSH-3 and MSH-10).
 *
 * <p>Where the sender counts movements, and tells one of them again to correct it (HL7 segment ZBE), the id ends with the
 * movement's and with the version of it: {@code m-12#77#20261122T120500Z-2}.
 *
 * @param id 1 to 120 characters, unique only together with the source and the content
 */
public record MessageKey(Source source, String id) implements Comparable<MessageKey> {
    private static final Pattern OF_MOVEMENT =
            Pattern.compile(".*#(?<movement>[^#]+)#(?<version>[0-9]{8}T[0-9]{6}Z-[0-9])");

    /**
     * One telling of a movement that may be told again.
     *
     * @param version later ones compare as greater
     */
    public record Movement(Source source, String id, String version) {
        /** Whether the other tells of the same movement, and later. */
        public boolean isReplacedBy(Movement other) {
            return source.equals(other.source) && id.equals(other.id) && version.compareTo(other.version) < 0;
        }
    }

    /** Which movement it tells of; null: of none that has an id of its own. */
    public @Nullable Movement movement() {
        if (id.indexOf('#') < 0) {
            return null;
        }
        Matcher found = OF_MOVEMENT.matcher(id);
        return found.matches() ? new Movement(source, found.group("movement"), found.group("version")) : null;
    }

    @Override
    public int compareTo(MessageKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
