package flyt.domain.event;

/**
 * The message that told something: who sent it and the sender's own id for it (MSH-3 and MSH-10).
 *
 * @param id 1 to 120 characters, unique only together with the source and the content
 */
public record MessageKey(Source source, String id) implements Comparable<MessageKey> {

    @Override
    public int compareTo(MessageKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
