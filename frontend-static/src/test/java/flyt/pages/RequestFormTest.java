package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bed is asked for, asked for otherwise, earmarked and taken back; and what would help is looked for while somebody is stuck. */
final class RequestFormTest extends OnPlacement {
    private static final String PLAN = "/api/v1/hospitals/FJO/requests/plan";

    @BeforeEach
    void open() {
        server.answers(PLAN, Golden.text("/flyt/pages/request-plan.json"));
        server.answers(
                "/api/v1/hospitals/FJO/wards",
                "{\"rows\":" + Golden.frameObject("snapshot-house").getAsJsonArray("rows") + "}");
        server.answers(
                "/api/v1/hospitals/FJO/rows?view=ward&scope=LUN&level=2",
                "{\"rows\":" + Golden.frameObject("snapshot-ward.2").getAsJsonArray("rows") + "}");
        open("\"reserve-bed\",\"request-bed\",\"withdraw-request\"");
    }

    @Test
    void whoLiesInAWardIsAskedForByBedAndInitials() {
        find("[data-new]").click();
        assertThat(find("#request-title")).isFocused();
        find("#request-ward").selectOption("LUN");
        assertThat(find("#request-who option").first()).hasText("Velg");
        assertThat(find("#request-to")).hasValue("LUN");
        List<String> people = find("#request-who option").allTextContents();
        assertThat(people)
                .as("who waits already is not among them: V101, V102, V103, V104")
                .noneMatch(text -> text.contains("LUN · 301"));
        String first = find("#request-who option").nth(1).getAttribute("value");
        find("#request-who").selectOption(first);
        find("#request-to").selectOption("GER");
        find("#request-clock").fill("14:30");
        assertThat(find("#request-clock-hint")).hasText("I dag 14:30");
        find(".request-form [data-need=telemetry]").click();
        assertThat(Axe.faults(screen.page())).isEmpty();
        find(".request-form .main").click();
        assertThat(find(".news .done")).containsText("Det er bedt om seng til");
        assertThat(wish().toString())
                .isEqualTo(
                        "{\"type\":\"RequestBed\",\"needs\":[\"telemetry\"],\"visit\":\"%s\",\"to\":\"GER\",\"readyAt\":\"2026-11-12T13:30:00.000Z\"}"
                                .formatted(first));
        assertThat(find(".request-form")).hasCount(0);
        assertThat(find("[data-new]")).isFocused();
    }

    @Test
    void aTimeThatHasPassedTodayIsTomorrows() {
        find("[data-new]").click();
        assertThat(find("#request-clock-hint")).hasText("Med en gang");
        find("#request-clock").fill("09:00");
        assertThat(find("#request-clock-hint")).hasText("Fre 13. kl. 09:00");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        find("[data-new]").click();
        find(".request-form .main").click();
        assertThat(find(".request-form .trouble")).hasText("Velg hvem som trenger seng.");
        assertThat(find("#request-who")).isFocused();
        assertThat(server.taken()).isEmpty();
        screen.page().keyboard().press("Escape");
        assertThat(find(".request-form")).hasCount(0);
    }

    @Test
    void whoWaitsIsAskedForOtherwiseOrTakenBackForAReason() {
        find("[data-lift=R-1]").click();
        find(".bed-choice .change").click();
        assertThat(find("#request-title")).containsText("Endre for EB 1946");
        assertThat(find("#request-to")).hasValue("LUN");
        find("#request-to").selectOption("INF");
        find(".request-form .main").click();
        assertThat(find(".news .done")).hasText("Det er bedt om seng til EB 1946.");
        assertThat(wish().toString())
                .isEqualTo("{\"type\":\"RequestBed\",\"needs\":[],\"visit\":\"V101\",\"to\":\"INF\"}");
        server.taken().clear();
        find(".bed-choice .change").click();
        find("[data-withdraw=stays-put]").click();
        assertThat(find(".news .done")).hasText("EB 1946 venter ikke lenger på seng.");
        assertThat(wish().toString())
                .isEqualTo("{\"type\":\"WithdrawRequest\",\"visit\":\"V101\",\"reason\":\"stays-put\"}");
    }

    @Test
    void anOccupiedBedIsEarmarkedForAReasonAndAsLongAsSaid() {
        find("[data-lift=R-1]").click();
        find(".bed-choice .hold select").selectOption("24");
        find(".bed-choice summary").click();
        find(".others [data-bed=LUN-304] [data-deed=earmark]").click();
        assertThat(find(".on-purpose .fault")).hasText("Skriv hvorfor sengen gis likevel. Det blir stående.");
        find("[name=purpose]").fill("reiser i morgen tidlig");
        find(".others [data-bed=LUN-304] [data-deed=earmark]").click();
        assertThat(find(".news .done")).containsText("LUN · 304 er reservert til EB 1946");
        JsonObject wish = wish();
        assertThat(wish.get("until").getAsString()).startsWith("2026-11-13T09:42:");
        assertThat(wish.get("purpose").getAsString()).isEqualTo("reiser i morgen tidlig");
        assertThat(wish.has("sharing")).isFalse();
    }

    @Test
    void whomAWardDeclinedIsSaidToBeWithTheNextBest() {
        screen.send(
                """
                {"type":"rows","stream":"FJO/requests/-","prev":48213,"seq":48214,"drop":[],"put":[%s]}"""
                        .formatted(declined()));
        assertThat(line("R-1"))
                .containsText("Lunge tar ikke imot: bemanning · nest best: blir satellittpasient, ledig og klar nå");
        assertThat(line("R-1").locator("[data-place]")).containsText("GER · 604");
    }

    /** The row of one whom the ward has declined, and who would suit a bed elsewhere. */
    private static String declined() {
        JsonObject row = JsonParser.parseString(Golden.text("/flyt/pages/requests.json"))
                .getAsJsonObject()
                .getAsJsonArray("rows")
                .get(1)
                .getAsJsonObject();
        row.addProperty("state", "declined");
        row.getAsJsonObject("asked").addProperty("declined", "staffing");
        JsonObject next = row.getAsJsonArray("suggestions").get(0).getAsJsonObject();
        next.addProperty("ward", "GER");
        next.addProperty("bed", "GER-604");
        next.addProperty("label", "604");
        next.add("suffix", null);
        next.add("reasons", JsonParser.parseString("[\"outlier\",\"ready-now\"]"));
        return row.toString();
    }

    @Test
    void whileNoBedIsReadyForSomebodyWhatWouldHelpIsThereUnasked() {
        assertThat(find("[data-move]")).hasText("Vask GER · 604 først Da får disse seng straks: UK 1939");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void onAPhoneTheFormFits() {
        screen.page().setViewportSize(390, 844);
        find("[data-new]").click();
        assertThat(find("#request-title")).isFocused();
        Object over = screen.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).isZero();
    }
}
