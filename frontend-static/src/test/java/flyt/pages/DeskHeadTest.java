package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The head that a hospital's desk pages share: tabs to those pages beside it that one may open, and who looks. */
final class DeskHeadTest extends OnScreen {

    private static final String HOSPITAL = "/api/v1/hospitals/FJO";
    private static final String ALL = "\"requests\",\"forecast\",\"alerts\",\"past\",\"house\",\"capacity\"";
    private static final String BOXES = "() => [...document.querySelectorAll('.top .home, .top h1, .tabs a')]"
            + ".map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.width].map(Math.round).join()).join(' ')";

    @BeforeEach
    void answer() {
        looks("\"*\"", ALL);
        server.answers(
                HOSPITAL, "{\"id\":\"FJO\",\"name\":\"Fjordvik sykehus\",\"timeZone\":\"Europe/Oslo\",\"wards\":[]}");
        server.answers(HOSPITAL + "/clock", "{\"time\":\"2026-11-12T09:42:00Z\",\"rate\":1}");
        server.answers(HOSPITAL + "/thresholds", KnownLimits.TOLD);
        server.answers(
                HOSPITAL + "/alerts/log?from=2026-11-04T23%3A00%3A00.000Z&to=2026-11-12T23%3A00%3A00.000Z",
                "{\"entries\":[]}");
        server.answers(HOSPITAL + "/forecast/score", "{\"scores\":[]}");
    }

    @AfterEach
    void lookAway() {
        server.looks(null);
    }

    private static void looks(String wards, String views) {
        server.looks(PageServer.SOMEBODY
                .replace("\"wards\":\"*\"", "\"wards\":" + wards)
                .replace("\"ward.3\",\"house\",\"capacity\",\"definition\"", views));
    }

    private void open(String page, int width) {
        if (screen != null) {
            screen.close();
        }
        screen = new Screen(browser, width, 1080, snapshot(page), Golden.frame("beat"));
        screen.go(server, "/" + page + "/FJO?theme=light");
        screen.page().locator("who-am-i summary").waitFor();
        if (page.equals("placement")) {
            screen.page().waitForCondition(() -> screen.asked().size() == 2);
            screen.send(Golden.frame("snapshot-house"));
        }
        assertThat(screen.page().locator(".top h1 span").first()).hasText("Fjordvik sykehus");
    }

    private static String snapshot(String page) {
        return switch (page) {
            case "placement" -> Golden.text("/flyt/pages/requests.json");
            case "forecast" -> OnCapacity.FORECAST;
            case "house" -> Golden.frame("snapshot-house");
            case "alerts" ->
                "{\"type\":\"snapshot\",\"stream\":\"FJO/alerts/-\",\"seq\":48213,\"rows\":%s}"
                        .formatted(Golden.text("/flyt/protocol/golden/rows/alerts.json"));
            default -> Golden.frame("snapshot-capacity");
        };
    }

    /** To the pixel, which browsers round differently. */
    private void assertSamePlaces(Object places) {
        double[] before = numbers(places);
        assertThat(numbers(screen.ask(BOXES))).hasSameSizeAs(before).containsExactly(before, within(1.0));
    }

