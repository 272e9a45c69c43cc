package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures about work: in words, drawn and as a table, and nothing behind which fewer than five people stand. */
final class FigurePageTest extends OnScreen {

    private final List<Map<String, String>> asked = new ArrayList<>();

    @BeforeAll
    static void answer() {
        FigureSheets.ANSWERS.forEach(server::answers);
        server.looks(FigureSheets.LEADER);
    }

    @AfterAll
    static void forget() {
        server.looks(null);
    }

    @ParameterizedTest
    @CsvSource({"light, 1920", "dark, 1920", "light, 1280", "dark, 1280", "light, 390"})
    void axeHasNothingAgainstIt(String theme, int width) {
        open("theme=" + theme, width);
        screen.page().locator(".numbers summary").first().click();
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void theFigureIsSaidInTheWordsOfTheGuide() {
        open("", 1920);
        assertThat(text(".hero")).contains("Median 22 min, 9 av 10 innen 55", "510 av 520 oppdrag er ferdige");
        assertThat(text(".hero .before")).isEqualTo("Før: median 57, 9 av 10 innen 143 ↘ 35 min kortere");
        assertThat(text(".live")).contains("Siste time", "18 min", "9 av 10 innen 41 · 11 oppdrag", "oppdatert 10:42");
    }

    @Test
    void theTableBesideAChartHasTheNumbersThatAreDrawn() {
        open("", 1920);
        for (Locator dot : screen.page().locator("#wait .dot").all()) {
            List<String> cells = row(0, dot.getAttribute("data-hour"));
            assertThat(cells.get(1)).isEqualTo(dot.getAttribute("data-median"));
            assertThat(cells.get(2)).isEqualTo(dot.getAttribute("data-p90"));
        }
        for (Locator bar : screen.page().locator("#load .bar").all()) {
            assertThat(row(1, bar.getAttribute("data-hour")).get(0)).isEqualTo(bar.getAttribute("data-requests"));
        }
        assertThat(screen.page().locator("#wait .dot").count()).isEqualTo(16);
        assertThat(screen.page().locator("#load .bar").count()).isEqualTo(24);
    }

    @Test
    void behindFewerThanFiveNothingIsDrawnAndTheTableSaysSo() {
        open("", 1920);
        assertThat(hours("#wait .hidden")).containsExactly("0", "1", "2", "3", "4", "5", "6", "23");
        assertThat(hours("#wait .dot")).doesNotContain("0", "3", "23");
        assertThat(row(0, "3")).containsExactly("1", "færre enn 5", "færre enn 5", "færre enn 5");
        assertThat(row(1, "3")).containsExactly("0,1", "færre enn 5");
        screen.page().getByRole(AriaRole.BUTTON, button("Sone")).click();
        Locator zone = screen.page().locator("[data-group='R4']");
        zone.waitFor();
        assertThat(plain(zone.innerText())).isEqualTo("Renhold 4 74 74 færre enn 5");
        assertThat(zone.locator("circle").count()).isZero();
    }

    @Test
    void bothPeriodsStandSideBySide() {
        open("", 1920);
        assertThat(plain(screen.page().locator("[data-group='1']").innerText()))
                .isEqualTo("Mandag 83 83 5 12 8 20 23 60 55 144");
        screen.page().getByRole(AriaRole.BUTTON, button("Ingen")).click();
        screen.page().locator(".comparison:not(.both)").waitFor();
        assertThat(plain(screen.page().locator("[data-group='1']").innerText())).isEqualTo("Mandag 83 5 8 23 55");
        assertThat(screen.page().locator(".before").allInnerTexts()).containsExactly("Til ferdig, oppdatert 10:42");
    }

    @Test
    void whatIsChosenIsAskedForAndStandsInTheAddress() {
        open("", 1920);
        assertThat(asked)
                .contains(Map.of(
                        "team",
                        "cleaning",
                        "by",
                        "hour",
                        "from",
                        "2026-11-05T09:42:00.000Z",
                        "to",
                        "2026-11-12T09:42:00.000Z"));
        asked.clear();
        screen.page().getByRole(AriaRole.BUTTON, button("Portører")).click();
        screen.page().getByRole(AriaRole.BUTTON, button("I dag")).click();
        screen.page().waitForCondition(() -> asked.stream()
                .anyMatch(one -> one.equals(Map.of(
                        "team",
                        "porters",
                        "by",
                        "hour",
                        "from",
                        "2026-11-11T23:00:00.000Z",
                        "to",
                        "2026-11-12T09:42:00.000Z"))));
        screen.page().waitForCondition(() -> asked.stream()
                .anyMatch(one -> one.equals(Map.of(
                        "team",
                        "porters",
                        "by",
                        "hour",
                        "from",
                        "2026-11-10T23:00:00.000Z",
                        "to",
                        "2026-11-11T09:42:00.000Z"))));
        assertThat(screen.page().url()).contains("team=porters", "period=today");
    }

    @Test
    void aPeriodOfOnesOwnHasItsLastDayAndAsksForNothingThatIsNone() {
        open("period=own&from=2026-10-19&to=2026-10-25&before=none", 1920);
        assertThat(asked)
                .contains(Map.of(
                        "team",
                        "cleaning",
                        "by",
                        "hour",
                        "from",
                        "2026-10-18T22:00:00.000Z",
                        "to",
                        "2026-10-25T23:00:00.000Z"));
        asked.clear();
        screen.page().getByLabel("Periode: Til og med").fill("2026-10-01");
        screen.page().locator("[role=alert]:has-text('høyst 366 dager')").waitFor();
        assertThat(asked).as("but for the last hour").allMatch(one -> one.containsKey("counted"));
    }

    @Test
    void theFileIsOfWhatIsShown() {
        open("by=kind&zone=R2&team=porters", 1920);
        Map<String, String> file =
                FigureSheets.query(server.address(screen.page().locator(".csv").getAttribute("href")));
        assertThat(file)
                .containsEntry("format", "csv")
                .containsEntry("by", "kind")
                .containsEntry("zone", "R2")
                .containsEntry("team", "porters");
    }

    @Test
    void withoutTasksItSaysWhatIsMissing() {
        open("", 1280, address -> FigureSheets.veiled(0), ".empty");
        assertThat(text(".empty"))
                .isEqualTo("For lite historikk Ingen oppdrag for renhold i perioden. Tallene regnes ut av"
                        + " oppdragene i journalen. De vises så snart det første er bestilt.");
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void whereAllIsDoneByFourPeopleItSaysThatAndShowsNothing() {
        open("", 1280, address -> FigureSheets.veiled(20), ".missing");
        assertThat(text(".hero")).contains("færre enn 5", "Færre enn 5 personer står bak");
        assertThat(text(".missing")).contains("For lite historikk", "Færre enn 5 personer står bak hver time");
        assertThat(screen.page().locator("#wait").count()).isZero();
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void theHourUnderThePointerIsReadOut() {
        open("", 1920);
        assertThat(text(".panel >> nth=0 >> .readout")).startsWith("Lengst kl. 12–13: median 42 min");
        screen.page().locator("#wait .dot[data-hour='9']").hover();
        assertThat(text(".panel >> nth=0 >> .readout"))
                .isEqualTo("kl. 09–10: median 21 min, 9 av 10 innen 49, 24 oppdrag");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1280, 1920})
    void nothingScrollsSidewaysButTheTable(int width) {
        open("", width);
        assertThat(screen.ask("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void itSpeaksEnglishToo() {
        open("lang=en&by=kind", 1920);
        assertThat(text(".hero")).contains("Median 22 min, 9 of 10 within 55");
        assertThat(plain(screen.page().locator("[data-group='clean-spill']").innerText()))
                .startsWith("Spill 28 28 fewer than 5");
    }

    @Test
    void whoMayNotIsTold() {
        screen = new Screen(browser, 1280, 900, "{}", "{}");
        server.refuses("/api/v1/hospitals/KAL", 403, "not-your-role", "");
        server.answers("/api/v1/hospitals/KAL/clock", FigureSheets.ANSWERS.get("/api/v1/hospitals/FJO/clock"));
        screen.go(server, "/figures/KAL");
        screen.page()
                .locator("[role=alert]:has-text('Rollen din gir ikke tilgang')")
                .waitFor();
        assertThat(screen.page().locator(".tiles").count()).isZero();
        assertThat(screen.complaints()).allMatch(said -> said.startsWith("Failed to load resource"));
        screen.complaints().clear();
    }

    @Test
    void theLastHourIsAskedForEveryMinute() {
        screen = new Screen(browser, 1280, 900, "{}", "{}");
        screen.page().clock().install();
        answering(FigureSheets::answer);
        screen.go(server, "/figures/FJO");
        screen.page().locator(".live b").waitFor();
        asked.clear();
        screen.page().clock().runFor(61_000);
        screen.page()
                .waitForCondition(() -> asked.contains(Map.of(
                        "team",
                        "cleaning",
                        "by",
                        "none",
                        "counted",
                        "done",
                        "from",
                        "2026-11-12T08:42:07.000Z",
                        "to",
                        FigureSheets.NOW.replace("07Z", "07.000Z"))));
        assertThat(asked).hasSize(1);
    }

    private void open(String query, int width) {
        open(query, width, FigureSheets::answer, ".comparison");
    }

    private void open(String query, int width, UnaryOperator<String> answers, String until) {
        screen = new Screen(browser, width, 1080, "{}", "{}");
        answering(answers);
        screen.go(server, "/figures/FJO" + (query.isEmpty() ? "" : "?" + query));
        screen.page().locator(until).first().waitFor();
        screen.page().evaluate("() => document.fonts.ready");
    }

    private void answering(UnaryOperator<String> answers) {
        screen.page().route("**/figures/tasks?*", route -> {
            asked.add(FigureSheets.query(route.request().url()));
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("application/json")
                    .setBody(answers.apply(route.request().url())));
        });
    }

    private List<String> row(int chart, String hour) {
        return screen.page()
                .locator(".numbers")
                .nth(chart)
                .locator("[data-hour='" + hour + "'] td")
                .allTextContents();
    }

    private List<String> hours(String drawn) {
        return screen.page().locator(drawn).all().stream()
                .map(one -> one.getAttribute("data-hour"))
                .toList();
    }

    private String text(String selector) {
        return plain(screen.page().locator(selector).first().innerText());
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ").strip();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
