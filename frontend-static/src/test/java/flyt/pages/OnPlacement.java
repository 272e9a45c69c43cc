package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;

/** Tests of the page of those who wait for a bed. */
abstract class OnPlacement extends OnPages {
    static final String COMMANDS = "/api/v1/hospitals/FJO/commands";

    Screen screen;

    /** As somebody who may do these deeds, JSON strings; every command is accepted. */
    void open(String deeds) {
        server.taken().clear();
        server.looks(PageServer.SOMEBODY.replace("\"deeds\":[]", "\"deeds\":[" + deeds + "]"));
        server.answers(COMMANDS, "{\"outcome\":\"accepted\",\"seq\":48214}");
        server.answers("/api/v1/hospitals/FJO/requests/R-1/beds", Golden.text("/flyt/pages/request-beds.json"));
        screen = new Screen(browser, 1440, 900, Golden.text("/flyt/pages/requests.json"), Golden.frame("beat"));
        screen.page().setDefaultTimeout(10_000);
        screen.page().clock().install();
        screen.go(server, "/placement/FJO?theme=light&lang=nb");
        screen.page().waitForCondition(() -> screen.asked().size() == 2);
        screen.send(Golden.frame("snapshot-house"));
        line("R-1").waitFor();
    }

    @AfterEach
    void close() {
        server.looks(null);
        screen.close();
    }

    /** The one command that was sent; what came of it has been shown by now. */
    static JsonObject wish() {
        assertThat(server.taken()).hasSize(1);
        String taken = server.taken().get(0);
        JsonObject wish =
                JsonParser.parseString(taken.substring(taken.indexOf('{'))).getAsJsonObject();
        wish.remove("commandId");
        wish.remove("at");
        return wish;
    }

    Locator find(String selector) {
        return screen.page().locator(selector);
    }

    Locator line(String request) {
        return find("[data-request=%s]".formatted(request));
    }
}