    private static double[] numbers(Object places) {
        return Stream.of(places.toString().split("[ ,]"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private Locator find(String selector) {
        return screen.page().locator(selector);
    }

    private Locator tab(String name) {
        return find(".tabs a").filter(new Locator.FilterOptions().setHasText(name));
    }

    private List<String> ways() {
        return find(".tabs a").all().stream()
                .map(tab -> tab.innerText().strip() + " " + tab.getAttribute("href"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "capacity, Nå, capacity",
        "placement, Venter på seng, placement",
        "forecast, Prognose, forecast",
        "alerts, Varsler, alerts",
        "alert-log, Oppsett, capacity",
    })
    void theSameTabsStandAtTheSamePlaceOnEachPage(String page, String here, String travels) {
        open("capacity", 1920);
        find(".tabs a").nth(5).waitFor();
        Object places = screen.ask(BOXES);
        open(page, 1920);
        find(".tabs a").nth(5).waitFor();
        assertThat(find(".tabs a:not([href])")).hasCount(0);
        assertSamePlaces(places);
        assertThat(find(".tabs [aria-current]")).hasText(new String[] {here});
        assertThat(ways())
                .containsExactly(
                        "Nå /capacity/FJO?theme=light",
                        "Venter på seng /placement/FJO?theme=light",
                        "Prognose /forecast/FJO?theme=light",
                        "Varsler /alerts/FJO?theme=light",
                        "Tidsreise /" + travels + "/FJO?theme=light&at=2026-11-12T09:41:00Z",
                        "Oppsett /alert-log/FJO?theme=light");
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void onlyWhatOneMayOpenIsThere() {
        looks("\"*\"", "\"forecast\",\"alerts\",\"house\",\"capacity\"");
        open("capacity", 1920);
        assertThat(find(".tabs a")).hasText(new String[] {"Nå", "Prognose", "Varsler", "Oppsett"});
        looks("[\"LUN\"]", "\"requests\",\"past\",\"house\"");
        open("house", 1920);
        assertThat(find(".tabs a")).hasText(new String[] {"Nå", "Tidsreise"});
        assertThat(tab("Nå")).hasAttribute("href", "/house/FJO?theme=light");
        looks("[\"LUN\"]", "\"requests\",\"house\"");
        open("house", 1920);
        assertThat(find(".tabs")).hasCount(0);
    }

    @Test
    void thePastIsEnteredFromATabAndCarriedToTheNextPage() {
        open("capacity", 1920);
        // what is left behind here is its socket, whose end Playwright cannot take: the next page is gone to, not
        // followed
        assertThat(tab("Tidsreise")).hasAttribute("href", "/capacity/FJO?theme=light&at=2026-11-12T09:41:00Z");
        screen.close();
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-capacity"), Golden.frame("beat"));
        screen.go(server, "/capacity/FJO?theme=light&at=2026-11-12T09:41:00Z");
        assertThat(find(".tabs [aria-current=true]")).hasText("Tidsreise");
        assertThat(tab("Da")).hasAttribute("href", "/capacity/FJO?theme=light&at=2026-11-12T09:42:00Z");
        assertThat(ways())
                .containsExactly(
                        "Da /capacity/FJO?theme=light&at=2026-11-12T09:42:00Z",
                        "Venter på seng /placement/FJO?theme=light&at=2026-11-12T09:42:00Z",
                        "Prognose /forecast/FJO?theme=light&at=2026-11-12T09:42:00Z",
                        "Varsler /alerts/FJO?theme=light&at=2026-11-12T09:42:00Z",
                        "Tidsreise /capacity/FJO?theme=light",
                        "Oppsett /alert-log/FJO?theme=light");
        // nobody answers here what was on the days around
        screen.complaints().clear();
    }

    @Test
    void aPageThatIsStillAwaitedHasItsTabsWhereTheyWillStand() {
        screen = new Screen(browser, 1920, 1080, "{}", "{}");
        screen.go(server, "/capacity/FJO?theme=light");
        find(".tabs a").nth(5).waitFor();
        Object places = screen.ask(BOXES);
        assertThat(find(".tabs a:not([href])")).hasText("Tidsreise");
        screen.send(Golden.frame("snapshot-capacity"));
        screen.send(Golden.frame("beat"));
        assertThat(find(".tabs a:not([href])")).hasCount(0);
        assertThat(find(".top h1 span").first()).hasText("Fjordvik sykehus");
        assertSamePlaces(places);
    }

    @Test
    void theBadgeOpensTheMenuByKeysAndSaysWhoLooks() {
        open("capacity", 1920);
        assertThat(find(".badge")).hasText("HL");
        find("who-am-i summary").focus();
        screen.page().keyboard().press("Enter");
        assertThat(find("who-am-i .whose")).hasText("Hanne LundeSengekoordinator");
        assertThat(Axe.faults(screen.page())).isEmpty();
        screen.page().keyboard().press("Escape");
        assertThat(find("who-am-i summary")).isFocused();
        assertThat(find("who-am-i .menu")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"1920, 40", "1366, 40", "390, 48"})
    void whatIsTouchedIsLargeEnoughAndAPhonesHeadLeavesRoomForTheRest(int width, int least) {
        open("capacity", width);
        find(".tabs a").nth(5).waitFor();
        assertThat(
                        screen.ask(
                                "() => Math.min(...[...document.querySelectorAll('.top a, .top summary, .top input')].map(e => Math.round(e.getBoundingClientRect().height)))"))
                .isEqualTo(least);
        assertThat((Integer)
                        screen.ask("() => Math.round(document.querySelector('.top').getBoundingClientRect().height)"))
                .isLessThanOrEqualTo(width == 1920 ? 80 : width == 1366 ? 130 : 200);
        assertThat(screen.ask("() => document.documentElement.scrollWidth")).isEqualTo(width);
    }

    @Test
    void onAPhoneTheTabThatIsOpenIsInView() {
        open("alert-log", 390);
        tab("Oppsett").waitFor();
        screen.page()
                .waitForFunction(
                        "() => { const box = document.querySelector('.tabs [aria-current]').getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; }");
    }
}
