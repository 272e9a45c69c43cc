package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrast of each pair of colour tokens, as the design guide's tables give it, by the WCAG formula. */
final class TokensTest {

    private static final String CSS = Golden.text("/flyt/pages/css/tokens.css");

    @ParameterizedTest
    @CsvSource({
        "ink, 14.4, 16.0, 13.1, 16.2, 14.4, 12.4",
        "ink2, 7.9, 8.7, 7.1, 10.8, 9.6, 8.3",
        "ink3, 5.2, 5.7, 4.7, 7.3, 6.4, 5.6",
        "accent, 7.1, 7.8, 6.4, 9.2, 8.2, 7.0",
        "line-strong, 3.5, 3.9, 3.2, 4.5, 4.0, 3.4",
        "crit-ink, 8.4, 9.3, 7.6, 9.8, 8.6, 7.5",
        "warn-ink, 7.5, 8.3, 6.8, 13.5, 11.9, 10.3",
        "info-ink, 8.3, 9.3, 7.6, 11.1, 9.9, 8.5",
        "ok-ink, 7.8, 8.7, 7.1, 11.7, 10.4, 8.9",
        "iso-ink, 11.3, 12.5, 10.2, 10.5, 9.3, 8.0"
    })
    void textsAndBordersStandOutFromTheirGround(
            String token,
            double canvas,
            double surface,
            double sunken,
            double darkCanvas,
            double darkSurface,
            double raised) {
        Map<String, String> light = theme("light");
        Map<String, String> dark = theme("dark");
        assertThat(contrast(light, token, "canvas")).isCloseTo(canvas, within(0.1));
        assertThat(contrast(light, token, "surface")).isCloseTo(surface, within(0.1));
        assertThat(contrast(light, token, "sunken")).isCloseTo(sunken, within(0.1));
        assertThat(contrast(dark, token, "canvas")).isCloseTo(darkCanvas, within(0.1));
        assertThat(contrast(dark, token, "surface")).isCloseTo(darkSurface, within(0.1));
        assertThat(contrast(dark, token, "raised")).isCloseTo(raised, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "light, accent, 7.8, 7.8",
        "light, crit, 6.7, 6.7",
        "light, warn, 8.7, 1.9",
        "light, info, 5.5, 5.5",
        "light, ok, 5.3, 5.3",
        "light, iso, 12.5, 12.5",
        "light, mute, 5.3, 5.3",
        "dark, accent, 8.4, 8.2",
        "dark, crit, 7.1, 6.1",
        "dark, warn, 10.7, 10.6",
        "dark, info, 8.7, 8.6",
        "dark, ok, 8.4, 8.4",
        "dark, iso, 5.8, 5.3",
        "dark, mute, 7.0, 6.1"
    })
    void textOnAFillAndTheFillItselfStandOut(String theme, String fill, double textOnIt, double onSurface) {
        Map<String, String> colours = theme(theme);
        assertThat(contrast(colours, "on-" + fill, fill)).isCloseTo(textOnIt, within(0.1));
        assertThat(contrast(colours, fill, "surface")).isCloseTo(onSurface, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "light, crit, 7.6", "light, warn, 7.3", "light, info, 7.7", "light, ok, 7.3", "light, iso, 10.1",
                "light, mute, 6.6",
        "dark, crit, 8.3", "dark, warn, 9.5", "dark, info, 8.2", "dark, ok, 8.3", "dark, iso, 8.1", "dark, mute, 7.7"
    })
    void inkStandsOutFromItsTint(String theme, String tone, double expected) {
        assertThat(contrast(theme(theme), tone + "-ink", tone + "-soft")).isCloseTo(expected, within(0.1));
    }

    private static Map<String, String> theme(String name) {
        Matcher block = Pattern.compile("data-theme='" + name + "'] \\{(.*?)}", Pattern.DOTALL)
                .matcher(CSS);
        assertThat(block.find()).isTrue();
        Map<String, String> colours = new HashMap<>();
        Matcher each = Pattern.compile("--([a-z0-9-]+): (#[0-9A-F]{6});").matcher(block.group(1));
        while (each.find()) {
            colours.put(each.group(1), each.group(2));
        }
        return colours;
    }

    private static double contrast(Map<String, String> colours, String first, String second) {
        double a = luminance(colours.get(first));
        double b = luminance(colours.get(second));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
