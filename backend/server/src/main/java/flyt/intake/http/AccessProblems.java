package flyt.intake.http;

import flyt.access.TooMany;
import flyt.access.Verdict.Reason;
import flyt.access.account.Unacceptable;
import flyt.journal.WireNames;

/** What access control answers when it turns somebody away, or cannot do what they ask. */
final class AccessProblems {
    private AccessProblems() {}

    static Problem of(Reason reason) {
        return Problem.of(reason.status(), reason.wire(), reason.words());
    }

    static Problem tooMany(TooMany failure) {
        return new Problem(
                429,
                Problem.of(429, "too-many", "Too many attempts. Wait a little.").body(),
                failure.retryAfterSeconds());
    }

    /** What cannot be logged is not shown. */
    static Problem logFull() {
        return new Problem(
                503,
                Problem.of(503, "log-full", "The access log cannot keep up, and nothing is shown without it.")
                        .body(),
                2);
    }

    /** A pairing that is over, or never was. */
    static Problem pairingGone() {
        return Problem.of(410, "pairing-gone", "The code has run out or has been used. Ask for a new one.");
    }

    /** No screen shows the code that an administrator typed. */
    static Problem unknownCode() {
        return Problem.of(404, "unknown-code", "No screen shows this code. A code lasts ten minutes.");
    }

    static Problem crossSite() {
        return Problem.of(403, "cross-site", "This was sent by another site's page.");
    }

    /** In plain words; what the code says in the person's language is the page's affair. */
    static Problem of(Unacceptable failure) {
        String code = WireNames.of(failure.why());
        return switch (failure.why()) {
            case WRONG_CREDENTIALS -> Problem.of(401, code, "The name or the password is wrong.");
            case PASSWORD_TOO_SHORT -> Problem.of(422, code, "The password must have at least 10 characters.");
            case PASSWORD_TOO_LONG -> Problem.of(422, code, "The password may have at most 200 characters.");
            case PASSWORD_TOO_COMMON ->
                Problem.of(422, code, "Too many others have this password, or it is your name.");
            case PASSWORD_UNCHANGED -> Problem.of(422, code, "The new password must be another one.");
            case NO_PASSWORD -> Problem.of(422, code, "The password of this account is not kept here.");
            case LOGIN_TAKEN -> Problem.of(409, code, "Somebody has this name to sign in with already.");
            case UNKNOWN_ACCOUNT -> Problem.of(404, code, "There is no such account.");
            case LAST_ADMINISTRATOR -> Problem.of(409, code, "Nobody would be left who can let others in.");
            case LINK_SPENT ->
                Problem.of(410, code, "The link has been used, or is too old. Start the server for a new one.");
        };
    }
}
