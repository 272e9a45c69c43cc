package flyt.pages;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that look at pages: one browser and one server of pages for the class. */
@NeedsBrowser
abstract class OnPages {

    static Browser browser;
    static PageServer server;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        server = PageServer.open();
    }

    @AfterAll
    static void stop() {
        server.close();
        browser.close();
    }

    /** Waits until the server has been told so many things that begin like this, and gives all of those as they came. */
    static List<String> told(Screen screen, String start, int count) {
        Supplier<List<String>> told = () ->
                server.taken().stream().filter(taken -> taken.startsWith(start)).toList();
        screen.page().waitForCondition(() -> told.get().size() >= count);
        return told.get();
    }
}
