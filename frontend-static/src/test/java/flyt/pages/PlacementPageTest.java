package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient gets a bed by dragging, by keys alone and by taps; what does not suit says why, and who was first is told. */
final class PlacementPageTest extends OnPlacement {
    @BeforeEach
    void open() {
        open("\"reserve-bed\",\"end-reservation\",\"request-bed\",\"swap-reservations\"");
    }

    @Test
    void whoHasWaitedLongestComesFirstWithWhatSpeaksForTheirBed() {
        assertThat(find(".waits .who")).hasText(new String[] {"EB 1946", "UK 1939", "NF 1980", "Skjult identitet"});
        assertThat(line("R-1")).containsText("Akuttmottak → Lunge");
        assertThat(line("R-1")).containsText("egen post, ledig og klar nå");
        assertThat(line("R-1").locator(".action")).hasText("LUN · 317² ");
        assertThat(line("R-2").locator(".action")).hasText("GER · 604 etter renhold");
        assertThat(line("R-2")).containsText("Geriatri skulle ha svart 10:20");
        assertThat(line("R-3").locator(".given")).hasText("Tildelt LUN · 316");
        assertThat(line("R-4")).containsText("Lunge tar ikke imot: bemanning");
        assertThat(line("R-4").locator(".action")).hasText("Ingen forslag");
    }

    @Test
    void theProposalIsOnePress() {
        line("R-1").locator(".action").click();
        assertThat(find(".news .done")).hasText("LUN · 317² er reservert til EB 1946, holdes til 14:42.");
        assertReserved("LUN-317-2", "v1");
    }

    @Test
    void byKeysAloneAPatientIsLiftedAndTheBedTyped() {
        find("[data-lift=R-1]").focus();
        screen.page().keyboard().press("Enter");
        assertThat(find("#typed-bed")).isFocused();
        assertThat(line("R-1").locator(".moving")).hasText("Flyttes nå");
        screen.page().keyboard().type("lun 303");
        screen.page().keyboard().press("Enter");
        assertThat(find(".bed-choice .trouble"))
                .hasText("LUN · 303 passer ikke: flersengsrom, pasienten trenger enerom.");
        find("#typed-bed").fill("317-2");
        screen.page().keyboard().press("Enter");
        assertThat(find(".news .done")).hasText("LUN · 317² er reservert til EB 1946, holdes til 14:42.");
        assertThat(find("[data-lift=R-1]")).isFocused();
        assertReserved("LUN-317-2", "v1");
    }

