package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import flyt.journal.TestDatabase;
import flyt.ops.MasterKeyFile;
import flyt.pages.Browser;
import flyt.pages.NeedsBrowser;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole server with its pages: a wall screen is paired, shows its board live, and is thrown out when it is revoked. */
@NeedsBrowser
@Timeout(120)
class RevokedScreenTest {

    @Test
    void aRevokedScreenIsThrownOutOfItsBoardToACode(@TempDir Path folder) throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                Browser browser = Browser.open()) {
            RunningServer server = within(Main.start(Map.of(
                    "FLYT_DATABASE_URL",
                    database.url(),
                    "FLYT_DATA_DIR",
                    folder.toString(),
                    "FLYT_IDENTITY_KEY_FILE",
                    identityKey(folder).toString(),
                    "FLYT_HTTP_PORT",
                    "0",
                    "FLYT_FORECAST_MINUTES",
                    "0",
                    "FLYT_DEMO",
                    "true",
                    "FLYT_HOSPITAL_FILES",
                    hospital(folder).toString())));
            try (BrowserContext wall = browser.context(1920, 1080);
                    BrowserContext office = browser.context(1280, 900)) {
                Page screen = wall.newPage();
                screen.navigate(server.url() + "/sign-in?screen");
                String code = codeOn(screen);

                Page setup = office.newPage();
                setup.navigate(server.url() + "/sign-in?to=/setup/screens?code=" + code);
                setup.locator(".demo button", new Page.LocatorOptions().setHasText("Administrator"))
                        .click();
                setup.getByLabel("Navn", exactly()).fill("Lunge vaktrom");
                setup.getByLabel("Hvor den henger", exactly()).fill("Bygg A, 3. etasje");
                setup.getByLabel("Post", exactly()).selectOption("LUN");
                setup.getByText("Koble til", new Page.GetByTextOptions().setExact(true))
                        .click();

                screen.waitForURL(url -> url.contains("/ward/FJO/LUN"));
                screen.locator("flyt-bed-row").first().waitFor();

                Locator row = setup.locator("tr", new Page.LocatorOptions().setHasText("Lunge vaktrom"));
                row.getByText("Koble fra").click();
                row.locator(".yes").click();
                assertThat(codeOn(screen)).isNotEqualTo(code);
                assertThat(screen.locator("flyt-bed-row").count()).isZero();
            } finally {
                within(server.stop());
            }
        }
    }

    private static String codeOn(Page screen) {
        Locator code = screen.locator(".pair .code[aria-label^='Kode']");
        code.waitFor();
        return code.getAttribute("aria-label").substring("Kode ".length()).replace(" ", "");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** The reference hospital, with the clock of the machine. */
    private static Path hospital(Path folder) throws IOException {
        try (InputStream in = RevokedScreenTest.class.getResourceAsStream("/flyt/protocol/hospitals/fjordvik.json")) {
            return Files.write(
                    folder.resolve("fjordvik.json"), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private static <T> T within(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static Path identityKey(Path folder) {
        Path file = folder.resolve("identity.key");
        assertThat(MasterKeyFile.readOrMake(file)).hasSize(1);
        return file;
    }
}
