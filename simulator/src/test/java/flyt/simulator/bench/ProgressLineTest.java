package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void writesOverItsLineOnATerminal() {
        ProgressLine line = line(true);

        line.at(0);
        line.at(4);
        line.at(5);
        line.at(410);

        assertThat(shown()).isEqualTo("\r  filling   0 %\r  filling   1 %\r  filling 100 %\n");
    }

    @Test
    void saysEachTenthElsewhere() {
        ProgressLine line = line(false);

        for (int done = 0; done <= 400; done++) {
            line.at(done);
        }

        assertThat(shown().lines())
                .hasSize(11)
                .startsWith("  filling   0 %", "  filling  10 %")
                .endsWith("  filling 100 %");
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintStream(shown, true, StandardCharsets.UTF_8), "filling", 400, terminal);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
