package flyt.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests of the coordinator's page: a morning of cleaning and of porters at 10:42, and what the server has been told. The clock of the
 * page stands still until a test moves it.
 */
abstract class OnWork extends OnPages {

    static final String COMMANDS = "/api/v1/hospitals/FJO/commands";

    static final String COORDINATOR =
            """
            {"kind":"person","account":"a-7","name":"Tone Kvam","given":"Tone","login":"logistics","language":"nb","demo":false,
             "grants":[{"role":"logistics-coordinator","hospital":"FJO","wards":"*","zones":"*"}],"device":"own","screen":null,
             "mustChange":false,"until":"2026-11-12T21:42:00Z","idleSeconds":28800,
             "may":{"views":["ward.1","house","beds","tasks","queue","crew","past","definition"],
              "deeds":["order-cleaning","order-task","call-task","cancel-task","reopen-task","pin-task","unpin-task","move-worker","send-message","end-message","undo"]}}""";

    Screen screen;

    @BeforeEach
    void answer() {
        server.taken().clear();
        server.looks(COORDINATOR);
        server.answers("/api/v1/hospitals/FJO", Golden.text("/flyt/pages/hospital.json"));
        server.answers(COMMANDS, "{\"outcome\":\"accepted\",\"seq\":48214}");
    }

    @AfterEach
    void close() {
        server.looks(null);
        if (screen != null) {
            screen.close();
        }
    }

    /** The page with the team's tasks and people. */
    void open(String team, String query, int width, int height) {
        open(rows("queue", team), rows("crew", team), "?team=" + team + query, width, height);
    }

    /** The page with these tasks and people. */
    void open(String queue, String crew, String query, int width, int height) {
        screen = new Screen(browser, width, height, queue, Golden.frame("beat"));
        screen.page().clock().install();
        screen.go(server, "/work/FJO" + query);
        find(".queue").waitFor();
        screen.send(crew);
        find(crew.contains("\"worker/") ? ".person" : ".crew .nothing").first().waitFor();
        screen.does("() => document.fonts.ready");
    }

    static String rows(String view, String team) {
        return Golden.text("/flyt/pages/%s-%s.json".formatted(view, team));
    }

    /** One task of a team's queue. */
    static JsonObject task(String team, String id) {
        JsonArray rows =
                JsonParser.parseString(rows("queue", team)).getAsJsonObject().getAsJsonArray("rows");
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).getAsJsonObject().get("key").getAsString().equals("task/" + id)) {
                return rows.get(i).getAsJsonObject();
            }
        }
        throw new IllegalArgumentException("no task " + id);
    }

    /** An update of a team's queue with one task. */
    void change(int prev, String team, JsonObject task) {
        screen.send(Golden.update(prev, prev + 1, task).replace("FJO/ward.3/LUN", "FJO/queue/" + team));
    }

    Locator find(String selector) {
        return screen.page().locator(selector);
    }

    Locator line(String task) {
        return find("flyt-queue-row[data-key='task/" + task + "']");
    }

    Locator more(String task) {
        return find("#more-" + task);
    }

    void key(String key) {
        screen.page().keyboard().press(key);
    }

    /** What a line or anything else says, as one reads it. */
    static String said(Locator place) {
        return place.innerText().replaceAll("\\s+", " ").replace('\u00a0', ' ').strip();
    }

    /** What has the keyboard. */
    String focused() {
        return (String) screen.ask(
                "() => document.activeElement.dataset.task || document.activeElement.dataset.worker || document.activeElement.id"
                        + " || document.activeElement.textContent.trim()");
    }

    /** Waits until the server has been sent so many commands, and gives all of them as they came. */
    List<String> sent(int count) {
        return told(screen, "POST " + COMMANDS, count);
    }

    /** The commands that the server has been sent, once there are so many, without their ids and times. */
    List<JsonObject> wishes(int count) {
        return sent(count).stream()
                .map(taken -> json(taken.substring(taken.indexOf('{'))))
                .peek(wish -> {
                    wish.remove("commandId");
                    wish.remove("at");
                })
                .toList();
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
