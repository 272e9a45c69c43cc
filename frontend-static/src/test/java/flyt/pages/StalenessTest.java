package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Old data look old: a lost link, a silent feed, a journal away. The clock of the page is a fake one. */
final class StalenessTest extends OnScreen {

    @Test
    void aLivingLinkSaysSoWithTheTimeOfTheLastMessage() {
        open(3);
        assertThat(header()).contains("Direkte").contains("10:42:07");
    }

    @Test
    void afterTenSecondsWithoutABeatItIsConnecting() {
        open(3);
        screen.cut();
        screen.page().clock().runFor(11_000);
        assertThat(header()).contains("Kobler til …").doesNotContain("Direkte");
    }

    @Test
    void afterThirtySecondsTheBannerTakesTheHeaderAndRunningClocksStop() {
        open(3);
        assertThat(main()).contains("Pågår 12 min");
        screen.cut();
        screen.page().clock().runFor(31_000);
        assertThat(header())
                .contains("Lunge, tun A og B · ikke oppdatert siden 10:42", "Ikke stol på tavlen etter 10:52");
        assertThat(main()).contains("Startet 10:30").doesNotContain("Pågår 12 min");
        assertThat(screen.page().locator(".wall.stale").count()).isEqualTo(1);
    }

    @Test
    void afterTenMinutesAClosedRoomKeepsItsDataUnderAWarning() {
        open(3);
        screen.cut();
        screen.page().clock().fastForward(600_000);
        screen.page().clock().runFor(1_100);
        assertThat(header()).contains("Ikke stol på tavlen");
        assertThat(main()).contains("KH");
    }

    @Test
    void afterHalfAnHourAHalfClosedScreenHasBedNumbersOnly() {
        open(2);
        assertThat(main()).contains("KH");
        screen.cut();
        screen.page().clock().fastForward(1_799_000);
        screen.page().clock().runFor(500);
        assertThat(main()).contains("KH");
        screen.page().clock().runFor(2_000);
        assertThat(screen.markup())
                .contains("301")
                .doesNotContain("KH", "1952", "Ingrid", "Aas", "Hjerte", "Nevrologi", "Marit", "Akuttmottak");
        assertThat(screen.page().locator("flyt-bed-row").count()).isEqualTo(18);
    }

    @Test
    void theBannerGoesWithTheFirstMessageAndNoRowIsMissing() {
        open(3);
        screen.cut();
        screen.page().clock().runFor(40_000);
        assertThat(screen.page().locator(".banner").count()).isEqualTo(1);
        screen.mend();
        for (int second = 0; second < 22; second++) {
            screen.page().clock().runFor(1_000);
        }
        screen.page().locator(".status.live").waitFor();
        assertThat(screen.page().locator(".banner").count()).isZero();
        assertThat(screen.page().locator("flyt-bed-row").count()).isEqualTo(18);
    }

    @Test
    void theClockIsTheHospitalsAndRunsAtItsRate() {
        String fast = Golden.frame("beat").replace("\"rate\": 1,", "\"rate\": 60,");
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.3"), fast);
        screen.page().clock().install();
        screen.go(server, "/ward/FJO/LUN?level=3&theme=light");
        screen.painted();
        screen.page().clock().runFor(5_000);
        assertThat(screen.page().locator(".clock b").innerText()).isBetween("10:46", "10:49");
        assertThat(screen.page().locator(".strip").innerText())
                .isEqualTo("Dette er testdata. Ingen av personene finnes. · 60× tid");
    }

    @Test
    void aSilentFeedMarksItsValuesAndNoOthersAndNothingMoves() {
        open(3);
        Object before = boxes();
        screen.send(Golden.frame("beat-feed-silent"));
        screen.page().locator(".status.warn").waitFor();
        assertThat(header()).contains("PAS stille siden 09:58").doesNotContain("Direkte");
        assertThat(marked("patient")).isEqualTo(14);
        assertThat(marked("discharge")).isEqualTo(14);
        assertThat(marked("ews") + marked("staff") + marked("lab") + marked("isolation") + marked("care-weight"))
                .isZero();
        assertThat(screen.page()
                        .locator(".heads .patient .old, .heads .discharge .old")
                        .count())
                .isEqualTo(4);
        assertThat(screen.page().locator(".heads .old").count()).isEqualTo(4);
        assertThat(screen.page()
                        .locator(".panel-incoming h2 svg, .panel-task h2 svg")
                        .count())
                .isEqualTo(1);
        assertThat(boxes()).isEqualTo(before);
        screen.send(Golden.frame("beat"));
        screen.page().locator(".status.live").waitFor();
        assertThat(screen.page().locator("flyt-bed-row .old").count()).isZero();
    }

    @Test
    void aFeedThatCarriesNothingHereDoesNotDisturb() {
        open(1);
        screen.send(Golden.frame("beat-feed-silent"));
        screen.page().clock().runFor(1_100);
        assertThat(header()).contains("Direkte");
    }

    @Test
    void aJournalThatDoesNotAnswerIsSaidWithTheTimeItBegan() {
        open(3);
        screen.send(Golden.frame("beat-journal-away"));
        screen.send(Golden.frame("beat-journal-away").replace("09:42:12", "09:44:12"));
        screen.page().locator(".status.warn").waitFor();
        screen.page().clock().runFor(1_100);
        assertThat(header())
                .contains("Lagringen svarer ikke", "Tavlen oppdateres ikke siden 10:42")
                .doesNotContain("Direkte");
    }

    private void open(int level) {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward." + level), Golden.frame("beat"));
        screen.page().clock().install();
        screen.go(server, "/ward/FJO/LUN?theme=light&level=" + level);
        screen.painted();
    }

    private String header() {
        return screen.page().locator("header").innerText();
    }

    private String main() {
        return screen.page().locator("main").innerText();
    }

    private int marked(String column) {
        return screen.page()
                .locator("flyt-bed-row [data-cell=" + column + "] > .old")
                .count();
    }

    private Object boxes() {
        return screen.ask(
                "() => [...document.querySelectorAll('flyt-bed-row, flyt-bed-row .cell, .count, .panel, .clock, .level')]"
                        + ".map(line => { const b = line.getBoundingClientRect(); return [b.x, b.y, b.width, b.height].join(); })");
    }
}
