package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ward board live: what it says, how a changed row comes in, and what does not move. */
final class WardBoardTest extends OnScreen {

    private static final String CHANGED = "() => [...document.querySelectorAll('.changed')].map(c => "
            + "c.closest('flyt-bed-row').dataset.key + ' ' + c.dataset.cell)";

    @BeforeEach
    void open() {
        screen = Screen.ward(browser, server, 3);
    }

    @Test
    void aRowSaysWhoWhoCaresHowIllAndWhenOut() {
        assertThat(screen.row("301").innerText().split("\\s+"))
                .contains("301", "KH", "1952", "Navnelik", "Ingrid", "Aas", "3", "2", "12:00", "Transport", "bestilt");
        assertThat(screen.row("305").innerText()).contains("MIT varslet 10:31", "Ikke satt");
        assertThat(screen.row("309").innerText()).contains("13:00", "Blodprøve 11:10");
        assertThat(screen.row("303").innerText()).contains("Reservert til MB 1948, kl. 11:30");
        assertThat(screen.row("316").innerText())
                .contains("Venter på renhold", "Bestilt 10:36 · tilbudt Leila", "NF 1980", "Ca. 11:05 fra Akuttmottak");
        assertThat(screen.row("313").innerText()).contains("Fra Hjerte", "Ingen ansvarlig lege");
    }

    @Test
    void theBoardStandsInTwoTablesWithRowAndColumnHeads() {
        assertThat(screen.page().locator("[role=table]").count()).isEqualTo(2);
        assertThat(screen.page().locator("flyt-bed-row [role=rowheader]").count())
                .isEqualTo(18);
        assertThat(screen.page()
                        .locator("[role=table]")
                        .first()
                        .locator("[role=columnheader]")
                        .allInnerTexts())
                .containsExactly(
                        "Tun A",
                        "Pasient",
                        "Sykepl. · lege",
                        "Tyngde",
                        "NEWS2",
                        "Isolering",
                        "Lab",
                        "Utreise (kl. = i dag)");
        assertThat(screen.ask("() => document.documentElement.lang")).isEqualTo("nb");
    }

    @Test
    void theCountsOfTheHeadAreThoseOfTheRows() {
        assertThat(screen.page().locator(".count").allInnerTexts().stream()
                        .map(text -> text.replaceAll("\\s+", " ").replaceAll(" ([/+]\\d)", "$1")))
                .containsExactly(
                        count("occupied") + "/18 opptatt",
                        count("held") + " holdes av",
                        count("ready") - 1 + "+1 ledig + reservert",
                        count("waiting-cleaning") + " til vask",
                        count("being-cleaned") + " vaskes",
                        "3 på vei inn",
                        "4 ut i dag");
    }

    @Test
    void theCountsFollowTheRows() {
        JsonObject row = Golden.row("bed/LUN-317-2");
        row.addProperty("use", "waiting-cleaning");
        screen.send(Golden.update(48213, 48214, row));
        screen.page().locator(".count-waiting-cleaning b:has-text('2')").waitFor();
        assertThat(screen.page().locator(".count-free .figure").innerText()).isEqualTo("0\n+1");
    }

    @Test
    void aColumnWithoutASourceIsHiddenAndTheOthersKeepTheirWidths() {
        List<?> before = widths(screen);
        try (Screen without =
                new Screen(browser, 1920, 1080, Golden.snapshotWith(WardBoardTest::withoutLab), Golden.frame("beat"))) {
            without.go(server, "/ward/FJO/LUN?level=3&theme=light");
            without.painted();
            assertThat(without.page().locator(".cell.lab").count()).isZero();
            assertThat(widths(without).subList(0, 6)).isEqualTo(before.subList(0, 6));
        }
    }

    @Test
    void onlyTheCellThatChangedIsTintedAndOnlyForAWhile() {
        screen.send(Golden.frame("rows"));
        screen.page().locator(".changed").first().waitFor();
        assertThat(screen.ask(CHANGED)).isEqualTo(List.of("bed/LUN-302 ews"));
        assertThat(screen.row("302").locator(".score").innerText()).isEqualTo("4");
        assertThat(screen.page().locator(".panel-outlier li").count()).isEqualTo(1);
        screen.page().waitForTimeout(2900);
        assertThat(screen.ask(CHANGED)).isEqualTo(List.of());
    }

