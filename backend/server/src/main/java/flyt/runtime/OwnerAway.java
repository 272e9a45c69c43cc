package flyt.runtime;

/** No member owns the hospital right now: its owner died or is taking over. Nothing was taken; try again. */
public final class OwnerAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OwnerAway(String message) {
        super(message);
    }
}
