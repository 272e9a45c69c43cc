package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the design guide lets a browser check of the phone: contrast and names, targets for a thumb, room for large text. */
final class PhoneLookTest extends OnPhone {

    /** Everything that can be pressed and is smaller than 48 px, or nearer to another than 8 px. */
    private static final String TARGETS =
            """
            () => { const open = document.querySelector('dialog[open]') || document;
              const boxes = [...open.querySelectorAll('a, button, label, select, input:not([type=checkbox]):not([type=radio])')]
                .filter((e) => e.checkVisibility() && !(e.tagName === 'LABEL' && e.htmlFor) && !(e.tagName === 'INPUT' && e.closest('label')))
                .map((e) => [e.textContent.trim(), e.getBoundingClientRect(), e.closest('.dock') !== null, e.closest('.steps, .found') !== null]);
              const small = boxes.filter(([, b]) => b.width < 47.5 || b.height < 47.5).map(([text, b]) => `${text} is ${b.width} x ${b.height}`);
              const apart = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
              const close = boxes.flatMap(([text, a, docked, listed], i) => boxes.slice(i + 1)
                .filter(([, b, alsoDocked, alsoListed]) => docked === alsoDocked && !(listed && alsoListed) && apart(a, b) < 7.5).map(([other]) => `${text} is close to ${other}`));
              return [...small, ...close]; }""";

    private static final String OUT_OF_SIGHT =
            """
            () => [...document.querySelectorAll('.phone *, dialog[open] *')].filter((e) => e.checkVisibility() && e.offsetWidth > 1)
              .filter((e) => { const b = e.getBoundingClientRect(); return b.right > innerWidth + 1 || b.left < -1; })
              .map((e) => `${e.className}: ${e.textContent.trim()}`)""";

    private static final String SMALL_TEXT =
            """
            () => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const small = [];
              while (walk.nextNode()) { const e = walk.currentNode.parentElement; const text = walk.currentNode.textContent.trim();
                if (text && !e.closest('svg, script, .visually-hidden') && parseFloat(getComputedStyle(e).fontSize) < 15) small.push(text); }
              return small; }""";

