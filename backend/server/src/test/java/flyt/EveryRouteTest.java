package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.RouteTable.Line;
import flyt.access.Verdict;
import flyt.access.Verdict.Refused;
import flyt.access.View;
import flyt.intake.http.AlertRoutes;
import flyt.intake.http.DefinitionReader;
import flyt.intake.http.HttpDoor;
import flyt.intake.http.InboxRoutes;
import flyt.intake.http.OccupancyRoutes;
import flyt.intake.http.PlaceRoutes;
import flyt.intake.http.ProfileRoutes;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReceiverRoutes;
import flyt.intake.http.ReportReader;
import flyt.journal.Database;
import flyt.journal.TestDatabase;
import flyt.ops.ExpectLog;
import flyt.ops.Health;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.report.Figures;
import flyt.report.ForecastScores;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the server is in {@link RouteTable}, and lets through whom the table of roles does and nobody else. */
@Timeout(300)
@ExpectLog("RelyingParty Signing in by OpenID: 127.0.0.1 does not answer")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {
    private static final String PROBLEM = "\"type\":\"/problems/";
    private static final String OUTCOME = "{\"resourceType\":\"OperationOutcome\"";

    private Path folder;
    private DemoHouse house;
    private Everybody everybody;

    @BeforeAll
    void open(@TempDir Path files) throws Exception {
        folder = files;
        house = new DemoHouse(folder, provider());
        everybody = new Everybody(house);
    }

    @AfterAll
    void close() {
        house.close();
    }

    /** A provider that is not there: signing in by it ends before it begins. */
    private Map<String, String> provider() throws IOException {
        return Map.of(
                "FLYT_PUBLIC_URL", "http://127.0.0.1:1",
                "FLYT_OIDC_ISSUER", "http://127.0.0.1:1",
                "FLYT_OIDC_CLIENT_ID", "flyt",
                "FLYT_OIDC_CLIENT_SECRET_FILE",
                        Files.writeString(folder.resolve("oidc-secret"), "secret")
                                .toString(),
                "FLYT_OIDC_ROLES_FILE",
                        Files.writeString(folder.resolve("roles.json"), ROLES).toString());
    }

    private static final String ROLES =
            """
            {"rules": [{"when": [{"claim": "leads", "is": "*"}], "role": "leader", "hospital": "FJO", "wards": "*",
                        "zones": "*"}]}""";

    @Test
    void everyRouteHasItsLineAndEveryLineItsRoute() throws IOException {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        Map<String, String> settings = new HashMap<>(provider());
        settings.put("FLYT_DEMO", "true");
        Metrics metrics = new Metrics(Set.of());
        // nothing is asked of them, so nothing is behind them
        Database nowhere = Database.at(vertx, "postgresql://nobody:nothing@127.0.0.1:1/nowhere", TestDatabase.KEYS);
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        Access access =
                new Access(vertx, new Settings(settings), nowhere, null, metrics, new byte[32], pseudonyms, "member");
        new HttpDoor(
                        vertx,
                        access.entrance(),
                        null,
                        new Figures(nowhere, 5),
                        new ForecastScores(nowhere),
                        new ReportReader(pseudonyms),
                        new DefinitionReader(definition -> List.of()),
                        new Health(),
                        metrics,
                        all -> {
                            access.routes().mount(all);
                            new AlertRoutes(access.entrance(), metrics, null, null).mount(all);
                            new OccupancyRoutes(access.entrance(), metrics, null, null).mount(all);
                            new InboxRoutes(access.entrance(), metrics, null, null, null).mount(all);
                            AllRoutes.fhir(vertx, new Settings(settings), metrics, nowhere, access)
                                    .mount(all);
                            AllRoutes.wake(access, metrics, nowhere).mount(all);
                            new ReceiverRoutes(access.entrance(), metrics, null, List.of()).mount(all);
                            new ProfileRoutes(access.entrance(), metrics, null).mount(all);
                            new PlaceRoutes(access.entrance(), metrics, null).mount(all);
                        })
                .mount(router);
        List<String> routes =
                router.getRoutes().stream().map(EveryRouteTest::name).toList();
        DemoHouse.within(vertx.close());

        // what looks at all requests: the headers that protect pages, and the defence against other sites' pages
        assertThat(routes.subList(0, 2)).containsExactly("* null", "* null");
        assertThat(routes.subList(2, routes.size()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(new RouteTable().routes());
    }

    private static String name(Route route) {
        String methods = route.methods() == null
                ? "*"
                : route.methods().stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
        return methods + " " + route.getPath() + (route.isExactPath() ? "" : "*");
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsAtEveryRouteWhatTheTableOfRolesSays() {
        return new RouteTable()
                .lines().stream()
                        .map(line -> DynamicTest.dynamicTest(
                                line.toString(), () -> assertThat(wrong(line)).isEmpty()));
    }

    private List<String> wrong(Line line) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (Spot spot : line.spots()) {
            for (Caller caller : everybody.all()) {
                HttpResponse<String> answer = house.ask(caller, line.method(), path(line, spot), spot.in(line.body()));
                Verdict verdict = line.rule().apply(caller.who(), spot);
                if (!fits(answer, verdict)) {
                    wrong.add("%s at %s: %s, but got %d %s"
                            .formatted(caller, spot, verdict, answer.statusCode(), answer.body()));
                }
            }
        }
        return wrong;
    }

    private static boolean fits(HttpResponse<String> answer, Verdict verdict) {
        return verdict instanceof Refused refused
                ? answer.statusCode() == refused.reason().status()
                        && answer.body().contains(answer.uri().getPath().startsWith("/fhir/") ? OUTCOME : PROBLEM)
                : answer.statusCode() < 500 && !Set.of(401, 403).contains(answer.statusCode());
    }

    /** With a screen of the spot's hospital where the path has one: a new one for each, for it may be gone afterwards. */
    private String path(Line line, Spot spot) throws IOException, InterruptedException {
        String path = spot.in(line.path());
        return path.contains("{screen of")
                ? path.replaceAll(
                        "\\{.*}",
                        house.screen(spot.hospital(), View.WARD, spot.ward(), 1).id())
                : path;
    }
}
