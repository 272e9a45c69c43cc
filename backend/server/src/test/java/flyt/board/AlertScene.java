package flyt.board;

import flyt.domain.Command.AdoptThresholds;
import flyt.domain.Command.AnswerRelief;
import flyt.domain.Command.AnswerThreshold;
import flyt.domain.Command.DeclareLevel;
import flyt.domain.Command.MarkAction;
import flyt.domain.place.WardId;
import flyt.domain.sampling.SamplingEvent.SamplingAwaited;
import flyt.domain.sampling.SamplingEvent.SamplingStaffReported;
import flyt.domain.sampling.StationId;
import flyt.domain.sampling.TicketId;
import flyt.domain.threshold.CorridorCount;
import flyt.domain.threshold.CorridorCount.InWard;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.Owner;
import flyt.domain.threshold.Pressure;
import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Pressure.Steps;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.Threshold.Severity;
import flyt.domain.threshold.ThresholdEvent.CorridorCounted;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.Watching.Done;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Thresholds that are passed at once, what somebody answered, and a level that somebody declared. */
final class AlertScene {
    static final ThresholdSet RULES = new ThresholdSet(
            "fjordlia",
            1,
            Duration.ofMinutes(1),
            List.of(
                    rule("ward-corridor", Figure.CORRIDOR, true, 1, Owner.WARD_COORDINATOR, Severity.CRITICAL),
                    rule(
                            "discharges-lab",
                            Figure.READY_BEDS,
                            false,
                            99,
                            Owner.LABORATORY_COORDINATOR,
                            Severity.INFORMATION),
                    rule(
                            "sampling",
                            Figure.SAMPLING_LONGEST,
                            false,
                            15,
                            Owner.LABORATORY_COORDINATOR,
                            Severity.ATTENTION)),
            new Pressure(
                    new TreeMap<>(Map.of(
                            Figure.CORRIDOR, new Steps(1, 8, 16),
                            Figure.STAFF_PRESENT, new Steps(92, 85, 75))),
                    1,
                    Duration.ZERO,
                    Duration.ZERO,
                    List.of(
                            StandardThresholdSet.SET.pressure().cards().get(0),
                            new ActionCard(
                                    Level.GREEN,
                                    Owner.BED_MANAGER,
                                    List.of(new Action("own", "Ring Mysen", Duration.ofMinutes(20)))))));

    private AlertScene() {}

    /** All that can be in the rows, one minute after. */
    static void alarm(Scene scene) {
        StationId clinic = new StationId("Poliklinikk");
        scene.report(new SamplingStaffReported(new StationId("Laboratorium"), 6));
        scene.reportAt(Scene.START.minus(Duration.ofMinutes(20)), new SamplingAwaited(clinic, new TicketId("a1")));
        scene.wish("N-9", new AdoptThresholds(RULES));
        scene.wish("N-9", new AnswerRelief(true, null));
        scene.wish("N-9", new AnswerThreshold("ward-corridor", new WardId("LUN"), scene.words("Flytter en til NEV")));
        WardId lun = new WardId("LUN");
        scene.report(new CorridorCounted(new CorridorCount(
                LocalDate.of(2026, 11, 12),
                List.of(new InWard(lun, 2, 9), new InWard(new WardId("NEV"), 0, 2)),
                1,
                Scene.START,
                Scene.START.plus(Duration.ofHours(1)))));
        scene.wish("N-9", new DeclareLevel(Level.GREEN, scene.words("Mange i korridor")));
        scene.wish("N-9", new MarkAction("set-leadership", Done.DONE, null));
        scene.wish("N-9", new MarkAction("own", Done.NOT_DONE, scene.words("Ikke svar")));
    }

    private static Threshold rule(
            String id, Figure figure, boolean eachWard, double limit, Owner owner, Severity severity) {
        return new Threshold(
                id,
                figure,
                eachWard,
                null,
                new Limit(limit, limit),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                severity,
                owner,
                false,
                null,
                null,
                null);
    }
}
