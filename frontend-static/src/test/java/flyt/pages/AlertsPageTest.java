package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not go unnoticed: each alert with its owner and what to do, the level, the cards, the count of 07:00. */
final class AlertsPageTest extends OnScreen {
    private static final String COMMANDS = "/api/v1/hospitals/FJO/commands";
    private static final String ROWS = Golden.text("/flyt/protocol/golden/rows/alerts.json");
    private static final String BED_MANAGER = PageServer.SOMEBODY.replace(
            "\"deeds\":[]",
            "\"deeds\":[\"adopt-thresholds\",\"answer-relief\",\"answer-threshold\",\"declare-level\",\"mark-action\"]");

    @BeforeEach
    void answer() {
        server.taken().clear();
        server.looks(BED_MANAGER);
        server.answers(COMMANDS, "{\"outcome\":\"accepted\",\"seq\":48214}");
    }

    @AfterEach
    void lookAway() {
        server.looks(null);
    }

    @Test
    void anAlertSaysWhatSinceWhenWhoseItIsAndWhatToDo() {
        open(ROWS, 1920, "light");
        assertThat(find(".alert")).hasText(new Pattern[] {words("korridor"), words("renhold"), words("prøvesvar")});
        assertThat(said("[data-key='threshold/ward-corridor/GAS']"))
                .isEqualTo("Gastro, nyre, endokrin: Pasienter i korridor 2, grensen er 1, siden 09:20"
                        + " Tone · flytt til en post med ledig seng Jeg tar det");
        assertThat(said("[data-key='threshold/oldest-clean']"))
                .isEqualTo("En seng har ventet lenge på renhold 2 t 10 min, grensen er 2 t, siden 10:50"
                        + " · på vei tilbake Koordinator for renhold · sett den først i køen Jeg tar det");
        assertThat(said("[data-key='threshold/discharges-lab']")).endsWith("Tatt av Ola 11:30: Setter de tre først");
    }

    @Test
    void whoTakesOneOnSaysWhatWasDone() {
        open(ROWS, 1280, "light");
        find("[data-key='threshold/ward-corridor/GAS'] button").click();
        assertThat(find("form input")).isFocused();
        find("form input").fill(" Flytter to til NEV ");
        screen.page().keyboard().press("Enter");
        assertThat(find(".told")).hasText("Lagret.");
        assertThat(find("form")).hasCount(0);
        assertThat(wishes())
                .containsExactly(json(
                        "{'type':'AnswerThreshold','rule':'ward-corridor','ward':'GAS','did':'Flytter to til NEV'}"));
    }

    @Test
    void theLevelIsDeclaredByAPersonAndTheProposedOneIsOfferedFirst() {
        open(ROWS, 1280, "light");
        assertThat(said(".level h2")).isEqualTo("Grønn beredskap");
        assertThat(said(".level")).contains("Erklært av Per 10:42: Mange venter", "betyr ikke at alt er bra");
        assertThat(said(".level .proposed")).isEqualTo("Tallene taler for gul beredskap siden 11:20");
        find("[data-declare]").first().click();
        find("form .main").click();
        assertThat(find(".told")).hasText("Gul beredskap er erklært.");
        assertThat(wishes()).containsExactly(json("{'type':'DeclareLevel','level':'yellow'}"));
        find(".level summary").click();
        assertThat(said("[data-level=unknown]")).isEqualTo("På jobb av planlagte: måles ikke");
    }

    @Test
    void anActionIsDoneOrNotDoneForAReason() {
        open(ROWS, 1280, "light");
        assertThat(said("[data-action=own]")).isEqualTo("Ring Mysen Ikke gjort: Ikke svar");
        assertThat(said("[data-action=set-leadership]")).isEqualTo("Sett beredskapsledelse Gjort av Per 10:48");
        find("[data-action=tell-wards] .main").click();
        assertThat(find(".told")).hasText("Lagret.");
        find("[data-action=review-discharges] button:not(.main)").click();
        find("form input").fill("Ingen tid");
        screen.page().keyboard().press("Enter");
        assertThat(find("form")).hasCount(0);
        assertThat(wishes())
                .containsExactly(
                        json("{'type':'MarkAction','action':'tell-wards','done':'done'}"),
                        json(
                                "{'type':'MarkAction','action':'review-discharges','done':'not-done','reason':'Ingen tid'}"));
    }

