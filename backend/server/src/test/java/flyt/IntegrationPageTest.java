package flyt;

import static flyt.MllpHouse.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import flyt.pages.Axe;
import flyt.pages.Browser;
import flyt.pages.NeedsBrowser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page for whoever keeps feeds running. */
@NeedsBrowser
@Timeout(120)
class IntegrationPageTest {
    @TempDir
    private Path folder;

    private MllpHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new MllpHouse(folder, true);
    }

    @AfterEach
    void close() {
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
        try (Browser browser = Browser.open();
                BrowserContext context = browser.context(1280, 900)) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onPageError(complaints::add);
            page.navigate(house.server.url() + "/sign-in?to=/integration");
            page.locator(".demo button", new Page.LocatorOptions().setHasText("Integrasjonsansvarlig"))
                    .first()
                    .click();
            page.getByLabel("Meldingens id (MSH-10)").fill("z-1");
            press(page, "Søk");
            page.getByText("1 melding").first().waitFor();
            assertThat(page.locator("table:not(.feeds) tbody").first().innerText())
                    .contains("Mangelfull", "Mangler oppholdsnummer");
            assertThat(page.locator("[data-feed=pas]").innerText())
                    .contains("Mye avvises siden", "er kilden eller profilen endret?");
            press(page, "Åpne");
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
            page.getByText("Ingen meldinger venter").waitFor();
            press(page, "Les profilene på nytt");
            page.getByText("Profilene er lest på nytt").waitFor();
            assertThat(page.locator("main").innerText()).contains("pas versjon 1");
            assertThat(complaints).isEmpty();
        }
        assertThat(house.stay("VZ1").getJsonArray("placements").getJsonObject(0).getString("bed"))
                .isEqualTo("LUN-313");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
