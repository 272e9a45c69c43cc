package flyt.domain;

import flyt.domain.Command.AnswerRelief;
import flyt.domain.Decision.Refusal;
import flyt.domain.sampling.Relief;
import flyt.domain.sampling.Relief.Answer;
import flyt.domain.sampling.SamplingEvent.ReliefAnswered;
import flyt.domain.sampling.SamplingEvent.ReliefEnded;
import flyt.domain.sampling.SamplingEvent.ReliefProposed;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.ThresholdEvent.ThresholdAnswered;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.Watch;
import flyt.domain.threshold.Watching;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who comes to help while people wait long for a blood sample (domain 2.10): proposed with the alert, decided by a person, over with it. */
final class ReliefRules {
    private static final Set<Figure> WAITS = EnumSet.of(Figure.SAMPLING_LONGEST, Figure.SAMPLING_P90);

    private ReliefRules() {}

    /** After the figures were measured. */
    static void settle(Unfolding told) {
        Relief relief = told.now().sampling().relief();
        boolean alert = alerts(told.now().watching()).findAny().isPresent();
        if (!alert && relief != null) {
            told.tell(new ReliefEnded());
        } else if (alert && relief == null) {
            Relief proposal = told.now().sampling().proposal(told.header().recordedAt());
            if (proposal != null) {
                told.tell(new ReliefProposed(proposal.from(), proposal.to(), proposal.staff()));
            }
        }
    }

    /** Whoever decides about the help has taken the alert on. */
    static @Nullable Refusal answer(Unfolding told, AnswerRelief command) {
        Relief relief = told.now().sampling().relief();
        if (relief == null) {
            return Refusal.THRESHOLD_GONE;
        } else if (relief.answer() != Answer.OPEN) {
            return Refusal.ANSWERED_ALREADY;
        }
        told.tell(new ReliefAnswered(command.accepted(), command.reason()));
        alerts(told.now().watching())
                .filter(watch -> watch.response() == null)
                .forEach(watch -> told.tell(new ThresholdAnswered(watch.rule(), null, command.reason())));
        return null;
    }

    private static Stream<Watch> alerts(Watching watching) {
        ThresholdSet rules = watching.rules();
        return rules == null
                ? Stream.empty()
                : rules.rules().stream()
                        .filter(rule -> WAITS.contains(rule.figure()))
                        .map(rule -> watching.watch(rule.id(), null))
                        .filter(Objects::nonNull)
                        .filter(Watch::fired);
    }
}
