package flyt.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.simulator.DemoOptions.Feeds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {

    @Test
    void withoutOptionsAWeekHasRunAndSixtySecondsGoByInOne() {
        assertThat(DemoOptions.parse(List.of())).isEqualTo(new DemoOptions(8080, 0, 1, 7, 60, Feeds.HTTP, 0));
    }

    @Test
    void everyOptionIsHeard() {
        assertThat(DemoOptions.parse(List.of(
                        "--port",
                        "0",
                        "--hl7-port",
                        "4",
                        "--seed",
                        "4",
                        "--past-days",
                        "2",
                        "--speed",
                        "real",
                        "--feeds",
                        "mllp",
                        "--faults",
                        "5")))
                .isEqualTo(new DemoOptions(0, 4, 4, 2, 1, Feeds.MLLP, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "--fast 1, unknown option --fast",
        "--port, --port needs a value",
        "--port 70000, --port is 0 to 65535",
        "--past-days 0, --past-days is 1 to 60",
        "--feeds both, --feeds is http or mllp",
        "--faults 51, --faults is 0 to 50",
        "--speed much, --speed much is not a whole number"
    })
    void nonsenseIsRefusedInWords(String line, String words) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }
}
