package flyt.domain.event;

/** A sending system, for example {@code pas}. {@code flyt} is this system itself. */
public record Source(String value) implements Id, Comparable<Source> {

    public Source {
        value = Id.checked(value, "source");
    }

    @Override
    public int compareTo(Source other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
