package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fired and what people answered, and the rules by which it did. */
final class AlertLogPageTest extends OnScreen {
    private static final String HOSPITAL = "/api/v1/hospitals/FJO";
    private static final String LOG =
            HOSPITAL + "/alerts/log?from=2026-11-04T23%3A00%3A00.000Z&to=2026-11-12T23%3A00%3A00.000Z";
    private static final String ENTRIES =
            """
            {"entries":[
             {"kind":"action","what":"tell-wards","ward":null,"at":"2026-11-12T09:50:00Z","until":null,"value":null,"help":null,"repeated":0,
              "said":[{"at":"2026-11-12T09:50:00Z","by":"Per","person":true,"answer":"not-done","words":"Alle er her"}]},
             {"kind":"level","what":"green","ward":null,"at":"2026-11-12T09:42:00Z","until":null,"value":null,"help":null,"repeated":0,
              "said":[{"at":"2026-11-12T09:42:00Z","by":"Per","person":true,"answer":null,"words":"Mange venter"}]},
             {"kind":"relief","what":"2 Laboratorium > Poliklinikk","ward":null,"at":"2026-11-12T09:00:00Z","until":null,"value":null,
              "help":{"staff":2,"from":"Laboratorium","to":"Poliklinikk"},"repeated":0,"said":[]},
             {"kind":"alert","what":"oldest-clean","ward":null,"at":"2026-11-12T08:00:00Z","until":"2026-11-12T09:10:00Z","value":130,"help":null,
              "repeated":1,"said":[{"at":"2026-11-12T08:30:00Z","by":null,"person":true,"answer":null,"words":"Satt først"}]},
             {"kind":"alert","what":"ward-corridor","ward":"LUN","at":"2026-11-12T07:00:00Z","until":null,"value":2,"help":null,"repeated":0,"said":[]},
             {"kind":"alert","what":"rule-1","ward":null,"at":"2026-11-12T06:30:00Z","until":null,"value":97,"help":null,"repeated":0,"said":[]},
             {"kind":"rules","what":"standard/1","ward":null,"at":"2026-11-12T06:00:00Z","until":null,"value":null,"help":null,"repeated":0,
              "said":[{"at":"2026-11-12T06:00:00Z","by":null,"person":false,"answer":null,"words":null}]}]}""";

    @BeforeEach
    void answer() {
        server.taken().clear();
        server.looks(PageServer.SOMEBODY.replace("\"deeds\":[]", "\"deeds\":[\"adopt-thresholds\"]"));
        server.answers(HOSPITAL, KnownLimits.HOSPITAL);
        server.answers(HOSPITAL + "/clock", "{\"time\":\"2026-11-12T10:00:00Z\",\"rate\":1}");
        server.answers(HOSPITAL + "/thresholds", KnownLimits.TOLD);
        server.answers(LOG, ENTRIES);
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
                        + " Varslet på nytt: 1 Tatt av noen (navnet er slettet) 09:30: Satt først");
        assertThat(said("[data-what=ward-corridor]"))
                .isEqualTo("tor. 12. nov. 08:00 Lunge: Pasienter i korridor 2 Ikke besvart");
        assertThat(said("[data-kind=level]")).endsWith("Erklært: Grønn beredskap Av Per 10:42: Mange venter");
        find("#rule").selectOption("ward-corridor");
        find("form.choices .main").click();
        assertThat(find("[data-what=oldest-clean]")).hasCount(0);
        assertThat(screen.page().url()).contains("rule=ward-corridor");
        assertThat(find("a.csv")).hasAttribute("href", LOG + "&format=csv");
    }

    @Test
    void whoDidWhatInWhichRoleAndWhatHelpWasProposedReadsAsWords() {
        open(1280, "light");
        assertThat(said("[data-kind=action]"))
                .endsWith("Tiltakskort · Vakthavende leder · Grønn beredskap: Varsle postene om nivået"
                        + " Ikke gjort, sier Per 10:50: Alle er her");
        assertThat(said("[data-kind=relief]")).endsWith("Flytt 2 fra Laboratorium til Poliklinikk");
        assertThat(said("[data-kind=rules]")).endsWith("Grenser tatt i bruk: standard/1 Av et annet system 07:00");
        assertThat(said("[data-what=rule-1]"))
                .as("a rule that is gone keeps its name and its unit")
                .contains("Fullt på natta 97 %");
    }

    @Test
    void theSetInForceReadsAsWordsWithItsHoursItsLevelsAndItsCards() {
        open(1280, "light");
        assertThat(said("[data-rule=oldest-clean]"))
                .isEqualTo(
                        "En seng har ventet lenge på renhold hele sykehuset 2 t eller mer, med en gang kl. 21–7: 4 t eller mer"
                                + " under 1 t 30 min – Koordinator for renhold: sett den først i køen");
        assertThat(said("tr[data-figure=corridor]"))
                .isEqualTo("Korridorpasienter 14 eller mer 18 eller mer 24 eller mer");
        assertThat(said("[data-card='green/duty-leader']"))
                .isEqualTo(
                        "Grønn beredskap Vakthavende leder Sett beredskapsledelse innen 30 min Varsle postene om nivået innen 30 min");
        assertThat(said(".rules > ol li").replaceAll(".* ·", "")).isEqualTo(" Per");
    }

    @Test
    void whoMayNotChangeReadsOnlyAndEverybodyCanReadIt() {
        server.looks(PageServer.SOMEBODY);
        open(390, "dark");
        assertThat(find(".rules button, .rules input")).hasCount(0);
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.ask("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private void open(int width, String theme) {
        screen = new Screen(browser, width, 1080, "{}", "{}");
        screen.go(server, "/alert-log/FJO?theme=" + theme);
        find(".log li").first().waitFor();
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
