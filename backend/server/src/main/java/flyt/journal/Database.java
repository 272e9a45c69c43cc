package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL that keeps the journal: its address, its schema, and a few connections for
 * reading.
 *
 * <p>One per member, made at start-up and closed at shutdown; usable from any thread, answers on
 * the caller's context. Nothing is connected before the first query, and an outage heals with the
 * next one.
 */
public final class Database {
    /*
     * Plans
     * =====
     * Every statement of ours finds its rows by a key. A journal grows from nothing to a million
     * rows before the server has counted them once, and a planner that believes in a small table
     * reads the whole of it for each batch. So our sessions rule out all that is not a walk along
     * an index, and plan each statement once.
     */
    private static final List<String> RULED_OUT =
            List.of("enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_hashjoin", "enable_mergejoin");

    private static final String ALLOWED_AGAIN =
            RULED_OUT.stream().map(plan -> "SET LOCAL " + plan + " = on").collect(Collectors.joining(";"));

    /** How long a statement may take before the database counts as away. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * For {@link #survey}: one moment of the whole, planned for its values, with room to sort in. Never a loop in a loop: a planner
     * that takes a table for small, since nobody has counted it yet, would go through a year of events for each of them.
     */
    private static final String SURVEYING =
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;" + ALLOWED_AGAIN
                    + ";SET LOCAL enable_nestloop = off;SET LOCAL plan_cache_mode = force_custom_plan;SET LOCAL jit = off"
                    + ";SET LOCAL work_mem = '64MB'";

    private static final int READERS = 6;

    private final Vertx vertx;
    private final PgConnectOptions address;
    private final Pool pool;
    private final Duration patience;
    private final MasterKeys keys;

    private Database(Vertx vertx, PgConnectOptions address, Pool pool, Duration patience, MasterKeys keys) {
        this.vertx = vertx;
        this.address = address;
        this.pool = pool;
        this.patience = patience;
        this.keys = keys;
    }

    /**
     * The database at an address; does not connect yet.
     *
     * @param url {@code postgresql://user:password@host:port/database}
     * @param keys what closes names and secrets in it
     * @throws IllegalArgumentException when the address cannot be read
     */
    public static Database at(Vertx vertx, String url, MasterKeys keys) {
        return at(vertx, url, keys, PATIENCE);
    }

    /** As {@link #at(Vertx, String, MasterKeys)} with another time limit for a statement. */
    public static Database at(Vertx vertx, String url, MasterKeys keys, Duration patience) {
        return at(vertx, url, keys, patience, READERS);
    }

    /** The same with so many reading connections: whoever comes when all are busy waits. */
    public static Database at(Vertx vertx, String url, MasterKeys keys, Duration patience, int readers) {
        PgConnectOptions address = PgConnectOptions.fromUri(url)
                .addProperty("application_name", "flyt")
                .addProperty("statement_timeout", Long.toString(patience.toMillis()));
        address.addProperty("plan_cache_mode", "force_generic_plan").setCachePreparedStatements(true);
        RULED_OUT.forEach(plan -> address.getProperties().put(plan, "off"));
        // A read may wait for a connection of the pool and then for the answer: both within the
        // patience.
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(readers)
                        .setConnectionTimeout((int) patience.toMillis())
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(address)
                .using(vertx)
                .build();
        return new Database(vertx, address, pool, patience, keys);
    }

    /**
     * Brings the schema up to this version, and wraps with the first of the master keys what an older one wrapped; blocks, for
     * start-up only. Members starting together wait for each other.
     *
     * @throws org.flywaydb.core.api.FlywayException when the database is away or its schema is not
     *     ours
     * @throws LostKey when something in it was wrapped by none of these keys
     */
    public static void migrate(String url, MasterKeys keys) {
        PgConnectOptions address = PgConnectOptions.fromUri(url);
        String sslMode = address.getSslMode().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String jdbc = "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + "/" + address.getDatabase()
                + "?ApplicationName=flyt&sslmode=" + sslMode;
        Flyway flyway = Flyway.configure()
                .dataSource(jdbc, address.getUser(), address.getPassword())
                .javaMigrations(new NamesClosed(keys))
                .load();
        var unused = flyway.migrate();
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            Rewrapping.all(connection, keys);
        } catch (SQLException e) {
            throw new IllegalStateException("The keys in the database could not be checked", e);
        }
    }

    /** The reading connections, for questions about the database itself. */
    public Pool pool() {
        return pool;
    }

    /** Closes the reading connections; writers close their own. */
    public Future<Void> close() {
        return pool.close();
    }

    /** One statement on a reading connection, found by a key; fails as the package says. */
    public Future<RowSet<Row>> query(String sql, Tuple values) {
        return Outage.told(pool.preparedQuery(sql).execute(values).timeout(limitMs(), TimeUnit.MILLISECONDS));
    }

    /**
     * One statement on a reading connection, for a question whose rows no single key finds: planned
     * without what our sessions rule out. Its text must be of no {@link #query} too, since a
     * session keeps the plan of a text.
     */
    public Future<RowSet<Row>> search(String sql, Tuple values) {
        return Outage.told(pool.withTransaction(
                        connection -> connection.query(ALLOWED_AGAIN).execute().compose(allowed -> connection
                                .preparedQuery(sql)
                                .execute(values)))
                .timeout(limitMs(), TimeUnit.MILLISECONDS));
    }

    /**
     * Statements that read a long stretch of the journal, all as of one moment. They hold up nobody who writes. Their texts must be
     * of no {@link #query}.
     */
    public <T> Future<T> survey(Function<SqlConnection, Future<T>> statements) {
        return together(
                connection -> connection.query(SURVEYING).execute().compose(set -> statements.apply(connection)));
    }

    /** Statements that hold together or not at all, on one reading connection; fails as the package says. */
    public <T> Future<T> together(Function<SqlConnection, Future<T>> statements) {
        return Outage.told(pool.withTransaction(statements).timeout(limitMs(), TimeUnit.MILLISECONDS));
    }

    Vertx vertx() {
        return vertx;
    }

    MasterKeys keys() {
        return keys;
    }

    PgConnectOptions address() {
        return address;
    }

    /** Past the server's own limit, so that a living server gets to say that it was too slow. */
    long limitMs() {
        return patience.toMillis() + 500;
    }
}
