package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bed map: every bed as a cell in its place, what a change of it touches, the keys, and whoever is brought to a bed. */
final class BedMapTest extends OnCapacity {

    @Test
    void everyBedStandsInItsTunInBoardOrderAndTheChartSaysWhatItsTableSays() {
        open();
        assertThat(screen.page().locator("flyt-ward-beds").count()).isEqualTo(19);
        assertThat(screen.page().locator(".tile").count()).isEqualTo((int) rows("bed"));
        assertThat(
                        screen.ask(
                                "() => [...document.querySelectorAll(\"[data-key='ward/LUN'] .tun\")].map(t => t.children.length).join()"))
                .isEqualTo("9,9,9,2");
        assertThat(screen.asked())
                .startsWith("{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"capacity\",\"scope\":\"-\"}");

        int drawn = 0;
        for (Object sum :
                (List<?>) screen.ask("() => [...document.querySelectorAll('.bars .sum')].map(t => +t.textContent)")) {
            drawn += (Integer) sum;
        }
        Object told = screen.ask(
                "() => [...document.querySelectorAll('flyt-discharge-chart td')].reduce((sum, cell) => sum + Number(cell.textContent), 0)");
        assertThat(drawn).isEqualTo(told).isEqualTo(18 + 80 - 2);
        assertThat(screen.page().locator(".discharges .note").innerText()).isEqualTo("2 til i dag, uten klokkeslett");
    }

    @Test
    void aBedIsToldByShapeAndWord() {
        open();
        JsonObject closed = bed("class", "closed");
        assertThat(label(closed)).matches("\\S+ Stengt – (bemanning|smitte)");
        assertThat(shape(closed)).isEqualTo("bed-closed");
        JsonObject ready = bed("use", "ready");
        assertThat(label(ready)).endsWith("Ledig og klar");
        assertThat(shape(ready)).isEqualTo("bed-ready");
        JsonObject leaving = bed("outToday", "true");
        assertThat(label(leaving)).endsWith("Opptatt, Ut i dag");
        assertThat(shape(leaving)).isEqualTo("bed-out-today");
        JsonObject airing = bed("use", "air-change");
        assertThat(label(airing)).endsWith("Venter – luftskifte til 11:20");

        assertThat(line("LUN")).endsWith("85 % 23/27 1 3 4");
        assertThat(line("GNE")).endsWith("106 % 38/36 0 3 7");
        assertThat(screen.page().locator("[data-key='ward/GNE'] .over").count()).isEqualTo(1);
        assertThat(line("AKM")).isEqualTo("Akuttmottak ikke med i belegget 24 av 36 plasser · 5 venter på seng");
    }

    @Test
    void onlyTheBedThatChangedIsCuedAndNothingMoves() {
        open();
        screen.does(
                """
                () => { window.shift = 0; window.tiles = [...document.querySelectorAll('.tile')];
                  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; }))
                    .observe({ type: 'layout-shift', buffered: false }); }""");
        JsonObject bed = bed("use", "ready");
        bed.addProperty("use", "occupied");
        screen.send(update(48213, 48214, bed));
        screen.page().locator(".tile.changed").waitFor();
        assertThat(screen.ask("() => [...document.querySelectorAll('.changed')].map(c => c.dataset.bed).join()"))
                .isEqualTo(bed.get("bed").getAsString());
        assertThat(screen.ask("() => window.tiles.every((tile, i) => tile === document.querySelectorAll('.tile')[i])"))
                .isEqualTo(true);
        screen.does("() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))");
        assertThat(screen.ask("() => window.shift")).isEqualTo(0);
    }

