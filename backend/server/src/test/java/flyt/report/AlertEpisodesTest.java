package flyt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flyt.domain.event.Event;
import flyt.domain.place.WardId;
import flyt.domain.sampling.SamplingEvent.ReliefAnswered;
import flyt.domain.sampling.SamplingEvent.ReliefEnded;
import flyt.domain.sampling.SamplingEvent.ReliefProposed;
import flyt.domain.sampling.StationId;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.ThresholdEvent.ActionMarked;
import flyt.domain.threshold.ThresholdEvent.LevelDeclared;
import flyt.domain.threshold.ThresholdEvent.ThresholdAnswered;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.ThresholdEvent.ThresholdsAdopted;
import flyt.domain.threshold.Watch.Step;
import flyt.domain.threshold.Watching.Done;
import flyt.report.AlertEntry.Help;
import flyt.report.AlertEntry.Kind;
import flyt.report.AlertEntry.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was told of alerts one by one, as entries of a log. */
class AlertEpisodesTest {
    private static final Instant START = Instant.parse("2026-11-12T08:00:00Z");
    private static final WardId LUN = new WardId("LUN");

    private final AlertEpisodes episodes = new AlertEpisodes();

    @Test
    void anAlertIsOneEntryFromItsFiringToItsEndWithWhatWasAnswered() {
        take(0, moved(LUN, Step.FIRED, 3.0), null);
        take(2, moved(null, Step.FIRED, 9.0), null);
        take(5, moved(LUN, Step.REPEATED, 3.0), null);
        take(7, new ThresholdAnswered("corridor", LUN, "words"), "kari");
        take(8, moved(LUN, Step.EASED, 1.0), null);
        take(9, moved(LUN, Step.RETURNED, 2.0), null);
        take(20, moved(LUN, Step.ENDED, 0.0), null);

        assertThat(all())
                .containsExactly(
                        new AlertEntry(Kind.ALERT, "corridor", null, at(2), null, 9.0, null, 0, List.of()),
                        new AlertEntry(
                                Kind.ALERT,
                                "corridor",
                                "LUN",
                                at(0),
                                at(20),
                                3.0,
                                null,
                                1,
                                List.of(new Said(at(7), "kari", true, null, "words"))));
    }

    @Test
    void whatBeganBeforeThePeriodIsThereWhileItLasts() {
        take(0, moved(LUN, Step.FIRED, 3.0), null);
        take(0, moved(null, Step.FIRED, 9.0), null);
        take(20, moved(LUN, Step.ENDED, 0.0), null);
        assertThat(episodes.between(at(19), at(30))).hasSize(2);
        assertThat(episodes.between(at(20), at(30)))
                .extracting(AlertEntry::ward)
                .as("the other lasts still")
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(episodes.between(at(-9), at(0))).isEmpty();
    }

    @Test
    void whatIsDeclaredLastsUntilTheNextAndWhatFiguresSpeakForIsApart() {
        take(0, new ThresholdMoved("level-green", null, Step.FIRED, 2.0), null);
        take(1, new LevelDeclared(Level.GREEN, "why"), "per");
        take(2, new ActionMarked("tell-wards", Done.NOT_DONE, "reason"), "per");
        take(60, new LevelDeclared(Level.NORMAL, null), "per");
        assertThat(all())
                .extracting(AlertEntry::kind, AlertEntry::what, AlertEntry::until)
                .containsExactly(
                        tuple(Kind.LEVEL, "normal", null),
                        tuple(Kind.ACTION, "tell-wards", null),
                        tuple(Kind.LEVEL, "green", at(60)),
                        tuple(Kind.PROPOSED, "level-green", null));
        assertThat(all().get(1).said()).containsExactly(new Said(at(2), "per", true, "not-done", "reason"));
    }

    @Test
    void helpIsAnEntryTooAndSoAreRules() {
        take(0, new ThresholdsAdopted(StandardThresholdSet.SET), "per");
        take(1, new ReliefProposed(new StationId("Lab"), new StationId("Pol"), 2), null);
        take(2, new ReliefAnswered(true, null), "per");
        take(30, new ReliefEnded(), null);
        take(31, new ReliefAnswered(true, null), "late");
        assertThat(all())
                .containsExactly(
                        new AlertEntry(
                                Kind.RELIEF,
                                "2 Lab > Pol",
                                null,
                                at(1),
                                at(30),
                                null,
                                new Help(2, "Lab", "Pol"),
                                0,
                                List.of(new Said(at(2), "per", true, "accepted", null))),
                        new AlertEntry(
                                Kind.RULES,
                                "standard/1",
                                null,
                                at(0),
                                null,
                                null,
                                null,
                                0,
                                List.of(new Said(at(0), "per", true, null, null))));
    }

    private static ThresholdMoved moved(@Nullable WardId ward, Step step, double value) {
        return new ThresholdMoved("corridor", ward, step, value);
    }

    private void take(int minute, Event event, @Nullable String by) {
        episodes.take(event, at(minute), by);
    }

    private List<AlertEntry> all() {
        return episodes.between(at(-1), at(999));
    }

    private static Instant at(int minute) {
        return START.plusSeconds(minute * 60L);
    }
}
