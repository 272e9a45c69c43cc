package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import flyt.Main;
import flyt.RunningServer;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.ServerSecrets;
import io.vertx.core.buffer.Buffer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a report posted to the bed painted, on a ward board in headless Chromium. The page itself
 * posts and looks at its own clock, so no clocks are compared. Measured with {@code
 * -Dflyt.bench=true}; else a quick look that it works.
 */
class PaintTest {

    private static final boolean MEASURING = Boolean.getBoolean("flyt.bench");
    private static final int POSTS = MEASURING ? 300 : 30;
    private static final long BOUND_MS = MEASURING ? 100 : 1_000;
    private static final int RUN_IN = 20;

    /**
     * Posts lab statuses of one stay at moments of no particular phase; the milliseconds until
     * each was painted.
     */
    private static final String POST_AND_LOOK =
            """
            async ([reports, count, authorization]) => {
              const row = document.querySelector("flyt-bed-row[data-key='bed/LUN-301']");
              const shown = () => row.querySelector('.cell.lab').innerHTML;
              const states = ['ordered', 'collected', 'final', 'seen'];
              const painted = (before, began) => new Promise((done) => {
                const watch = new MutationObserver(() => {
                  if (shown() !== before) {
                    watch.disconnect();
                    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
                  }
                });
                watch.observe(row, { subtree: true, childList: true, attributes: true, characterData: true });
              });
              const times = [];
              for (let i = 0; i < count; i++) {
                await new Promise((later) => setTimeout(later, 40 + 100 * Math.random()));
                const body = JSON.stringify({
                  type: 'LabStatusReported', source: 'lab', messageId: `paint-${i}`, occurredAt: new Date().toISOString(),
                  visit: 'V-paint', order: `L-${Math.floor(i / 4)}`, status: states[i % 4],
                });
                const began = performance.now();
                const seen = painted(shown(), began);
                const headers = { 'content-type': 'application/json', authorization };
                const answer = await fetch(reports, { method: 'POST', headers, body });
                if (!answer.ok) throw new Error(await answer.text());
                times.push(await seen);
              }
              return times;
            }""";

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whatIsReportedIsSoonPainted(@TempDir Path folder) throws IOException {
        Optional<Path> chromium = chromium();
        assumeTrue(
                chromium.isPresent() || "required".equals(System.getProperty("flyt.browser")),
                "no chromium on the PATH");
        HospitalFile file = LiveBench.followingTheSystem(HospitalFile.reference());
        ServerSecrets secrets = new ServerSecrets();
        RunningServer server = MainThread.await(Main.start(secrets.settings(
                folder,
                Map.of(
                        "FLYT_DATA_DIR",
                        folder.toString(),
                        "FLYT_HTTP_PORT",
                        String.valueOf(MainThread.freePort()),
                        "FLYT_FORECAST_MINUTES",
                        "0",
                        "FLYT_HOSPITAL_FILES",
                        Files.writeString(
                                        folder.resolve("hospital.json"),
                                        file.json().toString())
                                .toString(),
                        "FLYT_DEMO",
                        "true"))));
        Pass pass = secrets.pass(server.url());
        try {
            Door door = new Door(pass, file.id());
            door.report(List.of(admission()));

            Histogram times = look(chromium.orElseThrow(), pass, file.id());

            System.out.printf(
                    "posted to painted, %d posts: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                    times.getTotalCount(),
                    times.getValueAtPercentile(50) / 1e3,
                    times.getValueAtPercentile(99) / 1e3,
                    times.getMaxValue() / 1e3);
            assertThat(times.getTotalCount()).isEqualTo(POSTS);
            assertThat(times.getValueAtPercentile(99) / 1e3).isPositive().isLessThan(BOUND_MS);
        } finally {
            MainThread.await(server.stop());
        }
    }

    private static Buffer admission() {
        String body =
                """
                {"type":"PatientAdmitted","source":"pas","messageId":"paint","occurredAt":"%s","visit":"V-paint",
                 "patient":{"number":"P-paint"},"patientClass":"I","place":{"ward":"LUN","bed":"LUN-301"}}""";
        return Buffer.buffer(body.formatted(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** In microseconds. */
    private static Histogram look(Path chromium, Pass pass, String hospital) throws IOException {
        LaunchOptions options = new LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
        Map<String, String> nothingToFetch = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(nothingToFetch));
                Browser browser = playwright.chromium().launch(options)) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1920, 1080));
            signIn(page, pass.url());
            var response = page.navigate(pass.url() + "/ward/" + hospital + "/LUN?level=3");
            page.locator("flyt-bed-row[data-key='bed/LUN-301'] .cell.lab").waitFor();
            List<?> all = (List<?>) page.evaluate(
                    POST_AND_LOOK,
                    List.of("/api/v1/hospitals/" + hospital + "/reports", RUN_IN + POSTS, pass.awaitHeader()));
            Histogram times = new Histogram(60_000_000, 3);
            all.subList(RUN_IN, all.size())
                    .forEach(millis -> times.recordValue(Math.round(((Number) millis).doubleValue() * 1_000)));
            return times;
        }
    }

    /** As a doctor, who sees names; the page itself asks for less. */
    private static void signIn(Page page, String url) {
        APIResponse answer = page.context()
                .request()
                .post(
                        url + "/api/v1/access/demo-sign-in",
                        RequestOptions.create()
                                .setHeader("Origin", url)
                                .setData(Map.of("login", "doctor", "device", "own")));
        assertThat(answer.ok()).as(answer.text()).isTrue();
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
