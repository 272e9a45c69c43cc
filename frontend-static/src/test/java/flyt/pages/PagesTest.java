package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page file keeps to: one import map that resolves, nothing inline, nothing newer than Chromium 89. */
final class PagesTest {

    private static final Path PAGES = Path.of("src/main/resources/flyt/pages");
    private static final List<String> NEWER_THAN_CHROMIUM_89 = List.of(
            ".at(", "Object.hasOwn", "structuredClone", ".findLast(", ".toSorted(", ".replaceAll(", "reportError(");
    private static final List<String> NEWER_STYLES = List.of(":has(", "@layer", "@container", "color-mix(", "  &");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index",
                "ward",
                "house",
                "figures",
                "work",
                "labels",
                "catalogue",
                "sign-in",
                "me",
                "setup-screens",
                "setup-accounts",
                "setup-systems",
                "audit",
                "tasks"
            })
    void allPagesCarryTheSameImportMap(String page) {
        assertThat(importMap(page)).isEqualTo(importMap("ward"));
    }

    @Test
    void everyModuleOfTheImportMapIsOnTheClassPath() {
        JsonObject imports =
                JsonParser.parseString(importMap("ward")).getAsJsonObject().getAsJsonObject("imports");
        assertThat(imports.entrySet()).hasSize(6).allSatisfy(entry -> assertThat(PagesTest.class.getResource(
                        "/META-INF/resources" + entry.getValue().getAsString()))
                .as(entry.getKey())
                .isNotNull());
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

    private static String importMap(String page) {
        Matcher map = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL)
                .matcher(text(PAGES.resolve(page + ".html")));
        assertThat(map.find()).as("an import map in " + page).isTrue();
        return map.group(1);
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
