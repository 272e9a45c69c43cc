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
        JsonObject snapshot = JsonParser.parseString(
                        "{\"type\":\"snapshot\",\"stream\":\"FJO/forecast/-\",\"seq\":48213}")
                .getAsJsonObject();
        JsonArray all = new JsonArray();
        for (JsonObject row : rows) {
            all.add(row);
        }
        snapshot.add("rows", all);
        screen = new Screen(browser, 1440, 900, snapshot.toString(), Golden.frame("beat"));
        screen.go(server, "/forecast/FJO?theme=light");
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
        JsonObject ward = made(MADE, OPEN, 2_160);
        ward.addProperty("key", "forecast/LUN");
        ward.addProperty("ward", "LUN");
        ward.addProperty("name", "Lunge");
        ward.addProperty("order", 3);
        open(made(MADE, OPEN, 2_160), ward);
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
        JsonObject ward = made(MADE, OPEN, 2_160);
        ward.addProperty("key", "forecast/LUN");
        ward.addProperty("ward", "LUN");
        ward.addProperty("name", "Lunge");
        open(made(MADE, OPEN, 2_160), ward);
        String path = "/api/v1/hospitals/FJO/forecast/what-if";
        server.refuses(path, 409, "refused", "opened-and-closed");
        screen.page().locator("[name=close]").selectOption("LUN");
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
                                + " {\"close\":[\"LUN\"],\"open\":{\"LUN\":5},\"cleaners\":0,\"discharge\":{},\"arrivalsPercent\":0,\"outbreak\":[]}");
        assertThat(Axe.faults(screen.page())).isEmpty();
        // the browser itself complains of a refusal
        assertThat(screen.complaints()).singleElement().asString().contains("409");
        screen.complaints().clear();
    }

    @Test
    void aClosedWardHasNoShareToShow() {
        open(made(MADE, 0, 100));
        screen.page().locator("flyt-forecast-chart .missing").waitFor();
        assertThat(text(".missing b")).isEqualTo("Ingen åpne senger");
    }
}
