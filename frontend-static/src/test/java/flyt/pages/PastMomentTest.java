package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

    @Test
    void aReasonShowsWhoItWasAndIsRemembered() {
        String address = "/api/v1/hospitals/FJO/rows?view=ward&scope=LUN&level=3&at=2026-11-12T08%3A15%3A00Z";
        List<String> reasons = new ArrayList<>();
        try (Browser browser = Browser.open();
                PageServer server = PageServer.open();
                Screen screen = new Screen(browser, 1920, 1080, "{}", "{}")) {
            server.looks(People.NURSE);
            server.answers(
                    address,
                    "{\"stream\":\"FJO/ward.3/LUN\",\"seq\":100,\"at\":\"2026-11-12T08:15:00Z\",\"rows\":"
                            + Golden.rows() + "}");
            screen.page().onRequest(request -> {
                if (request.url().contains("/rows?")) {
                    reasons.add(String.valueOf(request.headers().get("flyt-reason")));
                }
            });
            screen.go(server, "/ward/FJO/LUN?level=3&at=2026-11-12T08:15:00Z");
            screen.painted();
            assertThat(screen.page().locator("flyt-hand-sheet, wall-door").count())
                    .as("nothing can be changed")
                    .isZero();
            screen.page().locator(".who-was-it").click();
            screen.page().keyboard().press("Enter");
            assertThat(reasons).as("no reason, no names").containsExactly("null");
            screen.page().keyboard().type("Avvik på natt: fall");
            screen.page().keyboard().press("Enter");
            screen.page()
                    .locator(".remembered:has-text('Innsynet er loggført med grunn: Avvik på natt: fall')")
                    .waitFor();
            assertThat(reasons).containsExactly("null", "Avvik%20p%C3%A5%20natt%3A%20fall");
            assertThat(screen.page().locator("flyt-bed-row").count()).isEqualTo(18);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void whoMayNotLookBackOnNamesIsNotAsked() {
        try (Browser browser = Browser.open();
                PageServer server = PageServer.open();
                Screen screen = new Screen(browser, 1920, 1080, "{}", "{}")) {
            server.looks(PageServer.SOMEBODY);
            server.answers(
                    "/api/v1/hospitals/FJO/rows?view=ward&scope=LUN&level=3&at=2026-11-12T08%3A15%3A00Z",
                    "{\"stream\":\"FJO/ward.3/LUN\",\"seq\":100,\"at\":\"2026-11-12T08:15:00Z\",\"rows\":"
                            + Golden.rows() + "}");
            screen.go(server, "/ward/FJO/LUN?level=3&at=2026-11-12T08:15:00Z");
            screen.painted();
            assertThat(screen.page().locator(".who-was-it").count()).isZero();
        }
    }
}
