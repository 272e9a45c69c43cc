package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Day turns to night in a cross-fade of 400 ms, and not under a finger. */
final class ThemeTest extends OnScreen {

    private static final String NIGHT = Golden.frame("beat").replace("T09:42:07Z", "T22:42:07Z");
    private static final String SAMPLE =
            """
            () => { window.seen = []; const look = () => { window.seen.push([performance.now(), document.documentElement.dataset.theme,
                getComputedStyle(document.querySelector('flyt-bed-row.taken:not(.critical)')).backgroundColor,
                getComputedStyle(document.querySelector('.taken .number')).color]); requestAnimationFrame(look); }; look(); }""";

    @BeforeEach
    void open() {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.3"), Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?level=3");
        screen.painted();
        assertThat(theme()).isEqualTo("light");
    }

    @Test
    void groundAndLettersFadeTogetherInFourTenthsOfASecond() {
        screen.does(SAMPLE);
        screen.send(NIGHT);
        screen.page().waitForCondition(() -> theme().equals("dark"));
        screen.page().waitForTimeout(700);
        assertThat(screen.ask("() => [...new Set(window.seen.map(([, , ground]) => ground))].length"))
                .as("grounds between day and night")
                .satisfies(count -> assertThat((Integer) count).isGreaterThan(2));
        assertThat(screen.ask("() => window.seen[window.seen.length - 1].slice(2)"))
                .isEqualTo(List.of("rgb(20, 35, 42)", "rgb(237, 243, 244)"));
        assertThat(
                        (Number)
                                screen.ask(
                                        """
                () => { const dark = window.seen.filter(([, theme]) => theme === 'dark'); const last = dark[dark.length - 1];
                  const done = (at) => dark.find((frame) => frame[at] === last[at])[0] - dark[0][0];
                  return Math.abs(done(2) - done(3)); }"""))
                .as("milliseconds between the end of the ground's fade and that of the letters'")
                .satisfies(apart -> assertThat(apart.doubleValue()).isLessThan(200));
        assertThat(screen.ask("() => document.documentElement.style.transition"))
                .isEqualTo("");
    }

    @Test
    void nothingFadesForWhoWantsNoMotion() {
        screen.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        screen.does(SAMPLE);
        screen.send(NIGHT);
        screen.page().waitForCondition(() -> theme().equals("dark"));
        screen.page().waitForTimeout(500);
        assertThat(screen.ask("() => [...new Set(window.seen.map(([, , ground]) => ground))]"))
                .isEqualTo(List.of("rgb(255, 255, 255)", "rgb(20, 35, 42)"));
    }

    @Test
    void theThemeWaitsForTheFingerToLift() {
        screen.page().mouse().move(900, 900);
        screen.page().mouse().down();
        screen.send(NIGHT);
        screen.page().locator(".clock b:has-text('23:42')").waitFor();
        screen.page().waitForTimeout(1500);
        assertThat(theme()).isEqualTo("light");
        screen.page().mouse().up();
        screen.page().waitForCondition(() -> theme().equals("dark"));
    }

    private String theme() {
        return (String) screen.ask("() => document.documentElement.dataset.theme");
    }
}
