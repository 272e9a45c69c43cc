package flyt.access.client;

import static flyt.access.account.AccessHouse.done;
import static flyt.access.account.AccessHouse.happens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.Principal.Machine;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.account.AccessHouse;
import flyt.access.client.Clients.Made;
import flyt.journal.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Members start, one after the other, with a clients file that changes between. */
@ExtendWith(VertxExtension.class)
@Timeout(120)
class DeclaredClientsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String HERE = "10.20.3.4";

    private final String secret = SecretToken.make();
    private AccessHouse house;
    private Clients clients;

    @BeforeEach
    void start(Vertx vertx) {
        house = new AccessHouse(vertx, DATABASE);
        clients = house.clients;
        happens(clients.keep(List.of()));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void whoIsDeclaredGetsIn() {
        happens(clients.keep(List.of(declared("pas", secret, "report:patient"))));

        Machine machine = done(clients.byCredentials("pas", secret, HERE)).orElseThrow();
        assertThat(machine)
                .isEqualTo(new Machine(
                        "pas", "System pas", Role.INTEGRATION, "FJO", Set.of("report:patient"), Set.of("pas")));
        assertThat(done(clients.byCredentials("pas", secret, "10.21.3.4"))).isEmpty();
    }

    @Test
    void anotherStartWithTheSameFileHashesNothingAndEndsNoToken() {
        Declared pas = declared("pas", secret, "report:patient");
        happens(clients.keep(List.of(pas)));
        String token = token("pas", secret);
        String hash = hash("pas");

        happens(clients.keep(List.of(pas)));

        assertThat(hash("pas")).isEqualTo(hash);
        assertThat(done(clients.byToken(token, HERE))).isPresent();
    }

    @Test
    void whatElseIsDeclaredOfItHoldsAtOnce() {
        happens(clients.keep(List.of(declared("pas", secret, "report:patient"))));
        String token = token("pas", secret);
        assertThat(done(clients.byToken(token, HERE)).orElseThrow().scopes()).containsExactly("report:patient");

        happens(clients.keep(List.of(declared("pas", secret, "report:bed"))));

        assertThat(done(clients.byToken(token, HERE)).orElseThrow().scopes()).containsExactly("report:bed");
    }

    @Test
    void aNewSecretEndsTheOldOneAndItsTokens() {
        happens(clients.keep(List.of(declared("pas", secret, "report:patient"))));
        String token = token("pas", secret);
        String fresh = SecretToken.make();

        happens(clients.keep(List.of(declared("pas", fresh, "report:patient"))));

        assertThat(done(clients.byToken(token, HERE))).isEmpty();
        assertThat(done(clients.byCredentials("pas", fresh, HERE))).isPresent();
        assertThat(done(clients.byCredentials("pas", secret, HERE))).isEmpty();
    }

    @Test
    void whoIsNoLongerDeclaredIsRevokedAndMayComeBack() {
        Declared pas = declared("pas", secret, "report:patient");
        happens(clients.keep(List.of(pas, declared("lab", SecretToken.make(), "report:lab"))));
        String token = token("pas", secret);

        happens(clients.keep(List.of()));

        assertThat(done(clients.byToken(token, HERE))).isEmpty();
        assertThat(done(clients.byId("pas"))).isEmpty();
        assertThat(done(clients.byId("lab"))).isEmpty();

        happens(clients.keep(List.of(pas)));

        assertThat(done(clients.byCredentials("pas", secret, HERE))).isPresent();
        assertThat(done(clients.byToken(token, HERE))).as("a token of before").isEmpty();
        assertThat(done(clients.byId("lab"))).isEmpty();
    }

    @Test
    void whomPeopleLetInIsLeftAlone() {
        Made made = done(clients.create("Lab", Role.LABORATORY, "FJO", Set.of("report:lab"), null, null));
        String id = made.client().id();

        happens(clients.keep(List.of(declared("pas", secret, "report:patient"))));
        assertThat(done(clients.byCredentials(id, made.secret(), HERE))).isPresent();

        assertThatThrownBy(() -> happens(clients.keep(List.of(declared(id, secret, "report:patient")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(id);
        assertThat(done(clients.byCredentials(id, made.secret(), HERE))
                        .orElseThrow()
                        .name())
                .isEqualTo("Lab");
    }

    private static Declared declared(String id, String secret, String scope) {
        return new Declared(
                id,
                secret,
                "System " + id,
                Role.INTEGRATION,
                "FJO",
                Set.of(scope),
                Set.of(id),
                List.of("10.20.0.0/16"));
    }

    private String token(String id, String secret) {
        return done(clients.token(id, secret, HERE)).orElseThrow().token();
    }

    private String hash(String id) {
        return done(house.database.query("SELECT secret AS kept FROM client WHERE id = $1", Tuple.of(id)))
                .iterator()
                .next()
                .getString("kept");
    }
}
