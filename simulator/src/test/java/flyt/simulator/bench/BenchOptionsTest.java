package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

    @Test
    void withoutArgumentsEverythingIsMeasured() {
        BenchOptions options = BenchOptions.parse(List.of());

        assertThat(options.what()).isEqualTo("all");
        assertThat(options.reportsInHalf()).isEqualTo(1_000);
        assertThat(options.json()).isFalse();
    }

    @Test
    void optionsAreTaken() {
        BenchOptions options =
                BenchOptions.parse(List.of("live", "--rate", "2.3", "--seconds", "10", "--sockets", "8", "--json"));

        assertThat(options).isEqualTo(new BenchOptions("live", 2.3, 8, 10, 5, 12_000, 1, 1_000_000, 1, true));
        assertThat(options.reportsInHalf()).isEqualTo(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"livee", "live --rate", "live --rate fast", "live --rate 0", "--pairs 101", "--json live"})
    void whatIsNotUnderstoodIsSaid(String arguments) {
        assertThatThrownBy(() -> BenchOptions.parse(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rate",
                "--sockets",
                "--seconds",
                "--pairs",
                "--warm-up",
                "--seed",
                "--events",
                "--every",
                "--json"
            })
    void theHelpNamesEveryOption(String option) {
        assertThat(BenchOptions.HELP).containsPattern(Pattern.quote("  " + option));
    }
}
