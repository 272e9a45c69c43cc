package flyt.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A headless Chromium of the machine, driven by Playwright; nothing is downloaded.
 *
 * <p>It is the one that {@code FLYT_CHROMIUM} names, else the first on the {@code PATH}: {@code
 * chromium-headless-shell}, which has no windows to draw and takes two thirds of the time, {@code chromium}, or a cousin. Each {@link #context} is a fresh profile. One thread at a time, the one that opened it.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** The browser's program, if the machine has one. */
    public static Optional<Path> executable() {
        String named = System.getenv("FLYT_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether a missing browser is a failure: {@code flyt.browser=required}, or {@code FLYT_BROWSER} in the environment. */
    public static boolean isRequired() {
        return "required".equals(System.getProperty("flyt.browser", System.getenv("FLYT_BROWSER")));
    }

    /** Starts a browser. Fails with an {@link IllegalStateException} where the machine has none. */
    public static Browser open() {
        Path program = executable()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "no browser was found: install chromium-headless-shell or chromium, or name one in FLYT_CHROMIUM"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program)
                                .setArgs(ARGUMENTS)));
    }

    /** A fresh profile with a window of the given size in CSS pixels. */
    public BrowserContext context(int width, int height) {
        return chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** One that lets pages ask for more than their policy says. */
    BrowserContext contextWithoutPolicy() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBypassCSP(true));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
