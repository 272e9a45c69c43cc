package flyt.simulator.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.journal.Database;
import flyt.journal.MasterKeys;
import flyt.runtime.Replay;
import flyt.simulator.chaos.Door.Rows;
import flyt.simulator.chaos.Ledger.Key;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Looks into the journal's own tables, past the server: is what was promised there, once, and is it what was shown? */
final class JournalAudit {
    private static final long PATIENCE_S = 60;

    /** Bytes of a row that are printed before and after where it differs. */
    private static final int AROUND = 80;

    private final String databaseUrl;
    private final MasterKeys keys;
    private final String hospital;

    /** {@code databaseUrl}: as {@code FLYT_DATABASE_URL}. {@code keys}: what closes the names in it. */
    JournalAudit(String databaseUrl, MasterKeys keys, String hospital) {
        this.databaseUrl = databaseUrl;
        this.keys = keys;
        this.hospital = hospital;
    }

    /** Compares the tables with what senders were promised, and the rows a server showed with a replay of the journal. */
    List<Finding> compare(Map<Key, Long> acknowledged, Map<Stream, Rows> shown) {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = connect()) {
            Map<Key, Long> events = number(connection, EVENTS_OF_EACH_REPORT);
            Map<Key, Long> inputs = number(connection, INPUTS);
            findings.add(Finding.fact(
                    "events in the journal", one(connection, "SELECT count(*) FROM event WHERE hospital = ?")));
            findings.add(Finding.none("numbers missing between the first event and the last", missing(connection)));
            findings.add(
                    Finding.none("acknowledged reports that are not in the journal", absent(acknowledged, events)));
            findings.add(Finding.none("reports that are in the journal more than once", twice(acknowledged, events)));
            findings.add(Finding.none("acknowledged reports kept under another number", others(acknowledged, inputs)));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
        findings.add(Finding.none(
                "streams shown otherwise than a replay from zero has them (of " + shown.size() + ")",
                unlikeReplay(shown)));
        return findings;
    }

    private static final String EVENTS_OF_EACH_REPORT =
            "SELECT source, message_id, type, count(*) FROM event WHERE hospital = ? GROUP BY 1, 2, 3";

    private static final String INPUTS = "SELECT source, message_id, '', seq FROM input WHERE hospital = ?";

    private static List<String> absent(Map<Key, Long> acknowledged, Map<Key, Long> events) {
        return acknowledged.keySet().stream()
                .filter(key -> !events.containsKey(key))
                .map(Key::toString)
                .toList();
    }

    /** What follows from a report has its number too, but is of another type. */
    private static List<String> twice(Map<Key, Long> acknowledged, Map<Key, Long> events) {
        return acknowledged.keySet().stream()
                .filter(key -> events.getOrDefault(key, 0L) > 1)
                .map(key -> key + ": " + events.get(key) + " times")
                .toList();
    }

    private static List<String> others(Map<Key, Long> acknowledged, Map<Key, Long> inputs) {
        return acknowledged.entrySet().stream()
                .filter(entry -> !entry.getValue()
                        .equals(inputs.get(
                                new Key(entry.getKey().source(), entry.getKey().messageId(), ""))))
                .map(Object::toString)
                .toList();
    }

    private List<String> missing(Connection connection) throws SQLException {
        long last = one(connection, "SELECT coalesce(max(seq), 0) FROM event WHERE hospital = ?");
        long count = one(connection, "SELECT count(*) FROM event WHERE hospital = ?");
        return last == count ? List.of() : List.of(count + " events, the last is " + last);
    }

    private Map<Key, Long> number(Connection connection, String sql) throws SQLException {
        Map<Key, Long> numbers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, hospital);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    var unused = numbers.put(
                            new Key(rows.getString(1), rows.getString(2), rows.getString(3)), rows.getLong(4));
                }
            }
        }
        return numbers;
    }

    private long one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, hospital);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no answer");
                }
                return rows.getLong(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        URI url = URI.create(databaseUrl);
        String[] user = url.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(), user[0], user[1]);
    }

    private List<String> unlikeReplay(Map<Stream, Rows> shown) {
        Vertx vertx = Vertx.vertx();
        Database database = Database.at(vertx, databaseUrl, keys);
        try {
            Map<Long, Replay> replays = new HashMap<>();
            List<String> unlike = new ArrayList<>();
            shown.forEach((stream, rows) -> {
                Replay replay = replays.computeIfAbsent(rows.seq(), seq -> await(Replay.of(database, hospital, seq)));
                String replayed = joined(replay.rows(stream).rows());
                if (!rows.rows().equals(replayed)) {
                    unlike.add(stream.name() + " at event " + rows.seq() + parting(rows.rows(), replayed));
                }
            });
            return unlike;
        } finally {
            // one after the other: what hangs on a closed Vert.x is never told
            await(database.close());
            await(vertx.close());
        }
    }

    /** From where on the two differ, with a little of what stands before. */
    private static String parting(String shown, String replayed) {
        int at = Math.max(0, Arrays.mismatch(shown.getBytes(UTF_8), replayed.getBytes(UTF_8)) - AROUND);
        return ", shown …" + part(shown, at) + "… replayed …" + part(replayed, at) + "…";
    }

    private static String part(String rows, int from) {
        byte[] bytes = rows.getBytes(UTF_8);
        return new String(
                bytes, Math.min(from, bytes.length), Math.min(2 * AROUND, Math.max(0, bytes.length - from)), UTF_8);
    }

    private static String joined(List<RowUpdate> rows) {
        return rows.stream().map(row -> new String(row.json(), UTF_8)).collect(Collectors.joining(","));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
    }
}
