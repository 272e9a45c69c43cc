package flyt.journal;

import flyt.ops.LocalPostgres;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own for one test class, with the schema in place, in a PostgreSQL shared by the
 * test JVM.
 *
 * <p>The server's folder is {@code target/test-postgres} and outlives the run, so that programs and
 * data folder are made once; databases left over by an earlier run are replaced.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The master keys of all test databases. */
    public static final MasterKeys KEYS = MasterKeys.of(List.of(new byte[32]));

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    private static final class Server {
        static final LocalPostgres SHARED = start();

        private static LocalPostgres start() {
            LocalPostgres postgres = LocalPostgres.start(Path.of("target", "test-postgres"), programs());
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres;
        }
    }

    /** Where tests keep the unpacked PostgreSQL programs. */
    public static Path programs() {
        return Path.of("target", "postgres-programs");
    }

    /** Makes a fresh database. */
    public static TestDatabase fresh() {
        return fresh(KEYS);
    }

    /** Makes a fresh database of an installation with these master keys. */
    static TestDatabase fresh(MasterKeys keys) {
        TestDatabase database = empty();
        Database.migrate(database.url(), keys);
        return database;
    }

    /** Makes a database without a schema. */
    static TestDatabase empty() {
        var database = new TestDatabase("test_" + COUNT.incrementAndGet());
        database.execute("DROP DATABASE IF EXISTS " + database.name + " WITH (FORCE)");
        database.execute("CREATE DATABASE " + database.name);
        return database;
    }

    /** Address with password, as {@code FLYT_DATABASE_URL} would have it. */
    public String url() {
        String shared = Server.SHARED.url();
        return shared.substring(0, shared.lastIndexOf('/') + 1) + name;
    }

    String jdbc() {
        return "jdbc:postgresql://127.0.0.1:" + Server.SHARED.port() + "/" + name;
    }

    String user() {
        return "flyt";
    }

    String password() {
        String url = Server.SHARED.url();
        return url.substring("postgresql://flyt:".length(), url.lastIndexOf('@'));
    }

    /** A plain connection to it; the caller closes it. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbc(), user(), password());
    }

    /** Runs statements one by one. */
    public void run(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                boolean unused = statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client of it; the caller closes it. */
    public Database open(Vertx vertx) {
        return Database.at(vertx, url(), KEYS);
    }

    /** A client of it that finds the database away after this time. */
    public Database open(Vertx vertx, Duration patience) {
        return Database.at(vertx, url(), KEYS, patience);
    }

    /** Drops the database; open sessions are ended. */
    @Override
    public void close() {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void execute(String sql) {
        String url = Server.SHARED.url();
        String password = url.substring("postgresql://flyt:".length(), url.lastIndexOf('@'));
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + Server.SHARED.port() + "/flyt", "flyt", password);
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
