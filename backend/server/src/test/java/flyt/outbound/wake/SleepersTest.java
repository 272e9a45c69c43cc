package flyt.outbound.wake;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.journal.Database;
import flyt.journal.TestDatabase;
import flyt.outbound.wake.Sleepers.Sleeper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser may be woken as long as the sign-in lasts with which that was asked for, and for nobody else. */
@ExtendWith(VertxExtension.class)
@Timeout(120)
class SleepersTest {
    private static final Instant NOON = Instant.parse("2026-11-12T12:00:00Z");
    private static final String KARI = "aa".repeat(32);
    private static final String OLA = "bb".repeat(32);

    private final TestDatabase test = TestDatabase.fresh();
    private Database database;
    private Sleepers sleepers;

    @BeforeEach
    void open(Vertx vertx) {
        database = Database.at(vertx, test.url(), TestDatabase.KEYS);
        sleepers = new Sleepers(database);
        signIn("kari", KARI);
        signIn("ola", OLA);
        done(sleepers.add(KARI, "https://push.example.org/1"));
    }

    @AfterEach
    void close() {
        done(database.close());
        test.close();
    }

    @Test
    void whatWasAskedForIsKnownOnceAndAnotherAddressTakesItsPlace() {
        assertThat(done(sleepers.has(KARI))).isTrue();
        assertThat(done(sleepers.has(OLA))).isFalse();
        done(sleepers.add(KARI, "https://push.example.org/2"));
        assertThat(all(NOON)).containsExactly(new Sleeper("kari", "https://push.example.org/2"));
        done(sleepers.remove(KARI));
        assertThat(all(NOON)).isEmpty();
    }

    @Test
    void whoeverTakesOverThePhoneIsTheOnlyOneCalledThere() {
        done(sleepers.add(OLA, "https://push.example.org/1"));
        assertThat(all(NOON)).containsExactly(new Sleeper("ola", "https://push.example.org/1"));
    }

    @Test
    void itIsForgottenWithTheSignInAndWithTheAccount() {
        done(sleepers.add(OLA, "https://push.example.org/2"));
        change("DELETE FROM session WHERE hash = $1", Tuple.of(hash(KARI)));
        assertThat(all(NOON)).containsExactly(new Sleeper("ola", "https://push.example.org/2"));
        change("DELETE FROM account WHERE id = $1", Tuple.of("ola"));
        assertThat(done(sleepers.has(OLA))).isFalse();
    }

    @Test
    void nobodyIsCalledWhoseSignInHasEndedByItselfOrWhoIsShutOut() {
        assertThat(all(NOON.plusSeconds(3_599))).hasSize(1);
        assertThat(all(NOON.plusSeconds(3_600))).as("idle").isEmpty();
        change("UPDATE account SET disabled_at = made_at WHERE id = $1", Tuple.of("kari"));
        assertThat(all(NOON)).isEmpty();
    }

    @Test
    void whatItsServiceDoesNotKnowAnyMoreIsForgotten() {
        done(sleepers.gone("https://push.example.org/1"));
        assertThat(done(sleepers.has(KARI))).isFalse();
    }

    private List<Sleeper> all(Instant now) {
        return done(sleepers.all(now));
    }

    private void signIn(String account, String session) {
        change(
                "INSERT INTO account (id, login, name, given, argon2, made_at) VALUES ($1, $1, $1, $1, 'none', $2)",
                Tuple.of(account, NOON.atOffset(ZoneOffset.UTC)));
        change(
                "INSERT INTO session (hash, account, device_kind, made_at, last_seen, idle_seconds, until, address, agent)"
                        + " VALUES ($1, $2, 'own', $3, $3, 3600, $4, '', '')",
                Tuple.of(
                        hash(session),
                        account,
                        NOON.atOffset(ZoneOffset.UTC),
                        NOON.plusSeconds(86_400).atOffset(ZoneOffset.UTC)));
    }

    private void change(String sql, Tuple values) {
        assertThat(done(database.query(sql, values)).rowCount()).isEqualTo(1);
    }

    private static Buffer hash(String session) {
        return Buffer.buffer(HexFormat.of().parseHex(session));
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
