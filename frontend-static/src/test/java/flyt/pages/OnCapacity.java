package flyt.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that look at the bed manager's page, with the golden hospital on it. */
abstract class OnCapacity extends OnScreen {

    static final String PLACES = "() => [...document.querySelectorAll('flyt-ward-beds, .figures li')]"
            + ".map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.width, b.height].join())";

    /** Made at 10:40: of Lunge 24 of 27 beds taken at each hour, mostly 22 to 26; of the house 353 of 410, mostly 340 to 365. */
    static final String FORECAST =
            """
            {"type":"snapshot","stream":"FJO/forecast/-","seq":48213,"rows":[%s,%s]}"""
                    .formatted(
                            forecast(
                                    "\"key\":\"forecast\",\"ward\":null,\"name\":\"Fjordvik sykehus\",\"order\":0,\"now\":{\"patients\":374,\"open\":410,\"ready\":18}",
                                    List.of(353, 348, 358, 340, 365)),
                            forecast(
                                    "\"key\":\"forecast/LUN\",\"ward\":\"LUN\",\"name\":\"Lunge\",\"order\":2,\"now\":{\"patients\":23,\"open\":27,\"ready\":1}",
                                    List.of(24, 23, 25, 22, 26)));

    /** The same course at each of 48 hours. */
    private static String forecast(String whose, List<Integer> course) {
        JsonObject spreads = new JsonObject();
        for (int i = 0; i < course.size(); i++) {
            JsonArray hours = new JsonArray();
            for (int hour = 0; hour < 48; hour++) {
                hours.add(course.get(i));
            }
            spreads.add(List.of("mean", "low50", "high50", "low90", "high90").get(i), hours);
        }
        return """
                {%1$s,"kind":"forecast","timeZone":"Europe/Oslo","madeAt":"2026-11-12T09:40:00Z","learnedHours":700,"past":[],
                 "expected":{"patients":%2$s,"leaving":%2$s,"coming":%2$s,"ready":%2$s}}"""
                .formatted(whose, spreads);
    }

    @BeforeAll
    static void aBedManagerLooks() {
        server.looks(PageServer.SOMEBODY);
        server.answers("/api/v1/hospitals/FJO/forecast/score", "{\"scores\":[]}");
        cleansToday("{\"count\":31,\"suppressed\":true}");
    }

    /** What the cleaners have done since midnight, as the server tells it. */
    static void cleansToday(String whole) {
        server.answers(
                "/api/v1/hospitals/FJO/figures/tasks?team=cleaning&from=2026-11-11T23%3A00%3A00.000Z&to=2026-11-12T09%3A42%3A00.000Z&by=none&counted=done",
                "{\"leastPeople\":5,\"groups\":[],\"whole\":" + whole + "}");
    }

    /** Somebody who sees all of these besides, and may do that. */
    static String whoSees(String views, String deeds) {
        return PageServer.SOMEBODY
                .replace("\"views\":[", "\"views\":[" + views + ",")
                .replace("\"deeds\":[]", "\"deeds\":[" + deeds + "]");
    }

    @AfterAll
    static void nobodyDoes() {
        server.looks(null);
    }

    void open(String query, int width, String beat) {
        screen = new Screen(browser, width, 1080, Golden.frame("snapshot-capacity"), Golden.frame(beat));
        screen.go(server, "/capacity/FJO?" + query);
        screen.page().locator("flyt-ward-beds .tile").first().waitFor();
    }

    void open() {
        open("theme=light", 1920, "beat");
    }

    static long rows(String kind) {
        return Golden.frameObject("snapshot-capacity").getAsJsonArray("rows").asList().stream()
                .filter(row -> row.getAsJsonObject().get("kind").getAsString().equals(kind))
                .count();
    }

    /** The first open-ward bed of which a field reads so. */
    static JsonObject bed(String field, String value) {
        for (JsonElement each : Golden.frameObject("snapshot-capacity").getAsJsonArray("rows")) {
            JsonObject row = each.getAsJsonObject();
            if (row.get("kind").getAsString().equals("bed")
                    && row.get(field).getAsString().equals(value)
                    && (field.equals("class") || row.get("class").getAsString().equals("open"))) {
                return row;
            }
        }
        throw new IllegalArgumentException(field + " " + value);
    }

    static JsonObject inOrder(String ward, int order) {
        for (JsonElement each : Golden.frameObject("snapshot-capacity").getAsJsonArray("rows")) {
            JsonObject row = each.getAsJsonObject();
            if (row.get("kind").getAsString().equals("bed")
                    && row.get("ward").getAsString().equals(ward)
                    && row.get("order").getAsInt() == order) {
                return row;
            }
        }
        throw new IllegalArgumentException(ward + " " + order);
    }

    static String update(int prev, int seq, JsonObject row) {
        return Golden.update(prev, seq, row).replace("FJO/ward.3/LUN", "FJO/capacity/-");
    }

    Locator tile(JsonObject bed) {
        return screen.page().locator("[data-bed='" + bed.get("bed").getAsString() + "']");
    }

    String label(JsonObject bed) {
        return tile(bed).getAttribute("aria-label");
    }

    String shape(JsonObject bed) {
        return tile(bed).getAttribute("data-state");
    }

    void assertFocused(JsonObject bed) {
        PlaywrightAssertions.assertThat(tile(bed)).isFocused();
    }

    String figure(int place) {
        return plain(screen.page().locator(".figures li").nth(place).innerText());
    }

    String line(String ward) {
        return plain(screen.page().locator("[data-key='ward/" + ward + "']").innerText());
    }

    /** All of this, as one reads it. */
    String said(String of) {
        return plain(String.join(" ", screen.page().locator(of).allInnerTexts()));
    }

    static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }
}
