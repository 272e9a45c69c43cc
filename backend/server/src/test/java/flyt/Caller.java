package flyt;

import flyt.access.Principal;

/**
 * Somebody at the door.
 *
 * @param name for the text of a failure
 * @param who what the table of roles has to take them for
 * @param header that carries the credential: {@code Cookie} or {@code Authorization}; empty: they have none
 * @param credential its value
 */
record Caller(String name, Principal who, String header, String credential) {
    /** Without a credential. */
    static final Caller NOBODY = new Caller("nobody", Principal.NOBODY, "", "");

    /** A browser, with a person's cookie or a screen's. */
    static Caller withCookie(String name, Principal who, String cookie) {
        return new Caller(name, who, "Cookie", cookie);
    }

    /** A system. */
    static Caller withToken(String name, Principal who, String token) {
        return new Caller(name, who, "Authorization", "Bearer " + token);
    }

    /** The id of the account, the screen or the system. */
    String id() {
        if (who instanceof Principal.Person person) {
            return person.account();
        } else if (who instanceof Principal.Screen screen) {
            return screen.id();
        }
        return who instanceof Principal.Machine machine ? machine.id() : "";
    }

    @Override
    public String toString() {
        return name;
    }
}
