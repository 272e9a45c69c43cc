package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Time travel on the pages: the frame of what was, the player that moves it, and who it was for whoever says why. */
@NeedsBrowser
final class PastMomentTest extends OnScreen {
    private static final String WARD = "/ward/FJO/LUN?level=3&at=2026-11-12T08:15:00Z";
    private static final String SUBSCRIBED =
            "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"ward\",\"scope\":\"LUN\",\"level\":3,\"at\":\"%s\",\"rate\":%d%s}";

    @Test
    void aPastMomentHasItsFrameAndBandAndClaimsNothingLive() {
        open("snapshot-ward.3", WARD);
        screen.painted();
        assertThat(band()).contains("Tidsreise: torsdag 12. november 2026 kl. 09:15", "Ingenting kan endres.");
        assertThat(screen.page().locator("body").innerText()).doesNotContain("Direkte", "Kobler til");
        assertThat(screen.page().locator("flyt-bed-row").count()).isEqualTo(18);
        assertThat(screen.asked()).containsExactly(SUBSCRIBED.formatted("2026-11-12T08:15:00.000Z", 0, ""));
        assertThat(screen.page().locator(".to-now").getAttribute("href")).isEqualTo("/ward/FJO/LUN?level=3");
        assertThat(screen.page()
                        .locator("flyt-hand-sheet, wall-door, flyt-clock-rate")
                        .count())
                .as("nothing can be changed")
                .isZero();
        assertThat(screen.ask("() => getComputedStyle(document.body, '::after').borderLeftWidth"))
                .isEqualTo("8px");
        assertThat(screen.ask("() => { scrollTo(0, document.body.scrollHeight);"
                        + " const foot = document.querySelector('.wall > .strip').getBoundingClientRect().bottom;"
                        + " return foot <= document.querySelector('.past-strip').getBoundingClientRect().top; }"))
                .as("the foot of the board can be seen above the player")
                .isEqualTo(true);
        assertThat(screen.complaints()).isEmpty();
    }

    @Test
    void thePlayerLetsTimeGoOnAndStandStill() {
        open("snapshot-ward.3", WARD);
        screen.page().locator(".past-strip .play:not([disabled])").click();
        told("{\"type\":\"play\",\"rate\":60}");
        screen.send(beat("2026-11-12T08:45:00Z", 60));
        screen.page().locator(".past-band h2:has-text('kl. 09:45')").waitFor();
        assertThat(screen.page().url()).contains("rate=60").doesNotContain("reason");
        screen.page().locator(".past-strip .rate").click();
        told("{\"type\":\"play\",\"rate\":300}");
        screen.send(beat("2026-11-12T08:50:00Z", 300));
        screen.page().locator(".past-strip [aria-label='Pause']").click();
        told("{\"type\":\"play\",\"rate\":0}");
        assertThat(screen.complaints()).isEmpty();
    }

    @Test
    void keysMoveByAMinuteAndAnHourAndMarksAreJumpedTo() {
        open("snapshot-ward.3", WARD);
        screen.page().locator(".past-strip .curve").waitFor();
        screen.page().keyboard().press("ArrowLeft");
        told(SUBSCRIBED.formatted("2026-11-12T08:14:00.000Z", 0, ""));
        screen.page().keyboard().press("Shift+ArrowRight");
        told(SUBSCRIBED.formatted("2026-11-12T09:15:00.000Z", 0, ""));
        screen.page()
                .locator("[aria-label='Gå til: Morgentelling tor. 12. nov. 07:00']")
                .click();
        told(SUBSCRIBED.formatted("2026-11-12T06:00:00.000Z", 0, ""));
        screen.page().locator("[aria-label^='Gå til: Beredskapsnivå hevet']").click();
        told(SUBSCRIBED.formatted("2026-11-12T11:30:00.000Z", 0, ""));
        screen.send(beat("2026-11-12T11:30:00Z", 0));
        screen.page().locator("[aria-label^='Gå til: Høyeste belegg']").click();
        told(SUBSCRIBED.formatted("2026-11-12T13:30:00.000Z", 0, ""));
        assertThat(screen.page().url()).endsWith("/ward/FJO/LUN?level=3&at=2026-11-12T13:30:00Z");
        // the page is not left: Playwright cannot take the end of a socket that goes with its page
        screen.page().route("**/ward/**", route -> route.abort("aborted"));
        screen.page().keyboard().press("t");
        screen.page().waitForCondition(() -> screen.requests().contains(server.address("/ward/FJO/LUN?level=3")));
        assertThat(screen.complaints()).isEmpty();
    }

