package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page asks for and keeps: no more than its level, from nobody but its own server. */
final class PrivacyTest extends OnScreen {

    @AfterEach
    void somebodyAgain() {
        server.looks(null);
    }

    @Test
    void nobodyIsSentToSignInAndComesBack() {
        server.looks("{\"kind\":\"nobody\",\"demo\":false,\"may\":{\"views\":[],\"deeds\":[]}}");
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.1"), Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?tun=A");
        screen.page().waitForURL("**/sign-in?to=%2Fward%2FFJO%2FLUN%3Ftun%3DA");
        assertThat(screen.asked()).isEmpty();
    }

    @Test
    void aPageAsksForNoMoreThanWhoeverLooksMaySee() {
        server.looks(PageServer.SOMEBODY.replace("bed-manager", "cleaner").replace("ward.3", "ward.1"));
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.1"), Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?level=3");
        screen.painted();
        assertThat(screen.asked()).hasSize(1).first().asString().contains("\"level\":1");
        assertThat(screen.page().locator(".level").innerText()).contains("Bare seng");
    }

    @Test
    void whoTreatsThePatientsOfAWardSeesTheirNames() {
        server.looks(PageServer.SOMEBODY.replace("ward.3", "ward.4"));
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.3"), Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?theme=light");
        screen.painted();
        assertThat(screen.asked().get(1))
                .isEqualTo("{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"names\",\"scope\":\"LUN\"}");
        screen.send("{\"type\":\"snapshot\",\"stream\":\"FJO/names/LUN\",\"seq\":48213,\"rows\":"
                + Golden.text("/flyt/protocol/golden/rows/names.json") + "}");
        screen.page().locator(".full:has-text('Hansen, Kari')").waitFor();
        assertThat(screen.row("301").innerText()).contains("04.03.1952").doesNotContain("KH");
        assertThat(screen.row("302").innerText()).as("not named yet").contains("BO");
    }

    @Test
    void aWallThatMayShowLessAsksForLess() {
        screen = Screen.ward(browser, server, 1);
        assertThat(screen.asked())
                .containsExactly(
                        "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"ward\",\"scope\":\"LUN\",\"level\":1}");
        assertThat(screen.page().locator(".level").innerText()).contains("Bare seng");
    }

    @Test
    void anImpossibleLevelIsNone() {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.3"), Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?level=4");
        screen.painted();
        assertThat(screen.asked().get(0)).contains("\"level\":3");
    }

    @Test
    void atLevelOneABedSaysItsStateItsNurseAndNothingElse() {
        screen = Screen.ward(browser, server, 1);
        assertThat(screen.row("301").innerText().replaceAll("\\s+", " ")).isEqualTo("301 Opptatt Ingrid");
        assertThat(screen.row("303").innerText().replaceAll("\\s+", " ")).isEqualTo("303 Reservert Ledig og klar");
        assertThat(screen.page().locator(".panel").count()).isEqualTo(1);
        assertThat(screen.markup()).doesNotContain("1952", "NEWS2", "Utskrivningsvask", "data-glyph=\"lab");
    }

    @Test
    void atLevelTwoThereIsNoScoreNoLabAndNoReason() {
        screen = Screen.ward(browser, server, 2);
        assertThat(screen.markup()).contains("KH").doesNotContain("NEWS2", "Blodprøve", "Svar klart", "Pleietyngde");
    }

    @Test
    void aProtectedPatientIsOccupiedAndNothingElse() {
        String snapshot = Golden.frame("snapshot-ward.3")
                .replaceFirst(
                        "\"occupants\": \\[\\{\"stay\": \"V101\".*?}}}]", "\"occupants\": [{\"protected\": true}]");
        screen = new Screen(browser, 1920, 1080, snapshot, Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?level=3&theme=light");
        screen.painted();
        assertThat(screen.row("301").innerText().replaceAll("\\s+", " ").strip())
                .isEqualTo("301 Opptatt");
    }

    @Test
    void nothingIsStoredAndNoOtherHostIsAsked() {
        screen = Screen.ward(browser, server, 3);
        assertThat(screen.ask("() => [localStorage.length, sessionStorage.length, document.cookie].join()"))
                .isEqualTo("0,0,");
        assertThat(screen.requests())
                .hasSizeGreaterThan(7)
                .allMatch(address -> address.startsWith(server.address("/")));
    }

    @Test
    void aRefusedWardIsSaid() {
        screen = new Screen(browser, 1920, 1080, Golden.frame("refused"), Golden.frame("beat"));
        screen.go(server, "/ward/FJO/NOWHERE");
        screen.page().locator("h1:has-text('Fant ikke posten NOWHERE')").waitFor();
        assertThat(screen.page().locator("a").getAttribute("href")).isEqualTo("/");
    }
}
