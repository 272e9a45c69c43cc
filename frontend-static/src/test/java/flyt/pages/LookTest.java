package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the design guide lets a browser check: contrast and names, sizes of text and targets, nothing cut off. */
final class LookTest extends OnScreen {

    /** Elements whose text is wider than their box without an ellipsis to say so. */
    private static final String CUT_OFF =
            """
            () => [...document.querySelectorAll('flyt-bed-row span, flyt-bed-row b, .panel span, .panel b, .count span, .status b')]
              .filter((e) => !e.closest('.visually-hidden') && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1)
              .filter((e) => getComputedStyle(e).textOverflow !== 'ellipsis' && !e.querySelector('.text'))
              .map((e) => `${e.className}: ${e.textContent.trim()}`)""";

    /** What sticks out of its line, above or below. */
    private static final String OUTSIDE =
            """
            () => [...document.querySelectorAll('flyt-bed-row')].flatMap((row) => { const line = row.getBoundingClientRect();
              return [...row.querySelectorAll('.cell span, .cell b, .cell svg')].filter((e) => !e.closest('.visually-hidden'))
                .filter((e) => { const b = e.getBoundingClientRect(); return b.height > 0 && getComputedStyle(e).display !== 'inline'
                  && (b.top < line.top - 1 || b.bottom > line.bottom + 1); })
                .map((e) => `${row.dataset.key} ${e.className.baseVal || e.className}: ${e.textContent.trim()}`); })""";

    private static final String SMALL_TEXT =
            """
            (floor) => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const small = [];
              while (walk.nextNode()) { const e = walk.currentNode.parentElement; const text = walk.currentNode.textContent.trim();
                if (text && !e.closest('svg, .visually-hidden, script, sup') && parseFloat(getComputedStyle(e).fontSize) < floor)
                  small.push(`${e.className}: ${text}`); }
              return small; }""";

    @BeforeAll
    static void answer() {
        StartPageTest.ANSWERS.forEach(server::answers);
    }

