package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import flyt.access.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People, and systems, as an administrator lets them in and shows them out. */
final class AccountsPageTest extends OnFrontDoor {
    private Visitor eva;

    @BeforeEach
    void signIn() {
        knows("eva", Role.ADMINISTRATOR);
        eva = visitor().goes("/sign-in?to=/setup/accounts");
        eva.signsIn("eva", PASSWORD).arrivesAt("/setup/accounts");
    }

    @AfterEach
    void leave() {
        eva.close();
    }

    private Locator row(String name) {
        return eva.page.locator("tr", new Page.LocatorOptions().setHasText(name));
    }

    private String created() {
        eva.presses("Ny bruker")
                .types("Fullt navn", "Ingrid Solheim")
                .types("Brukernavn", "ingrid")
                .field("Lunge")
                .check();
        eva.presses("Opprett bruker").reads("Passord for Ingrid Solheim, brukernavn ingrid");
        String password = eva.page.locator(".once code").innerText();
        eva.button("Ferdig, skjul").click();
        assertThat(eva.page.locator(".once").count()).isZero();
        return password;
    }

    @Test
    void somebodyIsLetInWithAPasswordForTheFirstTime() {
        String password = created();
        assertThat(row("Ingrid Solheim").innerText()).contains("ingrid", "Sykepleier, Lunge", "Må velge passord");
        try (Visitor ingrid = visitor().goes("/sign-in?to=/me").signsIn("ingrid", password)) {
            ingrid.types("Nytt passord, minst 10 tegn", "tre røde båter")
                    .presses("Lagre passordet")
                    .arrivesAt("/me");
            ingrid.reads("Sykepleier, LUN");
        }
        eva.goes("/setup/accounts").reads("I bruk");
        assertThat(row("Ingrid Solheim").innerText()).contains("I bruk");
    }

    @Test
    void aRoleOfAWardForTheWholeHouseIsWarnedOfAndCanBeNarrowed() {
        eva.presses("Ny bruker").reads("Denne rollen gjelder nå alle poster.");
        eva.field("Lunge").check();
        assertThat(eva.page.locator(".warning").innerText()).isEmpty();
        eva.presses("Legg til en rolle").field("Rolle").nth(1).selectOption("cleaner");
        eva.field("Renhold 1").nth(1).check();
        eva.types("Fullt navn", "Leila Haddad")
                .types("Brukernavn", "leila")
                .presses("Opprett bruker")
                .reads("Passord for Leila Haddad");
        assertThat(row("Leila Haddad").innerText()).contains("Sykepleier, Lunge", "Renholder, Renhold 1");
    }

    @Test
    void whoeverIsDisabledIsOutAtOnceAndMayBeLetInAgain() {
        knows("perla", Role.NURSE);
        try (Visitor perla = visitor().goes("/sign-in?to=/me")) {
            perla.signsIn("perla", PASSWORD).arrivesAt("/me");
            edits("perla");
            deed("Sperr");
            eva.reads("Kari Vik er sperret.");
            perla.goes("/me").arrivesAt("/sign-in?to=%2Fme");
            perla.signsIn("perla", PASSWORD).reads("Brukernavnet eller passordet er feil.");
            edits("perla");
            eva.presses("Åpne igjen").reads("Kari Vik slipper inn igjen.");
        }
        try (Visitor perla = visitor().goes("/sign-in?to=/me")) {
            door.house.clock.forward(Duration.ofMinutes(1));
            perla.signsIn("perla", PASSWORD).arrivesAt("/me");
        }
    }

    @Test
    void somebodyIsSignedOutEverywhereAndGetsAnotherPassword() {
        knows("perla", Role.NURSE);
        try (Visitor perla = visitor().goes("/sign-in?to=/me")) {
            perla.signsIn("perla", PASSWORD).arrivesAt("/me");
            edits("perla");
            deed("Logg ut overalt");
            eva.reads("Kari Vik er logget ut overalt.");
            perla.goes("/me").arrivesAt("/sign-in?to=%2Fme");
            edits("perla");
            deed("Nytt passord");
            eva.reads("Passord for Kari Vik, brukernavn perla");
            String password = eva.page.locator(".once code").innerText();
            perla.signsIn("perla", password).reads("gjelder bare første gang");
        }
    }

    @Test
    void aLoginNameThatIsTakenIsToldAndNothingTypedIsLost() {
        eva.presses("Ny bruker")
                .types("Fullt navn", "Eva Berg")
                .types("Brukernavn", "eva")
                .presses("Opprett bruker")
                .reads("Brukernavnet er i bruk. Velg et annet.");
        assertThat(eva.field("Fullt navn").inputValue()).isEqualTo("Eva Berg");
    }

    @Test
    void theLastAdministratorStays() {
        edits("eva");
        deed("Sperr");
        eva.reads("Dette er den siste administratoren. Lag en til først.");
    }

    @Test
    void aSystemsSecretIsShownOnceRenewedAndRevoked() {
        eva.goes("/setup/systems").presses("Nytt system").reads("Slags system");
        eva.page.getByText("Bare status på prøvesvar.").click();
        eva.types("Navn", "Lab Fjordvik").presses("Opprett system").reads("Kryss av minst én ting systemet får gjøre.");
        eva.field("Status på prøvesvar").check();
        eva.types("Melder som kilde", "lab")
                .types("Nettadresser", "10.20.0.0/16, 10.21.4.7")
                .presses("Opprett system")
                .reads("Nøkkel for Lab Fjordvik");
        String first = eva.page.locator(".once code").innerText();
        assertThat(row("Lab Fjordvik").innerText())
                .contains("Laboratorium", "Status på prøvesvar", "10.20.0.0/16, 10.21.4.7", "som lab", "I bruk");
        row("Lab Fjordvik").getByText("Ny nøkkel").click();
        row("Lab Fjordvik").locator(".yes").click();
        eva.page.waitForCondition(
                () -> !eva.page.locator(".once code").innerText().equals(first));
        row("Lab Fjordvik").getByText("Trekk tilbake").click();
        row("Lab Fjordvik").locator(".yes").click();
        eva.reads("Lab Fjordvik er trukket tilbake.");
        row("Lab Fjordvik").getByText("Trukket tilbake").waitFor();
        assertThat(row("Lab Fjordvik").innerText()).contains("Trukket tilbake").doesNotContain("Ny nøkkel");
        eva.goes("/setup/systems").reads("1 system");
        assertThat(eva.page.locator(".once").count()).isZero();
    }

    private void edits(String login) {
        eva.goes("/setup/accounts").reads("Status");
        row(login).getByText("Endre").click();
    }

    private void deed(String name) {
        Locator ask = eva.page.locator("ask-once", new Page.LocatorOptions().setHasText(name));
        ask.locator("button").click();
        ask.locator(".yes").click();
    }
}
