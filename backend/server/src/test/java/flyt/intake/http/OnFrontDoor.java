package flyt.intake.http;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.pages.Browser;
import flyt.pages.NeedsBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Tests that look at the pages for signing in and for whoever looks after people, screens and the log; a database each. */
@NeedsBrowser
@Timeout(120)
abstract class OnFrontDoor {
    static Browser browser;

    FrontDoor door;

    @BeforeAll
    static void start() {
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void open() {
        door = new FrontDoor(false);
    }

    @AfterEach
    void close() {
        door.close();
    }

    Visitor visitor() {
        return new Visitor(browser, door, 1280, 900);
    }

    /** Somebody with a password, who works at the whole hospital. */
    void knows(String login, Role role) {
        door.house.has(login, false, new Grant(role, Reach.hospital("FJO")));
    }
}
