package flyt.access.oidc;

import flyt.access.DeviceKind;
import flyt.access.SecretToken;
import flyt.journal.Database;
import flyt.journal.WireNames;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Those who are away at the provider, in the database, since another member may see them come back. Each comes back once, in
 * the browser that set out, within {@link #PATIENCE}.
 */
final class Attempts {
    /** Time to find the phone and the code. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration SWEEP = Duration.ofMinutes(1);

    private static final String SET_OUT =
            """
            INSERT INTO provider_attempt (state, browser, nonce, verifier, destination, device_kind, until)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String COME_BACK =
            """
            DELETE FROM provider_attempt WHERE state = $1 AND browser = $2 AND until > $3
            RETURNING nonce, verifier, destination, device_kind
            """;
    private static final String FORGET = "DELETE FROM provider_attempt WHERE until <= $1";

    private final Database database;
    private final InstantSource clock;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.MIN);

    Attempts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Future<Void> setOut(String state, String browser, Attempt attempt) {
        Instant now = clock.instant();
        return swept(now).compose(done -> database.query(
                        SET_OUT,
                        Tuple.of(
                                Buffer.buffer(SecretToken.hash(state)),
                                Buffer.buffer(SecretToken.hash(browser)),
                                attempt.nonce(),
                                attempt.verifier(),
                                attempt.destination().text(),
                                WireNames.of(attempt.device()),
                                now.plus(PATIENCE).atOffset(ZoneOffset.UTC)))
                .mapEmpty());
    }

    /** The attempt, which is gone from now on; empty when there is none such. */
    Future<Optional<Attempt>> comeBack(String state, String browser) {
        Tuple key = Tuple.of(
                Buffer.buffer(SecretToken.hash(state)),
                Buffer.buffer(SecretToken.hash(browser)),
                clock.instant().atOffset(ZoneOffset.UTC));
        return database.query(COME_BACK, key)
                .map(rows -> rows.stream().findFirst().map(Attempts::read));
    }

    private Future<Void> swept(Instant now) {
        Instant last = swept.get();
        return now.isBefore(last.plus(SWEEP)) || !swept.compareAndSet(last, now)
                ? Future.succeededFuture()
                : database.query(FORGET, Tuple.of(now.atOffset(ZoneOffset.UTC))).mapEmpty();
    }

    private static Attempt read(Row row) {
        DeviceKind device = WireNames.parse(DeviceKind.class, row.getString("device_kind"));
        return new Attempt(
                row.getString("nonce"),
                row.getString("verifier"),
                new LocalPath(row.getString("destination")),
                Objects.requireNonNull(device));
    }
}
