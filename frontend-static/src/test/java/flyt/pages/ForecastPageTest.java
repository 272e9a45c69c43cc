package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forecast: what was, what will probably be, the same in words, and what is said where there is nothing to show. */
final class ForecastPageTest extends OnScreen {
    private static final Instant MADE = Instant.parse("2026-11-12T09:40:00Z");
    private static final int OPEN = 400;

    @BeforeEach
    void look() {
        server.answers("/api/v1/hospitals/FJO/forecast/score", SCORES);
        server.looks(PageServer.SOMEBODY.replace("\"house\"", "\"house\",\"forecast\""));
    }

    /** What the score of the hospital's forecasts answers where a test says nothing else. */
    private static final String SCORES =
            """
            {"from":"2026-10-13T09:42:00Z","to":"2026-11-12T09:42:00Z","scores":[
             {"ward":null,"figure":"patients","hours":24,"forecasts":668,"error":7.24,"errorOfNow":12.1,"errorOfLastWeek":10.96,
              "inHalf":0.53,"inNineTenths":0.91},
             {"ward":null,"figure":"ready","hours":24,"forecasts":668,"error":9.5,"errorOfNow":11,"errorOfLastWeek":null,
              "inHalf":0.5,"inNineTenths":0.9}]}""";

    @AfterEach
    void lookNoMore() {
        server.looks(null);
    }

    private void open(JsonObject... rows) {
        open("", rows);
    }

    private void open(String query, JsonObject... rows) {
        JsonObject snapshot = JsonParser.parseString(
                        "{\"type\":\"snapshot\",\"stream\":\"FJO/forecast/-\",\"seq\":48213}")
                .getAsJsonObject();
        JsonArray all = new JsonArray();
        for (JsonObject row : rows) {
            all.add(row);
        }
        snapshot.add("rows", all);
        screen = new Screen(browser, 1440, 900, snapshot.toString(), Golden.frame("beat"));
        screen.go(server, "/forecast/FJO?theme=light" + query);
        screen.page().locator("flyt-forecast-chart figure").waitFor();
    }

    /** Nothing forecast yet. */
    private static JsonObject nothing() {
        JsonObject row = JsonParser.parseString(
                        """
                        {"key":"forecast","kind":"forecast","ward":null,"name":"Fjordvik sykehus","order":0,"synthetic":true,
                         "timeZone":"Europe/Oslo","madeAt":null,"learnedHours":null,"now":null,"past":[],"expected":null}""")
                .getAsJsonObject();
        return row;
    }

    /** 364 patients now, and one fewer each hour, give or take twenty. */
    private static JsonObject made(Instant at, int open, int learnedHours) {
        JsonObject row = nothing();
        row.addProperty("madeAt", at.toString());
        row.addProperty("learnedHours", learnedHours);
        row.add("now", count(364, open));
        JsonArray past = new JsonArray();
        for (int hour : new int[] {6, 5, 2, 1}) {
            JsonObject then = count(364 + hour, open);
            then.addProperty("at", at.minusSeconds(hour * 3_600L).toString());
            past.add(then);
        }
        row.add("past", past);
        JsonObject expected = new JsonObject();
        for (String what : new String[] {"patients", "leaving", "coming", "ready"}) {
            expected.add(what, course());
        }
        row.add("expected", expected);
        return row;
    }

    private static JsonObject ward(String id, String name) {
        JsonObject row = made(MADE, OPEN, 2_160);
        row.addProperty("key", "forecast/" + id);
        row.addProperty("ward", id);
        row.addProperty("name", name);
        row.addProperty("order", 3);
        return row;
    }

    private static JsonObject count(int patients, int open) {
        JsonObject count = new JsonObject();
        count.addProperty("patients", patients);
        count.addProperty("open", open);
        count.addProperty("ready", 12);
        return count;
    }

    private static JsonObject course() {
        JsonObject course = new JsonObject();
        int[] off = {0, -8, 8, -20, 20};
        String[] names = {"mean", "low50", "high50", "low90", "high90"};
        for (int i = 0; i < names.length; i++) {
            JsonArray hours = new JsonArray();
            for (int hour = 1; hour <= 48; hour++) {
                hours.add(364.0 - hour + off[i]);
            }
            course.add(names[i], hours);
        }
        return course;
    }

