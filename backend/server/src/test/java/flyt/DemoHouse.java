package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.DeviceKind;
import flyt.access.Grant;
import flyt.access.Naming;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Person;
import flyt.access.Principal.Screen;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.RoleTable;
import flyt.access.SecretToken;
import flyt.access.View;
import flyt.journal.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server as the demo starts it, with the reference hospital FJO and a small one, KAL; and those who stand at its doors, each
 * with a real credential. Who is limited to a place has ward OBS of FJO, or its zone R1: ward LUN in zone R4 is another one.
 */
final class DemoHouse implements AutoCloseable {
    static final String FJO = "/api/v1/hospitals/FJO";
    static final String KAL = "/api/v1/hospitals/KAL";
    static final String ACCESS = "/api/v1/access/";

    /** When all happens that is reported. */
    static final String NINE = "2026-11-12T09:00:00Z";

    private static final String PASSWORD = "a good long password";
    private static final Map<Role, Reach> LIMITED = Map.of(
            Role.NURSE, Reach.wards("FJO", "OBS"),
            Role.WARD_COORDINATOR, Reach.wards("FJO", "OBS"),
            Role.DOCTOR, Reach.wards("FJO", "OBS"),
            Role.SECRETARY, Reach.wards("FJO", "OBS"),
            Role.CLEANER, new Reach("FJO", null, Set.of("R1")),
            Role.PORTER, new Reach("FJO", null, Set.of("R1")));

    final RunningServer server;

    /** Who administers every hospital. */
    final Caller chief;

    private final TestDatabase database = TestDatabase.fresh();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, JsonObject> accounts = new TreeMap<>();
    private final AtomicInteger reported = new AtomicInteger();

    /** {@code folder}: for the files that the settings name. */
    DemoHouse(Path folder) throws IOException, InterruptedException {
        this(folder, Map.of());
    }

