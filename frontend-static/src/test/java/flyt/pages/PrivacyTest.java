package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a page asks for and keeps: no more than its level, from nobody but its own server. */
final class PrivacyTest extends OnScreen {

    @Test
    void aScreenThatNobodyVouchedForAsksForBedsOnly() {
        screen = Screen.ward(browser, server, 1);
        assertThat(screen.asked())
                .containsExactly(
                        "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"ward\",\"scope\":\"LUN\",\"level\":1}");
        assertThat(screen.page().locator(".level").innerText()).contains("Bare seng");
    }

    @Test
    void anImpossibleLevelIsBedsOnly() {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.1"), Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?level=4");
        screen.painted();
        assertThat(screen.asked().get(0)).contains("\"level\":1");
    }

    @Test
    void atLevelOneABedSaysItsStateItsNurseAndNothingElse() {
        screen = Screen.ward(browser, server, 1);
        assertThat(screen.row("301").innerText().replaceAll("\\s+", " ")).isEqualTo("301 Opptatt Ingrid");
        assertThat(screen.row("303").innerText().replaceAll("\\s+", " ")).isEqualTo("303 Reservert Ledig og klar");
        assertThat(screen.page().locator(".panel").count()).isEqualTo(1);
        assertThat(screen.page().content()).doesNotContain("1952", "NEWS2", "Utskrivningsvask", "data-glyph=\"lab");
    }

    @Test
    void atLevelTwoThereIsNoScoreNoLabAndNoReason() {
        screen = Screen.ward(browser, server, 2);
        assertThat(screen.page().content())
                .contains("KH")
                .doesNotContain("NEWS2", "Blodprøve", "Svar klart", "Pleietyngde");
    }

    @Test
    void aProtectedPatientIsOccupiedAndNothingElse() {
        String snapshot = Golden.frame("snapshot-ward.3")
                .replaceFirst(
                        "\"occupants\": \\[\\{\"initials\": \"KH\".*?}}}]", "\"occupants\": [{\"protected\": true}]");
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
                .hasSizeGreaterThan(20)
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
