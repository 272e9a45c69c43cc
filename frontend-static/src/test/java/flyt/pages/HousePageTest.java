package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The overview of the house: one line per ward, the sum of those that count, the emergency department apart. */
final class HousePageTest extends OnScreen {

    @BeforeEach
    void open() {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-house"), Golden.frame("beat"));
        screen.go(server, "/house/FJO?theme=light");
        screen.page().locator("flyt-ward-line").first().waitFor();
    }

    @Test
    void everyWardHasALineWithItsCountsAndALink() {
        assertThat(screen.page().locator("flyt-ward-line").count()).isEqualTo(19);
        assertThat(line("LUN"))
                .isEqualTo(
                        "Lunge 1 fra andre poster her · 2 av våre ligger andre steder · ansvar for 24 85 % 23 27 1 1 1 3 4 0 1");
        assertThat(screen.page().locator("[data-key='ward/LUN'] a").getAttribute("href"))
                .startsWith("/ward/FJO/LUN");
    }

    @Test
    void moreThanFullIsDrawnAndMarked() {
        assertThat(line("GNE")).startsWith("Gastro, nyre, endokrin 106 % 38 36");
        assertThat(screen.page().locator("[data-key='ward/GNE'] .over").count()).isEqualTo(1);
    }

    @Test
    void theSumIsThatOfTheLinesThatCountAndTheEmergencyDepartmentStandsApart() {
        int patients = 0;
        for (JsonElement each : Golden.frameObject("snapshot-house").getAsJsonArray("rows")) {
            JsonObject row = each.getAsJsonObject();
            boolean counts = row.has("inOccupancy") && row.get("inOccupancy").getAsBoolean();
            patients += counts ? row.get("patients").getAsInt() : 0;
        }
        assertThat(screen.page().locator(".sum .patients").innerText()).isEqualTo(String.valueOf(patients));
        assertThat(line("AKM")).startsWith("Akuttmottak ikke med i belegget –");
    }

    @Test
    void onlyTheNumberThatChangedIsTinted() {
        JsonObject ward = null;
        for (JsonElement each : Golden.frameObject("snapshot-house").getAsJsonArray("rows")) {
            JsonObject row = each.getAsJsonObject();
            ward = row.get("key").getAsString().equals("ward/LUN") ? row : ward;
        }
        assertThat(ward).isNotNull();
        ward.addProperty("ready", 2);
        screen.send(Golden.update(48213, 48214, ward).replace("FJO/ward.3/LUN", "FJO/house/-"));
        screen.page().locator(".changed").first().waitFor();
        assertThat(screen.ask("() => [...document.querySelectorAll('.changed')].map(c => c.dataset.cell).join()"))
                .isEqualTo("free");
        assertThat(line("LUN"))
                .isEqualTo(
                        "Lunge 1 fra andre poster her · 2 av våre ligger andre steder · ansvar for 24 85 % 23 27 2 1 1 3 4 0 1");
    }

    @Test
    void thePageAsksForTheHouseAndNothingMore() {
        assertThat(screen.asked())
                .containsExactly("{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"house\",\"scope\":\"-\"}");
    }

    private String line(String ward) {
        return screen.page()
                .locator("[data-key='ward/" + ward + "']")
                .innerText()
                .replaceAll("\\s+", " ")
                .replace('\u00a0', ' ')
                .strip();
    }
}
