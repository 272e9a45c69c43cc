package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bed manager's page: every bed as a cell in its place, the figures with their definitions, the keyboard. */
final class CapacityPageTest extends OnScreen {

    private static final String PLACES = "() => [...document.querySelectorAll('flyt-ward-beds, .figures li')]"
            + ".map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.width, b.height].join())";

    /** Made at 10:40 for 27 beds: 24 patients expected at each hour, in half of the cases 23 to 25, in nine of ten 22 to 26. */
    private static final String FORECAST = forecast();

    private static String forecast() {
        JsonObject spreads = new JsonObject();
        for (List<?> each : List.of(
                List.of("mean", 24),
                List.of("low50", 23),
                List.of("high50", 25),
                List.of("low90", 22),
                List.of("high90", 26))) {
            JsonArray hours = new JsonArray();
            for (int hour = 0; hour < 48; hour++) {
                hours.add((Integer) each.get(1));
            }
            spreads.add((String) each.get(0), hours);
        }
        return """
                {"type":"snapshot","stream":"FJO/forecast/-","seq":48213,"rows":[{"key":"forecast/LUN","kind":"forecast","ward":"LUN","name":"Lunge",
                 "order":2,"timeZone":"Europe/Oslo","madeAt":"2026-11-12T09:40:00Z","learnedHours":700,"now":{"patients":23,"open":27,"ready":1},
                 "past":[],"expected":{"patients":%s}}]}"""
                .formatted(spreads);
    }

    @BeforeAll
    static void aBedManagerLooks() {
        server.looks(PageServer.SOMEBODY);
    }

    @AfterAll
    static void nobodyDoes() {
        server.looks(null);
    }

    private void open(String query, int width, String beat) {
        screen = new Screen(browser, width, 1080, Golden.frame("snapshot-capacity"), Golden.frame(beat));
        screen.go(server, "/capacity/FJO?" + query);
        screen.page().locator("flyt-ward-beds .tile").first().waitFor();
    }

    private void open() {
        open("theme=light", 1920, "beat");
    }

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
    void aBedIsToldByShapeAndWordAndAShareByWhatItIsOf() {
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

        assertThat(figure(0))
                .isEqualTo(
                        "Belegg nå 91 % 374 på 410 åpne senger har seng nå, delt på åpne senger · 4 til observasjon, telt for seg");
        assertThat(figure(1))
                .isEqualTo("Belegg om 4 timer 94 % 374 + 28 inn − 17 ut det som er avtalt, delt på åpne senger");
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
                .hasText("LUN · 305 er reservert til EB 1946.");
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
                .hasText("LUN · 317² er reservert til EB 1946.");
        assertThat(told(screen, "POST /api/v1/hospitals/FJO/commands", 1))
                .singleElement()
                .asString()
                .contains("\"bed\":\"LUN-317-2\",\"request\":\"R-1\"");
        assertThat(Axe.faults(screen.page())).isEmpty();
        server.looks(PageServer.SOMEBODY);
    }

