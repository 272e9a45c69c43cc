package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fired and what people answered, and the rules by which it did. */
final class AlertLogPageTest extends OnScreen {
    private static final String HOSPITAL = "/api/v1/hospitals/FJO";
    private static final String LOG =
            HOSPITAL + "/alerts/log?from=2026-11-04T23%3A00%3A00.000Z&to=2026-11-12T23%3A00%3A00.000Z";
    private static final String REHEARSAL = HOSPITAL + "/thresholds/rehearsal";
    private static final String BED_MANAGER =
            PageServer.SOMEBODY.replace("\"deeds\":[]", "\"deeds\":[\"adopt-thresholds\"]");
    private static final String RULES =
            """
            {"thresholds":{"name":"standard","version":1,"every":1,
              "rules":[{"id":"ward-corridor","figure":"corridor","eachWard":true,"limit":2,"clear":2,"hours":[],"after":60,"clearAfter":60,
                "severity":"critical","owner":"ward-coordinator","repeat":120},
               {"id":"oldest-clean","figure":"oldest-clean","eachWard":false,"limit":120,"clear":90,"hours":[{"from":21,"to":7,"limit":240,"clear":200}],
                "after":0,"clearAfter":0,"severity":"attention","owner":"cleaning-coordinator"}],
              "pressure":{"triggers":[{"figure":"corridor","green":14,"yellow":18,"red":24}],"together":1,"enterAfter":30,"leaveAfter":60,"cards":[]}},
             "adopted":[{"at":"2026-11-10T09:00:00Z","by":"Per","name":"standard","version":1}]}""";
    private static final String ENTRIES =
            """
            {"entries":[
             {"kind":"level","what":"green","ward":null,"at":"2026-11-12T09:42:00Z","until":null,"value":null,"repeated":0,
              "said":[{"at":"2026-11-12T09:42:00Z","by":"Per","answer":null,"words":"Mange venter"}]},
             {"kind":"alert","what":"oldest-clean","ward":null,"at":"2026-11-12T08:00:00Z","until":"2026-11-12T09:10:00Z","value":130,"repeated":1,
              "said":[{"at":"2026-11-12T08:30:00Z","by":null,"answer":null,"words":"Satt først"}]},
             {"kind":"alert","what":"ward-corridor","ward":"LUN","at":"2026-11-12T07:00:00Z","until":null,"value":2,"repeated":0,"said":[]}]}""";

    @BeforeEach
    void answer() {
        server.taken().clear();
        server.looks(BED_MANAGER);
        server.answers(
                HOSPITAL,
                "{\"id\":\"FJO\",\"name\":\"Fjordvik sykehus\",\"timeZone\":\"Europe/Oslo\",\"wards\":[{\"id\":\"LUN\",\"name\":\"Lunge\"}]}");
        server.answers(HOSPITAL + "/clock", "{\"time\":\"2026-11-12T10:00:00Z\",\"rate\":1}");
        server.answers(HOSPITAL + "/thresholds", RULES);
        server.answers(LOG, ENTRIES);
        server.answers(HOSPITAL + "/commands", "{\"outcome\":\"accepted\",\"seq\":7}");
    }

    @AfterEach
    void lookAway() {
        server.looks(null);
    }

    @Test
    void theLogSaysWhatForHowLongAndWhatWasAnswered() {
        open(1280, "light");
        assertThat(said("section.card >> nth=0 >> [data-what=oldest-clean]"))
                .isEqualTo("tor. 12. nov. 09:00 – 10:10 (1 t 10 min) En seng har ventet lenge på renhold 2 t 10 min"
                        + " Varslet på nytt: 1 Tatt 09:30: Satt først");
        assertThat(said("[data-what=ward-corridor]"))
                .isEqualTo("tor. 12. nov. 08:00 Lunge: Pasienter i korridor 2 Ikke besvart");
        assertThat(said("[data-kind=level]")).endsWith("Erklært: Grønn beredskap Per 10:42: Mange venter");
        find("#rule").selectOption("ward-corridor");
        find("form.choices .main").click();
        assertThat(find("[data-what=oldest-clean]")).hasCount(0);
        assertThat(screen.page().url()).contains("rule=ward-corridor");
        assertThat(find("a.csv")).hasAttribute("href", LOG + "&format=csv");
    }

