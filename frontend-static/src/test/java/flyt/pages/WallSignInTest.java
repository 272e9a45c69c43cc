package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall is looked at; by card or code it is somebody's for a minute. */
final class WallSignInTest extends HandWritten {

    private static final String SIGN_IN = "/api/v1/access/wall-sign-in";
    private static final String SIGN_OUT = "/api/v1/access/sign-out";
    private static final String ROW_BOXES =
            "() => JSON.stringify([...document.querySelectorAll('flyt-bed-row')].map((row) => row.getBoundingClientRect()))";

    private void wall(String theme) {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.3"), Golden.frame("beat"));
        screen.page().clock().install();
        screen.go(server, "/ward/FJO/LUN?theme=" + theme);
        screen.painted();
        find("wall-door .tile").waitFor();
    }

    private void type(String key) {
        find("wall-door .tile").click();
        find("#wall-key").waitFor();
        screen.page().keyboard().type(key);
        screen.page().keyboard().press("Enter");
    }

    /** The nurse signs in; the server lets her out again when she asks. */
    private void signIn(String naming) {
        String me = People.nurseAtWall(naming, 60);
        screen.page().route("**" + SIGN_IN, route -> {
            server.looks(me);
            route.resume();
        });
        screen.page().route("**" + SIGN_OUT, route -> {
            server.looks(null);
            route.resume();
        });
        server.answers(SIGN_IN, me);
        server.answers(SIGN_OUT, "{\"kind\":\"nobody\"}");
        type("0471-1815-99");
        find("flyt-hand-sheet dialog[open]").waitFor();
    }

    @Test
    void beforeSignInThereIsOneThingToTouch() {
        wall("light");
        assertThat(
                        screen.ask(
                                "() => [...document.querySelectorAll('a, button, input, [tabindex]')].filter((e) => e.checkVisibility()).map((e) => e.className).join()"))
                .isEqualTo("tile");
        assertThat((Number) screen.ask("() => document.querySelector('.tile').getBoundingClientRect().top"))
                .satisfies(top -> assertThat(top.doubleValue()).isGreaterThan(360));
        assertThat(faults()).isEqualTo(List.of());
    }