    @Test
    void whoWantsNoMotionGetsTheTintWithoutFading() {
        screen.page()
                .emulateMedia(
                        new com.microsoft.playwright.Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        screen.send(Golden.frame("rows"));
        screen.page().locator(".changed").first().waitFor();
        assertThat(screen.ask("() => document.getAnimations().length")).isEqualTo(0);
        assertThat(screen.ask("() => getComputedStyle(document.querySelector('.changed')).backgroundColor"))
                .isEqualTo("rgb(221, 236, 238)");
    }

    @Test
    void anUpdateThatDoesNotFollowIsAnsweredByAskingForASnapshot() {
        int before = screen.asked().size();
        JsonObject row = Golden.row("bed/LUN-302");
        row.addProperty("use", "not-made");
        row.add("occupants", new JsonArray());
        screen.send(Golden.update(48999, 49000, row));
        screen.page().waitForCondition(() -> screen.asked().size() > before);
        assertThat(screen.asked().get(before)).contains("\"subscribe\"").contains("\"level\":3");
        assertThat(screen.row("302").innerText()).contains("BO");
    }

    @Test
    void aNewCriticalRowIsSpokenAndTinted() {
        JsonObject row = Golden.row("bed/LUN-302");
        JsonObject ews =
                row.getAsJsonArray("occupants").get(0).getAsJsonObject().getAsJsonObject("ews");
        ews.addProperty("score", 8);
        screen.send(Golden.update(48213, 48214, row));
        screen.page()
                .locator("flyt-ward-board [role=status]:has-text('Seng 302: kritisk')")
                .waitFor();
        assertThat(screen.row("302").getAttribute("class")).contains("critical");
        assertThat(screen.row("302").innerText()).contains("MIT ikke varslet");
    }

    @Test
    void nothingMovesInTwoHundredUpdates() {
        long seed = 20261112;
        screen.does(
                "() => { window.shift = []; new PerformanceObserver(list => list.getEntries().forEach(e => e.sources.forEach(s => window.shift.push([s.node && (s.node.className || s.node.textContent), e.value].join()))))"
                        + ".observe({type: 'layout-shift', buffered: false}); }");
        screen.does("() => { window.lines = [...document.querySelectorAll('flyt-bed-row')]; }");
        Object boxes = boxes();
        RandomRows rows = new RandomRows(seed);
        int seq = 48213;
        for (int i = 0; i < 200; i++) {
            screen.send(Golden.update(seq, seq + 1, rows.next()));
            seq++;
            screen.page().waitForTimeout(20);
        }
        screen.page().waitForTimeout(300);
        assertThat(screen.ask("() => window.shift"))
                .as("layout shift, seed " + seed)
                .isEqualTo(List.of());
        assertThat(boxes()).as("boxes, seed " + seed).isEqualTo(boxes);
        assertThat(
                        screen.ask(
                                "() => [...document.querySelectorAll('flyt-bed-row')].every((line, i) => line === window.lines[i])"))
                .as("the same nodes, seed " + seed)
                .isEqualTo(true);
        assertThat(rows.notShown(screen))
                .as("the last of each row, seed " + seed)
                .isEmpty();
    }

    @Test
    void linesOfOtherBedsAreNotEvenDrawnAnew() {
        screen.does("() => { window.touched = new Set(); new MutationObserver(all => all.forEach(m => { const line = "
                + "m.target.nodeType === 1 ? m.target.closest('flyt-bed-row') : m.target.parentElement.closest('flyt-bed-row');"
                + " if (line) window.touched.add(line.dataset.key); })).observe(document.body, {subtree: true, childList: true,"
                + " attributes: true, characterData: true}); }");
        screen.send(Golden.frame("rows"));
        screen.page().locator(".changed").first().waitFor();
        assertThat(screen.ask("() => [...window.touched]")).isEqualTo(List.of("bed/LUN-302"));
    }

    @Test
    void aBenchMayHearWhenARowIsPainted() {
        screen.does("() => { window.heard = []; window.flytOnPaint = (key, seq) => window.heard.push([key, seq]); }");
        screen.send(Golden.frame("beat"));
        screen.page().waitForTimeout(1100);
        screen.send(Golden.frame("rows"));
        screen.page().locator(".changed").first().waitFor();
        assertThat(screen.ask("() => window.heard")).isEqualTo(List.of(List.of("bed/LUN-302", 48219)));
    }

    private static void withoutLab(JsonObject snapshot) {
        snapshot.getAsJsonArray("rows")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("columns")
                .remove(new JsonPrimitive("lab"));
    }

    private static long count(String use) {
        return Golden.rows().asList().stream()
                .map(row -> row.getAsJsonObject())
                .filter(row -> row.get("kind").getAsString().equals("bed"))
                .filter(row -> !row.get("class").getAsString().equals("extra"))
                .filter(row -> row.get("use").getAsString().equals(use))
                .count();
    }

    private static List<?> widths(Screen screen) {
        return (List<?>)
                screen.ask(
                        "() => [...document.querySelector('[data-key=\"bed/LUN-301\"]').children].map(c => c.getBoundingClientRect().width)");
    }

    private Object boxes() {
        return screen.ask(
                "() => [...document.querySelectorAll('flyt-bed-row, .panel, .count, .head > *')].map(line => { "
                        + "const b = line.getBoundingClientRect(); return [b.x, b.y, b.width, b.height].join(); })");
    }
}