    @ParameterizedTest
    @CsvSource({
        "light, 3, beat",
        "dark, 3, beat",
        "light, 3, beat-feed-silent",
        "dark, 3, beat-feed-silent",
        "light, 3, beat-journal-away",
        "dark, 3, beat-journal-away",
        "light, 2, beat",
        "dark, 2, beat",
        "light, 1, beat",
        "dark, 1, beat"
    })
    void aWardBoardHasNoFaultForAxe(String theme, int level, String beat) {
        ward("snapshot-ward." + level, beat, "theme=" + theme + "&level=" + level, 1920, 1080);
        screen.page().locator(".status b").first().waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aStaleBoardHasNoFaultForAxe(String theme) {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.3"), Golden.frame("beat"));
        screen.page().clock().install();
        screen.go(server, "/ward/FJO/LUN?level=3&theme=" + theme);
        screen.painted();
        screen.cut();
        screen.page().clock().fastForward(40_000);
        screen.page().locator(".banner").waitFor();
        screen.page().clock().resume();
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalogue",
                "/catalogue?lang=en",
                "/?theme=light",
                "/?theme=dark",
                "/?lang=en",
                "/house/FJO?theme=light",
                "/house/FJO?theme=dark"
            })
    void theOtherPagesHaveNoFaultForAxe(String path) {
        screen = new Screen(browser, 1440, 900, Golden.frame("snapshot-house"), Golden.frame("beat-feed-silent"));
        screen.go(server, path);
        screen.page().locator("[role=row], .ward-list li").first().waitFor();
        screen.page().waitForTimeout(200);
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void noTextOnAWallIsUnderTwentyPixels() {
        ward("snapshot-ward.3", "beat-feed-silent", "level=3&theme=light", 1920, 1080);
        assertThat(screen.page().evaluate(SMALL_TEXT, 20)).isEqualTo(List.of());
        assertThat(fontSize(".number")).isEqualTo(44);
        assertThat(fontSize(".score")).isEqualTo(44);
        assertThat(fontSize(".patient .who")).isEqualTo(39);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?theme=light", "/house/FJO"})
    void noTextOnADeskIsUnderFifteenPixels(String path) {
        screen = new Screen(browser, 1440, 900, Golden.frame("snapshot-house"), Golden.frame("beat"));
        screen.go(server, path);
        screen.page().locator("[role=row], .ward-list li").first().waitFor();
        assertThat(screen.page().evaluate(SMALL_TEXT, 15)).isEqualTo(List.of());
    }

    @Test
    void fewBedsGetTallerRowsAndLargerText() {
        ward("snapshot-ward.3", "beat", "level=3&tun=A", 1920, 1080);
        assertThat(fontSize(".number")).isEqualTo(52);
        assertThat(screen.page().locator("flyt-bed-row").count()).isEqualTo(9);
        assertThat(screen.ask(CUT_OFF)).isEqualTo(List.of());
        assertThat(screen.ask("() => document.querySelector('.wall').scrollWidth"))
                .isEqualTo(1920);
    }

    @Test
    void whatCanBeTouchedOnAWallIsLargeAndLow() {
        ward("snapshot-ward.3", "beat", "level=3&tun=A", 1920, 1080);
        Object targets = screen.ask(
                "() => [...document.querySelectorAll('a, button, [role=button], [tabindex]')]"
                        + ".map(e => e.getBoundingClientRect()).map(b => [b.width >= 56, b.height >= 56, b.top > innerHeight / 3])");
        assertThat(targets).isEqualTo(List.of(List.of(true, true, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?theme=light", "/house/FJO"})
    void whatCanBeTouchedOnADeskIsLargeEnough(String path) {
        screen = new Screen(browser, 1440, 900, Golden.frame("snapshot-house"), Golden.frame("beat"));
        screen.go(server, path);
        screen.page().locator("[role=row], .ward-list li").first().waitFor();
        assertThat(screen.ask(
                        "() => [...document.querySelectorAll('a, button')].filter(e => { const b = e.getBoundingClientRect();"
                                + " return b.width < 24 || b.height < 24; }).map(e => e.textContent)"))
                .isEqualTo(List.of());
    }

    @Test
    void theLongestNamesAreCutWithAnEllipsisAndNothingElseIs() {
        String snapshot = Golden.snapshotWith(
                frame -> frame.getAsJsonArray("rows").forEach(row -> lengthen(row.getAsJsonObject())));
        screen = new Screen(browser, 1920, 1080, snapshot, Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?level=3&theme=light");
        screen.painted();
        assertThat(screen.ask(CUT_OFF)).isEqualTo(List.of());
        assertThat(screen.ask("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "/?theme=light, 320",
        "/?theme=light, 390",
        "/?theme=light, 1280",
        "/house/FJO, 320",
        "/house/FJO, 390",
        "/house/FJO, 1280",
        "/house/FJO, 1920",
        "/ward/FJO/LUN?level=3, 390",
        "/ward/FJO/LUN?level=3, 1080",
        "/ward/FJO/LUN?level=3, 1280",
        "/ward/FJO/LUN?level=3, 1920"
    })
    void noPageScrollsSideways(String path, int width) {
        boolean ward = path.startsWith("/ward");
        screen = new Screen(
                browser,
                width,
                900,
                Golden.frame(ward ? "snapshot-ward.3" : "snapshot-house"),
                Golden.frame("beat-feed-silent"));
        screen.go(server, path);
        screen.page().locator("[role=row], .ward-list li").first().waitFor();
        assertThat(screen.ask("() => document.documentElement.scrollWidth")).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920"})
    void aWallOfEighteenBedsFitsItsScreen(int width, int height) {
        ward("snapshot-ward.3", "beat", "level=3", width, height);
        assertThat(screen.ask("() => document.documentElement.scrollHeight")).isEqualTo(height);
        assertThat((Integer)
                        screen.ask("() => Math.round(document.querySelector('.strip').getBoundingClientRect().bottom)"))
                .isEqualTo(height);
        assertThat(
                        screen.ask(
                                "() => [...document.querySelectorAll('.panel')].every(p => p.scrollHeight <= p.clientHeight + 1)"))
                .isEqualTo(true);
    }

    @Test
    void noTwoStatesOfAColumnLookTheSameWithoutColour() {
        screen = Screen.ofModules(browser, server);
        assertThat(
                        screen.ask(
                                """
                async () => {
                  const states = await import('/static/ward/states.js');
                  const twice = [];
                  for (const [name, column] of Object.entries(states)) {
                    const glyphs = Object.values(column).map((sign) => sign.glyph);
                    const words = Object.values(column).map((sign) => sign.word + sign.glyph);
                    if (new Set(glyphs).size !== glyphs.length || new Set(words).size !== words.length) { twice.push(name); }
                  }
                  const drawings = await Promise.all(['signs', 'tubes', 'bed-cells', 'task-signs'].map(
                    async (file) => (await fetch(`/static/glyphs/${file}.js`)).text()));
                  const glyphs = drawings.flatMap((text) => [...text.matchAll(/^ {2}'?([a-z-]+)'?: /gm)].map(([, name]) => name));
                  const used = Object.values(states).flatMap((column) => Object.values(column).map((sign) => sign.glyph));
                  return [...twice, ...used.filter((name) => !glyphs.includes(name))];
                }"""))
                .isEqualTo(List.of());
    }

    @Test
    void theCatalogueShowsEveryStateWithItsWord() {
        screen = new Screen(browser, 1440, 900, "{}", "{}");
        screen.go(server, "/catalogue");
        screen.page().locator(".theme").nth(1).locator(".banner").first().waitFor();
        for (String theme : List.of("light", "dark")) {
            assertThat(screen.page().locator(".theme[data-theme=" + theme + "]").innerText())
                    .contains(
                            "Ledig og klar",
                            "Opptatt",
                            "Holdes av",
                            "Venter på renhold",
                            "Venter – luftskifte til 11:20",
                            "Renhold pågår",
                            "Renhold pauset",
                            "Ren – ikke oppredd",
                            "Ekstraseng – korridor",
                            "Reservert til NF 1980, kl. 11:05",
                            "Stengt – bemanning",
                            "Stengt – smitte",
                            "Stengt – reparasjon",
                            "Utskrevet 10:05 – er rommet forlatt?",
                            "Mulig",
                            "Planlagt 11:30",
                            "Venter",
                            "Tilbudt Leila",
                            "Tatt av Leila",
                            "Pågår 8 min",
                            "Pause",
                            "Forsinket",
                            "Ferdig 10:57",
                            "Kontrollert",
                            "Kan ikke gjøres – ",
                            "Avlyst – ",
                            "Rekvirert",
                            "Tatt",
                            "Svar klart",
                            "Sett av lege",
                            "Kritisk svar",
                            "Avvist – ny prøve",
                            "Korrigert",
                            "Ikke NEWS2",
                            "målt 08:40",
                            "MIT varslet 10:31",
                            "MIT ikke varslet",
                            "Navnelik",
                            "Fra Hjerte",
                            "PAS stille siden 09:58",
                            "Lagringen svarer ikke",
                            "Kobler til …",
                            "Direkte",
                            "Prognosen kan ikke vises",
                            "For lite historikk",
                            "Ingen åpne senger",
                            "Lært av bare 24 timer",
                            "Gammel prognose",
                            "Slik ble det");
        }
    }

    @Test
    void everySpecimenStandsInsideItsLine() {
        screen = new Screen(browser, 1440, 900, "{}", "{}");
        screen.go(server, "/catalogue");
        screen.page().locator(".theme").nth(1).locator("flyt-bed-row").last().waitFor();
        screen.does("() => document.fonts.ready");
        assertThat(screen.ask(OUTSIDE)).isEqualTo(List.of());
        assertThat(screen.ask(CUT_OFF)).isEqualTo(List.of());
    }

    private void ward(String snapshot, String beat, String query, int width, int height) {
        screen = new Screen(browser, width, height, Golden.frame(snapshot), Golden.frame(beat));
        screen.go(server, "/ward/FJO/LUN?" + query);
        screen.painted();
    }

    private Number fontSize(String selector) {
        return (Number)
                screen.ask("() => parseFloat(getComputedStyle(document.querySelector('" + selector + "')).fontSize)");
    }

    private static void lengthen(JsonObject row) {
        if (!row.has("occupants")) {
            return;
        }
        row.getAsJsonArray("occupants").forEach(each -> {
            JsonObject occupant = each.getAsJsonObject();
            occupant.addProperty("initials", "ÅMW");
            occupant.addProperty("nurse", "Anne-Margrethe Kristoffersen");
            occupant.addProperty("doctor", "Wilhelmsen-Hagerup");
            occupant.addProperty("from", "Gastro, nyre, endokrin");
            occupant.getAsJsonObject("discharge").addProperty("on", "2026-12-30");
        });
    }
}
