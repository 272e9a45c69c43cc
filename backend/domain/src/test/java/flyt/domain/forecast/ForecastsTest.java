package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.forecast.Forecasts.Headcount;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.place.WardId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForecastsTest {
    private static final Instant NOON = Instant.parse("2026-11-12T12:00:00Z");
    private static final WardId LUN = new WardId("LUN");
    private static final WardId MED = new WardId("MED");

    private static ForecastMade made(Instant at, int patients) {
        Spread spread = new Spread(patients + 0.123, 4.5678);
        List<Outcome> hours = Collections.nCopies(Forecast.HOURS, new Outcome(spread, spread, spread, spread));
        RollCall call = new RollCall(
                at,
                java.time.ZoneOffset.UTC,
                List.of(),
                new TreeMap<>(Map.of(LUN, new InWard(patients, 20, 1), MED, new InWard(2, 10, 3))));
        return ForecastMade.of(new Forecast(at, hours, new TreeMap<>(Map.of(LUN, hours, MED, hours))), call, 7);
    }

    private static Forecasts after(ForecastMade... all) {
        Forecasts forecasts = Forecasts.NONE;
        for (ForecastMade one : all) {
            forecasts = one.applyTo(forecasts);
        }
        return forecasts;
    }

    @Test
    void theNewestStandsAndFullHoursAreRemembered() {
        ForecastMade newest = made(NOON.plusSeconds(5_400), 17);
        Forecasts forecasts =
                after(made(NOON, 15), made(NOON.plusSeconds(600), 14), made(NOON.plusSeconds(3_600), 16), newest);
        assertThat(forecasts.newest()).isEqualTo(newest);
        assertThat(forecasts.past()).extracting(Headcount::at).containsExactly(NOON, NOON.plusSeconds(3_600));
        assertThat(forecasts.past().get(1).house()).isEqualTo(new InWard(18, 30, 4));
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        Instant later = NOON.plus(Forecasts.KEPT);
        assertThat(after(made(NOON, 15), made(later, 16)).past()).hasSize(2);
        assertThat(after(made(NOON, 15), made(later.plusSeconds(1), 16)).past()).isEmpty();
    }

    @Test
    void whatIsKeptIsRoundedAndStaysSo() {
        Forecast kept = made(NOON, 15).forecast();
        assertThat(kept.house(1).patients()).isEqualTo(new Spread(15.1, 4.57));
        assertThat(kept.rounded()).isEqualTo(kept);
    }
}
