package flyt.domain.event;

/** A sending system, for example {@code pas}. {@code flyt} is this system itself. */
public record Source(String value) implements Id, Comparable<Source> {

    /** This system itself: what people wish through it, and what it concludes. */
    public static final Source FLYT = new Source("flyt");

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
