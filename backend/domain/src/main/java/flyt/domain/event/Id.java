package flyt.domain.event;

/** An identifier as a type of its own, so that a bed cannot be mistaken for a ward. Ordered by its text. */
public interface Id {

    /** The identifier as text, never blank. */
    String value();

    /**
     * Fails loudly on an empty identifier.
     *
     * @throws IllegalArgumentException when the text is blank
     */
    static String checked(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return value;
    }
}
