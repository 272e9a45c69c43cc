package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every page file keeps to: one script and one style sheet, nothing inline, nothing newer than Chromium 89. */
final class PagesTest {

    private static final Path PAGES = Path.of("src/main/resources/flyt/pages");
    private static final Pattern LOADS = Pattern.compile("\"/static/([a-z/-]+-page\\.(?:css|js))\"");
    /** Where the server puts what it says ahead: data, which nothing runs. */
    private static final String KNOWN = "<script type=\"application/json\" id=\"known\">{}</script>";

    private static final List<String> NEWER_THAN_CHROMIUM_89 = List.of(
            ".at(", "Object.hasOwn", "structuredClone", ".findLast(", ".toSorted(", ".replaceAll(", "reportError(");
    private static final List<String> NEWER_STYLES = List.of(":has(", "@layer", "@container", "color-mix(", "  &");

    @Test
    void aPageIsOneScriptAndOneStyleSheetOfItsOwn() {
        assertThat(files(".html")).hasSizeGreaterThan(10).allSatisfy(page -> {
            assertThat(text(page).replace(KNOWN, ""))
                    .containsOnlyOnce("<script")
                    .containsOnlyOnce("rel=\"stylesheet\"");
            Matcher loads = LOADS.matcher(text(page));
            for (int i = 0; i < 2; i++) {
                assertThat(loads.find()).isTrue();
                assertThat(Golden.text("/flyt/pages/" + loads.group(1)))
                        .doesNotContainPattern("@import|\\bimport\\b[^(:]{0,40}['\"]");
            }
        });
    }

    @Test
    void thePagesSayTheVersionOfTheBuild() {
        Matcher built =
                Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>").matcher(text(Path.of("pom.xml")));
        assertThat(built.find()).isTrue();
        assertThat(text(PAGES.resolve("core/version.js"))).contains("VERSION = '" + built.group(1) + "'");
    }

    @Test
    void noPageHasStylesOrHandlersOfItsOwnInTheMarkup() {
        assertThat(files(".html", ".js")).hasSizeGreaterThan(25).allSatisfy(file -> assertThat(text(file))
                .doesNotContain("style=")
                .doesNotContain("styleMap")
                .doesNotContain("<style")
                .doesNotContainPattern("\\son[a-z]+=\""));
    }

    @Test
    void noScriptAsksForMoreThanChromium89() {
        assertThat(files(".js")).hasSizeGreaterThan(25).allSatisfy(file -> assertThat(text(file))
                .doesNotContain(NEWER_THAN_CHROMIUM_89));
    }

    @Test
    void noStyleAsksForMoreThanChromium89() {
        assertThat(files(".css")).hasSizeGreaterThan(5).allSatisfy(file -> assertThat(text(file))
                .doesNotContain(NEWER_STYLES));
    }

    @Test
    void nothingIsDimmedWithOpacity() {
        assertThat(files(".css")).allSatisfy(file -> assertThat(text(file)).doesNotContainPattern("(?<!fill-)opacity"));
    }

    private static List<Path> files(String... endings) {
        try (Stream<Path> all = Files.walk(PAGES)) {
            return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
