package flyt.pages;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the phone of cleaners and porters: a queue, a person on duty, and what the server has been told. */
abstract class OnPhone extends OnPages {

    static final String COMMANDS = "/api/v1/hospitals/FJO/commands";

    /** Browsers without a worker for files: most tests are about something else. */
    private static final String NO_WORKER =
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })";

    /*
     * A WebSocket that lives in the page, so that it outlives nothing but a reload: whoever subscribes gets the snapshot and a beat;
     * while it is cut nobody gets through, also after a reload.
     */
    private static final String SOCKET =
            """
            window.sockets = [];
            window.WebSocket = class { constructor() { window.sockets.push(this); setTimeout(() => this.go(), 5); }
              go() { if (localStorage.getItem('cut')) { this.end(); } else { this.onopen(); } }
              end() { window.sockets = window.sockets.filter((one) => one !== this); if (this.onclose) { this.onclose({ code: 1001 }); } }
              send() { this.hear(%s); this.hear(%s); }
              hear(frame) { this.onmessage({ data: JSON.stringify(frame) }); }
              close() { window.sockets = window.sockets.filter((one) => one !== this); } };
            """;

    /** A browser that reads codes, with a camera that sees one. */
    static final String CAMERA =
            """
            window.BarcodeDetector = class { static async getSupportedFormats() { return ['qr_code', 'code_128']; }
              async detect() { return [{ rawValue: '%s' }]; } };
            Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: async () => { const canvas = document.createElement('canvas');
              canvas.getContext('2d').fillRect(0, 0, 9, 9); setInterval(() => canvas.getContext('2d').fillRect(0, 0, 9, 9), 50);
              return canvas.captureStream(); } } });""";

    Screen screen;

    @BeforeEach
    void answer() {
        server.taken().clear();
        PhoneQueue.answer(server);
    }

    @AfterEach
    void close() {
        server.looks(null);
        server.isAway(false);
        screen.close();
    }

    /** Somebody's phone, 390 × 844, with these rows of their team. */
    void phone(String rows) {
        phone(rows, "/tasks?theme=light", 390, 844);
    }

    void phone(String rows, String path, int width, int height) {
        open(rows, width, height);
        screen.page().addInitScript(NO_WORKER);
        screen.go(server, path);
        find("flyt-duty-form, .card:not(.outline), .under, .empty, flyt-scan-view, flyt-report-view, .shift")
                .first()
                .waitFor();
        screen.does("() => document.fonts.ready");
    }

    /** A phone that has not gone anywhere yet. */
    void open(String rows, int width, int height) {
        screen = new Screen(browser, width, height, "{}", "{}");
        screen.page().addInitScript(SOCKET.formatted(PhoneQueue.snapshot(rows), Golden.frame("beat")));
    }

    /** Sends a frame to the page. */
    void send(String frame) {
        screen.does("() => window.sockets.forEach((socket) => socket.hear(" + frame + "))");
    }

    /** Breaks the link, until it is mended. */
    void cutLink() {
        screen.does("() => { localStorage.setItem('cut', '1'); window.sockets.forEach((socket) => socket.end()); }");
    }

    void mendLink() {
        screen.does("() => localStorage.removeItem('cut')");
    }

    Locator find(String selector) {
        return screen.page().locator(selector);
    }

    void press(String text) {
        find(".dock button:has-text('" + text + "')").first().click();
    }

    /** Waits until the server has been sent so many commands, and gives them in order. */
    List<JsonObject> sent(int count) {
        return bodies(told(screen, "POST " + COMMANDS, count));
    }

    /** The commands that the server has been sent by now, in order. */
    static List<JsonObject> commands() {
        return bodies(server.taken().stream()
                .filter(taken -> taken.startsWith("POST " + COMMANDS))
                .toList());
    }

    private static List<JsonObject> bodies(List<String> taken) {
        return taken.stream()
                .map(one ->
                        JsonParser.parseString(one.substring(one.indexOf('{'))).getAsJsonObject())
                .toList();
    }

    /** A command without its id and time. */
    static String wish(JsonObject command) {
        JsonObject wish = command.deepCopy();
        wish.remove("commandId");
        wish.remove("at");
        return wish.toString().replace('"', '\'');
    }
}
