package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.place.WardId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Open beds less those who will lie there, as the newest forecast has it: one patient more each hour, from 21 on. */
class FreeBedsTest {
    private static final Instant MADE = Instant.parse("2026-11-12T08:00:00Z");
    private static final WardId LUN = new WardId("LUN");
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Test
    void theyAreOfTheHourThatIsNearestToThatTimeAhead() {
        Forecasts forecasts = Forecasts.NONE.with(made(26));
        assertThat(forecasts.freeBeds(null, FOUR_HOURS, MADE)).isEqualTo(2.0);
        assertThat(forecasts.freeBeds(LUN, FOUR_HOURS, MADE.plusSeconds(29 * 60)))
                .isEqualTo(2.0);
        assertThat(forecasts.freeBeds(LUN, FOUR_HOURS, MADE.plusSeconds(31 * 60)))
                .isEqualTo(1.0);
    }

    @Test
    void morePatientsThanBedsAreFewerThanNone() {
        assertThat(Forecasts.NONE.with(made(20)).freeBeds(null, FOUR_HOURS, MADE))
                .isEqualTo(-4.0);
    }

    @Test
    void nothingIsKnownWithoutAForecastOrOfAWardThatIsNotInIt() {
        assertThat(Forecasts.NONE.freeBeds(null, FOUR_HOURS, MADE)).isNull();
        Forecasts forecasts = Forecasts.NONE.with(made(26));
        assertThat(forecasts.freeBeds(new WardId("NEV"), FOUR_HOURS, MADE)).isNull();
        assertThat(forecasts.freeBeds(null, FOUR_HOURS, MADE.plusSeconds(90 * 60)))
                .isNotNull();
        assertThat(forecasts.freeBeds(null, FOUR_HOURS, MADE.plusSeconds(90 * 60 + 1)))
                .as("it is too old")
                .isNull();
    }

    private static ForecastMade made(int open) {
        List<Outcome> hours = IntStream.rangeClosed(1, Forecast.HOURS)
                .mapToObj(hour -> new Outcome(new Spread(20 + hour, 1), Spread.NONE, Spread.NONE, Spread.NONE))
                .toList();
        return new ForecastMade(
                new Forecast(MADE, hours, new TreeMap<>(Map.of(LUN, hours))),
                new TreeMap<>(Map.of(LUN, new InWard(20, open, 0))),
                5);
    }
}
