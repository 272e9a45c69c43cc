package flyt.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Migration 3.1: names and secrets that a database has in the open are closed, and the tables that had them are gone. */
final class NamesClosed implements JavaMigration {
    private final MasterKeys keys;

    NamesClosed(MasterKeys keys) {
        this.keys = keys;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3.1");
    }

    @Override
    public String getDescription() {
        return "names closed";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        closePeople(connection);
        closeSecrets(connection);
        try (Statement drop = connection.createStatement()) {
            // its file is deleted with it, so that nothing stays behind on a page
            boolean unused = drop.execute("DROP TABLE identity_in_the_open, secret_in_the_open");
        }
    }

    private void closePeople(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT hospital, key, kind, number, given, family, birth_date, protected, changed_at"
                                + " FROM identity_in_the_open");
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO identity (hospital, key, kind, sealed, revision, changed_at, seen_at)"
                                + " VALUES (?, ?, ?, ?, 1, ?, ?)");
                PreparedStatement key = connection.prepareStatement(
                        "INSERT INTO identity_key (hospital, key, wrapped) VALUES (?, ?, ?)");
                ResultSet open = select.executeQuery()) {
            while (open.next()) {
                String hospital = open.getString("hospital");
                KnownIdentity known = KnownIdentity.first(person(open));
                Timestamp changedAt = Timestamp.from(known.row().changedAt());
                row.setString(1, hospital);
                row.setString(2, known.row().key());
                row.setString(3, known.row().kind());
                row.setBytes(4, known.sealed(hospital));
                row.setTimestamp(5, changedAt);
                row.setTimestamp(6, changedAt);
                int written = row.executeUpdate();
                key.setString(1, hospital);
                key.setString(2, known.row().key());
                key.setBytes(3, keys.wrap(known.dataKey()));
                written += key.executeUpdate();
                if (written != 2) {
                    throw new IllegalStateException("an identity was not written");
                }
            }
        }
    }

    private static IdentityRow person(ResultSet open) throws SQLException {
        boolean isProtected = open.getBoolean("protected");
        boolean nobodySaid = open.wasNull();
        return new IdentityRow(
                open.getString("key"),
                open.getString("kind"),
                open.getString("number"),
                open.getString("given"),
                open.getString("family"),
                open.getObject("birth_date", LocalDate.class),
                nobodySaid ? null : isProtected,
                open.getTimestamp("changed_at").toInstant());
    }

    private void closeSecrets(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT name, value FROM secret_in_the_open");
                PreparedStatement row =
                        connection.prepareStatement("INSERT INTO secret (name, wrapped) VALUES (?, ?)");
                ResultSet open = select.executeQuery()) {
            while (open.next()) {
                row.setString(1, open.getString("name"));
                row.setBytes(2, keys.wrap(new SecretKeySpec(open.getBytes("value"), "AES")));
                if (row.executeUpdate() != 1) {
                    throw new IllegalStateException("a secret was not written");
                }
            }
        }
    }
}