    @ParameterizedTest
    @CsvSource({
        "light, offered", "dark, offered", "light, accepted", "dark, accepted", "light, under", "dark, under",
                "light, chlorine",
        "dark, chlorine", "light, sign-on", "dark, sign-on", "light, scan", "dark, scan", "light, shift", "dark, shift",
        "light, reasons", "dark, reasons", "light, language", "dark, language", "light, resting", "dark, resting"
    })
    void aViewHasNoFaultForAxeAndATargetForEveryThumb(String theme, String view) {
        see(view, "theme=" + theme, 390);
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.ask(TARGETS)).isEqualTo(List.of());
        assertThat(screen.ask(SMALL_TEXT)).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void withoutANetworkAndAfterARefusalThereIsNoFaultEither(String theme) {
        see("under", "theme=" + theme, 390);
        server.refuses(COMMANDS, 409, "room-must-air", "");
        press("Pause");
        find(".refused").waitFor();
        cutLink();
        screen.page().context().setOffline(true);
        find(".strip.cut").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.ask(TARGETS)).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"offered", "accepted", "under", "chlorine", "sign-on", "scan", "shift", "reasons"})
    void nothingIsOutOfSightAtAnyWidthOrWithTextOfDoubleSize(String view) {
        for (int width : new int[] {320, 390}) {
            for (String size : List.of("100%", "200%")) {
                if (screen != null) {
                    screen.close();
                }
                see(view, "theme=light&lang=pl", width);
                screen.page()
                        .evaluate(
                                "(size) => document.documentElement.animate([{ fontSize: size }], { duration: 1, fill: 'forwards' })",
                                size);
                screen.page().waitForTimeout(80);
                assertThat(screen.ask(OUT_OF_SIGHT)).as(width + " " + size).isEqualTo(List.of());
                assertThat(screen.ask("() => document.documentElement.scrollWidth"))
                        .as(width + " " + size)
                        .isEqualTo(width);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"offered", "accepted", "under"})
    void theMainActionIsLargeAndWithinReachOfTheThumb(String view) {
        see(view, "theme=light", 390);
        assertThat(
                        screen.ask(
                                """
                        () => { const box = document.querySelector('.deeds .main').getBoundingClientRect();
                          return [box.height >= 64 && box.height <= 84, box.top >= innerHeight - 200, box.bottom <= innerHeight]; }"""))
                .isEqualTo(List.of(true, true, true));
    }

    @Test
    void withReducedMotionNothingMoves() {
        open(PhoneQueue.DAY, 390, 844);
        screen.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        screen.go(server, "/tasks");
        find(".card.offered").waitFor();
        assertThat(screen.ask(
                        "() => document.getAnimations().filter((one) => one.effect.getTiming().duration > 1).length"))
                .isEqualTo(0);
        assertThat(find(".chip.left").innerText()).contains("igjen");
    }

    @Test
    void theThemeFollowsTheDevice() {
        open(PhoneQueue.DAY, 390, 844);
        screen.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        screen.go(server, "/tasks");
        find(".card.offered").waitFor();
        assertThat(find("html").getAttribute("data-theme")).isEqualTo("dark");
        screen.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.LIGHT));
        find("html[data-theme=light]").waitFor();
    }

    @Test
    void theLanguageIsChangedAtOnceAndRemembered() {
        see("offered", "theme=light", 390);
        find(".language").click();
        assertThat(find("dialog[open]").innerText())
                .contains("Polski", "Tłumaczenie maszynowe, niesprawdzone", "Lietuvių");
        find("dialog[open] button:has-text('Polski')").click();
        find("h1:has-text('Cześć, Leila')").waitFor();
        assertThat(find(".card").innerText())
                .contains("Pierwsze, bo pacjent na oddziale ratunkowym czeka na to łóżko. Zamówiono 10:36.");
        assertThat(find("html").getAttribute("lang")).isEqualTo("pl");
        screen.page().reload();
        find("h1:has-text('Cześć, Leila')").waitFor();
    }

    @Test
    void aReasonIsSentInTheHospitalsLanguageAndReadInOnesOwn() {
        see("reasons", "theme=light&lang=lt", 390);
        find("dialog[open] .choices button:has-text('Kambarys užimtas')").click();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'RejectTask','task':'T-883','reason':'Rommet er i bruk'}");
        find(".line:has-text('Neįmanoma atlikti – Kambarys užimtas')").waitFor();
    }

    private void see(String view, String query, int width) {
        String working = PhoneQueue.SELF + "," + PhoneQueue.UNDER_WAY;
        String rows =
                switch (view) {
                    case "accepted" -> PhoneQueue.SELF + "," + PhoneQueue.ACCEPTED;
                    case "chlorine" ->
                        PhoneQueue.SELF + "," + PhoneQueue.ACCEPTED.replace("clean-contact", "clean-contact-chlorine");
                    case "under", "reasons" -> working;
                    case "sign-on" -> PhoneQueue.PROTECTIVE;
                    case "resting" -> PhoneQueue.DAY.replace(PhoneQueue.SELF, PhoneQueue.RESTING);
                    default -> PhoneQueue.DAY;
                };
        String where =
                switch (view) {
                    case "under", "reasons" -> "#job/T-883";
                    case "scan", "shift" -> "#" + view;
                    default -> "";
                };
        phone(rows, "/tasks?" + query + where, width, 844);
        if (view.equals("scan")) {
            find(".keys button").nth(2).click();
        } else if (view.equals("language")) {
            find(".language").click();
        } else if (view.equals("reasons")) {
            find(".more").click();
            find("[data-deed=RejectTask]").click();
        }
    }
}
