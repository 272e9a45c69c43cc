package flyt.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.crypto.SecretKey;

/** All that a database holds, as text to search in: every column of every table, bytes as they are and unpacked. */
public final class Dump {
    private Dump() {}

    /** Every table. */
    public static String of(TestDatabase database) {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.connect()) {
            for (String table : tables(connection)) {
                dump.append("== ").append(table).append('\n');
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    append(rows, dump);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return dump.toString();
    }

    /** What every ciphertext opens to, with every key that is left: each row's own and everybody else's. */
    public static String opened(TestDatabase database) {
        StringBuilder opened = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<SecretKey> keys = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT wrapped FROM identity_key" + " UNION ALL SELECT wrapped FROM secret")) {
                while (rows.next()) {
                    keys.add(TestDatabase.KEYS.unwrap(rows.getBytes(1)));
                }
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT hospital, key, kind, sealed, changed_at FROM identity")) {
                while (rows.next()) {
                    for (SecretKey key : keys) {
                        opened.append(openedWith(key, rows)).append('\n');
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return opened.toString();
    }

    private static String openedWith(SecretKey key, ResultSet row) throws SQLException {
        try {
            IdentityRow open = Sealing.open(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getTimestamp(5).toInstant(),
                    row.getBytes(4),
                    key);
            return String.join(
                    " ",
                    String.valueOf(open.number()),
                    String.valueOf(open.given()),
                    String.valueOf(open.family()),
                    String.valueOf(open.birthDate()),
                    String.valueOf(open.text()));
        } catch (IllegalStateException e) {
            return "";
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void append(ResultSet rows, StringBuilder dump) throws SQLException {
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                boolean bytes = rows.getMetaData().getColumnTypeName(column).equals("bytea");
                dump.append(bytes ? text(rows.getBytes(column)) : rows.getString(column))
                        .append('\t');
            }
            dump.append('\n');
        }
    }

    private static String text(byte[] bytes) {
        if (bytes == null) {
            return "";
        }
        String plain = new String(bytes, StandardCharsets.ISO_8859_1) + new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length < 2 || bytes[0] != (byte) 0x1f || bytes[1] != (byte) 0x8b) {
            return plain;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("a snapshot cannot be unpacked", e);
        }
    }
}
