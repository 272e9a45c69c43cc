package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import flyt.access.Role;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wall screen and an administrator, each with a browser: from the code on the wall to the board, and back to a code. */
final class ScreensPageTest extends OnFrontDoor {
    private static final Pattern CODE = Pattern.compile("Kode (. . . . . .)");

    @BeforeEach
    void know() {
        knows("eva", Role.ADMINISTRATOR);
    }

    private Visitor eva(String path) {
        Visitor eva = visitor().goes("/sign-in?to=" + path);
        eva.signsIn("eva", PASSWORD).page.waitForURL(url -> !url.contains("sign-in"));
        return eva;
    }

    private static String codeOf(Visitor wall) {
        Locator code = wall.page.locator(".pair .code[aria-label^='Kode']");
        code.waitFor();
        var shown = CODE.matcher(code.getAttribute("aria-label"));
        assertThat(shown.matches()).isTrue();
        return shown.group(1).replace(" ", "");
    }

    private static void binds(Visitor eva, String code, String name) {
        eva.presses("Koble til en skjerm")
                .types("Koden på skjermen", code)
                .types("Navn", name)
                .types("Hvor den henger", "Bygg A, 3. etasje")
                .field("Post")
                .selectOption("LUN");
        eva.page.getByText("Lukket rom").first().click();
        eva.presses("Koble til").reads(name + " er koblet til.");
    }

    @Test
    void aScreenIsBoundByItsCodeGoesToItsBoardAndIsThrownOutWhenItIsRevoked() {
        try (Visitor wall = new Visitor(browser, door, 1920, 1080);
                Visitor eva = eva("/setup/screens")) {
            wall.goes("/sign-in").reads("Vis koden som kobler den til en post");
            wall.page.getByText("Dette er en skjerm").click();
            String code = codeOf(wall);
            assertThat(wall.page.locator(".pair .ends").innerText()).contains("Ny kode om");

            binds(eva, code.substring(0, 3).toLowerCase(Locale.ROOT) + " " + code.substring(3), "Lunge vaktrom");
            wall.page.waitForURL(url -> url.contains("/ward/FJO/LUN"));
            assertThat(wall.page.url()).contains("level=3");
            Locator row = eva.page.locator("tr", new Page.LocatorOptions().setHasText("Lunge vaktrom"));
            row.getByText("I kontakt").waitFor();
            assertThat(row.innerText()).contains("Lunge", "Lukket rom", "Initialer", "Bygg A, 3. etasje", "0.1.0");

            // a screen that is switched on again finds its board by itself
            wall.goes("/sign-in").page.waitForURL(url -> url.contains("/ward/FJO/LUN"));

            row.getByText("Koble fra").click();
            assertThat(eva.page.locator(":focus").innerText()).isEqualTo("Avbryt");
            row.locator(".yes").click();
            eva.reads("Lunge vaktrom er koblet fra.");
            eva.reads("Ingen skjermer er koblet til ennå.");
            assertThat(codeOf(wall.goes("/sign-in"))).isNotEqualTo(code);
        }
    }

    @Test
    void aScreenIsRenamedAndMovedAndTheOtherSettingsStay() {
        try (Visitor wall = visitor().goes("/sign-in?screen");
                Visitor eva = eva("/setup/screens")) {
            binds(eva, codeOf(wall), "Lunge vaktrom");
            eva.presses("Endre").types("Navn", "Hjerte vaktrom").field("Post").selectOption("HJE");
            eva.field("Senger").selectOption("C,D");
            eva.presses("Lagre").reads("Hjerte vaktrom er lagret.");
            assertThat(eva.page.locator("tbody tr").innerText())
                    .contains("Hjerte vaktrom", "Hjerte, Tun C, Tun D", "Lukket rom", "Bygg A, 3. etasje");
        }
    }

    @Test
    void theListIsLive() {
        try (Visitor eva = eva("/setup/screens")) {
            eva.reads("Ingen skjermer er koblet til ennå.");
            String code = done(door.pairings.open("10.0.4.17", door.house.clock.instant()))
                    .code();
            try (Visitor other = eva("/setup/screens")) {
                binds(other, code, "Lunge vaktrom");
            }
            eva.reads("Venter på skjermen");
        }
    }

    @Test
    void aWrongCodeIsTold() {
        try (Visitor eva = eva("/setup/screens")) {
            eva.presses("Koble til en skjerm")
                    .types("Koden på skjermen", "AAA AAA")
                    .types("Navn", "Vaktrom")
                    .types("Hvor den henger", "3. etasje")
                    .presses("Koble til")
                    .reads("Ingen skjerm viser denne koden.");
            assertThat(eva.field("Navn").inputValue()).isEqualTo("Vaktrom");
        }
    }

    @Test
    void aPanelThatIsReadFromTooFarIsWarnedOf() {
        try (Visitor eva = eva("/setup/screens?code=K7M4P9")) {
            assertThat(eva.field("Koden på skjermen").inputValue()).isEqualTo("K7M4P9");
            assertThat(eva.page.locator(".warning").innerText()).isEmpty();
            eva.types("Leseavstand, meter", "5").reads("på denne skjermen kan navn leses på 3.4 meter");
        }
    }

    @Test
    void aCodeThatHasRunOutIsFollowedByANewOne() {
        try (Visitor wall = visitor().goes("/sign-in?screen")) {
            String first = codeOf(wall);
            door.house.clock.forward(Duration.ofMinutes(11));
            wall.page.waitForCondition(() -> !codeOf(wall).equals(first));
            assertThat(wall.page.locator(".square").getAttribute("aria-label")).contains("Firkantkode");
        }
    }

    @Test
    void aBrowserThatIsToldToBeAScreenStaysOneUntilItIsToldOtherwise() {
        try (Visitor wall = visitor().goes("/sign-in?screen")) {
            assertThat(codeOf(wall)).hasSize(6);
            wall.presses("Dette er ikke en skjerm").goes("/sign-in").reads("Vis koden som kobler den til en post");
            assertThat(wall.page.locator(".pair").count()).isZero();
        }
    }

    @Test
    void whoIsNoAdministratorIsToldSo() {
        knows("kari", Role.NURSE);
        try (Visitor kari = visitor().goes("/sign-in?to=/setup/screens")) {
            kari.signsIn("kari", PASSWORD).reads("Rollen din gir ikke tilgang til dette.");
        }
    }
}
