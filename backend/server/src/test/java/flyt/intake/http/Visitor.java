package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import flyt.pages.Axe;
import flyt.pages.Browser;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser of their own, before the front door. What their pages complain of is kept. */
final class Visitor implements AutoCloseable {
    /** What the browser says of a refused request, which the page tells in words, and of boards: no hospital is behind this door. */
    private static final List<String> BY_DESIGN = List.of("Failed to load resource", "WebSocket connection to");

    final Page page;
    private final FrontDoor door;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, FrontDoor door, int width, int height) {
        this.door = door;
        this.context = browser.context(width, height);
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && BY_DESIGN.stream().noneMatch(message.text()::startsWith)) {
                complaints.add(message.text());
            }
        });
    }

    Visitor goes(String path) {
        page.navigate(door.address(path));
        return this;
    }

    Visitor types(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Visitor presses(String name) {
        button(name).click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Signs in with a password, from whatever page shows the form. */
    Visitor signsIn(String login, String password) {
        return types("Brukernavn", login).types("Passord", password).presses("Logg inn");
    }

    /** Signs in as the demo's invented person of this role. */
    Visitor taps(String role) {
        page.locator(".demo button", new Page.LocatorOptions().setHasText(role))
                .first()
                .click();
        return this;
    }

    /** Waits until a page of this address stands there. */
    void arrivesAt(String path) {
        page.waitForURL(door.address(path));
    }

    /** Waits for this text somewhere in the page. */
    void reads(String text) {
        page.getByText(text).first().waitFor();
    }

    /** What axe has against the page as it stands. */
    List<String> faults() {
        return Axe.faults(page);
    }

    /** Whether the page can be moved sideways. */
    boolean isWiderThanTheScreen() {
        return (boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
