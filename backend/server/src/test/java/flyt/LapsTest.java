package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class LapsTest {

    @Test
    void theFirstPartCountsFromTheStartOfTheProcessAndTheNextFromThere() {
        Laps laps = new Laps();
        long before = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();

        laps.end("JVM");
        laps.end("grid");

        assertThat(laps.toString()).matches("JVM \\d+\\.\\d\\d s, grid \\d+\\.\\d\\d s");
        double jvm = seconds(laps.toString(), 1);
        assertThat(jvm).isBetween(before / 1000.0 - 0.01, before / 1000.0 + 5);
        assertThat(seconds(laps.toString(), 4)).isLessThan(jvm + 5);
    }

    private static double seconds(String laps, int word) {
        return Double.parseDouble(laps.split(" ")[word]);
    }
}