    @Test
    void escapeLetsThePatientWait() {
        find("[data-lift=R-1]").click();
        assertThat(find("#typed-bed")).isFocused();
        screen.page().keyboard().press("Escape");
        assertThat(find(".bed-choice")).hasCount(0);
        assertThat(find("[data-lift=R-1]")).isFocused();
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void byTapsTheNextBestBedIsTaken() {
        find("[data-lift=R-1]").click();
        find("button[data-bed=LUN-305]").click();
        assertThat(find(".news .done")).hasText("LUN · 305 er reservert til EB 1946, holdes til 15:05.");
        assertReserved("LUN-305", "v2");
    }

    @Test
    void aLineIsDraggedToABed() {
        Locator line = line("R-1");
        line.dispatchEvent("dragstart", java.util.Map.of("dataTransfer", transfer()));
        Locator bed = find("button[data-bed=LUN-305]");
        bed.waitFor();
        bed.dispatchEvent("dragover", java.util.Map.of("dataTransfer", transfer()));
        assertThat(bed).containsText("Slipp for å reservere LUN · 305");
        bed.dispatchEvent("drop", java.util.Map.of("dataTransfer", transfer()));
        assertThat(find(".news .done")).hasText("LUN · 305 er reservert til EB 1946, holdes til 15:05.");
        assertReserved("LUN-305", "v2");
    }

    private Object transfer() {
        return screen.page().evaluateHandle("() => new DataTransfer()");
    }

    @Test
    void whoWasFirstIsTold() {
        server.answersWith(
                COMMANDS, 409, "{\"type\":\"/problems/refused\",\"reason\":\"reserved-already\",\"by\":\"Emil\"}");
        line("R-1").locator(".action").click();
        assertThat(find(".news .trouble")).hasText("Emil var først: sengen er reservert allerede.");
    }

    @Test
    void aPromisedBedIsGivenBack() {
        line("R-3").locator(".given").click();
        assertThat(find(".news .done")).hasText("LUN · 316 er ikke lenger reservert til NF 1980.");
        assertThat(wish().toString()).isEqualTo("{\"type\":\"EndReservation\",\"bed\":\"LUN-316\"}");
    }

    @Test
    void aProposalForAllIsMadeWhenAskedForAndCarriedOutLineByLine() {
        server.answers("/api/v1/hospitals/FJO/requests/plan", Golden.text("/flyt/pages/request-plan.json"));
        assertThat(find("[data-plan]")).hasCount(0);
        find(".plan-proposal .find").click();
        assertThat(find(".plan-proposal .lead"))
                .hasText(
                        "Laget 10:42 på 0,8 s. 1 flere får seng enn om den som har ventet lengst, velger først. Bedre enn dette går det ikke.");
        assertThat(find("[data-plan=R-2]")).containsText("LUN · 317² blir satellittpasient, ledig og klar nå");
        assertThat(find("[data-move]")).hasText("Vask GER · 604 først Da får disse seng straks: UK 1939");
        assertThat(server.taken()).isEmpty();
        assertThat(Axe.faults(screen.page())).isEmpty();
        find("[data-plan=R-1] .take").click();
        assertThat(find(".news .done")).hasText("LUN · 305 er reservert til EB 1946, holdes til 15:05.");
        assertReserved("LUN-305", "v2");
    }

    @Test
    void aLineOfTheProposalThatHoldsNoLongerIsExplainedAndOneThatIsDoneIsSaidToBe() {
        server.answers("/api/v1/hospitals/FJO/requests/plan", Golden.text("/flyt/pages/request-plan.json"));
        find(".plan-proposal .find").click();
        server.answersWith(COMMANDS, 409, "{\"type\":\"/problems/refused\",\"reason\":\"bed-changed\"}");
        find("[data-plan=R-2] .take").click();
        assertThat(find(".news .trouble")).hasText("Sengen er ikke lenger slik den ble vist.");
        screen.send(
                """
                {"type":"rows","stream":"FJO/requests/-","prev":48213,"seq":48214,"put":[],"drop":["request/R-1"]}""");
        assertThat(find("[data-plan=R-1]")).containsText("Venter ikke lenger");
        assertThat(find("[data-plan=R-1] .take")).hasCount(0);
        server.refuses("/api/v1/hospitals/FJO/requests/plan", 503, "journal-away", "");
        find(".plan-proposal .find").click();
        assertThat(find(".plan-proposal .trouble")).hasText("Forslaget kunne ikke lages. Prøv igjen om litt.");
    }

    @Test
    void onPurposeTwoWhoWaitSwapTheirBeds() {
        server.answers("/api/v1/hospitals/FJO/requests/R-1/beds", Golden.text("/flyt/pages/request-beds.json"));
        screen.send(
                """
                {"type":"rows","stream":"FJO/requests/-","prev":48213,"seq":48214,"drop":[],"put":[%s]}"""
                        .formatted(promised("R-1")));
        assertThat(line("R-1").locator(".given")).hasText("Tildelt LUN · 301");
        find("[data-lift=R-1]").click();
        find(".bed-choice summary").click();
        find(".others [data-bed=LUN-316] button").click();
        assertThat(find(".news .done")).hasText("EB 1946 har byttet og fått LUN · 316.");
        assertThat(wish().toString())
                .isEqualTo("{\"type\":\"SwapReservations\",\"bed\":\"LUN-301\",\"other\":\"LUN-316\"}");
    }

    /** The row of one who waits, as it is with bed LUN-301 promised. */
    private static String promised(String request) {
        JsonObject row = JsonParser.parseString(Golden.text("/flyt/pages/requests.json"))
                .getAsJsonObject()
                .getAsJsonArray("rows")
                .asList()
                .stream()
                .map(one -> one.getAsJsonObject())
                .filter(one -> one.get("request").getAsString().equals(request))
                .findFirst()
                .orElseThrow();
        row.addProperty("state", "reserved");
        row.addProperty("bed", "LUN-301");
        row.add(
                "promise",
                JsonParser.parseString(
                        """
                        {"ward":"LUN","name":"Lunge","bed":"LUN-301","label":"301","suffix":null,"standing":"ready","readyAt":null,
                         "until":"2026-11-12T13:00:00Z"}"""));
        return row.toString();
    }

    @Test
    void whatThePatientNeedsIsAPressAndTheBedsFollow() {
        find("[data-lift=R-1]").click();
        assertThat(find("[data-need]")).hasCount(9);
        assertThat(find("button[data-bed=LUN-305]")).isVisible();
        server.answers(
                "/api/v1/hospitals/FJO/requests/R-1/beds",
                Golden.text("/flyt/pages/request-beds.json").replace("LUN-305", "LUN-309"));
        find("[data-need=dialysis]").click();
        assertThat(find("button[data-bed=LUN-309]")).isVisible();
        assertThat(wish().toString())
                .isEqualTo("{\"type\":\"RequestBed\",\"visit\":\"V101\",\"to\":\"LUN\",\"needs\":[\"dialysis\"]}");
    }

    @Test
    void nobodyWaitingIsSaid() {
        screen.send(
                """
                {"type":"rows","stream":"FJO/requests/-","prev":48213,"seq":48214,"put":[],
                 "drop":["request/R-1","request/R-2","request/R-3","request/R-4"]}""");
        assertThat(find(".waiting-list .nobody")).hasText("Ingen venter på seng");
    }

    @Test
    void axeFindsNothingWithABedBeingChosen() {
        find("[data-lift=R-1]").click();
        find("button[data-bed=LUN-305]").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.complaints()).isEmpty();
    }

    /** For four hours from now, or from when the bed is ready. */
    private void assertReserved(String bed, String seen) {
        JsonObject wish = wish();
        assertThat(wish.remove("until").getAsString())
                .startsWith(bed.equals("LUN-305") ? "2026-11-12T14:05:" : "2026-11-12T13:42:");
        assertThat(wish.toString())
                .isEqualTo("{\"type\":\"ReserveBed\",\"bed\":\"%s\",\"request\":\"R-1\",\"seen\":\"%s\"}"
                        .formatted(bed, seen));
    }
}