    @Test
    void occupancyIsToldByFiveDefinitionsAndWhatIsNotKnownIsNotGuessed() {
        server.looks(PageServer.SOMEBODY.replace("\"views\":[", "\"views\":[\"figures\","));
        days("2026-11-11", 1, "{\"definition\":\"oecd\",\"above\":374,\"below\":418}");
        days("2026-11-01", 3, "{\"definition\":\"oecd\",\"above\":1240,\"below\":1200}");
        days("2025-11-12", 0, "{\"definition\":\"oecd\",\"above\":0,\"below\":0}");
        open();
        screen.page().locator(".by-definition summary").click();
        screen.page().locator(".by-definition .wards").waitFor();
        assertThat(said(".definitions tbody"))
                .isEqualTo("Belegg nå har seng nå, delt på åpne senger Nå 91 % 374/410"
                        + " Belegg om 4 timer det som er avtalt, delt på åpne senger Nå 94 % 385/410"
                        + " Midnattsbelegg pasienter i huset kl. 24, delt på åpne senger. Pasienter på permisjon er ikke med"
                        + " I går 90 % 370/410 Måneden til og med i går 90 % 370/410 Siste 365 døgn – 0/0"
                        + " Statistisk belegg (SSB) liggedøgn, delt på senger ganger døgn de var åpne. Permisjon er med"
                        + " I går 91 % 374/410 Måneden til og med i går 91 % 374/410 Siste 365 døgn – 0/0"
                        + " Belegg etter OECD liggedøgn, delt på disponible senger ganger alle døgn, også når posten er stengt"
                        + " I går 89 % 374/418 Måneden til og med i går 103 % 1240/1200 Siste 365 døgn – 0/0");
        assertThat(screen.page().locator(".definitions .over").count()).isEqualTo(1);
        assertThat(said(".by-definition .nights li"))
                .startsWith("I går 1 av 1 døgn er talt Last ned CSV")
                .contains("Måneden til og med i går 3 av 11 døgn er talt, 2 av dem for sent")
                .contains("Siste 365 døgn 0 av 365 døgn er talt");
        assertThat(said(".wards tbody tr")).isEqualTo("Lunge For få For få For få");
        assertThat(said(".who li"))
                .isEqualTo(
                        "Telt for seg: pasienter til observasjon. Ikke med: nyfødte hos mor, dagpasienter. Sengen deres er likevel"
                                + " opptatt. Av dem som deler seng med vilje, telles én.");
        assertThat(said(".apart li"))
                .isEqualTo(
                        "Akuttmottak 24 Hjemmesykehus For få Til observasjon 11 Senger 1254 Stengt: bemanning 21 Fra andre poster 62");
        assertThat(screen.page().locator(".by-definition .csv").first().getAttribute("href"))
                .isEqualTo("/api/v1/hospitals/FJO/occupancy?from=2026-11-11&to=2026-11-11&format=csv");
        assertThat(Axe.faults(screen.page())).isEmpty();
        server.looks(PageServer.SOMEBODY);
    }

    @Test
    void whoIsCountedApartStandsBesideTheOccupancyAndEachPartSaysHowItsBedsAre() {
        open();
        assertThat(said("flyt-ward-beds[data-key='ward/LUN'] .name"))
                .isEqualTo("Lunge 1 fra andre poster her · 2 av våre ligger andre steder");
        screen.page().locator(".departments summary").click();
        screen.page().locator(".parts .cluster").first().waitFor();
        assertThat(said(".parts dt.house")).isEqualTo("Fjordvik sykehus 91 % nå · 94 % om 4 timer");
        assertThat(said(".parts dd.house")).startsWith("418 senger, 410 åpne · 8 stengt (bemanning 7, smitte 1)");
        assertThat(screen.page().locator(".parts dt.department").count()).isEqualTo(rowsOfHouse("departments"));
        assertThat(screen.page().locator(".parts dt.ward").count()).isEqualTo(18);
        assertThat(plain(screen.page().locator(".parts dd.ward").nth(2).innerText()))
                .isEqualTo("27 senger, 27 åpne · 2 reservert · 1 til vask · 3 isolert · 1 fra andre poster her"
                        + " · 2 av våre ligger andre steder · ansvar for 24");
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    private static int rowsOfHouse(String list) {
        return Golden.frameObject("snapshot-capacity")
                .getAsJsonArray("rows")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray(list)
                .size();
    }

    /** The answer for the days from this one up to 11 November, of which two nights were counted late where there are as many. */
    private static void days(String from, int counted, String oecd) {
        long days = ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse("2026-11-12"));
        server.answers(
                "/api/v1/hospitals/FJO/occupancy?from=" + from + "&to=2026-11-11",
                """
                {"from":"%s","to":"2026-11-11","days":%d,"counted":%d,"detailed":%d,"late":%d,"lines":[
                  {"part":"hospital","id":"FJO","name":"Fjordvik sykehus","figures":{"beds":1254,"closed-staffing":21,"outliers-in":62},"shares":[{"definition":"midnight","above":370,"below":410},
                    {"definition":"statistical","above":374,"below":410},%s]},
                  {"part":"ward","id":"LUN","name":"Lunge","figures":{},"shares":null}],
                 "apart":[{"what":"outside","ward":"AKM","name":"Akuttmottak","nights":24},{"what":"at-home","ward":null,"name":null,"nights":null},
                         {"what":"day-patients","ward":null,"name":null,"nights":7},{"what":"observation","ward":null,"name":null,"nights":11}]}"""
                        .formatted(from, days, counted, counted, counted == 3 ? 2 : 0, oecd));
    }

