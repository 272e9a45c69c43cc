package flyt.journal;

import io.vertx.sqlclient.Row;
import javax.crypto.SecretKey;

/**
 * A row of the identity table, open.
 *
 * @param dataKey what it is closed with in the database
 * @param revision how often it was written, from 1; a writer that has not seen the last one does not write over it
 */
record KnownIdentity(IdentityRow row, SecretKey dataKey, int revision) {

    /** What {@link #read} wants of a row. Who was erased has no key any more, and is not found. */
    static final String SELECT = "SELECT i.key, i.kind, i.sealed, i.revision, i.changed_at, k.wrapped"
            + " FROM identity i JOIN identity_key k ON k.hospital = i.hospital AND k.key = i.key WHERE i.hospital = $1";

    /** Opens a row. Some microseconds each: not for thousands on an event loop. */
    static KnownIdentity read(String hospital, Row row, MasterKeys keys) {
        SecretKey dataKey = keys.unwrap(row.getBuffer("wrapped").getBytes());
        IdentityRow open = Sealing.open(
                hospital,
                row.getString("key"),
                row.getString("kind"),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getBuffer("sealed").getBytes(),
                dataKey);
        return new KnownIdentity(open, dataKey, row.getInteger("revision"));
    }

    /** Nobody knew anything of this key before. */
    static KnownIdentity first(IdentityRow row) {
        return new KnownIdentity(row, MasterKeys.fresh(), 1);
    }

    /** The next revision: what is known, met by what was said now. */
    KnownIdentity next(IdentityRow said) {
        return new KnownIdentity(row.with(said), dataKey, revision + 1);
    }

    boolean isFirst() {
        return revision == 1;
    }

    byte[] sealed(String hospital) {
        return Sealing.seal(hospital, row, dataKey);
    }

    /** By what it is, never by what is in it. */
    @Override
    public String toString() {
        return "KnownIdentity[" + row.kind() + "]";
    }
}
