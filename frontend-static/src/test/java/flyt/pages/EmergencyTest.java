package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ward that is not one's own: shut, and opened in an emergency with a reason. */
final class EmergencyTest extends OnScreen {
    private static final String REFUSED =
            "{\"type\":\"refused\",\"stream\":\"FJO/ward.3/LUN\",\"reason\":\"not-yours\",\"title\":\"Not yours.\"}";

    @AfterEach
    void nobodySpecial() {
        server.looks(null);
    }

    @Test
    void aNurseOfAnotherWardOpensItWithAReason() {
        server.looks(PageServer.SOMEBODY.replace("\"deeds\":[]", "\"deeds\":[\"break-glass\"]"));
        server.answers("/api/v1/hospitals/FJO/break-glass", "{\"id\":1}");
        screen = new Screen(browser, 1920, 1080, REFUSED, Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN");
        screen.page()
                .locator("h1:has-text('Denne tavlen er utenfor posten eller sonen din')")
                .waitFor();
        button("Åpne i en nødsituasjon");
        screen.page().getByLabel("Hvorfor trenger du å se denne posten nå?").fill("Stans i korridoren");
        screen.nowServes(Golden.frame("snapshot-ward.3"), Golden.frame("beat"));
        button("Åpne posten");
        screen.painted();
        assertThat(told(
                        screen,
                        "POST /api/v1/hospitals/FJO/break-glass {\"ward\":\"LUN\",\"reason\":\"Stans i korridoren\"}",
                        1))
                .hasSize(1);
    }

    @Test
    void whoMayNotIsOnlyToldSo() {
        server.looks(PageServer.SOMEBODY);
        screen = new Screen(browser, 1920, 1080, REFUSED, Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN");
        screen.page().locator("h1:has-text('utenfor posten')").waitFor();
        assertThat(screen.page().locator("break-glass").count()).isZero();
    }

    private void button(String name) {
        screen.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .click();
    }
}
