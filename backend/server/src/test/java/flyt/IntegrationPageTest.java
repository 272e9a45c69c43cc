package flyt;

import static flyt.FhirSamples.at;
import static flyt.FhirSamples.encounter;
import static flyt.MllpHouse.admission;
import static flyt.MllpHouse.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import flyt.pages.Axe;
import flyt.pages.Browser;
import flyt.pages.NeedsBrowser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page for whoever keeps feeds running. */
@NeedsBrowser
@Timeout(120)
class IntegrationPageTest {
    @TempDir
    private static Path folder;

    private static MllpHouse house;

    @BeforeAll
    static void open() throws Exception {
        house = new MllpHouse(folder, true);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void anEngineerCorrectsAMessageOnThePage() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(message(
                            "PAS",
                            "A01",
                            "z-1",
                            "EVN|A01|20261122130000\rPID|1||T-VZ1||Testesen^Kari\rPV1|1|I|LUN^LUN-313^LUN-313")))
                    .contains("MSA|AE|z-1");
            for (int i = 2; i <= 10; i++) {
                assertThat(line.ask(message("PAS", "A03", "z-" + i, "PV1|1|I"))).contains("MSA|AE|z-" + i);
            }
        }
        while (!house.ask("GET", "/inbox", "").getJsonArray("feeds").encode().contains("\"rejectingSince\":\"")) {
            // the writer looks once a second
        }
        onThePage(page -> {
            page.getByLabel("Meldingens id (MSH-10)").fill("z-1");
            press(page, "Søk");
            page.getByText("1 melding").first().waitFor();
            assertThat(page.locator("table:not(.feeds):not(.unmapped) tbody")
                            .first()
                            .innerText())
                    .contains("Mangelfull", "Mangler oppholdsnummer");
            assertThat(page.locator("[data-feed=pas]").innerText())
                    .contains("Mye avvises siden", "er kilden eller profilen endret?");
            page.getByLabel("Meldinger", new Page.GetByLabelOptions().setExact(true))
                    .getByText("Åpne")
                    .click();
            page.getByText("99999999")
                    .or(page.getByText("xxxxxxxx^xxxx"))
                    .first()
                    .waitFor();
            assertThat(page.content()).doesNotContain("Testesen");
            assertThat(Axe.faults(page)).isEmpty();
            page.getByLabel("Segment").fill("PV1");
            page.getByLabel("Felt", new Page.GetByLabelOptions().setExact(true)).fill("19");
            page.getByLabel("Ny verdi").fill("VZ1");
            press(page, "Se hva som ville endres");
            page.getByText("Dette ville endres").waitFor();
            press(page, "Fortell på nytt");
            page.getByText("1 av 1 fortalt på nytt").waitFor();
            page.getByLabel("Meldingens id (MSH-10)").fill("");
            press(page, "Søk");
            page.getByText("9 meldinger").waitFor();
            assertThat(page.locator("table:not(.feeds):not(.unmapped) tbody")
                            .first()
                            .innerText())
                    .as("what was told waits no longer")
                    .doesNotContain("z-1\n")
                    .contains("z-2\n");
            press(page, "Les profilene på nytt");
            page.getByText("Profilene er lest på nytt").waitFor();
            assertThat(page.locator("main").innerText()).contains("pas versjon ");
        });
        assertThat(house.stay("VZ1").getJsonArray("placements").getJsonObject(0).getString("bed"))
                .isEqualTo("LUN-313");
    }

    @Test
    void anEngineerMapsAPlaceAndSeesItsPatientMove() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("m-1", "VM1", "X7"))).contains("MSA|AA|m-1");
        }
        onThePage(page -> {
            Locator place = page.locator("[data-said='LUN^X7^X7']");
            assertThat(place.innerText()).contains("PAS/FJO", "LUN X7 X7");
            press(page, "Kartlegg");
            page.getByLabel("Avdeling").fill("LUN");
            page.getByLabel("Seng").fill("LUN-318");
            press(page, "Se hva som ville endres");
            page.getByText("1 av 1 meldinger ville bli fortalt på nytt.").waitFor();
            assertThat(Axe.faults(page)).isEmpty();
            JsonObject rule = new JsonObject(page.locator("blockquote").innerText());
            house.writes(new JsonObject()
                    .put("id", "pas")
                    .put("version", 2)
                    .put("source", "pas")
                    .put("zone", "Europe/Oslo")
                    .put("places", new JsonArray().add(rule)));
            press(page, "Les profilene på nytt");
            place.getByText("LUN LUN-318").waitFor();
            press(page, "Flytt pasientene");
            page.getByText("1 av 1 fortalt på nytt").waitFor();
            place.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        });
        JsonObject lies = house.stay("VM1").getJsonArray("placements").getJsonObject(0);
        assertThat(lies.getString("bed")).isEqualTo("LUN-318");
        assertThat(lies.getString("from")).isEqualTo("2026-11-22T12:00:00Z");
    }

    /** Its place has no profile to be mapped in: the body is corrected instead, by the path of what is wrong. */
    @Test
    void anEngineerCorrectsABodyOfFhirOnThePage() throws Exception {
        JsonObject unknown = encounter("VQ1", 1, "in-progress", at("NO-SUCH-ROOM", "08:00", ""));
        assertThat(new FhirSender(house).put("Encounter/VQ1", unknown).body()).contains("unknown-place");
        onThePage(page -> {
            Locator place = page.locator("[data-said='NO-SUCH-ROOM']");
            place.waitFor();
            assertThat(place.getByRole(AriaRole.BUTTON).allInnerTexts()).containsExactly("Åpne");
            place.getByText("Åpne").click();
            page.getByLabel("Sti i ressursen").fill("location[0].location.reference");
            page.getByLabel("Ny verdi").fill("Location/LUN-326");
            assertThat(page.content()).contains("Location/NO-SUCH-ROOM").doesNotContain("Testesen");
            assertThat(Axe.faults(page)).isEmpty();
            press(page, "Se hva som ville endres");
            page.getByText("Dette ville endres").waitFor();
            press(page, "Fortell på nytt");
            page.getByText("1 av 1 fortalt på nytt").waitFor();
            place.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        });
        JsonObject lies = house.stay("VQ1").getJsonArray("placements").getJsonObject(0);
        assertThat(lies.getString("bed")).isEqualTo("LUN-326");
    }

    /** What somebody does there. */
    @FunctionalInterface
    private interface Visit {
        void on(Page page) throws Exception;
    }

    /** A visit of somebody signed in, of which no script complains. */
    private static void onThePage(Visit visit) throws Exception {
        try (Browser browser = Browser.open();
                BrowserContext context = browser.context(1280, 900)) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onPageError(complaints::add);
            signIn(page);
            visit.on(page);
            assertThat(complaints).isEmpty();
        }
    }

    private static void signIn(Page page) {
        page.navigate(house.server.url() + "/sign-in?to=/integration");
        page.locator(".demo button", new Page.LocatorOptions().setHasText("Integrasjonsansvarlig"))
                .first()
                .click();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
