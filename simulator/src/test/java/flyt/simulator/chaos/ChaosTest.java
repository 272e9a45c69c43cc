package flyt.simulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whenever the server was killed. */
@Timeout(900)
class ChaosTest {
    private static final long SEED = Long.getLong("flyt.chaos.seed", 7);

    @Test
    void threeKillsUnderLoadLoseNothing(@TempDir Path folder) throws Exception {
        ChaosOptions options = new ChaosOptions(3, SEED, 4, 1_600);

        List<Finding> findings = new Chaos(options, folder, System.out).run();

        System.out.print(Finding.table(findings));
        assertThat(findings).allMatch(Finding::good);
    }
}
