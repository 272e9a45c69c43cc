package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.done;
import static flyt.access.account.AccessHouse.happens;

import com.microsoft.playwright.Page;
import flyt.access.Grant;
import flyt.access.Naming;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.View;
import flyt.access.log.LogEntry;
import flyt.access.log.Who;
import flyt.access.screen.ScreenSettings;
import flyt.pages.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Draws the pages of the front door into a folder, to be looked at beside the design pictures: {@code FrontShots <folder>}. */
final class FrontShots implements AutoCloseable {
    private static final int[][] SIZES = {{1440, 900}, {390, 844}};

    private final Path folder;
    private final Browser browser = Browser.open();
    private final FrontDoor demo = new FrontDoor(true);
    private final FrontDoor real = new FrontDoor(false);

    private FrontShots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        try (FrontShots shots = new FrontShots(Path.of(arguments[0]))) {
            shots.furnish();
            shots.door();
            shots.inside();
        }
    }

    /** Some screens, systems and lines to show. */
    private void furnish() {
        Instant now = Instant.now();
        for (String name : List.of("Lunge vaktrom", "Lunge korridor nord", "Hjerte tun A og B")) {
            var opened = done(demo.pairings.open("10.0.4.17", now));
            boolean corridor = name.contains("korridor");
            ScreenSettings settings = new ScreenSettings(
                    name,
                    corridor ? "Bygg A, 3. etasje, ved heisen" : "Bygg A, 3. etasje, vaktrom",
                    "FJO",
                    View.WARD,
                    name.startsWith("Hjerte") ? "HJE" : "LUN",
                    List.of(),
                    corridor ? 1 : 3,
                    corridor ? Naming.INITIALS : Naming.NAME_ON_SIGN_IN,
                    55.0,
                    3.0);
            happens(demo.pairings.claim(opened.code(), settings, "a", now));
            if (!corridor) {
                happens(demo.pairings.progress(opened.code(), opened.secret(), now));
            }
        }
        happens(demo.house.clients.create(
                "Lab Fjordvik", Role.LABORATORY, "FJO", Set.of("report:lab"), Set.of("lab"), List.of("10.20.0.0/16")));
        happens(demo.house.clients.create(
                "PAS",
                Role.INTEGRATION,
                "FJO",
                Set.of("report:patient", "report:discharge", "report:incoming"),
                null,
                List.of()));
        Who ingrid = new Who(Who.Kind.PERSON, "a-1", "Ingrid Solheim", "nurse", "FJO LUN");
        Who wall = new Who(Who.Kind.SCREEN, "s-1", "Lunge vaktrom", "ward-screen", "Bygg A, 3. etasje, vaktrom");
        log(LogEntry.of(wall, "ward", now.minusSeconds(900)).showing("ward", "LUN", 3), null);
        log(LogEntry.of(ingrid, "ward", now.minusSeconds(600)).showing("ward", "LUN", 4), null);
        log(LogEntry.of(ingrid, "stay", now.minusSeconds(580)).about("V-1042", null), null);
        log(
                LogEntry.of(ingrid, "stay", now.minusSeconds(300))
                        .about("V-2001", null)
                        .refused(),
                null);
        happens(demo.glass.open(
                ingrid,
                "FJO",
                "V-2001",
                null,
                "Hjertestans på korridoren utenfor Hjerte, trengte legemiddellisten.",
                "10.0.4.21",
                now.minusSeconds(290)));
        real.house.has("kari", true, new Grant(Role.NURSE, Reach.wards("FJO", "LUN")));
    }

    private void log(LogEntry entry, @Nullable String reason) {
        happens(demo.log.write(entry.in("FJO").because(reason).from("10.0.4.21", null)));
    }

    private void door() {
        for (String theme : List.of("light", "dark")) {
            at(real, 1280, 800, "sign-in-" + theme, "/sign-in?theme=" + theme, visitor -> visitor.reads("Logg inn"));
        }
        at(real, 1280, 800, "pairing", "/sign-in?screen", visitor -> visitor.reads("Ny kode om"));
        at(real, 1920, 1080, "pairing-wall", "/sign-in?screen", visitor -> visitor.reads("Ny kode om"));
        at(real, 390, 844, "pairing-phone", "/sign-in?screen", visitor -> visitor.reads("Ny kode om"));
        at(real, 1280, 800, "sign-in-trouble", "/sign-in?trouble=no-role", visitor -> visitor.reads("ingen rolle"));
        at(real, 1280, 800, "sign-in-wrong", "/sign-in", visitor -> visitor.signsIn("kari", "feil feil feil")
                .reads("er feil"));
        at(real, 1280, 800, "sign-in-setup", "/sign-in?setup=abc", visitor -> visitor.reads("Ny installasjon"));
        at(real, 390, 844, "sign-in-change", "/sign-in", visitor -> {
            real.house.clock.forward(Duration.ofMinutes(5));
            visitor.signsIn("kari", PASSWORD).reads("gjelder bare første gang");
        });
        for (int[] size : SIZES) {
            at(demo, size[0], size[1], "demo-" + size[0], "/sign-in", visitor -> visitor.reads("Prøv som"));
        }
    }

    private void inside() {
        for (int[] size : SIZES) {
            for (String theme : List.of("light", "dark")) {
                String end = "-" + size[0] + (theme.equals("dark") ? "-dark" : "");
                String query = "theme=" + theme;
                try (Visitor eva = new Visitor(browser, demo, size[0], size[1])) {
                    eva.goes("/sign-in?to=/me").taps("Administrator").arrivesAt("/me");
                    eva.goes("/me?" + query).reads("Dette husker Flyt");
                    shot(eva, "me" + end);
                    eva.goes("/setup/screens?" + query).reads("3 skjermer");
                    shot(eva, "screens" + end);
                    eva.page.getByText("Koble fra").first().click();
                    shot(eva, "screens-revoke" + end);
                    eva.goes("/setup/screens?code=K7M4P9&" + query).reads("Hva skjermen får vise");
                    shot(eva, "screens-form" + end);
                    eva.goes("/setup/accounts?" + query).reads("14 brukere");
                    shot(eva, "accounts" + end);
                    shot(eva.presses("Ny bruker"), "accounts-form" + end);
                    eva.goes("/setup/systems?" + query).reads("2 systemer");
                    shot(eva, "systems" + end);
                    shot(eva.presses("Nytt system"), "systems-form" + end);
                    eva.page.locator("who-am-i summary").click();
                    shot(eva, "menu" + end);
                }
                try (Visitor nils = new Visitor(browser, demo, size[0], size[1])) {
                    nils.goes("/sign-in?to=/audit").taps("Revisor").arrivesAt("/audit");
                    nils.goes("/audit?" + query).presses("Søk").reads("oppslag");
                    shot(nils, "audit" + end);
                }
            }
        }
    }

    private void at(FrontDoor door, int width, int height, String name, String path, Consumer<Visitor> doing) {
        try (Visitor visitor = new Visitor(browser, door, width, height)) {
            doing.accept(visitor.goes(path));
            shot(visitor, name);
        }
    }

    private void shot(Visitor visitor, String name) {
        Object ready = visitor.page.evaluate("() => document.fonts.ready.then(() => true)");
        visitor.page.waitForTimeout(150);
        byte[] png = visitor.page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(!name.startsWith("menu")));
    }

    @Override
    public void close() {
        browser.close();
        demo.close();
        real.close();
    }
}
