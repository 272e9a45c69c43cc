package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flyt.domain.Command.AdoptThresholds;
import flyt.domain.Command.AnswerRelief;
import flyt.domain.Decision.Refusal;
import flyt.domain.sampling.Relief;
import flyt.domain.sampling.Relief.Answer;
import flyt.domain.sampling.SamplingEvent.ReliefAnswered;
import flyt.domain.sampling.SamplingEvent.ReliefEnded;
import flyt.domain.sampling.SamplingEvent.ReliefProposed;
import flyt.domain.sampling.SamplingEvent.SamplingAwaited;
import flyt.domain.sampling.SamplingEvent.SamplingStaffReported;
import flyt.domain.sampling.SamplingEvent.SamplingWaitEnded;
import flyt.domain.sampling.StationId;
import flyt.domain.sampling.TicketId;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.ThresholdEvent.ThresholdAnswered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People who wait for a blood sample, and who comes to help. */
class SamplingTest {
    static final StationId CLINIC = new StationId("clinic");
    static final StationId LABORATORY = new StationId("laboratory");
    private static final Line ADOPT = at("08:00", new AdoptThresholds(StandardThresholdSet.SET));
    private static final Line SIX_IN_THE_LABORATORY = at("08:00", new SamplingStaffReported(LABORATORY, 6));

    @Test
    void theLongestWaitIsOfWhoeverStillWaits() {
        Story story = given(ADOPT);
        assertThat(longest(story)).as("nobody has told of a queue").isNull();
        story.when(at("08:00:30", arrives("a")), at("08:03", arrives("b")), until("08:10"));
        assertThat(longest(story)).isEqualTo(9.5);
        story.when(at("08:10:10", drawn("a")), until("08:11"));
        assertThat(longest(story)).isEqualTo(8.0);
        story.when(at("08:11:10", new SamplingWaitEnded(CLINIC, ticket("b"), false)), until("08:12"));
        assertThat(longest(story)).isEqualTo(0.0);
        assertThat(story.hospital().sampling().ninetiethMinutes(time("08:12")))
                .as("who went away was not drawn")
                .isCloseTo(9.67, within(0.01));
        story.when(until("09:11"));
        assertThat(story.hospital().sampling().ninetiethMinutes(time("09:11"))).isNull();
        Invariants.replayGives(story.hospital(), story.journal());
    }

    @Test
    void aCallThatIsToldBeforeTheArrivalIsTheSameWait() {
        Story story = given(ADOPT);
        story.when(at("08:20", drawn("a")), at("08:02", arrives("a")).toldAt("08:21"));
        assertThat(story.hospital().sampling().ninetiethMinutes(time("08:21"))).isEqualTo(18.0);
        assertThat(story.hospital().sampling().longestMinutes(time("08:21"))).isEqualTo(0.0);
    }

    @Test
    void whoseCallWasNeverToldDoesNotWaitForEver() {
        Story story = given(ADOPT, at("08:00", arrives("lost")), at("11:00", arrives("b")), until("11:59"));
        assertThat(longest(story)).isEqualTo(239.0);
        story.when(until("12:00"));
        assertThat(longest(story)).isEqualTo(60.0);
    }

    @Test
    void helpIsProposedWithTheAlertAndGoesBackWithIt() {
        Story story = given(ADOPT, SIX_IN_THE_LABORATORY, at("08:00", arrives("a")));
        assertThat(minutes(story, "08:19").hospital().sampling().relief()).isNull();
        story.when(at("08:19:10", new AnswerRelief(true, null))).thenRefused(Refusal.THRESHOLD_GONE);
        story.when(until("08:20")).thenAlso(new ReliefProposed(LABORATORY, CLINIC, 2));
        story.when(at("08:21", new AnswerRelief(true, null)).by("kari"))
                .then(new ReliefAnswered(true, null), new ThresholdAnswered("sampling", null, null));
        assertThat(story.hospital().sampling().relief())
                .isEqualTo(new Relief(
                        LABORATORY, CLINIC, 2, time("08:20"), Answer.ACCEPTED, time("08:21"), staff("kari")));
        story.when(at("08:22", new AnswerRelief(false, null))).thenRefused(Refusal.ANSWERED_ALREADY);
        story.when(at("08:22:10", drawn("a")), until("08:23")).thenAlso(new ReliefEnded());
        assertThat(story.hospital().sampling().relief()).isNull();
        Invariants.replayGives(story.hospital(), story.journal());
    }

    @Test
    void whatWasDeclinedIsNotProposedAgainWhileTheQueueIsLong() {
        Story story = given(ADOPT, SIX_IN_THE_LABORATORY, at("08:00", arrives("a")));
        minutes(story, "08:20");
        story.when(at("08:21", new AnswerRelief(false, "reason")))
                .then(new ReliefAnswered(false, "reason"), new ThresholdAnswered("sampling", null, "reason"));
        minutes(story, "11:30");
        assertThat(story.journal().stream().filter(one -> one.event() instanceof ReliefProposed))
                .hasSize(1);
    }

    @Test
    void somebodyStaysWhereHelpComesFromAndFromNowhereNobodyComes() {
        Story alone = given(ADOPT, at("08:00", arrives("a")));
        assertThat(minutes(alone, "08:20").hospital().sampling().relief()).isNull();
        alone.when(at("08:20:10", new SamplingStaffReported(LABORATORY, 1)), until("08:21"));
        assertThat(alone.hospital().sampling().relief()).isNull();
        alone.when(at("08:21:10", new SamplingStaffReported(LABORATORY, 2)), until("08:22"))
                .thenAlso(new ReliefProposed(LABORATORY, CLINIC, 1));
    }

    @Test
    void helpComesFromWhereFewestWaitForEachWhoDraws() {
        StationId other = new StationId("other");
        Story story = given(
                ADOPT,
                at("08:00", new SamplingStaffReported(other, 3)),
                at("08:00", new SamplingAwaited(other, ticket("x"))),
                SIX_IN_THE_LABORATORY,
                at("07:59", arrives("a")));
        assertThat(minutes(story, "08:20").hospital().sampling().relief())
                .extracting(Relief::from, Relief::to)
                .containsExactly(LABORATORY, CLINIC);
    }

    static SamplingAwaited arrives(String ticket) {
        return new SamplingAwaited(CLINIC, ticket(ticket));
    }

    static SamplingWaitEnded drawn(String ticket) {
        return new SamplingWaitEnded(CLINIC, ticket(ticket), true);
    }

    private static TicketId ticket(String number) {
        return new TicketId(number);
    }

    @CanIgnoreReturnValue
    private static Story minutes(Story story, String until) {
        for (var next = ThresholdRules.nextLook(story.hospital());
                next != null && !next.isAfter(time(until));
                next = ThresholdRules.nextLook(story.hospital())) {
            story.when(new Line(next, next, "time", null));
        }
        return story;
    }

    private static @Nullable Double longest(Story story) {
        return story.hospital().watching().value(Figure.SAMPLING_LONGEST, null);
    }
}
