package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits, levels and action cards are changed in a form, looked at, and adopted. */
final class LimitsFormTest extends OnScreen {
    private static final String HOSPITAL = "/api/v1/hospitals/FJO";
    private static final String REHEARSAL = HOSPITAL + "/thresholds/rehearsal";
    private static final String COMMANDS = HOSPITAL + "/commands";
    private static final String LOG =
            HOSPITAL + "/alerts/log?from=2026-11-04T23%3A00%3A00.000Z&to=2026-11-12T23%3A00%3A00.000Z";
    private static final String LOOKED =
            """
            {"measured":10080,"alerts":[{"rule":"ward-corridor","count":3,"measured":true},{"rule":"oldest-clean","count":0,"measured":true},
              {"rule":"rule-2","count":0,"measured":false}],
             "levels":{"normal":0.9,"green":0.1,"yellow":0,"red":0},"unknown":["outliers-in"]}""";

    @BeforeEach
    void answer() {
        server.taken().clear();
        server.looks(PageServer.SOMEBODY.replace("\"deeds\":[]", "\"deeds\":[\"adopt-thresholds\"]"));
        server.answers(HOSPITAL, KnownLimits.HOSPITAL);
        server.answers(HOSPITAL + "/clock", "{\"time\":\"2026-11-12T10:00:00Z\",\"rate\":1}");
        server.answers(HOSPITAL + "/thresholds", KnownLimits.TOLD);
        server.answers(LOG, "{\"entries\":[]}");
        server.answers(REHEARSAL, LOOKED);
        server.answers(COMMANDS, "{\"outcome\":\"accepted\",\"seq\":7}");
    }

    @AfterEach
    void lookAway() {
        server.looks(null);
    }

    @Test
    void aRuleOnAnyFigureOfOneWardIsAddedAndAdoptedAfterALookAtTheLastWeek() {
        open(1280, "light");
        assertThat(find(".rules form .trouble")).isHidden();
        find("[data-add=rule]").click();
        assertThat(find("[name='rules[2].figure']")).isFocused();
        find("[name='rules[2].figure']").selectOption("outliers-in");
        assertThat(find("[name='rules[2].name']")).hasValue("Satellittpasienter fra andre poster");
        find("[name='rules[2].ward']").selectOption("LUN");
        fill("rules[2].limit", "4");
        fill("rules[2].clear", "3");
        fill("rules[2].after", "15");
        fill("rules[2].clearAfter", "10");
        fill("rules[2].repeat", "");
        fill("rules[2].action", "ring posten som eier dem");
        find("[name='rules[2].owner']").selectOption("ward-coordinator");
        find("[data-rule=rule-2] [data-add=hours]").click();
        fill("rules[2].hours[0].limit", "6");
        fill("rules[2].hours[0].clear", "5");
        assertThat(said("[data-rule=rule-2] summary"))
                .isEqualTo("Satellittpasienter fra andre poster Lunge · 4 eller mer i 15 min");
        look();
        find(".looked p").first().waitFor();
        assertThat(said("[data-rule=ward-corridor] summary")).endsWith("Siste 7 døgn: 3 varsler");
        assertThat(said("[data-rule=rule-2] summary")).endsWith("Siste 7 døgn: ikke målt");
        assertThat(said(".looked"))
                .contains("Normal drift 90 %", "Ikke målt, så det utløser ingenting: Satellittpasienter fra andre");
        server.answers(
                LOG,
                "{\"entries\":[{\"kind\":\"rules\",\"what\":\"fjo/1\",\"ward\":null,\"at\":\"2026-11-12T10:00:00Z\",\"until\":null,"
                        + "\"value\":null,\"help\":null,\"repeated\":0,\"said\":[]}]}");
        find(".rules form button.main").click();
        JsonObject set = taken("POST " + COMMANDS).getAsJsonObject("thresholds");
        assertThat(set.get("name").getAsString()).isEqualTo("fjo");
        assertThat(set.getAsJsonArray("rules").get(2))
                .as("its id is none that ever was")
                .isEqualTo(
                        JsonParser.parseString(
                                """
                        {"id":"rule-2","figure":"outliers-in","eachWard":false,"ward":"LUN","limit":4,"clear":3,
                         "hours":[{"from":21,"to":7,"limit":6,"clear":5}],"after":15,"clearAfter":10,"severity":"attention",
                         "owner":"ward-coordinator","name":"Satellittpasienter fra andre poster","action":"ring posten som eier dem"}"""));
        assertThat(set.getAsJsonArray("rules").get(0).getAsJsonObject().keySet())
                .as("the words of the languages are left to them")
                .doesNotContain("name", "action", "ward");
        assertThat(find("button.change")).isFocused();
        assertThat(find("[data-kind=rules]")).hasCount(1);
        assertThat(find(".done")).hasText("Grensene er tatt i bruk.");
    }

