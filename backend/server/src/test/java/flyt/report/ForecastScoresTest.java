package flyt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flyt.domain.forecast.Forecast;
import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.Spread;
import flyt.domain.place.WardId;
import flyt.journal.EventCodec;
import flyt.report.ForecastScores.Figure;
import flyt.report.ForecastScores.Line;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The score of forecasts whose numbers are known: always twenty patients, give or take one, in a ward that fills by one an hour. */
@Timeout(120)
class ForecastScoresTest {
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant END = START.plusSeconds(30 * 86_400);
    private static final WardId LUN = new WardId("LUN");

    private final WorkJournal journal = new WorkJournal();
    private final EventCodec codec = new EventCodec();

    @AfterEach
    void close() {
        journal.close();
    }

    private void made(Instant at, int patients) {
        Spread twenty = new Spread(20, 1);
        List<Outcome> hours = Collections.nCopies(Forecast.HOURS, new Outcome(twenty, twenty, twenty, twenty));
        ForecastMade event = new ForecastMade(
                new Forecast(at, hours, new TreeMap<>(Map.of(LUN, hours))),
                new TreeMap<>(Map.of(LUN, new InWard(patients, 30, 30 - patients))),
                5);
        journal.tell("ForecastMade", at.toString(), null, new JsonObject(codec.encode(event)));
    }

    private Line line(List<Line> lines, String place, Figure figure, int hours) {
        return lines.stream()
                .filter(line -> line.place().equals(place) && line.figure() == figure && line.hours() == hours)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachIsHeldAgainstWhatCameAndAgainstTheNaiveOnes() {
        for (int hour = 0; hour < 10; hour++) {
            made(START.plusSeconds(3_600L * hour), 14 + hour);
        }
        made(START.plusSeconds(3_600 * 4 + 600), 99);
        List<Line> lines =
                WorkJournal.within(new ForecastScores(journal.written().database()).between("FJO", START, END));
        // of hours 0 to 5: 18 to 23 came
        Line ward = line(lines, "LUN", Figure.PATIENTS, 4);
        assertThat(ward.score().forecasts()).isEqualTo(6);
        assertThat(ward.score().error()).isCloseTo((2 + 1 + 0 + 1 + 2 + 3) / 6.0, within(1e-9));
        assertThat(ward.score().errorOfNow()).isCloseTo(4, within(1e-9));
        assertThat(ward.score().errorOfLastWeek()).isNaN();
        assertThat(ward.score().inHalf()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(ward.score().inNineTenths()).isCloseTo(3 / 6.0, within(1e-9));
        assertThat(line(lines, ForecastScores.HOUSE, Figure.PATIENTS, 4).score().error())
                .isCloseTo(ward.score().error(), within(1e-9));
        // 12 to 7 beds were ready then
        assertThat(line(lines, "LUN", Figure.READY, 4).score().error()).isCloseTo(10.5, within(1e-9));
        assertThat(lines).noneMatch(line -> line.hours() > 4);
    }

    @Test
    void lastWeeksNumberCountsWhereItIsKnown() {
        made(START, 17);
        Instant later = START.plusSeconds(7 * 86_400 - 4 * 3_600);
        made(later, 15);
        made(later.plusSeconds(4 * 3_600), 20);
        List<Line> lines =
                WorkJournal.within(new ForecastScores(journal.written().database()).between("FJO", later, END));
        assertThat(line(lines, "LUN", Figure.PATIENTS, 4).score().errorOfLastWeek())
                .isCloseTo(3, within(1e-9));
    }

    @Test
    void ofAPastMomentItIsWhatWasKnownThen() {
        for (int hour = 0; hour < 10; hour++) {
            made(START.plusSeconds(3_600L * hour), 14 + hour);
        }
        ForecastScores scores = new ForecastScores(journal.written().database());
        List<Line> then = WorkJournal.within(scores.between("FJO", START, START.plusSeconds(3_600 * 5 + 1_800)));
        // of hours 0 and 1: 18 and 19 came
        assertThat(line(then, "LUN", Figure.PATIENTS, 4).score().forecasts()).isEqualTo(2);
        assertThat(line(then, "LUN", Figure.PATIENTS, 4).score().error()).isCloseTo(1.5, within(1e-9));
    }
}
