package flyt.access;

import flyt.journal.WireNames;

/** Whether somebody may. */
public sealed interface Verdict {
    /**
     * Yes.
     *
     * @param grant by which; for the log
     */
    record Allowed(Grant grant) implements Verdict {}

    /** No. It is decided without looking whether the thing exists, so it does not tell. */
    record Refused(Reason reason) implements Verdict {}

    /** Why not. */
    enum Reason {
        SIGN_IN_NEEDED(401, "Sign in first."),
        MUST_CHANGE_PASSWORD(403, "Choose a password of your own first."),
        NOT_YOUR_ROLE(403, "Your role does not allow this."),
        NOT_YOURS(403, "This is outside the hospital, wards or zones that you have access to.");

        private final int status;
        private final String words;

        Reason(int status, String words) {
            this.status = status;
            this.words = words;
        }

        /** The code on the wire: {@code not-yours}. */
        public String wire() {
            return WireNames.of(this);
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** Plain words. */
        public String words() {
            return words;
        }
    }

    /** Whether it is a yes. */
    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