    @Test
    void aRuleIsPutAsideAndAnotherRemoved() {
        open(1280, "light");
        unfold("oldest-clean");
        find("[data-rule=oldest-clean] [data-remove=rule]").click();
        assertThat(find("details.limit")).hasCount(1);
        assertThat(find("[data-add=rule]")).isFocused();
        unfold("ward-corridor");
        find("[name='rules[0].off']").uncheck();
        assertThat(said("[data-rule=ward-corridor] summary")).endsWith("Av");
        look();
        find(".looked p").first().waitFor();
        JsonObject set = taken("POST " + REHEARSAL).getAsJsonObject("thresholds");
        assertThat(set.getAsJsonArray("rules")).hasSize(1);
        assertThat(set.getAsJsonArray("rules")
                        .get(0)
                        .getAsJsonObject()
                        .get("off")
                        .getAsBoolean())
                .isTrue();
    }

    @Test
    void whatCallsForALevelIsChangedFigureByFigure() {
        open(1280, "light");
        fill("pressure.together", "2");
        fill("pressure.enterAfter", "45");
        fill("pressure.leaveAfter", "90");
        find("#new-trigger").selectOption("ready-beds");
        find("[data-add=trigger]").click();
        fill("pressure.triggers[1].green", "8");
        fill("pressure.triggers[1].yellow", "4");
        fill("pressure.triggers[1].red", "1");
        assertThat(said("fieldset[data-figure=ready-beds] legend")).isEqualTo("Ledige og klare senger 8 eller mindre");
        look();
        find(".looked p").first().waitFor();
        JsonObject pressure =
                taken("POST " + REHEARSAL).getAsJsonObject("thresholds").getAsJsonObject("pressure");
        assertThat(pressure.get("triggers"))
                .isEqualTo(
                        JsonParser.parseString(
                                """
                        [{"figure":"corridor","green":14,"yellow":18,"red":24},{"figure":"ready-beds","green":8,"yellow":4,"red":1}]"""));
        assertThat(List.of(pressure.get("together"), pressure.get("enterAfter"), pressure.get("leaveAfter")))
                .hasToString("[2, 45, 90]");
    }

