package flyt.access.oidc;

/** A step of signing in failed in a way that has a name; the message is for the log and holds nothing about people. */
public final class InTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MESSAGE_MAX = 200;

    private final Trouble trouble;

    InTrouble(Trouble trouble, String message) {
        super(printable(message), null, false, false);
        this.trouble = trouble;
    }

    /** Its name. */
    public Trouble trouble() {
        return trouble;
    }

    /** Messages may quote what strangers sent. */
    private static String printable(String message) {
        String start = message.substring(0, Math.min(message.length(), MESSAGE_MAX));
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
