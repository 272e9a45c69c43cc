package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.access.Cookies;
import flyt.access.Deed;
import flyt.access.DeviceKind;
import flyt.access.Doorkeeper;
import flyt.access.Grant;
import flyt.access.MachineCredentials;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Person;
import flyt.access.Principal.Screen;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.SameOrigin;
import flyt.access.ScreenCredentials;
import flyt.access.SecretToken;
import flyt.access.SessionCredentials;
import flyt.access.View;
import flyt.access.account.Account;
import flyt.access.account.Unacceptable;
import flyt.access.account.Unacceptable.Why;
import flyt.access.log.LogBook;
import flyt.access.log.LogEntry;
import flyt.domain.place.HospitalDefinition;
import flyt.journal.Database;
import flyt.journal.TestDatabase;
import flyt.ops.Health;
import flyt.ops.Metrics;
import flyt.report.Figures;
import flyt.report.ForecastScores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All routes on a port of loopback, open during a test, before the reference hospital as a test wants it. Who asks is a system
 * with every scope, unless the test says otherwise; what is logged is kept in a list.
 */
final class OpenDoor implements BeforeEachCallback, AfterEachCallback, LogBook {
    /** Where the reference hospital is. */
    static final String FJO = "/api/v1/hospitals/FJO";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What the system that asks has for a token. */
    static final String TOKEN = SecretToken.make();

    private static final String PERSON = SecretToken.make();

    /** Who is signed in, for {@link #postAs}. */
    volatile @Nullable Person person;

    final FakeHospitals hospitals;
    final List<LogEntry> logged = new CopyOnWriteArrayList<>();
    private final DefinitionReader definitions = new DefinitionReader(definition ->
            definition.name().equals("Senseless") ? List.of(new Fault("name", "makes no sense")) : List.of());
    private Vertx vertx;
    private int port;

    /** Somebody who works on ward LUN. */
    static final Account COLLEAGUE = new Account(
            "a-amina",
            "amina",
            "Amina Nilsen",
            "Amina",
            "nb",
            null,
            false,
            Instant.EPOCH,
            null,
            List.of(new Grant(Role.NURSE, Reach.wards("FJO", "LUN"))));

    private static final Machine EVERYTHING = new Machine(
            "c-test",
            "Test",
            Role.INTEGRATION,
            Reach.EVERY,
            Stream.concat(
                            Arrays.stream(Deed.values()).map(Deed::wire),
                            Arrays.stream(View.values()).map(view -> view == View.WARD ? "ward.3" : view.wire()))
                    .collect(Collectors.toUnmodifiableSet()),
            null);

    private final @Nullable Database journal;

    OpenDoor() {
        this(null);
    }

    /** {@code journal}: what figures are computed from; null: it is away. */
    OpenDoor(@Nullable Database journal) {
        this.journal = journal;
        HospitalDefinition fjordvik = definitions
                .read(Resources.object(Resources.protocol("hospitals/fjordvik.json")))
                .fold(read -> read, faults -> {
                    throw new AssertionError(faults.toString());
                });
        hospitals = new FakeHospitals(fjordvik);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        Doorkeeper doorkeeper = new Doorkeeper(new Cookies(false), new OnePerson(), new NoScreens(), new OneMachine());
        Entrance entrance = new Entrance(
                doorkeeper,
                new SameOrigin(null),
                this,
                InstantSource.system(),
                new Pseudonyms(new byte[32]),
                account -> account.equals(COLLEAGUE.id())
                        ? Future.succeededFuture(COLLEAGUE)
                        : Future.failedFuture(new Unacceptable(Why.UNKNOWN_ACCOUNT)),
                false,
                false);
        new HttpDoor(
                        vertx,
                        entrance,
                        hospitals,
                        new Figures(journal == null ? nowhere() : journal, 5),
                        new ForecastScores(journal == null ? nowhere() : journal),
                        new ReportReader(new Pseudonyms(new byte[32])),
                        definitions,
                        new Health(),
                        new Metrics(ReportReader.types()),
                        none -> {})
                .mount(router);
        HttpServer server =
                within(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        port = server.actualPort();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        within(vertx.close());
    }

    @Override
    public Future<Void> write(LogEntry entry) {
        logged.add(entry);
        return Future.succeededFuture();
    }

    @Override
    public void note(LogEntry entry) {
        logged.add(entry);
    }

    private final class OnePerson implements SessionCredentials {
        @Override
        public Future<Optional<Person>> bySecret(String secret) {
            return Future.succeededFuture(Optional.ofNullable(person).filter(known -> secret.equals(PERSON)));
        }

        @Override
        public Future<Optional<Person>> bySession(String session) {
            return Future.succeededFuture(Optional.ofNullable(person));
        }
    }

    private static final class NoScreens implements ScreenCredentials {
        @Override
        public Future<Optional<Screen>> bySecret(String secret) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Optional<Screen>> byId(String screen) {
            return Future.succeededFuture(Optional.empty());
        }
    }

    private static final class OneMachine implements MachineCredentials {
        @Override
        public Future<Optional<Machine>> byToken(String token, String address) {
            return Future.succeededFuture(token.equals(TOKEN) ? Optional.of(EVERYTHING) : Optional.empty());
        }

        @Override
        public Future<Optional<Machine>> byCredentials(String id, String secret, String address) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Optional<Machine>> byId(String id) {
            return Future.succeededFuture(Optional.of(EVERYTHING));
        }
    }

    int port() {
        return port;
    }

    /** Asks for any path of the server. */
    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN));
    }

    /** Posts to what is below the reference hospital. */
    HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    /** Posts to what is below the reference hospital, as somebody with these grants. */
    HttpResponse<String> postAs(String path, String body, Grant... grants) throws Exception {
        signIn(grants);
        return send(HttpRequest.newBuilder(uri(FJO + path))
                .header("Cookie", "flyt=" + PERSON)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Asks for any path of the server, as somebody with these grants who accepts this type. */
    HttpResponse<String> getAs(String path, String accept, Grant... grants) throws Exception {
        signIn(grants);
        return send(HttpRequest.newBuilder(uri(path))
                .header("Cookie", "flyt=" + PERSON)
                .header("Accept", accept));
    }

    private void signIn(Grant... grants) {
        person = new Person(
                "a-ingrid",
                "00",
                "ingrid",
                "Ingrid Solheim",
                "Ingrid",
                "nb",
                List.of(grants),
                DeviceKind.OWN,
                null,
                null,
                false,
                Instant.MAX,
                600,
                List.of());
    }

    private Database nowhere() {
        return Database.at(vertx, "postgresql://nobody:nothing@127.0.0.1:1/nowhere", TestDatabase.KEYS);
    }

    /** Puts to what is below the reference hospital. */
    HttpResponse<String> put(String path, String body) throws Exception {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(FJO + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** A problem as RFC 9457 has it, which tells nothing of the server's inside. */
    static void assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").textValue()).isEqualTo("/problems/" + code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at flyt.");
    }

    /** 200 and this JSON; quotes may be single ones. */
    static void assertJson(HttpResponse<String> answer, String expected) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }

    private static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
