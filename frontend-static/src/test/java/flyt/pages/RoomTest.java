package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything has its room: as many beds as a screen can have, every name, both languages, walls and phones. */
final class RoomTest extends OnScreen {

    /** Boxes with more in them than they hold, and what sticks out of its line or its panel. */
    private static final String CUT =
            """
            () => { const full = [...document.querySelectorAll('.panel, .head, .legend, .foot')]
                .filter((e) => e.offsetHeight > 0 && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1))
                .map((e) => `${e.className} is full`);
              const over = (e, frame) => { const b = e.getBoundingClientRect(); const f = frame.getBoundingClientRect();
                return b.height > 1 && (b.bottom > f.bottom + 1 || b.right > f.right + 1 || b.top < f.top - 1); };
              const outside = [...document.querySelectorAll('.panel li, .panel h2, .panel .empty, .count, .head > *, .legend li')]
                .filter((e) => over(e, e.parentElement));
              const lines = [...document.querySelectorAll('flyt-bed-row .cell *')].filter((e) => !e.closest('.visually-hidden, .yielding'))
                .filter((e) => getComputedStyle(e).display !== 'inline' && over(e, e.closest('flyt-bed-row')));
              return [...full, ...[...outside, ...lines].map((e) => `${e.parentElement.className}: ${e.textContent.trim()} sticks out`)]; }""";

    /** Elements with an ellipsis that is in use. */
    private static final String SHORTENED =
            """
            (selector) => [...document.querySelectorAll(selector)].filter((e) => e.scrollWidth > e.clientWidth)
              .map((e) => e.textContent.trim())""";

    @BeforeAll
    static void answer() {
        StartPageTest.ANSWERS.forEach(server::answers);
    }