    /** All of this, as one reads it. */
    private String said(String of) {
        return plain(String.join(" ", screen.page().locator(of).allInnerTexts()));
    }

    @ParameterizedTest
    @CsvSource({"theme=light, 1920, beat", "theme=dark, 1920, beat-feed-silent", "theme=light&lang=en, 390, beat"})
    void axeFindsNoFault(String query, int width, String beat) {
        open(query, width, beat);
        screen.page().keyboard().press("?");
        screen.page().locator(".keys").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void thePageDoesNotScrollSideways() {
        open("theme=light", 1920, "beat");
        for (int width : new int[] {1920, 1440, 1280, 390, 320}) {
            screen.page().setViewportSize(width, 900);
            assertThat(screen.ask("() => document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @Test
    void aLostLinkIsSaidAndNothingMoves() {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-capacity"), Golden.frame("beat"));
        screen.page().clock().install();
        screen.go(server, "/capacity/FJO?theme=light");
        screen.page().locator(".tile").first().waitFor();
        Object before = screen.ask(PLACES);
        screen.cut();
        screen.page().clock().fastForward(40_000);
        screen.page().locator(".capacity.stale .status.warn").waitFor();
        screen.page().clock().resume();
        assertThat(plain(screen.page().locator(".status.warn").innerText()))
                .isEqualToIgnoringCase("Ikke oppdatert siden 10:42");
        assertThat(screen.ask(PLACES)).isEqualTo(before);
        assertThat(Axe.faults(screen.page())).isEmpty();
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

    private static long rows(String kind) {
        return Golden.frameObject("snapshot-capacity").getAsJsonArray("rows").asList().stream()
                .filter(row -> row.getAsJsonObject().get("kind").getAsString().equals(kind))
                .count();
    }

    /** The first open-ward bed of which a field reads so. */
    private static JsonObject bed(String field, String value) {
        for (JsonElement each : Golden.frameObject("snapshot-capacity").getAsJsonArray("rows")) {
            JsonObject row = each.getAsJsonObject();
            if (row.get("kind").getAsString().equals("bed")
                    && row.get(field).getAsString().equals(value)
                    && (field.equals("class") || row.get("class").getAsString().equals("open"))) {
                return row;
            }
        }
        throw new IllegalArgumentException(field + " " + value);
    }

    private static JsonObject inOrder(String ward, int order) {
        for (JsonElement each : Golden.frameObject("snapshot-capacity").getAsJsonArray("rows")) {
            JsonObject row = each.getAsJsonObject();
            if (row.get("kind").getAsString().equals("bed")
                    && row.get("ward").getAsString().equals(ward)
                    && row.get("order").getAsInt() == order) {
                return row;
            }
        }
        throw new IllegalArgumentException(ward + " " + order);
    }

    private static String update(int prev, int seq, JsonObject row) {
        return Golden.update(prev, seq, row).replace("FJO/ward.3/LUN", "FJO/capacity/-");
    }

    private Locator tile(JsonObject bed) {
        return screen.page().locator("[data-bed='" + bed.get("bed").getAsString() + "']");
    }

    private String label(JsonObject bed) {
        return tile(bed).getAttribute("aria-label");
    }

    private String shape(JsonObject bed) {
        return tile(bed).getAttribute("data-state");
    }

    private void assertFocused(JsonObject bed) {
        PlaywrightAssertions.assertThat(tile(bed)).isFocused();
    }

    private String figure(int place) {
        return plain(screen.page().locator(".figures li").nth(place).innerText());
    }

    private String line(String ward) {
        return plain(screen.page().locator("[data-key='ward/" + ward + "']").innerText());
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }
}
