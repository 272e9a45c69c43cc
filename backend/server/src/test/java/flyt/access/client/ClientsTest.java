package flyt.access.client;

import static flyt.access.account.AccessHouse.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.Principal.Machine;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.TooMany;
import flyt.access.account.AccessHouse;
import flyt.access.client.Clients.Made;
import flyt.journal.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
@Timeout(120)
class ClientsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String HERE = "10.20.3.4";

    private AccessHouse house;
    private Clients clients;
    private Made lab;

    @BeforeEach
    void open(Vertx vertx) {
        house = new AccessHouse(vertx, DATABASE);
        clients = house.clients;
        lab = done(clients.create(
                "Lab", Role.LABORATORY, "FJO", Set.of("report:lab"), Set.of("lab"), List.of("10.20.0.0/16")));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aTokenIsGoodForAQuarterOfAnHour() {
        String token = token();
        Machine machine = done(clients.byToken(token, HERE)).orElseThrow();
        assertThat(machine.id()).isEqualTo(lab.client().id());
        assertThat(machine.scopes()).containsExactly("report:lab");
        assertThat(machine.speaksFor("lab")).isTrue();
        assertThat(machine.speaksFor("pas")).isFalse();
        house.clock.forward(Clients.TOKEN_LASTS.minusSeconds(1));
        assertThat(done(clients.byToken(token, HERE))).isPresent();
        house.clock.forward(Duration.ofSeconds(1));
        assertThat(done(clients.byToken(token, HERE))).isEmpty();
        assertThat(done(clients.sweep())).isPositive();
    }

    @Test
    void neitherForgedNorFromElsewhere() {
        String token = token();
        assertThat(done(clients.byToken(SecretToken.make(), HERE))).isEmpty();
        assertThat(done(clients.byToken(token + "A", HERE))).isEmpty();
        assertThat(done(clients.byToken(token, "10.21.3.4"))).isEmpty();
        assertThat(done(clients.token(id(), lab.secret(), "10.21.3.4"))).isEmpty();
        assertThat(done(clients.byCredentials(id(), lab.secret(), "10.21.3.4"))).isEmpty();
    }

    @Test
    void theSecretIsComparedOnceAndThenRemembered() {
        long hashed = askedTimes(1);
        assertThat(askedTimes(200)).as("no hashing").isLessThan(100 * hashed);
    }

    private long askedTimes(int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            assertThat(done(clients.byCredentials(id(), lab.secret(), HERE))).isPresent();
        }
        return System.nanoTime() - start;
    }

    @Test
    void wrongSecretsAreSlowedWhetherTheSystemExistsOrNot() {
        for (String name : List.of(id(), "c-nobody")) {
            assertThat(done(clients.byCredentials(name, "wrong", HERE))).isEmpty();
            assertThatThrownBy(() -> done(clients.byCredentials(name, "wrong", HERE)))
                    .isInstanceOf(TooMany.class);
        }
        house.clock.forward(Duration.ofSeconds(1));
        assertThat(done(clients.byCredentials(id(), lab.secret(), HERE))).isPresent();
    }

    @Test
    void whatIsRevokedIsSoonOverEverywhere(Vertx vertx) {
        AccessHouse other = new AccessHouse(vertx, DATABASE, house.clock);
        String token = token();
        assertThat(done(other.clients.byToken(token, HERE))).isPresent();
        assertThat(done(other.clients.byCredentials(id(), lab.secret(), HERE))).isPresent();
        assertThat(done(clients.revoke(id()))).isTrue();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (done(other.clients.byToken(token, HERE)).isPresent()) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
        assertThat(done(other.clients.byCredentials(id(), lab.secret(), HERE))).isEmpty();
        assertThat(done(clients.byId(id()))).isEmpty();
        assertThat(done(clients.revoke("c-nobody"))).isFalse();
    }

    @Test
    void aNewSecretEndsTheOldOneAndItsTokens() {
        String token = token();
        String renewed = done(clients.renew(id())).orElseThrow();
        assertThat(done(clients.byToken(token, HERE))).isEmpty();
        assertThat(done(clients.byCredentials(id(), lab.secret(), HERE))).isEmpty();
        house.clock.forward(Duration.ofSeconds(1));
        assertThat(done(clients.byCredentials(id(), renewed, HERE))).isPresent();
    }

    @Test
    void theDatabaseHasNoSecret() {
        String token = token();
        String kept = done(house.database.query(
                        "SELECT (SELECT json_agg(c)::text FROM client c) || (SELECT json_agg(t)::text FROM client_token t)"
                                + " AS all_of_it",
                        Tuple.tuple()))
                .iterator()
                .next()
                .getString("all_of_it");
        assertThat(kept).contains(id());
        for (String secret : List.of(token, lab.secret())) {
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
            assertThat(kept).doesNotContain(secret).doesNotContain(hex);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.255, true",
        "10.20.0.0/16, 10.21.0.0, false",
        "10.20.3.4, 10.20.3.4, true",
        "10.20.3.4, 10.20.3.5, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8:0:0:0:0:0:1, false",
        "2001:db8::/32, 2001:db8:0:0:0:0:0:1, true",
        "2001:db8::/32, 2001:db9:0:0:0:0:0:1, false",
        "10.20.0.0/16, not an address, false",
    })
    void rangesOfAddresses(String range, String address, boolean inside) {
        assertThat(Cidr.of(range).contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"10.20.0.1/16", "10.20.0.0/33", "10.20.0", "localhost", "10.20.0.0/", "''"})
    void whatIsNoRange(String text) {
        assertThat(Client.isRange(text)).isFalse();
    }

    private String id() {
        return lab.client().id();
    }

    private String token() {
        return done(clients.token(id(), lab.secret(), HERE)).orElseThrow().token();
    }
}