    @Test
    void rulesAreChangedAfterALookAtWhatTheyWouldHaveDone() {
        server.answers(
                REHEARSAL,
                "{\"measured\":10080,\"alerts\":[{\"rule\":\"ward-corridor\",\"count\":3},{\"rule\":\"oldest-clean\",\"count\":0}],"
                        + "\"levels\":{\"normal\":0.9,\"green\":0.1,\"yellow\":0,\"red\":0},\"unknown\":[\"staff-present\"]}");
        open(1280, "light");
        assertThat(said("[data-rule=ward-corridor]"))
                .isEqualTo(
                        "Pasienter i korridor hver post 2 2 60 120 Koordinator på posten · flytt til en post med ledig seng");
        find(".rules .take button").click();
        assertThat(find(".rules .main")).hasText("Se hva det ville gitt");
        find("[data-rule=ward-corridor] input").first().fill("3");
        find(".rules .main").click();
        assertThat(find("[data-rule=ward-corridor] .week")).hasText("3");
        assertThat(said(".looked"))
                .contains("Normal drift 90 %", "Ikke målt, så det utløser ingenting: På jobb av planlagte");
        find(".rules .main").click();
        assertThat(find(".done")).hasText("Grensene er tatt i bruk.");
        JsonObject wish = taken("POST " + HOSPITAL + "/commands").getAsJsonObject("thresholds");
        assertThat(wish.get("name").getAsString()).isEqualTo("fjo");
        assertThat(wish.get("version").getAsInt()).isEqualTo(1);
        assertThat(wish.getAsJsonArray("rules")
                        .get(0)
                        .getAsJsonObject()
                        .get("limit")
                        .getAsInt())
                .isEqualTo(3);
    }

    @Test
    void nonsenseIsRefusedWholeAndSaysWhere() {
        server.answersWith(
                REHEARSAL,
                422,
                "{\"type\":\"x/faulty-thresholds\",\"faults\":[{\"field\":\"thresholds.rules.ward-corridor.clear\",\"problem\":\"x\"},"
                        + "{\"field\":\"thresholds.pressure.triggers.CORRIDOR\",\"problem\":\"x\"}]}");
        open(1280, "light");
        find(".rules .take button").click();
        find(".rules .main").click();
        assertThat(find(".rules [role=alert]"))
                .hasText("Kan ikke brukes. Se på: Pasienter i korridor, Korridorpasienter");
        assertThat(find(".looked")).hasText("");
        screen.complaints().clear();
    }

    @Test
    void whoMayNotChangeReadsOnlyAndEverybodyCanReadIt() {
        server.looks(PageServer.SOMEBODY);
        open(390, "dark");
        assertThat(find(".rules button")).hasCount(0);
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.ask("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private void open(int width, String theme) {
        screen = new Screen(browser, width, 1080, "{}", "{}");
        screen.go(server, "/alert-log/FJO?theme=" + theme);
        find(".log li").first().waitFor();
    }

    private JsonObject taken(String start) {
        String one = server.taken().stream()
                .filter(taken -> taken.startsWith(start))
                .findFirst()
                .orElseThrow();
        return JsonParser.parseString(one.substring(one.indexOf('{'))).getAsJsonObject();
    }

    private Locator find(String selector) {
        return screen.page().locator(selector);
    }

    private String said(String selector) {
        return find(selector)
                .innerText()
                .replaceAll("\\s+", " ")
                .replace('\u00a0', ' ')
                .strip();
    }
}
