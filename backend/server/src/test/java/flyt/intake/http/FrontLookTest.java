package flyt.intake.http;

import static flyt.access.account.AccessHouse.done;
import static flyt.access.account.AccessHouse.happens;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Naming;
import flyt.access.Role;
import flyt.access.View;
import flyt.access.log.LogEntry;
import flyt.access.log.Who;
import flyt.access.screen.ScreenSettings;
import flyt.ops.ExpectLog;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every page of the front door keeps to, with something on it: axe, size of targets and text, and the width of a phone. */
final class FrontLookTest extends OnFrontDoor {
    /** What to touch is lower than the floor; a box to tick is as high as its label. */
    private static final String SMALL_TARGETS =
            """
            (floor) => [...document.querySelectorAll('a, button, summary, input, select, textarea')]
              .filter((e) => e.offsetParent !== null && !['radio', 'checkbox'].includes(e.type))
              .map((e) => [e, e.getBoundingClientRect()]).filter(([, b]) => b.height < floor - 0.5 && b.height > 0)
              .map(([e, b]) => `${e.tagName} ${e.className} ${e.textContent.trim()} ${b.height}`)""";

    private static final String SMALL_TEXT =
            """
            () => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const small = [];
              while (walk.nextNode()) { const e = walk.currentNode.parentElement; const text = walk.currentNode.textContent.trim();
                if (text && !e.closest('script') && parseFloat(getComputedStyle(e).fontSize) < 15) small.push(text); }
              return small; }""";

    @BeforeEach
    void furnish() {
        door.close();
        door = new FrontDoor(true);
        Instant now = door.house.clock.instant();
        ScreenSettings settings = new ScreenSettings(
                "Lunge vaktrom",
                "Bygg A, 3. etasje, vaktrom",
                "FJO",
                View.WARD,
                "LUN",
                List.of("A", "B"),
                3,
                Naming.NAME_ON_SIGN_IN,
                55.0,
                3.0);
        happens(door.pairings.claim(done(door.pairings.open("10.0.4.17", now)).code(), settings, "a", now));
        happens(door.house.clients.create(
                "Lab Fjordvik", Role.LABORATORY, "FJO", Set.of("report:lab"), Set.of("lab"), List.of("10.20.0.0/16")));
        Who ingrid = new Who(Who.Kind.PERSON, "a-1", "Ingrid Solheim", "nurse", "FJO LUN");
        happens(door.log.write(LogEntry.of(ingrid, "stay", now)
                .in("FJO")
                .about("V-1042", null)
                .because("Ringte om svaret")
                .from("10.0.4.21", null)));
        happens(door.glass.open(ingrid, "FJO", "V-2001", null, "Hjertestans i korridoren", "10.0.4.21", now));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- | /sign-in | Prøv som | -",
                "- | /sign-in?screen | Ny kode om | -",
                "- | /sign-in?setup=abc | Ny installasjon | -",
                "Administrator | /me | Dette husker Flyt | -",
                "Administrator | /setup/screens | 1 skjerm | Koble fra",
                "Administrator | /setup/screens?code=K7M4P9 | Hva skjermen får vise | -",
                "Administrator | /setup/accounts | 14 brukere | Ny bruker",
                "Administrator | /setup/accounts | 14 brukere | Endre",
                "Administrator | /setup/systems | 1 system | Nytt system",
                "Revisor | /audit | 1 venter på gjennomgang. | Søk"
            })
    @ExpectLog("was taken in an emergency")
    void aPageIsForEverybody(String role, String path, String ready, String press) {
        looks(1440, "light", role, path, ready, press);
        looks(390, "dark", role, path, ready, press);
        looks(320, "light", role, path, ready, press);
    }

    private void looks(int width, String theme, String role, String path, String ready, String press) {
        try (Visitor visitor = new Visitor(browser, door, width, 844)) {
            stands(visitor, role, path + (path.contains("?") ? "&" : "?") + "theme=" + theme, ready, press);
            String where = path + " at " + width + " " + theme;
            assertThat(visitor.faults()).as(where).isEmpty();
            assertThat(visitor.isWiderThanTheScreen()).as(where).isFalse();
            assertThat(visitor.page.evaluate(SMALL_TEXT)).as(where).isEqualTo(List.of());
            assertThat(visitor.page.evaluate(SMALL_TARGETS, width < 900 ? 48 : 40))
                    .as(where)
                    .isEqualTo(List.of());
        }
    }

    private void stands(Visitor visitor, String role, String path, String ready, String press) {
        if (!role.equals("-")) {
            visitor.goes("/sign-in?to=/me").taps(role).arrivesAt("/me");
        }
        visitor.goes(path).reads(ready);
        if (!press.equals("-")) {
            visitor.page.locator("main").getByText(press).first().click();
            visitor.page.waitForTimeout(200);
        }
    }
}
