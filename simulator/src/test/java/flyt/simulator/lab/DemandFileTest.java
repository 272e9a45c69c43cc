package flyt.simulator.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandFileTest {

    private static final String HEAD = "{\"file\":\"flyt-demand\",\"version\":1}\n";
    private static final String RUN = "{\"run\":1,\"timeZone\":\"Europe/Oslo\",\"begins\":\"2026-09-06T22:00:00Z\","
            + "\"counts\":\"2026-09-07T22:00:00Z\",\"ends\":\"2026-09-08T22:00:00Z\"}\n";
    private static final String JOB = "{\"job\":7,\"team\":\"cleaning\",\"kind\":\"clean-standard\","
            + "\"ordered\":\"2026-09-07T11:02:00Z\",\"place\":{\"ward\":\"HJE\"},\"serviceSeconds\":834}\n";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAsItWas() throws IOException {
        List<Demand> demands = List.of(LabJobs.recorded(1, 2), LabJobs.recorded(2, 2));
        assertThat(demands.get(0).jobs()).anyMatch(job -> !job.wishes().isEmpty());
        assertThat(demands.get(0).jobs()).anyMatch(job -> !job.causes().isEmpty());
        assertThat(demands.get(0).jobs()).anyMatch(job -> !job.possible().equals(job.ordered()));
        Path file = folder.resolve("demand.jsonl");
        DemandFile.write(file, demands);
        assertThat(DemandFile.read(file)).isEqualTo(demands);
    }

    @Test
    void aFileByHandNeedsLittle() throws IOException {
        Job job = read(HEAD + RUN + JOB).get(0).jobs().get(0);
        assertThat(job.possible()).isEqualTo(job.ordered());
        assertThat(job.to()).isEqualTo(job.from());
        assertThat(job.service()).hasMinutes(13);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "ordered":"2026-09-07T11:02:00Z", | "x":1, | line 3: x:
                    2026-09-07T11:02:00Z | yesterday | line 3: ordered: yesterday is not a time
                    "serviceSeconds":834 | "zone":"R1" | line 3: serviceSeconds: is missing
                    834 | 0 | line 3: serviceSeconds: is not above 0
                    834 | "long" | line 3: serviceSeconds:
                    cleaning | gardeners | line 3: team: gardeners is not one of [cleaning, porters, technical]
                    Europe/Oslo | Europe/Fjordvik | Europe/Fjordvik is not a time zone
                    flyt-demand | shopping-list | line 1: is not recorded demand of version 1
                    "run":1, | "run":1 | line 2: line 1, column
                    """)
    void whatIsWrongIsSaidWithItsLine(String good, String bad, String message) {
        String text = (HEAD + RUN + JOB).replace(good, bad);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aJobTwiceOrBeforeItsRunOrNoRunIsRefused() {
        assertThatThrownBy(() -> read(HEAD + RUN + JOB + JOB)).hasMessageContaining("run 1 has job 7 twice");
        assertThatThrownBy(() -> read(HEAD + JOB)).hasMessageContaining("line 2: a job comes before the first run");
        assertThatThrownBy(() -> read(HEAD)).hasMessageContaining("has no run");
    }

    private List<Demand> read(String text) throws IOException {
        return DemandFile.read(Files.writeString(folder.resolve("by-hand.jsonl"), text));
    }
}
