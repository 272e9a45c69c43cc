package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.done;
import static flyt.access.account.AccessHouse.happens;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import flyt.access.Role;
import flyt.access.log.LogEntry;
import flyt.access.log.Who;
import flyt.ops.ExpectLog;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The access log as its auditor reads it, and what a page tells an employee of it. */
final class AuditPageTest extends OnFrontDoor {
    private static final Instant TEN = Instant.parse("2026-11-12T09:00:00Z");
    private static final Who INGRID = new Who(Who.Kind.PERSON, "a-1", "Ingrid Solheim", "nurse", "FJO LUN");
    private static final Who WALL =
            new Who(Who.Kind.SCREEN, "s-1", "Lunge vaktrom", "ward-screen", "Bygg A, 3. etasje");

    private Visitor nils;

    @BeforeEach
    void signIn() {
        knows("nils", Role.AUDITOR);
        looked(LogEntry.of(WALL, "ward", TEN.minusSeconds(60)).showing("ward", "HJE", 3));
        looked(LogEntry.of(INGRID, "stay", TEN).about("V-1042", null).because("Ringte om svaret"));
        looked(LogEntry.of(INGRID, "stay", TEN.plusSeconds(60))
                .about("V-2001", null)
                .refused());
        nils = visitor().goes("/sign-in?to=/audit");
        nils.signsIn("nils", PASSWORD).arrivesAt("/audit");
    }

    @AfterEach
    void leave() {
        nils.close();
    }

    private void looked(LogEntry entry) {
        happens(door.log.write(entry.in("FJO").from("10.0.4.21", null)));
    }

    private String line(String text) {
        return nils.page
                .locator(".log tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .innerText();
    }

    @Test
    void aPatientsLinesSayWhoSawThemInPlainWords() {
        nils.types("Pasient", "V-1042").presses("Søk").reads("2 oppslag");
        assertThat(line("Ingrid"))
                .contains(
                        "12.11.2026 10:00:00",
                        "Ingrid Solheim",
                        "Sykepleier, Lunge",
                        "Åpnet en pasients opphold",
                        "Opphold V-1042",
                        "Ringte om svaret",
                        "10.0.4.21");
    }

    @Test
    void aPersonsLinesAreFoundByNameAndWhatWasRefusedIsMarked() {
        nils.types("Ansatt, skjerm eller system", "Ingrid Solheim")
                .presses("Søk")
                .reads("2 oppslag");
        assertThat(line("V-2001")).contains("Avvist");
        assertThat(line("V-1042")).doesNotContain("Avvist");
    }

    @Test
    void aSpanOfHospitalTimeIsKept() {
        nils.types("Fra og med", "2026-11-12T09:59")
                .types("Til", "2026-11-12T10:00")
                .presses("Søk")
                .reads("1 oppslag");
        assertThat(line("Lunge vaktrom"))
                .contains("12.11.2026 09:59:00", "Veggskjerm, Bygg A, 3. etasje", "Så tavla for Hjerte. Lukket rom");
    }

    @Test
    void theSearchIsLoggedItself() {
        nils.types("Pasient", "V-1042").presses("Søk").reads("2 oppslag");
        nils.types("Pasient", "")
                .types("Ansatt, skjerm eller system", "Kari Vik")
                .presses("Søk")
                .reads("2 oppslag");
        assertThat(line("V-1042")).contains("Søkte i innsynsloggen", "Revisor, Fjordvik sykehus");
    }

    @Test
    void moreThanAPageComesInPages() {
        for (int i = 0; i < 60; i++) {
            looked(LogEntry.of(INGRID, "stay", TEN.minus(i, ChronoUnit.HOURS)).about("V-3001", null));
        }
        nils.types("Pasient", "V-3001").presses("Søk").reads("De 50 nyeste");
        nils.presses("Vis eldre").reads("61 oppslag");
        assertThat(nils.page.locator(".log tbody tr").count()).isEqualTo(61);
        assertThat(nils.button("Vis eldre").count()).isZero();
    }

    @Test
    void theSameQuestionIsSavedAsCsv() throws IOException {
        nils.types("Pasient", "V-1042").reads("Søk i loggen");
        Download saved =
                nils.page.waitForDownload(() -> nils.button("Last ned som CSV").click());
        nils.reads("Lagret 2 linjer.");
        assertThat(saved.suggestedFilename()).isEqualTo("access-log.csv");
        assertThat(Files.readAllLines(saved.path()))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("id,at,"))
                .satisfies(lines -> assertThat(lines.get(1)).contains("export-access-log", "Kari Vik"))
                .satisfies(lines -> assertThat(lines.get(2)).contains("Ingrid Solheim", "V-1042"));
    }

    @Test
    void nothingFoundIsSaid() {
        nils.types("Ansatt, skjerm eller system", "Ola Nordmann").presses("Søk").reads("Ingen oppslag funnet");
        assertThat(nils.page.locator(".log").count()).isZero();
    }

    @Test
    @ExpectLog("was taken in an emergency")
    void whoLookedInAnEmergencyIsReviewedWithWords() {
        happens(door.glass.open(
                INGRID, "FJO", "V-2001", null, "Hjertestans i korridoren", "10.0.4.21", door.house.clock.instant()));
        nils.goes("/audit").reads("1 venter på gjennomgang.");
        assertThat(nils.page.locator(".glass").first().innerText())
                .contains("Ingrid Solheim", "Opphold V-2001", "Hjertestans i korridoren");
        nils.types("Hva gjennomgangen viste", "Ingrid hadde stansvakt. I orden.")
                .presses("Ferdig gjennomgått")
                .reads("Ingen venter på gjennomgang.");
        nils.page.getByText("1 gjennomgått").click();
        nils.reads("Ingrid hadde stansvakt. I orden.");
    }

    @Test
    void anEmployeeSeesWhatIsStoredAboutThem() {
        knows("perla", Role.NURSE);
        String account =
                done(door.house.accounts.byLogin("perla")).orElseThrow().id();
        looked(LogEntry.of(new Who(Who.Kind.PERSON, account, "Kari Vik", "nurse", "FJO"), "stay", TEN)
                .about("V-4001", null));
        try (Visitor perla = visitor().goes("/sign-in?to=/me").signsIn("perla", PASSWORD)) {
            perla.reads("Opphold V-4001");
            assertThat(perla.page.locator("main").innerText())
                    .contains("Sykepleier, Fjordvik sykehus", "Delt enhet Chrome", "Åpnet en pasients opphold")
                    .doesNotContain("V-1042");
            perla.field("Språk på sidene").selectOption("en");
            perla.reads("What Flyt remembers");
            perla.types("The password you have now", PASSWORD)
                    .types("New password, at least 10 characters", "tre røde båter")
                    .presses("Change password")
                    .reads("The password is changed.");
            perla.presses("Sign out here").reads("For staff with a role on duty.");
        }
        try (Visitor perla = visitor().goes("/sign-in?to=/me").signsIn("perla", "tre røde båter")) {
            perla.reads("What Flyt remembers");
            perla.presses("Sign out everywhere").page.locator(".asking .yes").click();
            perla.page.waitForURL(url -> url.contains("/sign-in"));
        }
    }
}
