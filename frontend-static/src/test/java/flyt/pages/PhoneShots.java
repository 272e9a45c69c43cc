package flyt.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Draws the phone's views into a folder, to be looked at beside the design pictures: {@code PhoneShots <folder>}. */
public final class PhoneShots {

    private final Browser browser;
    private final PageServer server;
    private final Path folder;

    private PhoneShots(Browser browser, PageServer server, Path folder) {
        this.browser = browser;
        this.server = server;
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        try (Browser browser = Browser.open();
                PageServer server = PageServer.open()) {
            PhoneQueue.answer(server);
            server.answers(
                    "/api/v1/hospitals/FJO/tasks/T-905/patient",
                    "{\"given\":\"Kari Marie\",\"family\":\"Testesen\",\"birthDate\":\"1957-03-09\",\"protected\":false}");
            PhoneShots shots = new PhoneShots(browser, server, Path.of(arguments[0]));
            for (String theme : new String[] {"light", "dark"}) {
                shots.shoot(theme, "offered", PhoneQueue.DAY, "", page -> {});
                shots.shoot(theme, "list", PhoneQueue.PULL, "", page -> {});
                shots.shoot(
                        theme,
                        "accepted",
                        String.join(",", PhoneQueue.SELF, PhoneQueue.ACCEPTED),
                        "#job/T-883",
                        page -> {});
                shots.shoot(
                        theme,
                        "in-progress-offline",
                        String.join(",", PhoneQueue.SELF, PhoneQueue.UNDER_WAY),
                        "#job/T-883",
                        page -> {
                            page.context().setOffline(true);
                            page.locator(".steps input").first().check();
                            page.locator(".more").click();
                            page.locator("dialog[open] .choices button").first().click();
                        });
                shots.shoot(theme, "move-accepted", PhoneQueue.move(""), "#job/T-905", page -> {});
                shots.shoot(
                        theme,
                        "move-at-the-bed",
                        PhoneQueue.move("\"arrivedAt\":\"2026-11-12T09:40:00Z\""),
                        "#job/T-905",
                        page -> {});
                shots.shoot(
                        theme,
                        "move-wrong",
                        PhoneQueue.move(
                                "\"arrivedAt\":\"2026-11-12T09:40:00Z\",\"mismatchAt\":\"2026-11-12T09:41:00Z\""),
                        "#job/T-905",
                        page -> {});
                shots.shoot(
                        theme,
                        "move-confirmed",
                        PhoneQueue.move(
                                "\"arrivedAt\":\"2026-11-12T09:40:00Z\",\"confirmedAt\":\"2026-11-12T09:41:00Z\",\"confirmedBy\":\"read\""),
                        "#job/T-905",
                        page -> {});
                shots.shoot(theme, "report", PhoneQueue.DAY, "#report", page -> {});
                shots.shoot(theme, "sign-on", PhoneQueue.PROTECTIVE, "", page -> {});
                shots.shoot(theme, "scan", PhoneQueue.DAY, "#scan", page -> page.locator(".keys button")
                        .nth(2)
                        .click());
                shots.shoot(theme, "shift", PhoneQueue.DAY, "#shift", page -> {});
                shots.shoot(theme, "language", PhoneQueue.DAY, "", page -> page.locator(".language")
                        .click());
                shots.shoot(
                        theme,
                        "reason",
                        String.join(",", PhoneQueue.SELF, PhoneQueue.UNDER_WAY),
                        "#job/T-883",
                        page -> {
                            page.locator(".more").click();
                            page.locator("[data-deed=RejectTask]").click();
                        });
            }
            shots.shoot("light", "polish", PhoneQueue.DAY, "?lang=pl", page -> {});
            shots.shoot(
                    "light",
                    "chlorine",
                    String.join(
                            ",",
                            PhoneQueue.SELF,
                            PhoneQueue.ACCEPTED.replace("clean-contact", "clean-contact-chlorine")),
                    "",
                    page -> {});
        }
    }

    private interface Doing {
        void on(Page page);
    }

    private void shoot(String theme, String name, String rows, String where, Doing doing) {
        try (Screen screen = new Screen(browser, 390, 844, PhoneQueue.snapshot(rows), Golden.frame("beat"))) {
            BrowserContext context = screen.page().context();
            String path =
                    where.startsWith("?") ? "/tasks" + where + "&theme=" + theme : "/tasks?theme=" + theme + where;
            screen.go(server, path);
            screen.page()
                    .locator("flyt-duty-form, .card:not(.outline), .under, flyt-scan-view, flyt-report-view, .shift")
                    .first()
                    .waitFor();
            screen.does("() => document.fonts.ready");
            screen.does("() => navigator.serviceWorker.ready");
            screen.page().waitForTimeout(700);
            doing.on(screen.page());
            screen.page().waitForTimeout(500);
            var session = context.newCDPSession(screen.page());
            com.google.gson.JsonObject metrics = new com.google.gson.JsonObject();
            metrics.addProperty("width", 390);
            metrics.addProperty("height", 844);
            metrics.addProperty("deviceScaleFactor", 2);
            metrics.addProperty("mobile", false);
            session.send("Emulation.setDeviceMetricsOverride", metrics);
            screen.page().waitForTimeout(150);
            com.google.gson.JsonObject png = session.send("Page.captureScreenshot");
            try {
                java.nio.file.Files.write(
                        folder.resolve(name + "-" + theme + ".png"),
                        java.util.Base64.getDecoder().decode(png.get("data").getAsString()));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            screen.complaints().forEach(complaint -> System.getLogger("shots")
                    .log(System.Logger.Level.WARNING, name + ": " + complaint));
        }
    }
}
