package flyt.simulator.lab.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.domain.forecast.Score;
import flyt.simulator.traffic.HospitalFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Four weeks learned and one forecast, always the same ones; the sixty days that are promised take {@code flyt lab forecast}. */
@Timeout(240)
class BacktestTest {
    @Test
    void theForecastBeatsBothNaiveOnesAndKnowsHowSureItIs() throws Exception {
        List<Integer> days = new ArrayList<>();
        Backtest test = Backtest.of(HospitalFile.reference(), LocalDate.of(2026, 9, 7), 28, 7, 1, false, days::add);

        Score day = test.patients().get(24);
        assertThat(day.forecasts()).isEqualTo(7 * 24);
        assertThat(day.better()).isGreaterThan(0.25);
        assertThat(day.inHalf()).isBetween(0.30, 0.65);
        assertThat(day.inNineTenths()).isBetween(0.80, 0.97);
        assertThat(test.patients().keySet()).containsExactlyElementsOf(Backtest.AHEAD);
        assertThat(test.patients().values())
                .allSatisfy(score -> assertThat(score.better()).isPositive());
        assertThat(test.inWards().get(4).better()).isPositive();
        assertThat(days).hasSize(1 + 28 + 7 + 2 + 1);

        JsonNode json = new ObjectMapper().readTree(ForecastLab.json(test));
        assertThat(json.get("mae24h").asDouble()).isEqualTo(Math.round(day.error() * 1_000) / 1_000.0);
        assertThat(json.get("naive").get("now").asDouble())
                .isGreaterThan(json.get("mae24h").asDouble());
        assertThat(json.at("/patients/48/coverage90").isNumber()).isTrue();
        assertThat(ForecastLab.text(test)).contains("patients in the house").contains("ready beds");
    }

    @Test
    void whatIsNotUnderstoodIsSaidInWords() {
        assertThat(ForecastOptions.parse(List.of("--days", "30", "--json")))
                .isEqualTo(new ForecastOptions(56, 30, 1, LocalDate.of(2026, 8, 17), false, true));
        assertThatThrownBy(() -> ForecastOptions.parse(List.of("--learn", "0"))).hasMessageContaining("1 to 730");
        assertThatThrownBy(() -> ForecastOptions.parse(List.of("--seeds", "3"))).hasMessage("unknown option --seeds");
        assertThatThrownBy(() -> ForecastOptions.parse(List.of("--start", "soon")))
                .hasMessageContaining("not a date");
    }
}