    private String text(String selector) {
        return screen.page()
                .locator(selector)
                .first()
                .innerText()
                .replaceAll("\\s+", " ")
                .replace('\u00a0', ' ')
                .strip();
    }

    private int count(String selector) {
        return screen.page().locator("flyt-forecast-chart " + selector).count();
    }

    @Test
    void theChartHasBothRangesTheCapacityAndTheSameNumbersInWords() {
        open(made(MADE, OPEN, 2_160), ward("LUN", "Lunge"));
        screen.page().locator("flyt-forecast-chart .course").waitFor();
        assertThat(count("path.most")).isEqualTo(1);
        assertThat(count("path.half")).isEqualTo(1);
        assertThat(count("path.capacity")).isEqualTo(1);
        // an hour is missing, and so is the line there
        assertThat(count("path.happened")).isEqualTo(2);
        assertThat(screen.page().locator(".capacity-name").textContent()).isEqualTo("Alle åpne senger i bruk");
        assertThat(text(".said"))
                .isEqualTo("Om 4 t, kl. 14:40: 90 %, mellom 85 og 95 Om 12 t, kl. 22:40: 88 %, mellom 83 og 93"
                        + " Om 24 t, kl. 10:40: 85 %, mellom 80 og 90 Om 48 t, kl. 10:40: 79 %, mellom 74 og 84");
        assertThat(screen.page().locator("flyt-forecast-chart svg[role=img]").getAttribute("aria-label"))
                .contains("nå 91 %, 364 på 400 åpne senger", "Om 12 t, kl. 22:40: 88 %, mellom 83 og 93");
        assertThat(text(".made")).isEqualTo("Regnet ut 10:40. Lært av 90 døgn i sykehuset.");
        assertThat(text(".course-table tbody tr")).startsWith("Hele sykehuset 91 % 364/400 90 % 85–95");

        screen.page().locator("[data-ward=LUN] button").click();
        screen.page().locator(".of-ward").waitFor();
        assertThat(screen.page().locator("flyt-forecast-chart svg[role=img]").getAttribute("aria-label"))
                .startsWith("Lunge: nå 91 %");
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void beforeAnythingIsKnownItSaysSo() {
        open(nothing());
        screen.page().locator("flyt-forecast-chart .missing").waitFor();
        assertThat(text(".missing b")).isEqualTo("For lite historikk");
        assertThat(count("svg[role=img]")).isZero();
    }

    @Test
    void ofWhatItIsMadeIsSaidAndAnOldOneLooksOld() {
        open(made(MADE.minusSeconds(3_600), OPEN, 0));
        screen.page().locator("flyt-forecast-chart .old").waitFor();
        assertThat(text(".made")).startsWith("Regnet ut 09:40. Gammel prognose Ingen historikk ennå");
    }

    @Test
    void howRightItWasIsSaidInPlainWordsFirst() {
        open(made(MADE, OPEN, 2_160));
        screen.page().locator(".score-table").waitFor();
        assertThat(text(".plainly"))
                .isEqualTo(
                        "Hele sykehuset, 24 timer fram: det ble som prognosen spente ut i 9 av 10 tilfeller (det skal være 9)."
                                + " I snitt var den 7,2 pasienter feil; den beste enkle gjetningen var 11 feil.");
        assertThat(text(".score-table tbody tr")).isEqualTo("Pasienter Om 24 t 53 % 91 % 7,2 12 11 668");
        assertThat(screen.page().locator(".score-table tbody tr").nth(1).innerText())
                .contains("–");
    }

    @Test
    void whatIsImaginedStandsBesideWhatIs() {
        open(made(MADE, OPEN, 2_160), ward("LUN", "Lunge"), ward("HJE", "Hjerte"));
        String path = "/api/v1/hospitals/FJO/forecast/what-if";
        server.refuses(path, 409, "refused", "opened-and-closed");
        screen.page().locator("[name=close]").selectOption("LUN");
        screen.page().locator("[aria-label='Steng en post til']").click();
        screen.page().locator("[name=close]").nth(1).selectOption("HJE");
        screen.page().locator("[name=openWard]").selectOption("LUN");
        screen.page().locator("[name=open]").fill("5");
        screen.page().locator("flyt-what-if .primary").click();
        screen.page()
                .getByText("Senger kan ikke åpnes på en post som ikke tar noen inn.")
                .waitFor();
        server.answers(
                path, "{\"asItIs\":[" + made(MADE, OPEN, 2_160) + "],\"imagined\":[" + made(MADE, 380, 2_160) + "]}");
        screen.page().locator("flyt-what-if .primary").click();
        screen.page().locator(".beside flyt-forecast-chart .course").nth(1).waitFor();
        assertThat(screen.page().locator(".difference tbody tr").nth(0).innerText())
                .contains("88 %", "83–93");
        assertThat(screen.page().locator(".difference tbody tr").nth(1).innerText())
                .contains("93 %", "87–98");
        assertThat(server.taken())
                .contains(
                        "POST " + path
                                + " {\"close\":[\"LUN\",\"HJE\"],\"open\":{\"LUN\":5},\"cleaners\":0,\"discharge\":{},\"arrivalsPercent\":0,\"outbreak\":[]}");
        assertThat(Axe.faults(screen.page())).isEmpty();
        // the browser itself complains of a refusal
        assertThat(screen.complaints()).singleElement().asString().contains("409");
        screen.complaints().clear();
    }

    @Test
    void whatCameIsDrawnOverTheForecastMadeThen() {
        answers("2026-11-10", "2026-11-11", "", "11T22");
        answers("2026-11-11", "2026-11-12", counts("2026-11-12", 340), "12T09", "12T22");
        answers("2026-11-12", "2026-11-13", counts("2026-11-13", 348), "13T09", "12T23");
        answers("2026-11-13", "2026-11-14", "", "13T23");
        server.answers(
                "/api/v1/hospitals/FJO/forecast/score?at=2026-11-12T09:42:00.000Z", SCORES.replace("7.24", "5.55"));
        open("&at=2026-11-12T09:42:00Z", made(MADE, OPEN, 2_160));
        screen.page().getByText("Slik ble det").waitFor();
        screen.page().locator(".score-table").waitFor();
        assertThat(text("#score-title")).isEqualTo("Hvor godt traff det de siste 30 døgnene fram til da");
        assertThat(text(".plainly")).as("as it was known then").contains("var den 5,6 pasienter feil");
        assertThat(text("figcaption h2")).startsWith("Prognosen da for to døgn, mot slik det ble");
        assertThat(text(".said"))
                .contains("kl. 22:40: 88 %, mellom 83 og 93; det ble 85 %")
                .contains("Om 24 t, kl. 10:40: 85 %, mellom 80 og 90; det ble 87 %")
                .as("which nobody knows yet")
                .endsWith("Om 48 t, kl. 10:40: 79 %, mellom 74 og 84");
        assertThat(screen.page().locator(".now-name").textContent()).isEqualTo("da 91 %");
        assertThat(screen.page().locator("flyt-what-if").count()).isZero();
    }

    /** A day as it was, whichever of these hours of November is asked for. */
    private void answers(String before, String date, String curve, String... hours) {
        for (String hour : hours) {
            server.answers(
                    "/api/v1/hospitals/FJO/past?at=2026-11-" + hour + ":00:00.000Z",
                    """
                    {"from":"%sT23:00:00Z","to":"%sT23:00:00Z","timeZone":"Europe/Oslo","synthetic":true,"marks":[],"curve":[%s]}"""
                            .formatted(before, date, curve));
        }
    }

    /** At half past ten and half past ten in the evening. */
    private static String counts(String date, int patients) {
        return "{\"at\":\"%1$sT09:30:00Z\",\"patients\":%2$d,\"staffed\":400},{\"at\":\"%1$sT21:30:00Z\",\"patients\":%2$d,\"staffed\":400}"
                .formatted(date, patients);
    }

    @Test
    void aClosedWardHasNoShareToShow() {
        open(made(MADE, 0, 100));
        screen.page().locator("flyt-forecast-chart .missing").waitFor();
        assertThat(text(".missing b")).isEqualTo("Ingen åpne senger");
    }
}
