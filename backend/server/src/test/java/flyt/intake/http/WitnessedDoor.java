package flyt.intake.http;

import static flyt.access.log.Soon.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.access.Cookies;
import flyt.access.DeviceKind;
import flyt.access.Doorkeeper;
import flyt.access.Gone;
import flyt.access.Grant;
import flyt.access.MachineCredentials;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Person;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.SessionCredentials;
import flyt.access.log.BreakGlass;
import flyt.access.log.LogBench;
import flyt.access.log.LogSearch;
import flyt.access.log.MyData;
import flyt.access.screen.Pairings;
import flyt.access.screen.ScreenCounters;
import flyt.access.screen.Screens;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of screens, the log and its reviews over real HTTP and a real database; people are signed in by their id. */
final class WitnessedDoor implements AutoCloseable, SessionCredentials, MachineCredentials, ScreenCounters {
    static final Instant NINE = Instant.parse("2026-11-12T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    final LogBench bench = new LogBench();
    final Metrics metrics = new Metrics(Set.of());
    final Screens screens;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    WitnessedDoor() {
        person("a-admin", Role.ADMINISTRATOR, Reach.hospital("FJO"));
        person("a-chief", Role.ADMINISTRATOR, Reach.EVERYWHERE);
        person("a-other", Role.ADMINISTRATOR, Reach.hospital("KAL"));
        person("a-nurse", Role.NURSE, Reach.wards("FJO", "LUN"));
        person("a-audit", Role.AUDITOR, Reach.hospital("FJO"));
        person("a-audits", Role.AUDITOR, Reach.EVERYWHERE);
        DefinitionReader definitions = new DefinitionReader(definition -> List.of());
        FakeHospitals hospitals = new FakeHospitals(definitions
                .read(Resources.object(Resources.protocol("hospitals/fjordvik.json")))
                .fold(read -> read, faults -> {
                    throw new AssertionError(faults.toString());
                }));
        InstantSource clock = InstantSource.fixed(NINE);
        screens = new Screens(bench.vertx, bench.database, new Gone(bench.vertx), bench.log, this, new byte[32], clock);
        Pairings pairings = new Pairings(bench.database, this);
        LogSearch search = new LogSearch(bench.database, (hospital, visit) -> Future.succeededFuture(null));
        MyData mine = new MyData(bench.database, search, account -> Future.succeededFuture(List.<JsonObject>of()));
        Cookies cookies = new Cookies(false);
        Gate gate = new Gate(new Doorkeeper(cookies, this, screens, this), metrics);
        Witness witness = new Witness(gate, bench.log, clock);
        Bodies bodies = new Bodies();
        Router router = Router.router(bench.vertx);
        new PairingRoutes(pairings, screens, cookies, bodies, false, clock).mount(router);
        new ScreenRoutes(screens, pairings, hospitals, gate, bodies, clock).mount(router);
        new AccessLogRoutes(search, mine, gate, witness).mount(router);
        new BreakGlassRoutes(
                        new BreakGlass(bench.database, bench.log, new Gone(bench.vertx)), gate, witness, bodies, clock)
                .mount(router);
        HttpServer server =
                answer(bench.vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        port = server.actualPort();
    }

    private void person(String id, Role role, Reach reach) {
        people.put(
                secret(id),
                new Person(
                        id,
                        "s-" + id,
                        id,
                        "Name of " + id,
                        id,
                        "nb",
                        List.of(new Grant(role, reach)),
                        DeviceKind.OWN,
                        null,
                        null,
                        false,
                        NINE.plusSeconds(3_600),
                        600,
                        List.of()));
    }

    private static String secret(String id) {
        return id + "x".repeat(43 - id.length());
    }

    /** Asks as somebody; {@code who}: a person's id, a screen's cookie, or empty for nobody. */
    HttpResponse<String> ask(String who, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!who.isEmpty()) {
            request = request.header("Cookie", who.startsWith("a-") ? "flyt=" + secret(who) : who);
        }
        if (!body.isEmpty()) {
            request = request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    @Override
    public Future<Optional<Person>> bySecret(String secret) {
        return Future.succeededFuture(Optional.ofNullable(people.get(secret)));
    }

    @Override
    public Future<Optional<Person>> bySession(String session) {
        return Future.succeededFuture(people.values().stream()
                .filter(one -> one.session().equals(session))
                .findFirst());
    }

    @Override
    public Future<Optional<Machine>> byToken(String token, String address) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<Machine>> byCredentials(String id, String secret, String address) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<Machine>> byId(String id) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public void wrongCode() {
        metrics.turnedAway("wrong-code");
    }

    @Override
    public void stolen() {
        metrics.turnedAway("stolen");
    }

    @Override
    public void close() {
        bench.close();
    }
}