    @ParameterizedTest
    @CsvSource({
        "24, 1920, 1080",
        "22, 1920, 1080",
        "20, 1920, 1080",
        "16, 1920, 1080",
        "12, 1920, 1080",
        "24, 1080, 1920",
        "20, 1080, 1920",
        "18, 1080, 1920",
        "16, 1080, 1920"
    })
    void soManyBedsStandOnOneScreenAtTheSizesOfTheGuide(int beds, int width, int height) {
        ward(FullWard.snapshot(beds), "beat-feed-silent", "level=3", width, height);
        assertThat(screen.page().locator("flyt-bed-row").count()).isEqualTo(beds);
        assertThat(screen.ask("() => document.documentElement.scrollHeight")).isEqualTo(height);
        assertThat(screen.ask("() => Math.round(document.querySelector('.strip').getBoundingClientRect().bottom)"))
                .isEqualTo(height);
        assertThat(smallest(".number")).isGreaterThanOrEqualTo(44);
        assertThat(smallest(".score")).isGreaterThanOrEqualTo(44);
        assertThat(smallest(".patient .who")).isGreaterThanOrEqualTo(39);
        assertThat(screen.ask(CUT)).isEqualTo(List.of());
        assertThat(
                        screen.ask(
                                "() => [...document.querySelectorAll('.panel')].filter(p => [...p.querySelectorAll('li')].some(l => l.offsetHeight > 0)).length"))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"24, 1920, 72", "18, 1920, 80", "16, 1920, 90", "24, 1080, 62", "18, 1080, 70"})
    void aLineIsNeverLowerThanItsText(int beds, int width, int least) {
        ward(FullWard.snapshot(beds), "beat", "level=3", width, width == 1080 ? 1920 : 1080);
        assertThat((Number) screen.ask(
                        "() => Math.min(...[...document.querySelectorAll('flyt-bed-row')].map(r => r.offsetHeight))"))
                .satisfies(height -> assertThat(height.doubleValue()).isGreaterThanOrEqualTo(least));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observasjonspost", "Gastro, nyre, endokrin"})
    void theNameOfTheWardIsNeverCut(String name) {
        for (String language : List.of("nb", "en")) {
            for (int width : new int[] {1920, 1080, 390}) {
                if (screen != null) {
                    screen.close();
                }
                ward(
                        FullWard.named(name),
                        "beat-feed-silent",
                        "level=3&lang=" + language,
                        width,
                        width == 1920 ? 1080 : 1920);
                assertThat(screen.ask("() => document.querySelector('h1').innerText.replace(/\\s+/g, ' ')"))
                        .isEqualTo(name);
                assertThat(screen.page()
                                .evaluate(SHORTENED, ".head h1, .head .clusters, .status b, .status .second, .count b"))
                        .as(language + " " + width)
                        .isEqualTo(List.of());
                assertThat(screen.ask(CUT)).as(language + " " + width).isEqualTo(List.of());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"nb, A", "en, A", "nb, 'A,B'", "en, 'A,B'"})
    void whatStandsUnderTheDayOfLeavingIsReadWhole(String language, String clusters) {
        ward(withAllSigns(), "beat", "level=3&lang=" + language + "&tun=" + clusters, 1920, 1080);
        assertThat(screen.page().locator(".discharge .note:not(:empty)").count())
                .isGreaterThan(5);
        assertThat(screen.page().evaluate(SHORTENED, ".discharge .note, .discharge .day"))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "Hjerte, Fra Hjerte", "'Gastro, nyre, endokrin', Fra Gastro", "Geriatri og slag, Fra Geriatri",
        "'Hematologi, onkologi', Hematologi", "Gastrokirurgi, Gastrokirurgi", "'ØNH, øye, plastikk', Fra ØNH"
    })
    void anOutliersChipSaysWholeWords(String ward, String seen) {
        ward(
                Golden.frame("snapshot-ward.3").replace("\"from\": \"Hjerte\"", "\"from\": \"" + ward + "\""),
                "beat",
                "level=3",
                1920,
                1080);
        assertThat(
                        screen.ask(
                                """
                () => { const chip = document.querySelector('.outlier .yielding'); const box = chip.getBoundingClientRect();
                  return [...chip.children].filter((word) => { const b = word.getBoundingClientRect();
                    return b.bottom <= box.bottom + 1 && word.scrollWidth <= word.clientWidth; }).map((word) => word.textContent).join(' '); }"""))
                .isEqualTo(seen);
        assertThat(screen.page().locator(".outlier .visually-hidden").innerText())
                .isEqualTo("Fra " + ward);
    }

    @Test
    void aPlaceInThePanelOfOutliersIsAlwaysReadWithWholeWordsOfItsWard() {
        ward(FullWard.snapshot(18), "beat", "level=3", 1920, 1080);
        assertThat(screen.page().evaluate(SHORTENED, ".panel-outlier b, .panel-outlier .whole-words > span"))
                .isEqualTo(List.of());
        assertThat(
                        screen.ask(
                                """
                () => [...document.querySelectorAll('.panel-outlier .whole-words')].map((name) => [...name.children]
                  .filter((part) => part.getBoundingClientRect().bottom <= name.getBoundingClientRect().bottom + 1)
                  .map((part) => part.textContent).join('')).every((seen) => 'Gastro, nyre, endokrin'.startsWith(seen) && seen !== '')"""))
                .isEqualTo(true);
    }

    @Test
    void theRingOfAnAStaysOnItsLetter() {
        ward(FullWard.snapshot(24), "beat", "level=3", 1920, 1080);
        assertThat(
                        screen.ask(
                                """
                () => { const pen = document.createElement('canvas').getContext('2d');
                  return [...document.querySelectorAll('.patient .who, .staff .nurse, .head h1')].filter((e) => {
                    const style = getComputedStyle(e); const size = parseFloat(style.fontSize);
                    pen.font = `${style.fontWeight} ${size}px "Source Sans 3"`;
                    const ink = pen.measureText('Å');
                    const above = parseFloat(style.paddingTop)
                      + (parseFloat(style.lineHeight) - ink.fontBoundingBoxAscent - ink.fontBoundingBoxDescent) / 2
                      + ink.fontBoundingBoxAscent;
                    return above + 0.5 < ink.actualBoundingBoxAscent; }).map((e) => e.textContent); }"""))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void theLegendStandsOnItsLine(String language) {
        ward(Golden.frame("snapshot-ward.3"), "beat", "level=3&lang=" + language, 1920, 1080);
        assertThat(screen.ask(CUT)).isEqualTo(List.of());
        assertThat(
                        screen.ask(
                                "() => new Set([...document.querySelectorAll('.legend li')].map(l => Math.round(l.getBoundingClientRect().top))).size"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ward/FJO/LUN?level=3", "/ward/FJO/LUN", "/house/FJO", "/?theme=light", "/catalogue"})
    void aPhoneNeedsNoScrollingSidewaysAnywhere(String path) {
        for (int width : new int[] {320, 390, 768}) {
            if (screen != null) {
                screen.close();
            }
            phone(path, width);
            assertThat(screen.ask("() => document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(
                            screen.ask(
                                    """
                () => [...document.querySelectorAll('body *')].filter((e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
                  && e.scrollWidth > e.clientWidth).map((e) => e.className)"""))
                    .isEqualTo(List.of());
            assertThat(
                            screen.ask(
                                    """
                () => [...document.querySelectorAll('.cell > *, .panel li > *, .head > *, .specimens li > *, .tiles li > *')]
                  .filter((e) => !e.closest('.heads') && e.offsetWidth > 1 && e.getBoundingClientRect().right > innerWidth + 1)
                  .map((e) => `${e.className}: ${e.textContent.trim()}`)"""))
                    .as("out of sight at " + width)
                    .isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ward/FJO/LUN?level=3&tun=A", "/house/FJO", "/?theme=light"})
    void aThumbFindsEveryTarget(String path) {
        phone(path, 390);
        assertThat(
                        screen.ask(
                                """
                () => { const boxes = [...document.querySelectorAll('a, button')].filter((e) => e.checkVisibility()).map((e) => [e.textContent.trim(), e.getBoundingClientRect()]);
                  const small = boxes.filter(([, b]) => b.width < 48 || b.height < 47.5).map(([text]) => `${text} is small`);
                  const apart = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
                  const close = boxes.flatMap(([text, a], i) => boxes.slice(i + 1)
                    .filter(([, b]) => apart(a, b) < 7.5).map(([other]) => `${text} is close to ${other}`));
                  return [...small, ...close]; }"""))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ward/FJO/LUN?level=3", "/house/FJO", "/?theme=light"})
    void noTextOnAPhoneIsUnderFifteenPixelsAndAllOfItGrows(String path) {
        phone(path, 390);
        String sizes =
                """
                () => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const sizes = [];
                  while (walk.nextNode()) { const e = walk.currentNode.parentElement;
                    if (walk.currentNode.textContent.trim() && !e.closest('svg, .visually-hidden, script, sup, .heads'))
                      sizes.push([parseFloat(getComputedStyle(e).fontSize), `${e.className}: ${e.textContent.trim()}`]); }
                  return sizes.filter(([size]) => size < LEAST).map(([size, text]) => `${size} ${text}`); }""";
        assertThat(screen.ask(sizes.replace("LEAST", "15"))).isEqualTo(List.of());
        screen.does("() => { document.documentElement.style.fontSize = '200%'; }");
        assertThat(screen.ask(sizes.replace("LEAST", "30"))).isEqualTo(List.of());
    }

    /** The demonstration ward with every sign of leaving, and every milestone that one may wait for. */
    private static String withAllSigns() {
        List<String> signs = List.of(
                "waiting lab",
                "waiting municipality",
                "answer-ready lab",
                "corrected lab",
                "ready-to-leave transport",
                "ready-for-municipality municipality",
                "waiting relatives",
                "waiting medicines",
                "waiting imaging",
                "waiting round",
                "waiting letter",
                "waiting transport",
                "ready-to-leave round");
        return Golden.snapshotWith(frame -> {
            int i = 0;
            for (JsonElement row : frame.getAsJsonArray("rows")) {
                JsonArray occupants = row.getAsJsonObject().getAsJsonArray("occupants");
                if (occupants != null && !occupants.isEmpty()) {
                    setLeaving(
                            occupants.get(0).getAsJsonObject(),
                            signs.get(i % signs.size()).split(" "));
                    i++;
                }
            }
        });
    }

    private static void setLeaving(JsonObject occupant, String[] sign) {
        JsonObject why = new JsonObject();
        why.addProperty("milestone", sign[1]);
        why.addProperty("state", "closed");
        why.addProperty("at", "2026-11-12T10:10:00Z");
        JsonObject discharge = occupant.getAsJsonObject("discharge");
        discharge.addProperty("sign", sign[0]);
        discharge.add("why", why);
    }

    private void phone(String path, int width) {
        screen = new Screen(
                browser,
                width,
                844,
                Golden.frame(
                        path.startsWith("/ward")
                                ? path.contains("level=3") ? "snapshot-ward.3" : "snapshot-ward.1"
                                : "snapshot-house"),
                Golden.frame("beat-feed-silent"));
        screen.go(server, path);
        screen.page().locator("[role=row], .ward-list li").last().waitFor();
        screen.does("() => document.fonts.ready");
    }

    private void ward(String snapshot, String beat, String query, int width, int height) {
        screen = new Screen(browser, width, height, snapshot, Golden.frame(beat));
        screen.go(server, "/ward/FJO/LUN?theme=light&" + query);
        screen.painted();
        screen.page().locator(".status b").first().waitFor();
        screen.does("() => document.fonts.ready");
    }

    private double smallest(String selector) {
        return ((Number) screen.page()
                        .evaluate(
                                "(selector) => Math.min(...[...document.querySelectorAll(selector)].map(e => parseFloat(getComputedStyle(e).fontSize)))",
                                selector))
                .doubleValue();
    }
}
