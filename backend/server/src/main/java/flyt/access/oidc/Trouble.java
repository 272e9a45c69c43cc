package flyt.access.oidc;

import java.util.Locale;

/** Why somebody was not signed in, in the words of the wire. Pages say it in plain words; the log says the rest. */
public enum Trouble {
    /** The provider does not answer, or not in time. Another try later may do. */
    PROVIDER_AWAY,
    /** The provider answers that it will not: wrong client, wrong address, a code used twice. */
    PROVIDER_REFUSED,
    /** What came back is not signed by the provider, not meant for us, not for this attempt, or too old. */
    NOT_TRUSTED,
    /** This attempt is unknown: used already, too old, or begun in another browser. */
    STALE,
    /** The person changed their mind at the provider. */
    CANCELLED,
    /** Signed in at the provider, but no rule gives this account a role in Flyt. */
    NO_ROLE,
    /** Too many at once from one address, or in all. */
    TOO_MANY,
    /** Something of ours is away, the database above all. */
    FAILED;

    /** The name on the wire: {@code no-role}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