    @Test
    void helpForAQueueIsAgreedWithOneTapAndDeclinedWithAReason() {
        open(ROWS, 1280, "light");
        assertThat(said(".sampling"))
                .isEqualTo("Kø for blodprøve Poliklinikk: 14 venter · lengst siden 11:21 · 3 tar prøver"
                        + " Flytt 2 fra Laboratorium til Poliklinikk Gjør det Nei");
        find(".sampling .main").click();
        assertThat(find(".told")).hasText("Lagret.");
        find(".sampling button:not(.main)").click();
        find("form input").fill("Alle er opptatt");
        screen.page().keyboard().press("Enter");
        assertThat(find("form")).hasCount(0);
        assertThat(wishes())
                .containsExactly(
                        json("{'type':'AnswerRelief','accepted':true}"),
                        json("{'type':'AnswerRelief','accepted':false,'reason':'Alle er opptatt'}"));
        open(
                ROWS.replace(
                        "\"answer\":\"open\",\"answeredAt\":null,\"by\":null",
                        "\"answer\":\"accepted\"," + "\"answeredAt\":\"2026-11-12T10:40:00Z\",\"by\":\"Per\""),
                1280,
                "light");
        assertThat(said(".sampling .response")).isEqualTo("Avtalt av Per 11:40: de hjelper til køen er kort igjen");
        assertThat(find(".sampling button")).hasCount(0);
    }

    @Test
    void theCountOfSevenSaysWhenItWasMadeLate() {
        open(ROWS, 1280, "light");
        assertThat(said(".census"))
                .isEqualTo("Korridorpasienter kl. 07 12.11.2026 2 av 374 inneliggende · 6 uten seng"
                        + " Gastro, nyre, endokrin: 2");
        open(ROWS.replace("\"madeAt\":null", "\"madeAt\":\"2026-11-12T08:20:00Z\""), 1280, "light");
        assertThat(said(".census .late"))
                .isEqualTo("Talt først kl. 09:20, etter et avbrudd. Bygger på meldinger til kl. 06:58");
    }

    @Test
    void nothingIsWatchedBeforeAHospitalHasDecidedWhatCounts() {
        JsonObject level = JsonParser.parseString(ROWS).getAsJsonArray().get(3).getAsJsonObject();
        level.add("rules", null);
        open("[" + level + "]", 1280, "light");
        assertThat(said(".level h2")).isEqualTo("Ingen grenser er satt ennå");
        find(".level .main").click();
        assertThat(find(".told")).hasText("Grensene er tatt i bruk.");
        assertThat(wishes()).containsExactly(json("{'type':'AdoptThresholds','thresholds':'standard'}"));
    }

    @Test
    void whoMayNothingSeesNoButtonAndARefusalIsSaid() {
        server.looks(PageServer.SOMEBODY);
        open(ROWS, 1280, "light");
        assertThat(find("flyt-alert-cards button")).hasCount(0);
        server.looks(BED_MANAGER);
        server.refuses(COMMANDS, 409, "refused", "threshold-gone");
        open(ROWS, 1280, "light");
        find(".alert button").first().click();
        find("form .main").click();
        assertThat(find(".trouble")).hasText("Varselet gjelder ikke lenger.");
        assertThat(find("form")).hasCount(1);
        assertThat(screen.complaints()).allMatch(said -> said.startsWith("Failed to load resource"));
        screen.complaints().clear();
    }

    @ParameterizedTest
    @CsvSource({"dark, 1920", "light, 390"})
    void everybodyCanReadItAndNothingIsCutOff(String theme, int width) {
        open(ROWS, width, theme);
        find(".level summary").click();
        find(".alert button").first().click();
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.ask("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private void open(String rows, int width, String theme) {
        if (screen != null) {
            screen.close();
        }
        String snapshot = "{\"type\":\"snapshot\",\"stream\":\"FJO/alerts/-\",\"seq\":48213,\"rows\":" + rows + "}";
        screen = new Screen(browser, width, 1080, snapshot, Golden.frame("beat"));
        screen.go(server, "/alerts/FJO?theme=" + theme);
        find(".level").waitFor();
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

    private static Pattern words(String part) {
        return Pattern.compile(part);
    }

    private static List<JsonObject> wishes() {
        return server.taken().stream()
                .filter(taken -> taken.startsWith("POST " + COMMANDS))
                .map(taken -> json(taken.substring(taken.indexOf('{'))))
                .peek(wish -> {
                    wish.remove("commandId");
                    wish.remove("at");
                })
                .toList();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }
}