    /** What 1,200 beds at 100 changes a second cost, in numbers that do not lean on the machine. */
    @Test
    void aChangeOfABedTouchesItsTileAloneAndAnimatesNothing() {
        open();
        screen.does(
                """
                () => { window.touched = new Set();
                  new MutationObserver((all) => all.forEach(({ target }) => window.touched.add(target.dataset ? target.dataset.bed : target.nodeName)))
                    .observe(document.querySelector('flyt-bed-map'), { subtree: true, childList: true, attributes: true, characterData: true }); }""");
        JsonObject bed = bed("use", "ready");
        bed.addProperty("use", "waiting-cleaning");
        screen.send(update(48213, 48214, bed));
        PlaywrightAssertions.assertThat(tile(bed)).hasAttribute("data-look", "bed-waiting-cleaning warn");
        screen.page().locator(".tile.changed").waitFor();
        assertThat(screen.ask("() => [...window.touched].join()"))
                .isEqualTo(bed.get("bed").getAsString());
        assertThat(screen.ask("() => document.getAnimations().length")).isEqualTo(0);
        assertThat(screen.page().locator(".map svg").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyCellHasItsPicture(String theme) {
        open("theme=" + theme, 1920, "beat");
        screen.page()
                .waitForFunction(
                        "() => [...document.querySelectorAll('.tile')].every(t => getComputedStyle(t).backgroundImage.startsWith('url(\"data:image/png'))");
        assertThat(
                        screen.ask(
                                "() => new Set([...document.querySelectorAll('.tile')].map(t => t.dataset.look + getComputedStyle(t).backgroundImage)).size"))
                .isEqualTo(screen.ask(
                        "() => new Set([...document.querySelectorAll('.tile')].map(t => t.dataset.look)).size"));
    }

    @Test
    void arrowsGoFromBedToBedAndEnterOpens() {
        open();
        screen.page().keyboard().press("/");
        screen.page().keyboard().type("lunge");
        screen.page().keyboard().press("Enter");
        JsonObject first = inOrder("LUN", 1);
        assertFocused(first);
        screen.page().keyboard().press("ArrowRight");
        assertFocused(inOrder("LUN", 2));
        screen.page().keyboard().press("ArrowUp");
        assertFocused(inOrder("HJE", 2));
        screen.page().keyboard().press("ArrowDown");
        screen.page().keyboard().press("ArrowLeft");
        assertFocused(first);
        screen.page().keyboard().press("Enter");
        assertThat(screen.page().locator("flyt-bed-card h2").innerText())
                .isEqualTo("Lunge " + first.get("label").getAsString());
        screen.page().keyboard().press("Escape");
        assertFocused(first);
        assertThat(screen.page().locator("flyt-bed-card").count()).isZero();
        assertThat(screen.page().locator(".tile[tabindex='0']").count()).isEqualTo(1);
    }

    @Test
    void keysOfOneCharacterCanBeSwitchedOff() {
        open();
        screen.page().keyboard().press("?");
        screen.page().locator(".keys input").uncheck();
        screen.page().locator(".keys button").click();
        screen.page().locator(".tile").first().focus();
        screen.page().keyboard().press("?");
        screen.page().keyboard().press("/");
        assertThat(screen.page().locator(".keys").count()).isZero();
        assertThat(screen.ask("() => document.activeElement.className"))
                .asString()
                .contains("tile");
    }

    @Test
    void whoeverWaitsIsLiftedAndTakenByABedThatSuitsAndNoOther() {
        server.taken().clear();
        server.looks(PageServer.SOMEBODY
                .replace("\"views\":[", "\"views\":[\"requests\",")
                .replace("\"deeds\":[]", "\"deeds\":[\"reserve-bed\"]"));
        server.answers("/api/v1/hospitals/FJO/commands", "{\"outcome\":\"accepted\",\"seq\":48214}");
        server.answers("/api/v1/hospitals/FJO/requests/R-1/beds", Golden.text("/flyt/pages/request-beds.json"));
        open();
        screen.page().waitForCondition(() -> screen.asked().size() == 2);
        screen.send(Golden.text("/flyt/pages/requests.json"));
        screen.page().locator("[data-lift=R-1]").click();
        Locator other = screen.page().locator(".tile[data-bed=LUN-303]");
        PlaywrightAssertions.assertThat(other)
                .hasAttribute("aria-label", Pattern.compile(".*pasienten trenger enerom"));
        other.click();
        screen.page().locator(".tile[data-bed=LUN-305]").click();
        PlaywrightAssertions.assertThat(screen.page().locator(".news .done"))
                .hasText("LUN · 305 er reservert til EB 1946, holdes til 15:05.");
        assertThat(told(screen, "POST /api/v1/hospitals/FJO/commands", 1))
                .singleElement()
                .asString()
                .contains("\"bed\":\"LUN-305\",\"request\":\"R-1\",\"seen\":\"v2\"");
        assertThat(screen.page().locator("flyt-bed-card").count()).isZero();
        server.looks(PageServer.SOMEBODY);
    }

    @Test
    void withTheKeyMWhoeverHasWaitedLongestGoesToABedByKeysAlone() {
        server.taken().clear();
        server.looks(PageServer.SOMEBODY
                .replace("\"views\":[", "\"views\":[\"requests\",\"forecast\",")
                .replace("\"deeds\":[]", "\"deeds\":[\"reserve-bed\"]"));
        server.answers("/api/v1/hospitals/FJO/commands", "{\"outcome\":\"accepted\",\"seq\":48214}");
        server.answers("/api/v1/hospitals/FJO/requests/R-1/beds", Golden.text("/flyt/pages/request-beds.json"));
        open();
        screen.page().waitForCondition(() -> screen.asked().size() == 3);
        assertThat(line("LUN")).endsWith("85 % 23/27 1 3 4 –");
        Object before = screen.ask(PLACES);
        screen.send(FORECAST);
        screen.send(Golden.text("/flyt/pages/requests.json"));
        screen.page().locator("[data-lift=R-1]").waitFor();
        PlaywrightAssertions.assertThat(screen.page().locator("[data-key='ward/LUN'] .evening"))
                .hasText(Pattern.compile("89\\s%, mellom 81 og 96 %"));
        assertThat(screen.ask(PLACES)).isEqualTo(before);

        screen.page().keyboard().press("m");
        Locator best = screen.page().locator(".tile[data-bed='LUN-317-2']");
        PlaywrightAssertions.assertThat(best).isFocused();
        screen.page().keyboard().press("Escape");
        PlaywrightAssertions.assertThat(screen.page().locator(".tile.suits")).hasCount(0);
        screen.page().keyboard().press("m");
        PlaywrightAssertions.assertThat(best).isFocused();
        screen.page().keyboard().press("Enter");
        PlaywrightAssertions.assertThat(screen.page().locator(".news .done"))
                .hasText("LUN · 317² er reservert til EB 1946, holdes til 14:42.");
        assertThat(told(screen, "POST /api/v1/hospitals/FJO/commands", 1))
                .singleElement()
                .asString()
                .contains("\"bed\":\"LUN-317-2\",\"request\":\"R-1\"");
        assertThat(Axe.faults(screen.page())).isEmpty();
        server.looks(PageServer.SOMEBODY);
    }

    @Test
    void theOpenedLineHasBedsOfTwentyFourPixels() {
        open();
        tile(inOrder("HJE", 1)).focus();
        assertThat(
                        screen.ask(
                                "() => [...document.querySelectorAll(\"[data-key='ward/HJE'] .tile\")].every(t => t.offsetWidth >= 24 && t.offsetHeight >= 24)"))
                .isEqualTo(true);
        assertThat(
                        screen.ask(
                                "() => document.querySelector(\"[data-key='ward/HJE'] .tile:last-child\").getBoundingClientRect().right < document.querySelector('.board').getBoundingClientRect().right"))
                .isEqualTo(true);
    }
}