    @Test
    void aReasonShowsWhoItWasAndIsInNoAddress() {
        server.looks(People.NURSE);
        try {
            open("snapshot-ward.3", WARD);
            screen.page().locator(".who-was-it").click();
            screen.page().keyboard().press("Enter");
            screen.page().keyboard().type("Avvik på natt: fall");
            screen.page().keyboard().press("Enter");
            told(SUBSCRIBED.formatted("2026-11-12T08:15:00.000Z", 0, ",\"reason\":\"Avvik på natt: fall\""));
            screen.page()
                    .locator(".remembered:has-text('Innsynet er loggført med grunn: Avvik på natt: fall')")
                    .waitFor();
            screen.page().keyboard().press("ArrowLeft");
            told(SUBSCRIBED.formatted("2026-11-12T08:14:00.000Z", 0, ",\"reason\":\"Avvik på natt: fall\""));
            assertThat(screen.page().url()).doesNotContain("Avvik").doesNotContain("reason");
            screen.send(
                    "{\"type\":\"refused\",\"stream\":\"FJO/ward.3/LUN\",\"reason\":\"reason-lapsed\",\"title\":\"…\"}");
            told(SUBSCRIBED.formatted("2026-11-12T08:15:00.000Z", 0, ""));
            screen.page().locator(".who-was-it").waitFor();
            assertThat(screen.complaints()).isEmpty();
        } finally {
            server.looks(null);
        }
    }

    @Test
    void whoMayNotLookBackOnNamesIsNotAsked() {
        server.looks(PageServer.SOMEBODY);
        try {
            open("snapshot-ward.3", WARD);
            screen.page().locator(".past-strip .curve").waitFor();
            assertThat(screen.page().locator(".who-was-it").count()).isZero();
        } finally {
            server.looks(null);
        }
    }

    @Test
    void theHouseIsToldInThePastTense() {
        open("snapshot-house", "/house/FJO?at=2026-11-12T08:15:00Z&rate=60");
        screen.page().locator("flyt-ward-line").first().waitFor();
        assertThat(screen.page().locator(".tiles").innerText())
                .contains("Belegg da")
                .doesNotContain("Belegg nå");
        assertThat(screen.asked())
                .containsExactly("{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"house\",\"scope\":\"-\","
                        + "\"at\":\"2026-11-12T08:15:00.000Z\",\"rate\":60}");
        assertThat(screen.page().locator("flyt-clock-rate").count())
                .as("nothing can be changed")
                .isZero();
        assertThat(screen.complaints()).isEmpty();
    }

    private void open(String snapshot, String path) {
        for (String[] day : new String[][] {
            {"2026-11-11T22:00:00.000Z", "2026-11-10T23:00:00Z", "2026-11-11T23:00:00Z", ""},
            {
                "2026-11-12T08:00:00.000Z",
                "2026-11-11T23:00:00Z",
                "2026-11-12T23:00:00Z",
                "{\"at\":\"2026-11-12T06:00:00Z\",\"kind\":\"morning\"},{\"at\":\"2026-11-12T11:30:00Z\",\"kind\":\"level-raised\"},{\"at\":\"2026-11-12T13:30:00Z\",\"kind\":\"peak\"}"
            },
            {"2026-11-12T23:00:00.000Z", "2026-11-12T23:00:00Z", "2026-11-13T23:00:00Z", ""}
        }) {
            server.answers(
                    "/api/v1/hospitals/FJO/past?at=" + day[0],
                    """
                    {"from":"%s","to":"%s","timeZone":"Europe/Oslo","synthetic":true,"marks":[%s],
                     "curve":[{"at":"%s","patients":381,"staffed":412},{"at":"%s","patients":370,"staffed":412}]}"""
                            .formatted(day[1], day[2], day[3], day[1], day[1].replace("T23", "T22")));
        }
        screen = new Screen(browser, 1920, 1080, Golden.frame(snapshot), beat("2026-11-12T08:15:00Z", 0));
        screen.go(server, path);
        screen.page().locator(".past-band h2:has-text('Tidsreise')").waitFor();
    }

    /** Waits until the page has said this to the server. */
    private void told(String message) {
        screen.page().waitForCondition(() -> screen.asked().contains(message));
    }

    private String band() {
        return screen.page().locator(".past-band").innerText();
    }

    private static String beat(String time, int rate) {
        return "{\"type\":\"beat\",\"hospital\":\"FJO\",\"seq\":48213,\"time\":\"%s\",\"rate\":%d,\"journal\":\"alive\",\"feeds\":[]}"
                .formatted(time, rate);
    }
}
