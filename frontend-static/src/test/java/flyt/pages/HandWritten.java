package flyt.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of boards that are written on: the demonstration ward, its staff, and what the server has been told. */
abstract class HandWritten extends OnPages {

    static final String COMMANDS = "/api/v1/hospitals/FJO/commands";
    static final String STAFF = "/api/v1/hospitals/FJO/wards/LUN/staff";

    Screen screen;

    @BeforeEach
    void answer() {
        server.taken().clear();
        server.answers(COMMANDS, "{\"outcome\":\"accepted\",\"seq\":48214}");
        server.answers(
                "/api/v1/hospitals/FJO",
                """
                {"wards":[{"id":"LUN","name":"Lunge","kind":"inpatient"},{"id":"OVE","name":"Overvåking","kind":"inpatient"}],
                 "orders":{"stops":[{"id":"XRAY","name":"Radiologi"},{"id":"EXIT","name":"Hovedinngangen"}]}}""");
        server.answers(
                STAFF,
                """
                {"staff":[{"account":"a-2","name":"Amina Yusuf","given":"Amina","roles":["nurse"]},
                 {"account":"a-1","name":"Ingrid Solheim","given":"Ingrid","roles":["nurse"]},
                 {"account":"a-4","name":"Karin Aas","given":"Karin","roles":["doctor"]}]}""");
    }

    @AfterEach
    void close() {
        server.looks(null);
        screen.close();
    }

    /** The demonstration ward at level 3, looked at by this one. */
    void ward(String me, int width, int height, String snapshot) {
        server.looks(me);
        screen = new Screen(browser, width, height, snapshot, Golden.frame("beat"));
        screen.page().clock().install();
        screen.go(server, "/ward/FJO/LUN?theme=light");
        screen.painted();
    }

    Locator find(String selector) {
        return screen.page().locator(selector);
    }

    void choose(String bed) {
        find(".key[data-key='bed/LUN-" + bed + "']").click();
        find("#hand-bed").waitFor();
    }

    void press(String deed) {
        find("[data-deed='" + deed + "']").click();
    }

    void pick(String text) {
        find(".choice:has-text('" + text + "')").first().click();
    }

    void said(String text) {
        find("undo-bar p:has-text('" + text + "')").waitFor();
    }

    /** The commands that the server has been sent, in order. */
    static List<JsonObject> commands() {
        return server.taken().stream()
                .filter(taken -> taken.startsWith("POST " + COMMANDS))
                .map(taken -> JsonParser.parseString(taken.substring(taken.indexOf('{')))
                        .getAsJsonObject())
                .toList();
    }

    /** The last command without its id and time. */
    static JsonObject lastWish() {
        JsonObject wish = commands().get(commands().size() - 1).deepCopy();
        wish.remove("commandId");
        wish.remove("at");
        return wish;
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    /** The demonstration ward in which the patient of a bed is other than usual. */
    static String withPatient(String bed, String occupant) {
        return Golden.snapshotWith(frame -> {
            for (JsonElement row : frame.getAsJsonArray("rows")) {
                if (row.getAsJsonObject().get("key").getAsString().equals("bed/LUN-" + bed)) {
                    JsonArray occupants = row.getAsJsonObject().getAsJsonArray("occupants");
                    JsonObject changed = json(occupant);
                    changed.entrySet().stream()
                            .filter(field -> !occupants.isEmpty() && !changed.has("protected"))
                            .forEach(field -> occupants.get(0).getAsJsonObject().add(field.getKey(), field.getValue()));
                    if (changed.has("protected")) {
                        row.getAsJsonObject().add("occupants", JsonParser.parseString("[" + occupant + "]"));
                    }
                }
            }
        });
    }

    /** Who the patients are, as the second stream tells it. */
    void names(String rows) {
        screen.send("{\"type\":\"snapshot\",\"stream\":\"FJO/names/LUN\",\"seq\":48213,\"rows\":" + rows + "}");
    }

    List<String> faults() {
        return Axe.faults(screen.page());
    }

    /** Buttons and fields in sight in the open dialog that are smaller than this, or nearer to another than 8 px. */
    Object misplaced(int least) {
        return screen.page()
                .evaluate(
                        """
                        (least) => { const inSight = (e) => { const frame = e.closest('.parts');
                            return frame === null || e.getBoundingClientRect().bottom <= frame.getBoundingClientRect().bottom; };
                          const boxes = [...document.querySelectorAll('dialog[open] button, dialog[open] input')]
                            .filter((e) => e.checkVisibility() && inSight(e)).map((e) => [e.textContent.trim(), e.getBoundingClientRect()]);
                          const apart = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
                          return [...boxes.filter(([, b]) => b.width < least - 0.5 || b.height < least - 0.5).map(([text]) => `${text} is small`),
                            ...boxes.flatMap(([text, a], i) => boxes.slice(i + 1).filter(([, b]) => apart(a, b) < 7.5).map(([other]) => `${text} is close to ${other}`))]; }""",
                        least);
    }
}
