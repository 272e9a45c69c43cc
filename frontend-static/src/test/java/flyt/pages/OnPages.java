package flyt.pages;

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
}