    @Test
    void aCardOpensTheSheetOverTheLowerTwoThirdsAndNothingShifts() {
        wall("light");
        Object before = screen.ask(ROW_BOXES);
        screen.does("() => { document.querySelector('flyt-bed-row').seen = true; }");
        signIn("name-on-sign-in");
        assertThat(told(screen, "POST " + SIGN_IN + " {\"key\":\"0471-1815-99\"}", 1))
                .hasSize(1);
        assertThat(screen.ask(ROW_BOXES)).isEqualTo(before);
        assertThat(screen.ask("() => document.querySelector('flyt-bed-row').seen"))
                .as("the same line")
                .isEqualTo(true);
        assertThat((Number) screen.ask("() => document.querySelector('dialog[open]').getBoundingClientRect().top"))
                .satisfies(top -> assertThat(top.doubleValue()).isGreaterThanOrEqualTo(360));
        assertThat(find("dialog[open] h2").innerText()).isEqualTo("Ingrid Solheim");
        assertThat(find(".seconds b").innerText()).matches("60|59|58");
        assertThat(find("who-am-i").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void onAWallEveryTargetIsLargeAndTheWordsAreRead(String theme) {
        wall(theme);
        find("wall-door .tile").click();
        assertThat(misplaced(56)).isEqualTo(List.of());
        assertThat(faults()).isEqualTo(List.of());
        find(".door-sheet .away").click();
        signIn("initials");
        assertThat(misplaced(56)).isEqualTo(List.of());
        assertThat((Number) screen.ask(
                        "() => Math.min(...[...document.querySelectorAll('.pad .key')].map((e) => e.offsetHeight))"))
                .isEqualTo(72);
        choose("301");
        press("discharge");
        assertThat(misplaced(56)).isEqualTo(List.of());
        assertThat(faults()).isEqualTo(List.of());
        assertThat(
                        screen.page()
                                .evaluate(
                                        """
                                () => { const walk = document.createTreeWalker(document.querySelector('dialog[open]'), NodeFilter.SHOW_TEXT); const small = [];
                                  while (walk.nextNode()) { const e = walk.currentNode.parentElement;
                                    if (walk.currentNode.textContent.trim() && !e.closest('svg, .visually-hidden, sup') && parseFloat(getComputedStyle(e).fontSize) < 20) small.push(e.textContent); }
                                  return small; }"""))
                .isEqualTo(List.of());
    }

    @Test
    void theBigKeysTypeACodeAndSendItByThemselves() {
        wall("light");
        server.refuses(SIGN_IN, 401, "wrong-credentials", "");
        find("wall-door .tile").click();
        for (char digit : "0471181".toCharArray()) {
            find(".numbers .key:has-text('" + digit + "')").click();
        }
        assertThat(server.taken()).noneMatch(taken -> taken.contains(SIGN_IN));
        find(".numbers .key:has-text('5')").click();
        find(".trouble:has-text('Koden er ikke kjent.')").waitFor();
        assertThat(told(screen, "POST " + SIGN_IN + " {\"key\":\"04711815\"}", 1))
                .hasSize(1);
        assertThat(find("#wall-key").inputValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | wrong-credentials | Kortet er ikke kjent.",
                "429 | too-many | For mange forsøk. Prøv igjen om 7 sekunder."
            })
    void whoIsTurnedAwayIsToldWhy(int status, String type, String words) {
        wall("light");
        server.refuses(SIGN_IN, status, type, "");
        type("CARD-1");
        find(".trouble:has-text('" + words + "')").waitFor();
    }

    @Test
    void withoutContactTheTelephoneIsNamed() {
        wall("light");
        screen.page().route("**" + SIGN_IN, route -> route.abort());
        type("CARD-1");
        find(".trouble:has-text('Ingen kontakt. Bruk telefon.')").waitFor();
        screen.page().keyboard().press("Escape");
        screen.cut();
        screen.page().clock().fastForward(40_000);
        find(".tile:has-text('Ingen kontakt. Bruk telefon.')").waitFor();
        assertThat(find(".tile").isDisabled()).isTrue();
    }

    @Test
    void whoseRoleHasNoBoardIsSignedOutAgain() {
        wall("light");
        server.answers(SIGN_IN, People.nurseAtWall("initials", 60).replace("\"ward.4\",", ""));
        server.answers(SIGN_OUT, "{\"kind\":\"nobody\"}");
        type("CARD-1");
        find(".trouble:has-text('Rollen din kan ikke brukes ved denne tavlen.')")
                .waitFor();
        assertThat(told(screen, "POST " + SIGN_OUT + " {}", 1)).hasSize(1);
        assertThat(find("flyt-hand-sheet").count()).isZero();
    }

    @Test
    void namesAreAskedForOnlyWhereTheWallIsSetSo() {
        wall("light");
        signIn("initials");
        assertThat(screen.asked()).noneMatch(frame -> frame.contains("names"));
        assertThat(find(".level").innerText()).contains("Initialer");
    }

    @Test
    void afterAMinuteUntouchedNamesAndSheetAreGone() {
        wall("light");
        signIn("name-on-sign-in");
        names(Golden.text("/flyt/protocol/golden/rows/names.json"));
        find("flyt-bed-row .full:has-text('Hansen, Kari')").waitFor();
        choose("301");
        screen.page().clock().fastForward(55_000);
        choose("302");
        screen.page().clock().fastForward(55_000);
        find("flyt-bed-row .full:has-text('Hansen, Kari')").waitFor();
        assertThat(find(".seconds b").innerText()).matches("[1-5]");
        screen.page().clock().fastForward(6_000);
        find("wall-door .tile").waitFor();
        assertThat(find("flyt-hand-sheet").count()).isZero();
        assertThat(screen.markup()).doesNotContain("Hansen", "Ingrid Solheim");
        assertThat(screen.row("301").innerText()).contains("KH");
        find(".level:has-text('Initialer')").waitFor();
        assertThat(told(screen, "POST " + SIGN_OUT + " {}", 1)).hasSize(1);
    }

    @Test
    void whatIsSaidAtAWallIsSaidAsOnAPhone() {
        wall("light");
        signIn("initials");
        choose("316");
        press("clean-start");
        said("316 · Renhold startet");
        find(".undo").click();
        said("Angret: 316 · Renhold startet");
        find(".away").click();
        find("wall-door .tile").waitFor();
        assertThat(find("flyt-hand-sheet").count()).isZero();
    }
}
