package flyt.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.simulator.traffic.Faults;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateOptionsTest {

    private static SimulateOptions parse(String line) {
        return SimulateOptions.parse(List.of(line.split(" ")));
    }

    @Test
    void withTheSecretAloneAWeekOfTheReferenceHospitalAtSixtyTimes() {
        SimulateOptions options = parse("--secret-file s");
        assertThat(options.hospital()).isEqualTo("FJO");
        assertThat(options.client()).isEqualTo("simulator");
        assertThat(options.secretFile()).hasFileName("s");
        assertThat(options.start()).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(options.days()).isEqualTo(7);
        assertThat(options.speed()).isEqualTo(60);
        assertThat(options.faults()).isEqualTo(Faults.NONE);
        assertThat(options.check()).isFalse();
    }

    @Test
    void everyOptionIsHeard() {
        SimulateOptions options =
                parse("--seed 9 --start 2027-01-04 --days 14 --past-days 7 --speed max --late 0.02 --repeated 0.03"
                        + " --reordered 0.04 --truth t.jsonl --url http://h:1 --hospital FJO"
                        + " --client sim --secret-file clients.json");
        assertThat(options.seed()).isEqualTo(9);
        assertThat(options.start()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(options.pastDays()).isEqualTo(7);
        assertThat(options.speed()).isInfinite();
        assertThat(options.faults()).isEqualTo(new Faults(0.02, 0.03, 0.04));
        assertThat(options.truth()).hasFileName("t.jsonl");
        assertThat(options.url()).isEqualTo("http://h:1");
        assertThat(options.client()).isEqualTo("sim");
        assertThat(options.secretFile()).hasFileName("clients.json");
    }

    @Test
    void aCheckNeedsNoServerAndNoSecret() {
        assertThat(parse("--check").secretFile()).isNull();
    }

    @Test
    void aCheckTakesEightWeeksOfThreeSeeds() {
        assertThat(parse("--check").days()).isEqualTo(56);
        assertThat(parse("--check").seeds()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "--days 3, '--secret-file is missing: a server lets in whom it knows'",
        "--fast, unknown option --fast",
        "--seed, --seed needs a value",
        "--seed x, --seed x is not a whole number",
        "--days 0, --days is 1 to 3650",
        "--days 3 --past-days 4, --past-days is 0 to 3",
        "--late 2, '--late is a share, 0 to 1'",
        "--late much, --late much is not a number",
        "--speed 0, '--speed 0 is not a number, real or max'",
        "--start monday, --start monday is not a date like 2026-11-02",
        "--hospital KAL, --hospital KAL: only FJO can be simulated"
    })
    void nonsenseIsRefusedInWords(String line, String words) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }

    @Test
    void helpNamesEveryOption() {
        for (String option : List.of(
                "--url",
                "--hospital",
                "--client",
                "--secret-file",
                "--seed",
                "--seeds",
                "--start",
                "--days",
                "--past-days",
                "--speed",
                "--late",
                "--repeated",
                "--reordered",
                "--truth",
                "--check",
                "--help")) {
            assertThat(SimulateOptions.HELP).contains(option);
        }
    }
}
