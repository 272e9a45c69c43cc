package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time travel on the pages: the frame of what was, the player that moves it, and who it was for whoever says why. */
@NeedsBrowser
final class PastMomentTest extends OnScreen {
    private static final String WARD = "/ward/FJO/LUN?level=3&at=2026-11-12T08:15:00Z";
    private static final String NAMELESS =
            Golden.frame("snapshot-ward.3").replaceAll("\"initials\": *\"[^\"]*\"", "\"initials\":null");
    private static final String SUBSCRIBED =
            "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"ward\",\"scope\":\"LUN\",\"level\":3,\"at\":\"%s\",\"rate\":%d%s}";

    @Test
    void aPastMomentHasItsFrameAndBandAndClaimsNothingLive() {
        open(NAMELESS, WARD, 1920, 1080);
        screen.painted();
        assertThat(band())
                .contains("Tidsreise: torsdag 12. november 2026 kl. 09:15", "Uten navn på pasienter og ansatte.");
        assertThat(screen.page().locator(".head .level").innerText()).contains("Uten navn");
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
        screen.page().locator(".past-strip .rate:has-text('300×')").waitFor();
        screen.send(beat("2026-11-12T08:55:00Z", 600));
        screen.page().locator(".past-strip .rate:has-text('600×')").waitFor();
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
    void marksAreReachedFromTheTrackByKeyAndByAPressCloseToThem() {
        open(NAMELESS, WARD, 1920, 1080);
        screen.page().locator(".past-strip .curve").waitFor();
        screen.page().locator(".past-strip .track").focus();
        screen.page().keyboard().press("PageDown");
        told(SUBSCRIBED.formatted("2026-11-12T06:00:00.000Z", 0, ""));
        screen.send(beat("2026-11-12T06:00:00Z", 0));
        screen.page().locator(".past-band h2:has-text('kl. 07:00')").waitFor();
        screen.page().keyboard().press("PageUp");
        told(SUBSCRIBED.formatted("2026-11-12T11:30:00.000Z", 0, ""));
        BoundingBox mark = screen.page().locator(".track .mark.longest-wait").boundingBox();
        screen.page().mouse().click(mark.x + mark.width / 2 + 8, mark.y + 4);
        told(SUBSCRIBED.formatted("2026-11-12T15:05:00.000Z", 0, ""));
        screen.send(beat("2026-11-12T15:05:00Z", 0));
        screen.page().locator(".past-band h2:has-text('kl. 16:05')").waitFor();
        Locator next = screen.page().locator(".past-strip .jump").last();
        next.focus();
        assertThat(next.getAttribute("aria-label")).isEqualTo("Ingen merker etter dette");
        assertThat(next.getAttribute("aria-disabled")).isEqualTo("true");
        assertThat(screen.ask("() => document.activeElement.className"))
                .as("the keyboard stays where it was")
                .isEqualTo("jump");
    }

    @Test
    void whoeverIsNamedForBeingTreatedIsSaidToBe() {
        server.looks(People.NURSE);
        try {
            open("snapshot-ward.3", WARD);
            screen.painted();
            assertThat(band()).contains("Med navn på dem posten behandler nå").doesNotContain("Uten navn");
            assertThat(screen.page().locator(".who-was-it").count())
                    .as("the others take a reason")
                    .isEqualTo(1);
            screen.page().locator(".past-strip .share").waitFor();
            assertThat(screen.ask("() => location.search + document.querySelector('.to-now').search")
                            .toString())
                    .doesNotContain("EB", "reason");
        } finally {
            server.looks(null);
        }
    }

    @Test
    void aLinkToAnotherScreenLeadsToTheSameMoment() {
        open("snapshot-house", "/house/FJO?at=2026-11-12T08:15:00Z");
        screen.page().route("**/ward/**", route -> route.abort("aborted"));
        screen.page().locator("flyt-ward-line a").first().click();
        screen.page().waitForCondition(() -> screen.requests().stream()
                .anyMatch(address -> address.contains("/ward/FJO/") && address.endsWith("at=2026-11-12T08:15:00Z")));
    }

    @Test
    void theMenuGoesThereForWhoHasNoKeys() {
        server.looks(People.NURSE);
        try {
            screen = new Screen(browser, 390, 844, Golden.frame("snapshot-ward.3"), beat("2026-11-12T08:15:00Z", 1));
            screen.go(server, "/ward/FJO/LUN?level=3");
            screen.painted();
            screen.page().route("**/ward/**", route -> route.abort("aborted"));
            screen.page().locator("who-am-i summary").click();
            screen.page().locator("who-am-i .travel").click();
            screen.page().waitForCondition(() -> screen.requests().stream()
                    .anyMatch(address -> address.contains("/ward/FJO/LUN?level=3&at=2026-11-12T08:14:")));
        } finally {
            server.looks(null);
        }
    }

    @Test
    void whoWaitedForTheWardIsShownAndNothingCanBeAnswered() {
        server.looks(People.ASKED_NURSE);
        try {
            open("snapshot-ward.3", WARD);
            screen.send(Golden.text("/flyt/pages/requests.json").replace("FJO/requests/-", "FJO/requests/LUN"));
            screen.page().locator(".asks li").first().waitFor();
            assertThat(screen.page().locator(".asks .yes").count()).isZero();
            assertThat(screen.page().locator(".asks button:not([disabled])").count())
                    .isZero();
            screen.send(
                    "{\"type\":\"refused\",\"stream\":\"FJO/requests/LUN\",\"reason\":\"no-names-here\",\"title\":\"…\"}");
            screen.page()
                    .locator(".asks li")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        } finally {
            server.looks(null);
        }
    }

    /** On a phone band and player take the room they need, whatever stands in them, and the page has the rest. */
    @Test
    void onAPhoneNothingLiesOverAnything() {
        server.looks(People.NURSE);
        try {
            open(NAMELESS, WARD + "&theme=dark", 390, 844);
            screen.painted();
            screen.page().locator(".past-strip .curve").waitFor();
            fits();
            screen.page().locator(".who-was-it").click();
            screen.page().locator("#past-reason").waitFor();
            fits();
            assertThat(Axe.faults(screen.page())).isEmpty();
        } finally {
            server.looks(null);
        }
    }

    private void fits() {
        assertThat((List<?>) screen.ask(ASTRAY)).isEmpty();
    }

    /** What lies outside its bar, the bars that lie outside the screen or over the page, once the page has made room for them. */
    private static final String ASTRAY =
            """
            async () => {
              for (let frame = 0; frame < 3; frame += 1) {
                await new Promise(requestAnimationFrame);
              }
              scrollTo(0, 0);
              const box = (each) => each.getBoundingClientRect();
              const inside = (one, outer) => one.left >= outer.left && one.right <= outer.right && one.top >= outer.top && one.bottom <= outer.bottom;
              const astray = [];
              const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
              for (const name of ['.past-band', '.past-strip']) {
                const bar = document.querySelector(name);
                const parts = [...bar.querySelectorAll('button, a, input, p, .track')].filter((part) => !inside(box(part), box(bar)));
                astray.push(...parts.map((part) => part.outerHTML), ...(inside(box(bar), screen) ? [] : [name]));
              }
              if (box(document.querySelector('.wall')).top < box(document.querySelector('.past-band')).bottom) {
                astray.push('.wall');
              }
              return astray.concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []);
            }""";

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
        open(Golden.frame(snapshot), path, 1920, 1080);
    }

    private void open(String frame, String path, int width, int height) {
        for (String[] day : new String[][] {
            {"2026-11-11T22:00:00.000Z", "2026-11-10T23:00:00Z", "2026-11-11T23:00:00Z", ""},
            {
                "2026-11-12T08:00:00.000Z",
                "2026-11-11T23:00:00Z",
                "2026-11-12T23:00:00Z",
                "{\"at\":\"2026-11-12T06:00:00Z\",\"kind\":\"morning\"},{\"at\":\"2026-11-12T11:30:00Z\",\"kind\":\"level-raised\"},{\"at\":\"2026-11-12T13:30:00Z\",\"kind\":\"peak\"},{\"at\":\"2026-11-12T15:05:00Z\",\"kind\":\"longest-wait\"}"
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
        screen = new Screen(browser, width, height, frame, beat("2026-11-12T08:15:00Z", 0));
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
