package flyt.simulator.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A process that reads a hospital's events through the product's database client, in pages of the
 * product's size, and throws them away. Arguments: hospital, number of the first event; the
 * database's address, which has a password in it, comes as a line of input. Says {@code READ} and
 * how many.
 */
final class BareRead {

    static final String DONE = "READ ";

    private static final int PAGE = 5_000;
    private static final String SQL =
            "SELECT seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body::text FROM event"
                    + " WHERE hospital = $1 AND seq >= $2 ORDER BY seq LIMIT " + PAGE;

    private final PreparedQuery<RowSet<Row>> query;
    private final String hospital;
    private final Promise<Long> done = Promise.promise();
    private long read;

    private BareRead(PreparedQuery<RowSet<Row>> query, String hospital) {
        this.query = query;
        this.hospital = hospital;
    }

    public static void main(String[] arguments) throws IOException {
        String databaseUrl = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        long read = MainThread.await(PgConnection.connect(
                        vertx, PgConnectOptions.fromUri(databaseUrl).setCachePreparedStatements(true))
                .compose(connection ->
                        new BareRead(connection.preparedQuery(SQL), arguments[0]).from(Long.parseLong(arguments[1]))));
        System.out.println(DONE + read);
        System.exit(0);
    }

    private Future<Long> from(long first) {
        page(first);
        return done.future();
    }

    /**
     * One page after the other, each on its own: a chain of futures would hold on to every page.
     */
    private void page(long first) {
        var unused = query.execute(Tuple.of(hospital, first))
                .onSuccess(rows -> {
                    long last = first - 1;
                    for (Row row : rows) {
                        last = row.getLong(0);
                        read++;
                    }
                    if (rows.size() < PAGE) {
                        done.complete(read);
                    } else {
                        page(last + 1);
                    }
                })
                .onFailure(done::fail);
    }
}
