package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A few seconds of the benchmark, so that it cannot rot; what it costs is measured by {@code flyt
 * bench}.
 */
class LiveBenchTest {

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void everyReportReachesEveryScreenAndCostsNotManyTimesTheLeast(@TempDir Path folder) {
        BenchOptions options = BenchOptions.parse(
                List.of("live", "--seconds", "3", "--pairs", "1", "--warm-up", "600", "--sockets", "2"));

        LiveBench.Outcome outcome = new LiveBench(options).product(folder);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.pairs()).hasSize(1);
        assertThat(outcome.pairs().get(0).ours().way().getTotalCount()).isEqualTo(150);
        assertThat(outcome.ratio(50).median()).isPositive().isLessThan(15);
        assertThat(outcome.surroundings().text()).contains("fsync=on synchronous_commit=on", "extensions none");
    }
}
