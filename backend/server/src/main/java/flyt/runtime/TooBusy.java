package flyt.runtime;

/** More waits for the hospital's writer than it can take in good time. Nothing was taken; try again. */
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusy(String message) {
        super(message);
    }
}
