package flyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.event.Event;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.Reading;
import flyt.domain.threshold.Rehearsal;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.ThresholdEvent.FiguresMeasured;
import flyt.domain.threshold.ThresholdEvent.LevelDeclared;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.ThresholdEvent.ThresholdsAdopted;
import flyt.domain.threshold.Watch.Step;
import flyt.journal.Database;
import flyt.journal.EventCodec;
import flyt.journal.Identities;
import flyt.report.AlertEntry.Said;
import flyt.report.AlertLog.Adoption;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log of alerts as it is read from a journal. */
@Timeout(120)
class AlertLogTest {
    private static final Instant START = Instant.parse("2026-11-12T08:00:00Z");

    private final WorkJournal journal = new WorkJournal();
    private final EventCodec codec = new EventCodec();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        journal.close();
        WorkJournal.within(vertx.close());
    }

    @Test
    void whatHappenedIsReadWithTheNamesThatAreKnownStill() {
        journal.known("n1", "N-1");
        tell(0, "n1", new ThresholdsAdopted(StandardThresholdSet.SET));
        tell(1, null, new ThresholdMoved("boarding", null, Step.FIRED, 250.0));
        tell(2, "gone", new LevelDeclared(Level.GREEN, "erased-words"));
        tell(9, null, new ThresholdMoved("boarding", null, Step.ENDED, 100.0));
        AlertLog log = log();

        List<AlertEntry> entries = WorkJournal.within(log.between("FJO", at(1), at(60)));
        assertThat(entries).extracting(AlertEntry::what).containsExactly("green", "boarding");
        assertThat(entries.get(0).said()).containsExactly(new Said(at(2), null, true, null, null));
        assertThat(entries.get(1).until()).isEqualTo(at(9));
        assertThat(WorkJournal.within(log.adoptions("FJO")))
                .containsExactly(new Adoption(at(0), "Ada", true, StandardThresholdSet.SET));
        assertThat(WorkJournal.within(log.between("KAL", at(0), at(60)))).isEmpty();
    }

    @Test
    void rulesAreRehearsedWithWhatWasMeasured() {
        for (int minute = 0; minute < 30; minute++) {
            double corridor = minute < 10 ? 20 : 0;
            Reading house = new Reading(Figure.CORRIDOR, null, corridor);
            Reading occupancy = new Reading(Figure.OCCUPANCY, null, 90.0);
            tell(minute, null, new FiguresMeasured(List.of(house, occupancy), null));
        }
        Rehearsal rehearsal =
                WorkJournal.within(log().rehearse("FJO", StandardThresholdSet.SET, ZoneOffset.UTC, at(5), at(20)));
        assertThat(rehearsal.measured()).isEqualTo(15);
        assertThat(rehearsal.share(Level.NORMAL)).isEqualTo(1);
        assertThat(rehearsal.unknown())
                .as("that of the house is known, that of the wards is not")
                .contains(Figure.NEDOCS, Figure.CORRIDOR)
                .doesNotContain(Figure.OCCUPANCY);
    }

    private AlertLog log() {
        Database database = journal.written().database();
        return new AlertLog(vertx, database, new Identities(database));
    }

    private void tell(int minute, @Nullable String by, Event event) {
        journal.tell(codec.type(event), at(minute).toString(), by, new JsonObject(codec.encode(event)));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
