package flyt.access.account;

import flyt.journal.WireNames;

/** Something about an account that cannot be; tells what, so that a person may mend it. */
public final class Unacceptable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;

    /** What is wrong. */
    public enum Why {
        /** The login name, the password or both; never says which. */
        WRONG_CREDENTIALS,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        /** It is in everybody's list, or is the login name. */
        PASSWORD_TOO_COMMON,
        PASSWORD_UNCHANGED,
        /** The account is another house's; its password is changed there. */
        NO_PASSWORD,
        LOGIN_TAKEN,
        UNKNOWN_ACCOUNT,
        /** Nobody would be left who could let others in. */
        LAST_ADMINISTRATOR,
        /** The set-up link was used, is too old, or there is an administrator already. */
        LINK_SPENT
    }

    public Unacceptable(Why why) {
        super(WireNames.of(why), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
