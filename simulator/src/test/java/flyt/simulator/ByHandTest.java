package flyt.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import flyt.Main;
import flyt.RunningServer;
import flyt.simulator.chaos.ServerProcess;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.ServerSecrets;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A ward with nothing but an admission feed: its staff write on the board by hand, and all boards show it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ByHandTest {

    private static final String HOSPITAL = "FJO";
    private static final String WARD = "OBS";
    /** Long enough for any machine; that it takes less than a second is measured by {@code PaintTest}. */
    private static final double SOON_MS = 15_000;

    @TempDir
    private Path folder;

    private RunningServer server;
    private Pass pass;
    private Playwright playwright;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> chromium = chromium();
        assumeTrue(
                chromium.isPresent() || "required".equals(System.getProperty("flyt.browser")),
                "no chromium on the PATH");
        ObjectNode definition = ((ObjectNode) HospitalFile.reference().json().deepCopy()).put("clock", "system");
        ServerSecrets secrets = new ServerSecrets();
        server = await(Main.start(secrets.settings(
                folder,
                Map.of(
                        "FLYT_DATA_DIR",
                        folder.toString(),
                        "FLYT_HTTP_PORT",
                        String.valueOf(ServerProcess.freePort(1)),
                        "FLYT_FORECAST_MINUTES",
                        "0",
                        "FLYT_HOSPITAL_FILES",
                        Files.writeString(folder.resolve("hospital.json"), definition.toString())
                                .toString(),
                        "FLYT_DEMO",
                        "true"))));
        pass = secrets.pass(server.url());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterEach
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            await(server.stop());
        }
    }

    @Test
    void whatANurseSaysStandsOnEveryBoardAndIsUndoneFromIt() throws IOException {
        String bed = admit();
        Page nurse = signedIn("nurse");
        Page doctor = signedIn("doctor");
        Locator row = row(doctor, bed);
        nurse.locator(".hand-open").click();
        nurse.locator(".key[data-key='bed/" + bed + "']").click();

        say(nurse, "nurse", "Meg");
        shows(row.locator(".nurse:has-text('Ingrid') .by-hand"));
        say(nurse, "discharge", "I morgen");
        shows(row.locator(".discharge .by-hand"));
        say(nurse, "isolation", "Kontakt");
        shows(row.locator(".isolation [data-glyph=contact]"));
        nurse.locator(".undo").click();
        nurse.locator("undo-bar p:has-text('Angret')").waitFor();
        shows(row.locator(".isolation [data-glyph=none]"));

        say(nurse, "left", null);
        shows(row.locator(".title:has-text('Venter på renhold')"));
        say(nurse, "clean-start", null);
        shows(row.locator(".title:has-text('Renhold pågår')"));
        say(nurse, "clean-done-made", null);
        shows(row.locator(".title:has-text('Ledig og klar')"));
    }

    @Test
    void atAWallACodeOpensTheSheetForAMinute() throws IOException {
        String bed = admit();
        String code =
                answer(signedIn("nurse"), "/api/v1/access/wall-key", Map.of()).getString("code");
        Page wall = pairedWall();
        wall.clock().install();
        wall.navigate(server.url() + "/ward/" + HOSPITAL + "/" + WARD + "?theme=light");
        Locator row = row(wall, bed);
        assertThat(row.innerText()).contains("KH").doesNotContain("Hansen");
        wall.locator("wall-door .tile").click();
        for (char digit : code.toCharArray()) {
            wall.locator(".numbers .key:has-text('" + digit + "')").click();
        }
        shows(row.locator(".full:has-text('Hansen, Kari')"));
        wall.locator(".key[data-key='bed/" + bed + "']").click();
        say(wall, "nurse", "Meg");
        shows(row.locator(".nurse:has-text('Ingrid') .by-hand"));

        wall.clock().fastForward(61_000);
        wall.locator("wall-door .tile").waitFor();
        assertThat(wall.content()).doesNotContain("Hansen", "Ingrid Solheim");
        shows(row.locator(".who:has-text('KH')"));
        assertThat(new JsonObject(wall.request()
                                .get(server.url() + "/api/v1/access/me")
                                .text())
                        .getString("kind"))
                .isEqualTo("screen");
    }

    /** One patient, and nothing else about them; the bed. */
    private String admit() throws IOException {
        String bed = "";
        for (var row : rows()) {
            JsonObject one = (JsonObject) row;
            if (bed.isEmpty() && "bed".equals(one.getString("kind")) && "open".equals(one.getString("class"))) {
                bed = one.getString("bed");
            }
        }
        String report =
                """
                {"type":"PatientAdmitted","source":"pas","messageId":"m-1","occurredAt":"%s","visit":"V-1","patientClass":"I",
                 "patient":{"number":"P-1","given":"Kari","family":"Hansen","birthDate":"1952-03-04"},"place":{"ward":"%s","bed":"%s"}}"""
                        .formatted(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS), WARD, bed);
        var api = playwright.request().newContext();
        APIResponse answer = api.post(
                server.url() + "/api/v1/hospitals/" + HOSPITAL + "/reports",
                RequestOptions.create()
                        .setHeader("Authorization", pass.awaitHeader())
                        .setHeader("Content-Type", "application/json")
                        .setData(report));
        assertThat(answer.ok()).as(answer.text()).isTrue();
        api.dispose();
        return bed;
    }

    private JsonArray rows() throws IOException {
        var api = playwright.request().newContext();
        APIResponse answer = api.get(
                server.url() + "/api/v1/hospitals/" + HOSPITAL + "/rows?view=ward&level=3&scope=" + WARD,
                RequestOptions.create().setHeader("Authorization", pass.awaitHeader()));
        JsonArray rows = new JsonObject(answer.text()).getJsonArray("rows");
        api.dispose();
        return rows;
    }

    /** The ward's board on a device of one's own. */
    private Page signedIn(String login) {
        Page page = window();
        signIn(page, login);
        page.navigate(server.url() + "/ward/" + HOSPITAL + "/" + WARD + "?theme=light");
        page.locator("flyt-bed-row").first().waitFor();
        return page;
    }

    /** A screen in a closed room that shows names for whoever signs in at it. */
    private Page pairedWall() {
        Page page = window();
        JsonObject pairing = answer(page, "/api/v1/access/pairings", Map.of());
        Page administrator = window();
        signIn(administrator, "administrator");
        JsonObject screen = answer(
                administrator,
                "/api/v1/access/screens",
                Map.of(
                        "code",
                        pairing.getString("code"),
                        "name",
                        "Vaktrom",
                        "place",
                        "Vaktrom",
                        "hospital",
                        HOSPITAL,
                        "view",
                        "ward",
                        "scope",
                        WARD,
                        "level",
                        3,
                        "naming",
                        "name-on-sign-in"));
        assertThat(screen.getString("name")).isEqualTo("Vaktrom");
        APIResponse paired = page.request()
                .get(
                        server.url() + "/api/v1/access/pairings/" + pairing.getString("code"),
                        RequestOptions.create().setHeader("Authorization", "Pairing " + pairing.getString("secret")));
        assertThat(paired.status()).as(paired.text()).isEqualTo(200);
        return page;
    }

    private Page window() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1920, 1080));
        return context.newPage();
    }

    /** What the server answers to whoever has this page; throws unless it is done. */
    private JsonObject answer(Page page, String path, Map<String, ?> body) {
        APIResponse answer = page.request()
                .post(
                        server.url() + path,
                        RequestOptions.create()
                                .setHeader("Origin", server.url())
                                .setData(body));
        assertThat(answer.ok()).as(path + " " + answer.text()).isTrue();
        return new JsonObject(answer.text());
    }

    private void signIn(Page page, String login) {
        JsonObject me = answer(page, "/api/v1/access/demo-sign-in", Map.of("login", login, "device", "own"));
        assertThat(me.getString("login")).isEqualTo(login);
    }

    private static void say(Page page, String deed, String choice) {
        page.locator("[data-deed='" + deed + "']:not([disabled])").click();
        if (choice != null) {
            page.locator(".choice:has-text('" + choice + "')").first().click();
        }
    }

    /** Shown by itself, soon after it was said. */
    private static void shows(Locator cell) {
        cell.first().waitFor(new Locator.WaitForOptions().setTimeout(SOON_MS));
    }

    private static Locator row(Page page, String bed) {
        Locator row = page.locator("flyt-bed-row[data-key='bed/" + bed + "']");
        row.waitFor();
        return row;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(2, TimeUnit.MINUTES)
                .join();
    }

    private static Optional<Path> chromium() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
