package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import flyt.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sign-in page in a browser: passwords, the first one and a wrong one, the demo, and where one goes from there. */
final class SignInPageTest extends OnFrontDoor {

    @Test
    void aPasswordLeadsToWhereOneWantedToGo() {
        knows("kari", Role.ADMINISTRATOR);
        try (Visitor kari = visitor()) {
            kari.goes("/setup/accounts").arrivesAt("/sign-in?to=%2Fsetup%2Faccounts");
            kari.signsIn("kari", PASSWORD).arrivesAt("/setup/accounts");
            assertThat(kari.page.locator("who-am-i summary").innerText()).contains("Kari Vik", "Administrator");
        }
    }

    @Test
    void whoDoesTasksComesToThem() {
        knows("kari", Role.PORTER);
        try (Visitor kari = visitor().goes("/sign-in")) {
            kari.signsIn("kari", PASSWORD).arrivesAt("/tasks");
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        knows("kari", Role.NURSE);
        try (Visitor kari = visitor().goes("/sign-in?to=/me")) {
            kari.reads("Hvem bruker denne enheten");
            kari.field("Brukernavn").focus();
            kari.page.keyboard().type("kari");
            kari.page.keyboard().press("Tab");
            kari.page.keyboard().type(PASSWORD);
            assertThat(kari.page.locator(":focus-visible").getAttribute("id")).isEqualTo("password");
            kari.page.keyboard().press("Enter");
            kari.arrivesAt("/me");
            kari.reads("Dette husker Flyt");
            kari.page.locator("who-am-i summary").focus();
            kari.page.keyboard().press("Enter");
            assertThat(kari.button("Logg ut").isVisible()).isTrue();
            kari.page.keyboard().press("Escape");
            assertThat(kari.button("Logg ut").isVisible()).isFalse();
            assertThat(kari.page.locator(":focus-visible").innerText()).contains("Kari Vik");
        }
    }

    @Test
    void aWrongPasswordIsToldAndTheNextTryWaits() {
        knows("kari", Role.NURSE);
        try (Visitor kari = visitor().goes("/sign-in").signsIn("kari", "feil feil feil")) {
            kari.reads("Brukernavnet eller passordet er feil. Prøv igjen.");
            assertThat(kari.page.locator(":focus").getAttribute("id")).isEqualTo("password");
            kari.signsIn("kari", PASSWORD).reads("For mange forsøk. Prøv igjen om 1 sekund.");
            assertThat(kari.page.locator("form .main").isDisabled()).isTrue();
        }
    }

    @Test
    void itSaysHowLongOneStaysAndNamesWhatIsMissing() {
        try (Visitor somebody = visitor().goes("/sign-in")) {
            somebody.reads("Logges ut etter 5 min");
            somebody.reads("Logges ut etter 8 t");
            somebody.presses("Logg inn").reads("Fyll ut: Brukernavn");
            assertThat(somebody.page.locator(":focus").getAttribute("id")).isEqualTo("login");
        }
    }

    @Test
    void aPasswordForTheFirstTimeIsChangedFirst() {
        door.house.has("kari", true);
        try (Visitor kari = visitor().goes("/sign-in?to=/me").signsIn("kari", PASSWORD)) {
            kari.reads("gjelder bare første gang");
            kari.types("Nytt passord, minst 10 tegn", "kort")
                    .presses("Lagre passordet")
                    .reads("Passordet må ha minst 10 tegn.");
            kari.types("Nytt passord, minst 10 tegn", "tre røde båter")
                    .presses("Lagre passordet")
                    .arrivesAt("/me");
        }
        try (Visitor again = visitor().goes("/sign-in?to=/me")) {
            again.signsIn("kari", "tre røde båter").arrivesAt("/me");
        }
    }

    @Test
    void whoeverMustChangeFirstIsAskedAgainOnAnyOtherPage() {
        door.house.has("kari", true);
        try (Visitor kari = visitor().goes("/sign-in?to=/me").signsIn("kari", PASSWORD)) {
            kari.reads("gjelder bare første gang");
            kari.goes("/me").arrivesAt("/sign-in?to=%2Fme");
            kari.field("Passordet du fikk").waitFor();
        }
    }

    @Test
    void theFirstAdministratorComesByLink() {
        String secret = done(door.house.first.link()).orElseThrow();
        try (Visitor operator = visitor().goes("/sign-in?to=/setup/accounts&setup=" + secret)) {
            operator.types("Fullt navn", "Eva Nygård")
                    .types("Brukernavn", "eva")
                    .types("Nytt passord, minst 10 tegn", "tre røde båter")
                    .presses("Opprett administrator")
                    .arrivesAt("/setup/accounts");
        }
        try (Visitor late = visitor().goes("/sign-in?setup=" + secret)) {
            late.types("Fullt navn", "Per Vik")
                    .types("Brukernavn", "per")
                    .types("Nytt passord, minst 10 tegn", "tre røde båter")
                    .presses("Opprett administrator")
                    .reads("Lenken er brukt eller for gammel.");
            assertThat(late.page.url()).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-role | Kontoen din har ingen rolle i Flyt.",
                "provider-away | HelseID svarer ikke nå.",
                "idle | Du ble logget ut fordi enheten ikke ble brukt.",
                "constructor | Flyt kunne ikke fullføre påloggingen."
            })
    void whyOneWasSentHereIsToldInWords(String code, String words) {
        try (Visitor somebody = visitor().goes("/sign-in?trouble=" + code)) {
            somebody.reads(words);
        }
    }

    @ParameterizedTest
    @CsvSource({"//evil.example/x", "/\\evil.example", "https://evil.example/", "/sign-in?to=/x", "javascript:alert(1)"
    })
    void nobodyIsSentToAnotherSite(String to) {
        knows("kari", Role.NURSE);
        try (Visitor kari = visitor()) {
            kari.page.navigate(door.address("/sign-in"));
            Object gone = kari.page.evaluate("to => { location.assign('/sign-in?to=' + encodeURIComponent(to)); }", to);
            assertThat(gone).isNull();
            kari.page.waitForURL(url -> url.contains("to="));
            kari.signsIn("kari", PASSWORD).arrivesAt("/");
        }
    }

    @Test
    void theProviderIsToldWhereOneWantsToGoAndOnWhoseDevice() {
        try (Visitor somebody = visitor().goes("/sign-in?to=/ward/FJO/LUN")) {
            Locator provider = somebody.page.locator("a.provider");
            assertThat(provider.innerText()).contains("Fortsett med HelseID");
            assertThat(provider.getAttribute("href"))
                    .isEqualTo("/api/v1/access/oidc/start?to=%2Fward%2FFJO%2FLUN&device=shared");
            somebody.page.getByText("Bare jeg").click();
            assertThat(provider.getAttribute("href")).endsWith("device=own");
            somebody.goes("/sign-in").reads("Bare jeg");
            assertThat(somebody.page.locator("input[value=own]").isChecked()).isTrue();
        }
    }

    @Test
    void onASharedPhoneTheUserIsChangedWithOneTap() {
        knows("kari", Role.NURSE);
        try (Visitor kari = visitor().goes("/sign-in?to=/me").signsIn("kari", PASSWORD)) {
            kari.arrivesAt("/me");
            kari.presses("Bytt bruker").arrivesAt("/sign-in?to=%2Fme");
            assertThat(kari.page.locator(".already").count()).isZero();
            assertThat(kari.field("Brukernavn").inputValue()).isEmpty();
        }
    }

    @Test
    void aSharedDeviceThatNobodyTouchesSignsOut() {
        knows("kari", Role.NURSE);
        try (Visitor kari = visitor()) {
            kari.page.clock().install();
            kari.goes("/sign-in?to=/me").signsIn("kari", PASSWORD).arrivesAt("/me");
            kari.reads("Dette husker Flyt");
            kari.page.clock().fastForward(280_000);
            assertThat(kari.page.url()).endsWith("/me");
            kari.page.clock().fastForward(40_000);
            kari.arrivesAt("/sign-in?to=%2Fme&trouble=idle");
        }
    }

    @Test
    void theDemoLetsInWithOneTapAndSaysThatPatientsAreInvented() {
        door.close();
        door = new FrontDoor(true);
        try (Visitor anybody = visitor().goes("/sign-in?to=/me")) {
            anybody.reads("Alle pasienter er oppdiktet");
            anybody.page.locator(".demo button").first().waitFor();
            List<String> cards = anybody.page.locator(".demo button").allInnerTexts();
            assertThat(cards).hasSize(14);
            assertThat(cards.get(0)).contains("Sykepleier", "Ingrid Solheim");
            anybody.taps("Portør").arrivesAt("/me");
            anybody.reads("Alle pasienter er oppdiktet");
            assertThat(anybody.page.locator("who-am-i summary").innerText()).contains("Amir Haddad");
            anybody.presses("Bytt bruker").taps("Revisor").arrivesAt("/me");
            assertThat(anybody.page.locator("who-am-i summary").innerText()).contains("Nils Haugen");
        }
    }

    @Test
    void aHospitalHasNoDemo() {
        try (Visitor somebody = visitor().goes("/sign-in")) {
            somebody.reads("Alle oppslag på pasienter blir logget.");
            assertThat(somebody.page.locator(".demo, invented-strip p").count()).isZero();
        }
    }

    @Test
    void thePageSpeaksEnglishAndRemembersIt() {
        try (Visitor somebody = visitor().goes("/sign-in")) {
            somebody.page.getByText("English").click();
            somebody.reads("For staff with a role on duty.");
            somebody.goes("/sign-in").reads("For staff with a role on duty.");
        }
    }
}
