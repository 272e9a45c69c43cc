package flyt.journal;

/** Something in the database is closed with a master key that this program was not given. */
public final class LostKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostKey() {
        super("The database was closed with a master key that is not in the identity key file");
    }
}
