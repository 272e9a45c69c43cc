package flyt.intake.http;

import flyt.access.Cookies;
import flyt.access.FaultyFile;
import flyt.access.Gone;
import flyt.access.Principal.Person;
import flyt.access.account.Accounts;
import flyt.access.account.Sessions;
import flyt.access.oidc.Browser;
import flyt.access.oidc.ClientProof;
import flyt.access.oidc.OpenIdProvider;
import flyt.access.oidc.ProviderSessions;
import flyt.access.oidc.Registration;
import flyt.access.oidc.Registration.Dpop;
import flyt.access.oidc.RelyingParty;
import flyt.access.oidc.RolesFile;
import flyt.journal.Database;
import flyt.journal.TestDatabase;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A server with a real database, and a real provider beside it. Both look at one clock, which a test moves. */
final class OidcHouse implements AutoCloseable {
    static final String FOLDER = "/api/v1/access/oidc";
    private static final String ROLES =
            """
            {"everyone": [{"claim": "helseid://claims/identity/assurance_level", "is": "high"}],
             "rules": [
               {"when": [{"claim": ["realm_access", "roles"], "is": "lunge-sykepleier"}],
                "role": "nurse", "hospital": "FJO", "wards": ["LUN"], "zones": "*"},
               {"when": [{"claim": "helseid://claims/hpr/hpr_number", "is": ["9144897"]}],
                "role": "doctor", "hospital": "FJO", "wards": "*", "zones": "*"}]}
            """;

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase postgres = TestDatabase.fresh();
    private final Database database = postgres.open(vertx);
    private final Metrics metrics = new Metrics(Set.of());
    private volatile Instant now = Instant.now();
    private final InstantSource clock = () -> now;
    private final Sessions sessions;
    private final Accounts accounts;
    private final RelyingParty party;
    private final HttpServer server;
    final OpenIdProvider provider = new OpenIdProvider(vertx, clock);

    /** With a client secret. */
    OidcHouse() {
        this(ClientProof.secret(OpenIdProvider.SECRET));
    }

    OidcHouse(ClientProof proof) {
        Router router = Router.router(vertx);
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        Gone gone = new Gone(vertx);
        accounts = new Accounts(database, gone, clock);
        sessions = new Sessions(database, gone, clock, Sessions.Limits.USUAL);
        party = party(proof);
        new OidcRoutes(party, metrics).mount(router);
    }

    private RelyingParty party(ClientProof proof) {
        try {
            return new RelyingParty(
                    vertx,
                    new Registration(
                            "HelseID",
                            URI.create(provider.issuer()),
                            OpenIdProvider.CLIENT,
                            proof,
                            List.of("openid", "profile"),
                            URI.create(home()),
                            Dpop.WHEN_OFFERED,
                            true),
                    RolesFile.read(ROLES),
                    database,
                    new ProviderSessions(accounts, sessions, new Cookies(false)),
                    clock);
        } catch (FaultyFile e) {
            throw new IllegalStateException(e);
        }
    }

    String home() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    Browser browser() {
        return new Browser(home());
    }

    /** Signs in whoever the provider has, as far as it goes. */
    HttpResponse<String> signIn(Browser browser) {
        return browser.follow(atTheProvider(browser));
    }

    /** As far as the provider's answer, which is yet to be shown to us. */
    HttpResponse<String> atTheProvider(Browser browser) {
        return browser.follow(browser.open(FOLDER + "/start?to=/ward/FJO/LUN%3Flevel%3D2"));
    }

    /** Who a browser is to us. */
    Optional<Person> who(Browser browser) {
        String secret = browser.cookie("flyt");
        return secret == null ? Optional.empty() : await(sessions.bySecret(secret));
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String metrics() {
        return metrics.scrape();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        var left = await(party.close().eventually(database::close).eventually(vertx::close));
        postgres.close();
    }
}