    @Test
    void linesOfACardAreAddedMovedAndRemovedByKeyboard() {
        open(1280, "light");
        find("[data-action=tell-wards] [data-do=up]").focus();
        press("Enter");
        assertThat(find("[data-action=tell-wards] [data-do=down]")).isFocused();
        find("[data-role=duty-leader] [data-add=action]").focus();
        press("Enter");
        fill("pressure.cards[0].actions[2].words", "Ring Mysen");
        fill("pressure.cards[0].actions[2].within", "20");
        find("[data-action=set-leadership] [data-do=remove]").focus();
        press("Enter");
        find("#new-card-red").selectOption("bed-manager");
        find("[data-level=red] [data-add=card]").focus();
        press("Enter");
        fill("pressure.cards[1].actions[0].words", "Fordel alle");
        find("[data-level=yellow] [data-add=card]").click();
        find("[data-level=yellow] [data-do=remove]").click();
        look();
        find(".looked p").first().waitFor();
        assertThat(taken("POST " + REHEARSAL)
                        .getAsJsonObject("thresholds")
                        .getAsJsonObject("pressure")
                        .get("cards"))
                .as("a card without a line is none")
                .isEqualTo(
                        JsonParser.parseString(
                                """
                        [{"level":"green","role":"duty-leader","actions":[{"id":"tell-wards","within":30},
                          {"id":"action-1","within":20,"words":"Ring Mysen"}]},
                         {"level":"red","role":"bed-manager","actions":[{"id":"action-2","within":30,"words":"Fordel alle"}]}]"""));
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldBeforeAnybodyIsAsked() {
        open(1280, "light");
        unfold("ward-corridor");
        fill("rules[0].limit", "");
        fill("rules[0].action", "skriv om meg");
        fill("pressure.enterAfter", "3000");
        find("[data-rule=ward-corridor] summary").click();
        look();
        assertThat(find("[name='rules[0].limit']")).isFocused();
        assertThat(fault("rules[0].limit")).hasText("Fyll ut");
        assertThat(fault("pressure.enterAfter")).hasText("Må være fra 0 til 1440");
        assertThat(find(".rules form [role=alert]")).containsText("2 felt må rettes");
        assertThat(find("[name='rules[0].action']")).hasValue("skriv om meg");
        assertThat(server.taken()).noneMatch(one -> one.contains("rehearsal"));
        fill("rules[0].limit", "3");
        assertThat(fault("rules[0].limit")).hasCount(0);
        assertThat(find(".rules form [role=alert]")).containsText("1 felt må rettes");
    }

    @Test
    void whatTheServerFindsStandsAtItsFieldInPlainWords() {
        server.answersWith(
                REHEARSAL,
                422,
                "{\"type\":\"x/faulty-thresholds\",\"faults\":["
                        + "{\"field\":\"thresholds.rules[1].hours[0].from\",\"problem\":\"x\",\"code\":\"overlapping\"},"
                        + "{\"field\":\"thresholds.pressure.triggers.CORRIDOR.red\",\"problem\":\"x\",\"code\":\"out-of-order\"}]}");
        open(1280, "light");
        look();
        assertThat(fault("rules[1].hours[0].from")).hasText("Noen av timene står i et annet tidsrom også");
        assertThat(fault("pressure.triggers[0].red")).containsText("et høyere nivå kan ikke være mildere");
        assertThat(find("[name='rules[1].hours[0].from']")).isFocused();
        assertThat(find("[name='rules[1].hours[0].from']")).hasAttribute("aria-invalid", "true");
        assertThat(find(".rules form button.main")).hasText("Se hva det ville gitt");
        screen.complaints().clear();
    }

    @Test
    void whoComesSecondLosesNothingAndLooksAgain() {
        server.answersWith(
                COMMANDS, 409, "{\"type\":\"x/refused\",\"reason\":\"older-rules\",\"status\":409,\"title\":\"x\"}");
        open(1280, "light");
        unfold("ward-corridor");
        fill("rules[0].limit", "5");
        look();
        find(".looked p").first().waitFor();
        server.answers(
                HOSPITAL + "/thresholds",
                KnownLimits.TOLD.replace(
                        "\"name\":\"standard\",\"version\":1}],", "\"name\":\"fjo\",\"version\":1}],"));
        find(".rules form button.main").click();
        assertThat(find("main > .trouble")).containsText("Noen andre har tatt i bruk nye grenser imens");
        assertThat(find("[name='rules[0].limit']")).hasValue("5");
        assertThat(find(".looked p")).hasCount(0);
        server.taken().clear();
        assertThat(find(".rules > ol")).containsText("fjo/1");
        look();
        find(".looked p").first().waitFor();
        assertThat(taken("POST " + REHEARSAL)
                        .getAsJsonObject("thresholds")
                        .get("version")
                        .getAsInt())
                .isEqualTo(2);
        screen.complaints().clear();
    }

    @Test
    void aSetComesFromAFileTooAndNonsenseIsToldSo() {
        open(1280, "light");
        find(".rules form button:text-is('Avbryt')").click();
        choose("{\"thresholds\":{\"rules\":[]}}");
        assertThat(find(".rules > .trouble")).hasText("Filen er ikke et sett med grenser.");
        choose(KnownLimits.TOLD.replace("\"limit\":2,", "\"limit\":7,"));
        assertThat(find(".rules > .trouble")).hasText("");
        assertThat(find("[name='rules[0].limit']")).hasValue("7");
    }

    @Test
    void itIsForEverybodyAlsoOnAPhoneAndAtNight() {
        open(390, "dark");
        for (String rule : List.of("ward-corridor", "oldest-clean")) {
            unfold(rule);
        }
        fill("rules[0].clear", "");
        look();
        fault("rules[0].clear").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.ask("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(screen.ask(
                        "() => [...document.querySelectorAll('.rules form button, .rules form input:not([type=checkbox]), .rules form select, .rules form summary')]"
                                + ".filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 47.5)"
                                + ".map((one) => one.outerHTML.slice(0, 90))"))
                .isEqualTo(List.of());
    }

    private void open(int width, String theme) {
        screen = new Screen(browser, width, 1080, "{}", "{}");
        screen.go(server, "/alert-log/FJO?theme=" + theme);
        find("button.change").click();
        find("details.limit").first().waitFor();
    }

    private void look() {
        find(".rules form [type=submit]").click();
    }

    private void unfold(String rule) {
        find("[data-rule=" + rule + "] summary").click();
    }

    private void fill(String path, String value) {
        find("[name='" + path + "']").fill(value);
    }

    private Locator fault(String path) {
        return find("[id='" + path + "-fault']");
    }

    private void press(String key) {
        screen.page().keyboard().press(key);
    }

    private void choose(String json) {
        find("input[type=file]")
                .setInputFiles(new FilePayload("set.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the server was first told so; it is waited for. */
    private JsonObject taken(String start) {
        screen.page().waitForCondition(() -> server.taken().stream().anyMatch(taken -> taken.startsWith(start)));
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
