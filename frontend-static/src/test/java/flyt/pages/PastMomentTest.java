package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A past moment on the ward's own board: asked for once, said to be past, and nothing live about it. */
@NeedsBrowser
final class PastMomentTest {

    @Test
    void aPastMomentSaysThatItIsAndClaimsNothingLive() {
        try (Browser browser = Browser.open();
                PageServer server = PageServer.open();
                Screen screen = new Screen(browser, 1920, 1080, "{}", "{}")) {
            server.answers(
                    "/api/v1/hospitals/FJO/rows?view=ward&scope=LUN&level=3&at=2026-11-12T08%3A15%3A00Z",
                    "{\"stream\":\"FJO/ward.3/LUN\",\"seq\":100,\"at\":\"2026-11-12T08:15:00Z\",\"rows\":"
                            + Golden.rows() + "}");
            screen.go(server, "/ward/FJO/LUN?level=3&at=2026-11-12T08:15:00Z");
            screen.painted();
            assertThat(screen.page().locator("header").innerText())
                    .contains("Slik var det torsdag 12. november 2026 kl. 09:15", "Ingenting kan endres.")
                    .doesNotContain("Direkte", "Kobler til");
            assertThat(screen.page().locator("flyt-bed-row").count()).isEqualTo(18);
            assertThat(screen.page().locator("a:has-text('Til nå')").getAttribute("href"))
                    .isEqualTo("/ward/FJO/LUN?level=3");
            assertThat(screen.asked()).isEmpty();
            assertThat(screen.complaints()).isEmpty();
        }
    }
}
