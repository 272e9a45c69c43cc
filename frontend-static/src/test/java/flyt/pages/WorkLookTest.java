package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The coordinator's page can be seen, reached and worked with the keyboard alone, at every size. */
final class WorkLookTest extends OnWork {

    /** What sticks out of the window or of its panel, and text that is wider than its box without an ellipsis. */
    private static final String CUT =
            """
            () => [...document.querySelectorAll('.work header *, .work main *, .work footer *, dialog[open] *')]
              .filter((e) => !e.closest('.visually-hidden, .heads, svg, option, datalist') && e.getClientRects().length > 0)
              .filter((e) => { const b = e.getBoundingClientRect(); const style = getComputedStyle(e);
                return b.right > innerWidth + 1 || (e.clientWidth > 0 && style.display !== 'inline' && !e.matches('input')
                  && e.scrollWidth > e.clientWidth + 1 && style.textOverflow !== 'ellipsis'); })
              .map((e) => `${e.className}: ${e.textContent.trim().slice(0, 60)}`)""";

    @ParameterizedTest
    @CsvSource({"light, cleaning", "dark, cleaning", "light, porters"})
    void thereIsNoFaultForAxe(String theme, String team) {
        open(team, "&theme=" + theme, 1920, 1080);
        String task = team.equals("cleaning") ? "T-874" : "T-903";
        line(task).locator(".opens").click();
        more(task).waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
        key("p");
        find(".asks").waitFor();
        find(".moves").first().click();
        find(".zones-form").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
        find(".order").click();
        find("dialog[open]").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aStalePageHasNoFaultForAxe(String theme) {
        open("cleaning", "&theme=" + theme, 1920, 1080);
        line("T-874").locator(".opens").click();
        screen.cut();
        screen.page().clock().fastForward(40_000);
        find(".status.warn").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1920, nb", "1600, nb", "1280, nb", "390, nb", "1920, en", "1280, en", "390, en"})
    void nothingIsCutAndNothingScrollsSideways(int width, String language) {
        String longNames = rows("queue", "cleaning")
                .replace("\"by\": \"Amina\"", "\"by\": \"Anne-Margrethe Kristoffersen\"")
                .replace("mangler klor", "mangler klor og venter på at lageret skal sende opp mer av det i dag");
        open(
                longNames,
                rows("crew", "cleaning").replace("Amina", "Anne-Margrethe Kristoffersen"),
                "?lang=" + language,
                width,
                900);
        line("T-877").locator(".opens").click();
        find("[data-deed=pin]").click();
        find(".moves").nth(2).click();
        find(".zones-form").waitFor();
        assertThat(screen.ask("() => document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(screen.ask(CUT)).isEqualTo(List.of());
        find(".order").click();
        find("dialog[open]").waitFor();
        assertThat(screen.ask(CUT)).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"1920, 24", "1280, 24", "390, 48"})
    void whatCanBeTouchedIsLargeEnoughAndNoTextIsSmall(int width, int least) {
        open("cleaning", "", width, 900);
        line("T-879").locator(".opens").click();
        find("[data-deed=cancel]").click();
        find(".moves").nth(2).click();
        find(".zones-form").waitFor();
        assertThat(screen.page()
                        .evaluate(
                                """
                                (least) => [...document.querySelectorAll('.work a, .work button, .work summary, .work input:not([type=radio], [type=checkbox]), .work .ready label')]
                                  .filter((e) => e.getClientRects().length > 0).map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
                                  .filter(([, b]) => b.width < least - 0.5 || b.height < least - 0.5).map(([text, b]) => `${text} ${b.width} ${b.height}`)""",
                                least))
                .isEqualTo(List.of());
        assertThat(
                        screen.ask(
                                """
                        () => [...document.querySelectorAll('.work *')].filter((e) => !e.closest('svg, .visually-hidden')
                            && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) && e.getClientRects().length > 0)
                          .filter((e) => parseFloat(getComputedStyle(e).fontSize) < 15).map((e) => e.textContent.trim())"""))
                .isEqualTo(List.of());
    }

    @Test
    void thePageIsWalkedAndWorkedWithKeysAlone() {
        open("cleaning", "", 1920, 1080);
        find(".opens[data-task=T-881]").focus();
        key("ArrowDown");
        key("ArrowDown");
        assertThat(focused()).isEqualTo("T-879");
        key("End");
        assertThat(focused()).isEqualTo("T-868");
        key("Home");
        key("ArrowUp");
        assertThat(focused()).isEqualTo("T-881");
        key("Enter");
        more("T-881").waitFor();
        assertThat(find(".opens[data-task=T-881]").getAttribute("aria-expanded"))
                .isEqualTo("true");
        key("Tab");
        assertThat(find("[data-deed=pin]")).isFocused();
        assertThat((String) screen.ask("() => getComputedStyle(document.activeElement).outlineWidth"))
                .isEqualTo("3px");
        key("x");
        assertThat(find(".asks [data-first]")).isFocused();
        key("Escape");
        assertThat(find(".opens[data-task=T-881]")).isFocused();
        key("Escape");
        assertThat(find(".more").count()).isZero();
        key("Tab");
        assertThat(focused()).isEqualTo("w-ewa");
        key("ArrowDown");
        assertThat(focused()).isEqualTo("w-petter");
        key("?");
        assertThat(find("flyt-keys-dialog dialog[open]")).containsText("Løft oppdraget frem, eller tilbake på plass");
    }

    @Test
    void singleKeysCanBeSwitchedOffAndWritingIsNoCommand() {
        open("cleaning", "", 1920, 1080);
        key("?");
        find(".switch input").uncheck();
        find("flyt-keys-dialog .away").click();
        find(".opens[data-task=T-881]").focus();
        key("p");
        assertThat(find(".asks").count()).isZero();
        key("Enter");
        assertThat(find(".more kbd").count()).isZero();
        screen.does("() => localStorage.clear()");
        find("#search").focus();
        screen.page().keyboard().type("npx");
        assertThat(find("dialog[open]").count()).isZero();
        assertThat(find("#search")).hasValue("npx");
    }

    @Test
    void theKeyboardStaysWithItsTaskWhenTheOrderChanges() {
        open("cleaning", "", 1920, 1080);
        find(".opens[data-task=T-866]").focus();
        key("p");
        find(".own input").fill("halvskrevet");
        JsonObject first = task("cleaning", "T-866");
        first.addProperty("score", 1);
        change(48213, "cleaning", first);
        assertThat(find(".opens").first()).hasText("HJE 328");
        assertThat(find(".own input")).isFocused();
        assertThat(find(".own input")).hasValue("halvskrevet");
    }

    @Test
    void whenItsTaskIsGoneTheKeyboardGoesToTheOneThatCameIntoItsPlace() {
        open("cleaning", "", 1920, 1080);
        find(".opens[data-task=T-879]").focus();
        screen.send(Golden.update(48213, 48214, task("cleaning", "T-881"))
                .replace("FJO/ward.3/LUN", "FJO/queue/cleaning")
                .replace("\"drop\":[]", "\"drop\":[\"task/T-879\"]"));
        assertThat(find(".opens[data-task=T-870]")).isFocused();
    }

    @Test
    void theTablesHaveHeadsAndCells() {
        open("cleaning", "", 1920, 1080);
        assertThat(find(".queue [role=table] [role=columnheader]").allInnerTexts())
                .containsExactly("Nr.", "Sted", "Oppdrag", "Tilstand", "Ferdig innen", "Ventet");
        assertThat(line("T-881").locator("[role=cell]").count()).isEqualTo(5);
        assertThat(line("T-881").locator("[role=rowheader]").count()).isEqualTo(1);
        assertThat(find(".crew [role=table] [role=rowheader]").count()).isEqualTo(8);
    }
}
