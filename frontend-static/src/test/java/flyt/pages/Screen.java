package flyt.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One page in a window of its own, with a WebSocket that the test plays: whoever subscribes gets the snapshot and
 * a beat. What the page complains of on its console, and any address it asks for, are kept.
 */
public final class Screen implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> asked = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<WebSocketRoute> sockets = new ArrayList<>();
    private String snapshot;
    private String beat;
    private boolean cut;

    /** A page that asks the modules of the pages, which the policy of a whole page does not let in. */
    public static Screen ofModules(Browser browser, PageServer server) {
        Screen screen = new Screen(browser.contextWithoutPolicy(), "{}", "{}");
        screen.go(server, "/catalogue");
        return screen;
    }

    /** A screen before it has gone anywhere; {@code snapshot} and {@code beat} are what a subscriber gets. */
    public Screen(Browser browser, int width, int height, String snapshot, String beat) {
        this(browser.context(width, height), snapshot, beat);
    }

    private Screen(BrowserContext context, String snapshot, String beat) {
        this.context = context;
        this.page = context.newPage();
        this.snapshot = snapshot;
        this.beat = beat;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest((Request request) -> requests.add(request.url()));
        page.routeWebSocket(url -> url.endsWith("/ws"), this::connect);
    }

    /** The golden ward at a level, 1920 × 1080, light, painted. */
    public static Screen ward(Browser browser, PageServer server, int level) {
        Screen screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward." + level), Golden.frame("beat"));
        screen.go(server, "/ward/FJO/LUN?theme=light&level=" + level);
        screen.painted();
        return screen;
    }

    public void go(PageServer server, String path) {
        page.navigate(server.address(path));
    }

    /** Waits until the board's beds are there. */
    public void painted() {
        page.locator("flyt-bed-row").first().waitFor();
        page.evaluate("() => document.fonts.ready");
    }

    public Page page() {
        return page;
    }

    public Locator row(String bed) {
        return page.locator("flyt-bed-row[data-key='bed/LUN-" + bed + "']");
    }

    /** Sends a frame on every open socket. */
    public void send(String frame) {
        sockets.forEach(socket -> socket.send(frame));
    }

    /** What a subscriber gets from now on. */
    public void nowServes(String newSnapshot, String newBeat) {
        snapshot = newSnapshot;
        beat = newBeat;
    }

    /** Breaks the link: open sockets close and new ones are turned away. */
    public void cut() {
        cut = true;
        List<WebSocketRoute> open = List.copyOf(sockets);
        sockets.clear();
        open.forEach(Screen::turnAway);
    }

    /** Lets sockets through again. */
    public void mend() {
        cut = false;
    }

    /** The frames that the page has sent. */
    public List<String> asked() {
        return asked;
    }

    /** The addresses that the page has asked for. */
    public List<String> requests() {
        return requests;
    }

    /** Errors on the page's console, thrown ones and broken rules of the content security policy among them. */
    public List<String> complaints() {
        return complaints;
    }

    /** All that the page holds as markup, without its script and its style sheet, which are the same for everybody. */
    public String markup() {
        return (String)
                page.evaluate(
                        """
                () => {
                  const all = document.documentElement.cloneNode(true);
                  all.querySelectorAll('style, script[type=module]').forEach((part) => part.remove());
                  return all.outerHTML;
                }""");
    }

    /** What a function answers in the page. */
    public Object ask(String function) {
        return page.evaluate(function);
    }

    /** Runs a function in the page for what it does. */
    public void does(String function) {
        page.evaluate(function);
    }

    @Override
    public void close() {
        context.close();
    }

    private static void turnAway(WebSocketRoute socket) {
        socket.close(new WebSocketRoute.CloseOptions().setCode(1001).setReason("cut"));
    }

    private void connect(WebSocketRoute socket) {
        if (cut) {
            turnAway(socket);
            return;
        }
        sockets.add(socket);
        Consumer<String> hear = text -> {
            asked.add(text);
            if (text.contains("\"subscribe\"")) {
                socket.send(snapshot);
                socket.send(beat);
            }
        };
        socket.onMessage(frame -> hear.accept(frame.text()));
    }
}
