package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search of the bed manager's page: a ward, a bed, or one who waits, by keys alone. */
final class CapacitySearchTest extends OnCapacity {

    @BeforeEach
    void lookAtWhoWaits() {
        server.looks(whoSees("\"requests\"", "\"reserve-bed\""));
        open();
        screen.page().waitForCondition(() -> screen.asked().size() == 2);
        screen.send(Golden.text("/flyt/pages/requests.json"));
        screen.page().locator("[data-lift=R-1]").waitFor();
    }

    @AfterEach
    void lookAsUsual() {
        server.looks(PageServer.SOMEBODY);
    }

    private Locator hits() {
        return screen.page().locator("#sought-hits [role=option]:visible");
    }

    private void seek(String text) {
        screen.page().keyboard().press("/");
        screen.page().locator("#sought").fill(text);
    }

    @Test
    void whoWaitsIsFoundByInitialsAndYearAndEnterGoesToTheirLine() {
        seek("eb 19");
        assertThat(hits())
                .hasText(new String[] {"EB 1946 venter på Lunge", "eb 19 søk blant dem som ligger i seng, logges"});
        screen.page().keyboard().press("Enter");
        assertThat(screen.page().locator("[data-lift=R-1]")).isFocused();
        assertThat(hits()).hasCount(0);
    }

    @Test
    void whoHasBeenGivenABedIsFoundThereAndItIsMarked() {
        seek("1980");
        assertThat(hits())
                .hasText(new String[] {"NF 1980 Tildelt LUN · 316", "1980 søk blant dem som ligger i seng, logges"});
        assertThat(screen.page().locator(".tile.found")).hasAttribute("data-bed", "LUN-316");
        screen.page().keyboard().press("Enter");
        assertThat(screen.page().locator(".tile[data-bed=LUN-316]")).isFocused();
    }

    @Test
    void whoLiesInABedIsAskedForOnPurposeAndFoundThere() {
        String board = Golden.frame("snapshot-ward.2");
        for (JsonElement row : Golden.frameObject("snapshot-capacity").getAsJsonArray("rows")) {
            if (row.getAsJsonObject().get("kind").getAsString().equals("ward")) {
                String ward = row.getAsJsonObject().get("ward").getAsString();
                server.answers(
                        "/api/v1/hospitals/FJO/rows?view=ward&scope=" + ward + "&level=2",
                        ward.equals("LUN") ? board : "{\"rows\":[]}");
            }
        }
        seek("kh 1952");
        assertThat(screen.requests()).noneMatch(address -> address.contains("view=ward"));
        screen.page().keyboard().press("Enter");
        assertThat(hits()).hasText(new String[] {"KH 1952 Lunge 301", "KH 1952 Lunge 312"});
        assertThat(screen.page().locator(".tile.found")).hasCount(2);
        assertThat(Axe.faults(screen.page())).isEmpty();
        screen.page().keyboard().press("ArrowDown");
        screen.page().keyboard().press("Enter");
        assertThat(screen.page().locator(".tile[data-bed=LUN-312]")).isFocused();
        seek("qq 1901");
        screen.page().keyboard().press("Enter");
        assertThat(screen.page().locator(".search .none")).hasText("Ingen som ligger i seng, heter qq 1901.");
    }

    @Test
    void whoMaySeeNoPatientsOnTheBoardsIsNotOfferedToAsk() {
        server.looks(whoSees("\"requests\"", "").replace("\"ward.3\"", "\"ward.1\""));
        screen.close();
        open();
        seek("kh 1952");
        assertThat(hits()).hasCount(0);
        assertThat(screen.page().locator("#sought"))
                .hasAttribute("placeholder", "Finn post, seng eller hvem som venter");
    }

    @Test
    void severalAreListedAndArrowsChoose() {
        seek("30");
        assertThat(hits()).hasCount(8);
        assertThat(hits().first()).hasAttribute("aria-selected", "true");
        screen.page().keyboard().press("ArrowDown");
        screen.page().keyboard().press("ArrowDown");
        screen.page().keyboard().press("ArrowUp");
        assertThat(screen.page().locator("#sought")).hasAttribute("aria-activedescendant", "hit-1");
        String second = hits().nth(1).innerText().strip();
        assertThat(Axe.faults(screen.page())).isEmpty();
        screen.page().keyboard().press("Enter");
        assertThat(screen.ask("() => document.activeElement.getAttribute('aria-label')")
                        .toString())
                .startsWith(second.substring(second.lastIndexOf(' ') + 1) + " ");
    }

    @Test
    void aWardIsListedOnceAndItsBedsAreMarked() {
        seek("lun");
        assertThat(hits()).hasText(new String[] {"Lunge 29 senger", "lun søk blant dem som ligger i seng, logges"});
        assertThat(screen.page().locator(".tile.found")).hasCount(29);
        hits().first().click();
        assertThat(screen.page().locator(".tile[data-bed=LUN-301]")).isFocused();
    }

    @Test
    void nothingFoundIsSaidAndEscapeEmptiesTheField() {
        seek("skjult identitet");
        assertThat(screen.page().locator(".search .none"))
                .hasText("Ingen post eller seng heter det, og ingen som venter på seng.");
        screen.page().keyboard().press("Escape");
        assertThat(screen.page().locator("#sought")).hasValue("");
        assertThat(screen.page().locator(".search .none")).hasCount(0);
    }
}
