package flyt.access.log;

/** More waits to be written to the access log than may: what must be logged cannot be shown now. */
public final class LogFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogFull() {
        super("The access log cannot keep up", null, false, false);
    }
}
