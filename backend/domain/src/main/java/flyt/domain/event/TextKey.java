package flyt.domain.event;

/** Words that somebody chose, as an opaque key: they may name anybody, so they live in the identity store only. */
public record TextKey(String value) implements Id, Comparable<TextKey> {

    public TextKey {
        value = Id.checked(value, "text key");
    }

    @Override
    public int compareTo(TextKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