    /** {@code folder}: for the files that the settings name; {@code more}: settings besides. */
    DemoHouse(Path folder, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "FLYT_DATABASE_URL",
                database.url(),
                "FLYT_DATA_DIR",
                folder.toString(),
                "FLYT_CLUSTER_NAME",
                "demo-house-" + SecretToken.make().substring(0, 8),
                "FLYT_HOSPITAL_FILES",
                "fjordvik," + written(folder, "kal.json", SMALL_HOSPITAL),
                "FLYT_HTTP_PORT",
                "0",
                "FLYT_FORECAST_MINUTES",
                "0",
                "FLYT_DEMO",
                "true",
                "FLYT_ADMIN_PASSWORD_FILE",
                written(folder, "password", PASSWORD + " at first"),
                "FLYT_IDENTITY_KEY_FILE",
                written(folder, "identity.key", Base64.getEncoder().encodeToString(new byte[32])),
                "FLYT_CLIENTS_FILE",
                written(folder, "clients.json", clients().encode())));
        settings.putAll(more);
        server = within(Main.start(settings));
        chief = administrator();
        JsonArray all = json(ask(chief, "GET", ACCESS + "accounts", "")).getJsonArray("accounts");
        for (int i = 0; i < all.size(); i++) {
            accounts.put(all.getJsonObject(i).getString("login"), all.getJsonObject(i));
        }
    }

    private static final String SMALL_HOSPITAL =
            """
            {"id": "KAL", "name": "Kaldnes sykehus", "timeZone": "Europe/Oslo", "language": "nb", "clock": "system",
             "synthetic": true, "buildings": [{"id": "A", "name": "Bygg A"}],
             "specialties": [{"id": "MED", "name": "Medisin"}], "zones": [{"id": "R1", "name": "Renhold 1", "kind": "cleaning"}],
             "feeds": [{"source": "pas", "name": "PAS", "carries": ["patient"], "silentAfterMinutes": 30,
                        "silentAfterMinutesAtNight": 90}],
             "cleaning": {"airChangeMinutes": 45, "needsMaking": true},
             "wards": [{"id": "MED", "name": "Medisin", "kind": "inpatient", "building": "A", "floor": "1", "specialty": "MED",
                        "zone": "R1", "inOccupancy": true, "leaving": {"onDischarge": true, "onTransfer": true},
                        "clusters": [{"id": "A", "name": "Tun A", "rooms": [
                          {"id": "MED-1", "name": "1", "features": [], "beds": [{"id": "MED-1", "label": "1"}]},
                          {"id": "MED-2", "name": "2", "features": [], "beds": [{"id": "MED-2", "label": "2"}]}]}],
                        "extraPlaces": []}],
             "thresholds": {"careWeightPerNurse": 9}}""";

    /* Three systems of FJO and one of KAL; what each may is all that its kind may, but for the thermometer. */
    private JsonObject clients() {
        JsonArray all = new JsonArray();
        for (String[] one : List.of(
                new String[] {"record-system", "integration", "FJO"},
                new String[] {"laboratory-system", "laboratory", "FJO"},
                new String[] {"thermometer", "integration", "FJO"},
                new String[] {"record-system-of-kal", "integration", "KAL"})) {
            secrets.put(one[0], SecretToken.make());
            all = all.add(new JsonObject()
                    .put("id", one[0])
                    .put("secret", secrets.get(one[0]))
                    .put("name", one[0])
                    .put("kind", one[1])
                    .put("hospital", one[2])
                    .put(
                            "scopes",
                            one[0].equals("thermometer")
                                    ? new JsonArray().add("report:ews").add("ward.1")
                                    : "all"));
        }
        return new JsonObject().put("clients", all);
    }

    /** A system of the file by its id. */
    Caller system(String id) throws IOException, InterruptedException {
        boolean narrow = id.equals("thermometer");
        Role kind = id.equals("laboratory-system") ? Role.LABORATORY : Role.INTEGRATION;
        Set<String> scopes = narrow ? Set.of("report:ews", "ward.1") : Set.copyOf(RoleTable.offered(kind));
        String hospital = id.endsWith("kal") ? "KAL" : "FJO";
        return Caller.withToken(id, new Machine(id, id, kind, hospital, scopes, null), token(id, secrets.get(id)));
    }

    /** An access token for a system. */
    String token(String id, String secret) throws IOException, InterruptedException {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return json(send(request("POST", ACCESS + "token", "grant_type=client_credentials")
                        .header("Authorization", "Basic " + pair)
                        .header("Content-Type", "application/x-www-form-urlencoded")))
                .getString("access_token");
    }

    /** The demo's invented person of a role, signed in on a phone of their own, limited to ward OBS or its zone where that can be. */
    Caller person(Role role) throws IOException, InterruptedException {
        JsonObject account = accounts.get(role.wire());
        Reach reach = LIMITED.getOrDefault(role, Reach.hospital("FJO"));
        assertThat(patch(
                                chief,
                                ACCESS + "accounts/" + account.getString("id"),
                                new JsonObject().put("grants", grants(role, reach)))
                        .statusCode())
                .isEqualTo(200);
        return Caller.withCookie(
                role.wire(), person(account.getString("id"), new Grant(role, reach), false), demoSignIn(role, "own"));
    }

    /** The cookie of one more sign-in of the demo's person of a role. */
    String demoSignIn(Role role, String device) throws IOException, InterruptedException {
        return cookie(post(
                Caller.NOBODY,
                ACCESS + "demo-sign-in",
                new JsonObject().put("login", role.wire()).put("device", device)));
    }

    /** A nurse of OBS who has not chosen a password yet, which comes before anything else. */
    Caller newcomer() throws IOException, InterruptedException {
        Grant grant = new Grant(Role.NURSE, LIMITED.get(Role.NURSE));
        JsonObject made = json(post(
                chief,
                ACCESS + "accounts",
                new JsonObject()
                        .put("login", "newcomer")
                        .put("name", "Ny Sykepleier")
                        .put("given", "Ny")
                        .put("grants", grants(grant.role(), grant.reach()))));
        return Caller.withCookie(
                "newcomer", person(made.getString("id"), grant, true), signIn("newcomer", made.getString("password")));
    }

    /** One more person of a role, who reaches all of FJO. */
    Caller another(Role role) throws IOException, InterruptedException {
        String login = "another-" + role.wire();
        Grant grant = new Grant(role, Reach.hospital("FJO"));
        JsonObject made = json(post(
                chief,
                ACCESS + "accounts",
                new JsonObject()
                        .put("login", login)
                        .put("name", "En Annen")
                        .put("given", "Annen")
                        .put("grants", grants(role, grant.reach()))));
        Caller caller = Caller.withCookie(
                login, person(made.getString("id"), grant, false), signIn(login, made.getString("password")));
        assertThat(post(
                                caller,
                                ACCESS + "password",
                                new JsonObject()
                                        .put("old", made.getString("password"))
                                        .put("new", PASSWORD))
                        .statusCode())
                .isEqualTo(200);
        return caller;
    }

    /** A screen that has just been paired. */
    Caller screen(String hospital, View view, String scope, int level) throws IOException, InterruptedException {
        JsonObject opened = json(post(Caller.NOBODY, ACCESS + "pairings", new JsonObject()));
        String name = "screen of " + hospital + " " + view.wire() + "." + level + " " + scope;
        HttpResponse<String> made = post(
                chief,
                ACCESS + "screens",
                new JsonObject()
                        .put("code", opened.getString("code"))
                        .put("name", name)
                        .put("place", "Gang")
                        .put("hospital", hospital)
                        .put("view", view.wire())
                        .put("scope", scope)
                        .put("level", level)
                        .put("naming", "initials"));
        HttpResponse<String> paired = send(request("GET", ACCESS + "pairings/" + opened.getString("code"), "")
                .header("Authorization", "Pairing " + opened.getString("secret")));
        String id = json(made).getString("id");
        return Caller.withCookie(
                name,
                new Screen(id, name, "Gang", hospital, view, scope, List.of(), level, Naming.INITIALS),
                cookie(paired));
    }

    private Caller administrator() throws IOException, InterruptedException {
        String cookie = signIn("admin", PASSWORD + " at first");
        Caller first =
                Caller.withCookie("chief", person("", new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE), false), cookie);
        assertThat(post(
                                first,
                                ACCESS + "password",
                                new JsonObject()
                                        .put("old", PASSWORD + " at first")
                                        .put("new", PASSWORD))
                        .statusCode())
                .isEqualTo(200);
        return first;
    }

    private String signIn(String login, String password) throws IOException, InterruptedException {
        return cookie(post(
                Caller.NOBODY,
                ACCESS + "sign-in",
                new JsonObject().put("login", login).put("password", password).put("device", "own")));
    }

    private static Person person(String account, Grant grant, boolean mustChange) {
        return new Person(
                account,
                "",
                "",
                "",
                "",
                "nb",
                List.of(grant),
                DeviceKind.OWN,
                null,
                null,
                mustChange,
                Instant.MAX,
                28_800,
                List.of());
    }

    private static JsonArray grants(Role role, Reach reach) {
        return new JsonArray()
                .add(new JsonObject()
                        .put("role", role.wire())
                        .put("hospital", reach.hospital())
                        .put("wards", reach.wards() == null ? "*" : new JsonArray(List.copyOf(reach.wards())))
                        .put("zones", reach.zones() == null ? "*" : new JsonArray(List.copyOf(reach.zones()))));
    }

    /** Reports, as a system of the hospital, and is believed; the number of the last event. */
    long report(Caller system, String hospital, JsonObject... reports) throws IOException, InterruptedException {
        JsonArray all = new JsonArray();
        for (JsonObject report : reports) {
            all = all.add(new JsonObject()
                    .put("source", "pas")
                    .put("messageId", "m-" + reported.incrementAndGet())
                    .put("occurredAt", NINE)
                    .mergeIn(report));
        }
        JsonArray results = json(ask(system, "POST", "/api/v1/hospitals/" + hospital + "/reports", all.encode()))
                .getJsonArray("results");
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.getJsonObject(i).getString("outcome"))
                    .as(results.encode())
                    .isEqualTo("accepted");
        }
        return results.getJsonObject(results.size() - 1).getLong("seq");
    }

    /** A patient comes to a bed of a ward. */
    static JsonObject admission(String visit, String ward, String bed) {
        return new JsonObject()
                .put("type", "PatientAdmitted")
                .put("visit", visit)
                .put("patient", new JsonObject().put("number", "P-" + visit))
                .put("patientClass", "I")
                .put("place", new JsonObject().put("ward", ward).put("bed", bed));
    }

    HttpResponse<String> post(Caller who, String path, JsonObject body) throws IOException, InterruptedException {
        return ask(who, "POST", path, body.encode());
    }

    HttpResponse<String> patch(Caller who, String path, JsonObject body) throws IOException, InterruptedException {
        return ask(who, "PATCH", path, body.encode());
    }

    /** Somebody's command at FJO, given now by the hospital's clock, by which whoever is at work has the key of their shift. */
    HttpResponse<String> wish(Caller who, String type, JsonObject fields) throws IOException, InterruptedException {
        return post(
                who,
                FJO + "/commands",
                new JsonObject()
                        .put("type", type)
                        .put("commandId", UUID.randomUUID().toString())
                        .put("at", json(ask(who, "GET", FJO + "/clock", "")).getString("time"))
                        .mergeIn(fields));
    }

    /** As one of our pages, or a system, asks; an empty body is none. */
    HttpResponse<String> ask(Caller who, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(method, path, body)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json");
        return send(who.header().isEmpty() ? request : request.header(who.header(), who.credential()));
    }

    /** A request that says nothing of who sends it, nor from which page. */
    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A line of the figures for Prometheus, 0 where it is not there: {@code flyt_turned_away_total{reason="stolen"}}. */
    double figure(String name) throws IOException, InterruptedException {
        return ask(chief, "GET", "/metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }

    static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static String cookie(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String written(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        within(server.stop());
        database.close();
    }

    /** It is this time, and stays so. */
    void standStill(String time) throws Exception {
        String clock = new JsonObject().put("time", time).put("rate", 0).encode();
        assertThat(ask(chief, "PUT", FJO + "/clock", clock).statusCode()).isEqualTo(200);
    }
}
