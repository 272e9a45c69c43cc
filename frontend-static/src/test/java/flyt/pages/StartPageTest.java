package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start page: every ward within reach, no screen with more beds than can be read, the speed of a demo. */
final class StartPageTest extends OnScreen {

    /** What a server with one driven hospital answers, by path. */
    static final Map<String, String> ANSWERS = Map.of(
            "/api/v1/hospitals",
            """
            {"hospitals":[{"id":"FJO","name":"Fjordvik sykehus","synthetic":true,"clock":"driven","wards":[
              {"id":"HJE","name":"Hjerte","kind":"inpatient","clusters":[
                {"id":"A","name":"Tun A","beds":9},{"id":"B","name":"Tun B","beds":9},
                {"id":"C","name":"Tun C","beds":9},{"id":"D","name":"Tun D","beds":9}]},
              {"id":"LUN","name":"Lunge","kind":"inpatient","clusters":[
                {"id":"A","name":"Tun A","beds":9},{"id":"B","name":"Tun B","beds":9},{"id":"C","name":"Tun C","beds":9}]},
              {"id":"GYN","name":"Gynekologi","kind":"inpatient","clusters":[{"id":"A","name":"Tun A","beds":9}]},
              {"id":"AKM","name":"Akuttmottak","kind":"emergency","clusters":[
                {"id":"A","name":"Sone A","beds":16},{"id":"B","name":"Sone B","beds":16},{"id":"R","name":"Akuttrom","beds":4}]}]}]}
            """,
            "/api/v1/hospitals/FJO/clock",
            "{\"time\":\"2026-11-12T09:42:07Z\",\"rate\":60}");

    @BeforeAll
    static void answer() {
        ANSWERS.forEach(server::answers);
    }

    @BeforeEach
    void open() {
        screen = new Screen(browser, 1440, 900, "{}", "{}");
        screen.go(server, "/");
        screen.page().locator(".ward-list li").first().waitFor();
    }

    @Test
    void aCleanerWhoHasJustComeInGoesOnToTheTasksAndOthersStay() {
        server.looks(PhoneQueue.CLEANER);
        screen.page().route("**/tasks", route -> route.fulfill(new Route.FulfillOptions().setBody("at work")));
        screen.page().navigate(server.address("/?signed-in"));
        screen.page().waitForURL(url -> url.endsWith("/tasks"));
        screen.page().navigate(server.address("/"));
        screen.page().locator(".ward-list").first().waitFor();
        server.looks(OnWork.COORDINATOR);
        screen.page().navigate(server.address("/?signed-in"));
        screen.page().locator(".ward-list li").first().waitFor();
        server.looks(null);
    }

    @Test
    void aWardOfFourClustersIsTwoScreens() {
        assertThat(linksOf("Hjerte")).containsExactly("/ward/FJO/HJE?tun=A,B&level=3", "/ward/FJO/HJE?tun=C,D&level=3");
    }

    @Test
    void clustersThatTogetherHaveMoreThanTwentyFourBedsAreNotJoined() {
        assertThat(linksOf("Akuttmottak"))
                .containsExactly("/ward/FJO/AKM?tun=A&level=3", "/ward/FJO/AKM?tun=B,R&level=3");
    }

    @Test
    void aWardOfOneScreenNeedsNoChoice() {
        assertThat(linksOf("Gynekologi")).containsExactly("/ward/FJO/GYN?level=3");
    }

    @Test
    void whatTheScreenMayShowIsChosenBeforeItIsOpened() {
        screen.page()
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Bare seng"))
                .click();
        assertThat(linksOf("Gynekologi")).containsExactly("/ward/FJO/GYN?level=1");
    }

    @Test
    void anyoneCanChangeTheSpeedOfADrivenHospital() {
        Locator pressed = screen.page().locator("flyt-clock-rate [aria-pressed=true]");
        assertThat(pressed.innerText()).contains("60");
        screen.page()
                .locator("flyt-clock-rate")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("300×"))
                .click();
        screen.page()
                .locator("flyt-clock-rate [aria-pressed=true]:has-text('300')")
                .waitFor();
        assertThat(told(screen, "PUT /api/v1/hospitals/FJO/clock {\"rate\":300}", 1))
                .hasSize(1);
    }

    @Test
    void whoeverLooksAfterTheWorkHasAWayToIt() {
        assertThat(screen.page().locator("a[href='/work/FJO']").count()).isZero();
        server.looks(PageServer.SOMEBODY.replace("\"house\"", "\"house\",\"queue\",\"crew\""));
        try {
            screen.go(server, "/");
            screen.page().locator("a[href='/work/FJO']").waitFor();
        } finally {
            server.looks(null);
        }
    }

    @Test
    void themeAndLanguageAreAddressesThatCanBeKept() {
        screen.go(server, "/?theme=dark&lang=en");
        screen.page().locator(".ward-list li").first().waitFor();
        assertThat(screen.ask("() => [document.documentElement.lang, document.documentElement.dataset.theme]"))
                .isEqualTo(List.of("en", "dark"));
        assertThat(linksOf("Gynekologi")).containsExactly("/ward/FJO/GYN?level=3&theme=dark&lang=en");
    }

    private List<String> linksOf(String ward) {
        return screen
                .page()
                .locator(".ward-list li")
                .filter(new Locator.FilterOptions().setHasText(ward))
                .locator("a")
                .all()
                .stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
