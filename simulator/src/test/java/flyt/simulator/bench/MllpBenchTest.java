package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A second of the benchmark, so that it cannot rot. */
class MllpBenchTest {

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void whatIsAnsweredIsOnDiskByEachWay(@TempDir Path folder) {
        BenchOptions options = BenchOptions.parse(List.of("mllp", "--seconds", "1", "--pairs", "1", "--warm-up", "80"));
        MllpBench.Outcome outcome = new MllpBench(options).run(folder);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.sent()).isGreaterThanOrEqualTo(160);
        assertThat(outcome.ofHttp().median()).isPositive();
        assertThat(outcome.ofInsert().median()).isPositive();
    }
}
