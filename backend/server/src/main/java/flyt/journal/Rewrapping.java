package flyt.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/** Wraps with the first master key what an older one wrapped: at start-up, so that the older one can be thrown away after. */
final class Rewrapping {
    private static final List<String> WRAPPED = List.of("identity_key", "inbox_key", "secret");

    private Rewrapping() {}

    /** All of it or nothing. Throws {@link LostKey} when something was wrapped by a key that is not known. */
    static void all(Connection connection, MasterKeys keys) throws SQLException {
        connection.setAutoCommit(false);
        for (String table : WRAPPED) {
            rewrap(connection, table, keys);
        }
        connection.commit();
    }

    private static void rewrap(Connection connection, String table, MasterKeys keys) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + table + " SET wrapped = ? WHERE ctid = ?::tid")) {
            var old = new TreeMap<String, byte[]>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT ctid::text, wrapped FROM " + table + " WHERE substr(wrapped, 1, 4) <> ? FOR UPDATE")) {
                select.setBytes(1, keys.mark());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        old.put(rows.getString(1), rows.getBytes(2));
                    }
                }
            }
            for (var row : old.entrySet()) {
                update.setBytes(1, keys.wrap(keys.unwrap(row.getValue())));
                update.setString(2, row.getKey());
                update.addBatch();
            }
            int[] unused = update.executeBatch();
        }
    }
}
