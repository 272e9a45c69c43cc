package flyt.pages;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;

/** Draws the screens into a folder, to be looked at beside the design pictures: {@code Shots <folder>}. */
public final class Shots {

    private Shots() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (Browser browser = Browser.open();
                PageServer server = PageServer.open()) {
            String ward = Golden.frame("snapshot-ward.3");
            String beat = Golden.frame("beat");
            shoot(browser, server, folder, "ward-light", "/ward/FJO/LUN?level=3&theme=light", ward, beat, 1920, 1080);
            shoot(browser, server, folder, "ward-dark", "/ward/FJO/LUN?level=3&theme=dark", ward, beat, 1920, 1080);
            shoot(
                    browser,
                    server,
                    folder,
                    "ward-en",
                    "/ward/FJO/LUN?level=3&theme=light&lang=en",
                    ward,
                    beat,
                    1920,
                    1080);
            shoot(
                    browser,
                    server,
                    folder,
                    "ward-portrait",
                    "/ward/FJO/LUN?level=3&theme=light",
                    ward,
                    beat,
                    1080,
                    1920);
            shoot(
                    browser,
                    server,
                    folder,
                    "ward-one-tun",
                    "/ward/FJO/LUN?level=3&theme=light&tun=A",
                    ward,
                    beat,
                    1920,
                    1080);
            shoot(
                    browser,
                    server,
                    folder,
                    "ward-silent",
                    "/ward/FJO/LUN?level=3&theme=light",
                    ward,
                    Golden.frame("beat-feed-silent"),
                    1920,
                    1080);
            shoot(
                    browser,
                    server,
                    folder,
                    "ward-away",
                    "/ward/FJO/LUN?level=3&theme=light",
                    ward,
                    Golden.frame("beat-journal-away"),
                    1920,
                    1080);
            for (int level : new int[] {1, 2}) {
                shoot(
                        browser,
                        server,
                        folder,
                        "ward-level" + level,
                        "/ward/FJO/LUN?theme=light&level=" + level,
                        Golden.frame("snapshot-ward." + level),
                        beat,
                        1920,
                        1080);
            }
            stale(browser, server, folder, ward, beat);
            shoot(
                    browser,
                    server,
                    folder,
                    "house",
                    "/house/FJO?theme=light",
                    Golden.frame("snapshot-house"),
                    beat,
                    1920,
                    1080);
            shoot(
                    browser,
                    server,
                    folder,
                    "house-dark",
                    "/house/FJO?theme=dark",
                    Golden.frame("snapshot-house"),
                    Golden.frame("beat-feed-silent"),
                    1440,
                    900);
            server.looks(PageServer.SOMEBODY);
            for (String theme : new String[] {"light", "dark"}) {
                shoot(
                        browser,
                        server,
                        folder,
                        "capacity-" + theme,
                        "/capacity/FJO?theme=" + theme,
                        Golden.frame("snapshot-capacity"),
                        beat,
                        1920,
                        1080);
            }
            server.looks(null);
            for (Map.Entry<String, String> answer : StartPageTest.ANSWERS.entrySet()) {
                server.answers(answer.getKey(), answer.getValue());
            }
            shoot(browser, server, folder, "index", "/?theme=light", ward, beat, 1440, 1000);
            shoot(browser, server, folder, "catalogue", "/catalogue", ward, beat, 1440, 1000);
        }
    }

    private static void shoot(
            Browser browser,
            PageServer server,
            Path folder,
            String name,
            String path,
            String snapshot,
            String beat,
            int width,
            int height) {
        try (Screen screen = new Screen(browser, width, height, snapshot, beat)) {
            screen.go(server, path);
            screen.page().waitForTimeout(700);
            screen.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(folder.resolve(name + ".png"))
                            .setFullPage(name.equals("catalogue") || name.equals("index")));
            screen.complaints().forEach(complaint -> System.getLogger("shots")
                    .log(System.Logger.Level.WARNING, name + ": " + complaint));
        }
    }

    private static void stale(Browser browser, PageServer server, Path folder, String ward, String beat) {
        try (Screen screen = new Screen(browser, 1920, 1080, ward, beat)) {
            screen.page().clock().install();
            screen.go(server, "/ward/FJO/LUN?level=3&theme=light");
            screen.painted();
            screen.cut();
            screen.page().clock().fastForward(240_000);
            screen.page().waitForTimeout(300);
            screen.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("ward-stale.png")));
        }
    }
}
