package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.alert.Scores.Trend;
import flyt.domain.event.Event;
import flyt.domain.lab.LabEvent.LabReportCancelled;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabSign;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.Labs;
import flyt.domain.lab.OrderId;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Milestone;
import flyt.domain.stay.Outlook;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.MilestoneReported;
import flyt.domain.stay.StayFact.ReadinessReported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a board shows about a stay besides its place: samples, discharge, score (domain 3.3, 3.4, 3.11). */
class SignsTest {

    @Test
    void aSampleGoesFromOrderedToSeen() {
        Story story = lying();
        assertThat(signAfter(story, at("09:00", lab(LabStatus.ORDERED)))).isEqualTo(LabSign.ORDERED);
        assertThat(signAfter(story, at("09:10", lab(LabStatus.COLLECTED)))).isEqualTo(LabSign.COLLECTED);
        assertThat(signAfter(story, at("09:20", lab(LabStatus.PRELIMINARY)))).isEqualTo(LabSign.COLLECTED);
        assertThat(signAfter(story, at("09:30", lab(LabStatus.FINAL)))).isEqualTo(LabSign.FINAL);
        assertThat(signAfter(story, at("09:40", lab(LabStatus.SEEN)))).isEqualTo(LabSign.SEEN);
        assertThat(signAfter(story, at("09:50", lab(LabStatus.CORRECTED)))).isEqualTo(LabSign.CORRECTED);
    }

    @Test
    void aResultThatComesBeforeItsOrderStands() {
        Story story = lying();
        assertThat(signAfter(story, at("10:00", lab(LabStatus.FINAL)))).isEqualTo(LabSign.FINAL);
        assertThat(signAfter(story, at("09:00", lab(LabStatus.ORDERED)).toldAt("10:10")))
                .isEqualTo(LabSign.FINAL);
    }

    @Test
    void aCorrectionSaysWhetherTheAnswerIsCriticalWhateverComesFirst() {
        Event critical = new LabStatusReported(stay("anna"), new OrderId("L1"), LabStatus.FINAL, true, false, null);
        assertThat(signAfter(lying(), at("10:00", critical), at("11:00", lab(LabStatus.CORRECTED))))
                .isEqualTo(LabSign.CORRECTED);
        assertThat(signAfter(
                        lying(),
                        at("11:00", lab(LabStatus.CORRECTED)),
                        at("10:00", critical).toldAt("11:10")))
                .isEqualTo(LabSign.CORRECTED);
        assertThat(signAfter(lying(), at("10:00", critical))).isEqualTo(LabSign.CRITICAL);
    }

    @Test
    void aDischargeWaitsForItsFirstOpenMilestone() {
        Story story = waitingForTheLab();
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.WAITING);
        story.when(at("10:00", lab(LabStatus.FINAL)));
        assertThat(outlook(story)).isEqualTo(new Outlook(Outlook.Sign.ANSWER_READY, Milestone.Kind.LAB, time("10:00")));
    }

    @Test
    void onlyTheDoctorsYesClosesItAndACorrectionOpensItAgain() {
        Story story = waitingForTheLab().when(at("10:00", lab(LabStatus.FINAL)), at("10:10", lab(LabStatus.SEEN)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.ANSWER_READY);
        story.when(at("10:30", milestone(Milestone.State.CLOSED, null)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.EXPECTED);
        story.when(at("11:00", lab(LabStatus.CORRECTED)));
        assertThat(outlook(story)).isEqualTo(new Outlook(Outlook.Sign.CORRECTED, Milestone.Kind.LAB, time("11:00")));
        story.when(at("11:10", lab(LabStatus.SEEN)));
        assertThat(outlook(story).sign()).as("seen is not decided").isEqualTo(Outlook.Sign.ANSWER_READY);
        story.when(at("11:20", milestone(Milestone.State.CLOSED, null)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.EXPECTED);
    }

    @Test
    void whoIsReadyShowsSoUnlessSomethingIsOpen() {
        Story story = waitingForTheLab()
                .when(at("10:00", new ReadinessReported(stay("anna"), Readiness.READY_FOR_MUNICIPALITY)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.WAITING);
        story.when(at("10:10", milestone(Milestone.State.CLOSED, null)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.READY_FOR_MUNICIPALITY);
    }

    @Test
    void withoutADateThereIsNoSign() {
        assertThat(outlook(lying()).sign()).isEqualTo(Outlook.Sign.NONE);
    }

    private static Story lying() {
        return given(at("08:00", admitted("anna", "MED-1")));
    }

    @Test
    void aReportThatWasAMistakeCountsNoMoreEvenIfItComesOnlyThen() {
        Line answer = at("10:00", lab(LabStatus.FINAL)).as("answer");
        Line withdrawn = at("10:00", new LabReportCancelled(stay("anna"), new OrderId("L1"), message("answer")));
        Story story = lying();
        assertThat(signAfter(story, at("09:00", lab(LabStatus.ORDERED)), answer))
                .isEqualTo(LabSign.FINAL);
        assertThat(signAfter(story, withdrawn)).isEqualTo(LabSign.ORDERED);
        assertThat(signAfter(lying(), withdrawn, at("09:00", lab(LabStatus.ORDERED)), answer))
                .isEqualTo(LabSign.ORDERED);
        Hospital only = lying().when(withdrawn, answer).hospital();
        assertThat(only.labsOf(stay("anna"))).isEmpty();
        assertThat(Labs.of(only.labs().reports())).isEqualTo(only.labs());
    }

    private static Story waitingForTheLab() {
        return given(
                at("08:00", admitted("anna", "MED-1")),
                at("08:30", new DischargeExpected(stay("anna"), DAY, null)),
                at("09:00", milestone(Milestone.State.WAITING, new OrderId("L1"))));
    }

    private static Event milestone(Milestone.State state, @Nullable OrderId order) {
        return new MilestoneReported(stay("anna"), Milestone.Kind.LAB, state, null, order);
    }

    private static Event lab(LabStatus status) {
        return new LabStatusReported(stay("anna"), new OrderId("L1"), status, false, false, null);
    }

    private static @Nullable LabSign signAfter(Story story, Line... lines) {
        return LabSign.of(story.when(lines).hospital().labsOf(stay("anna")));
    }

    private static Outlook outlook(Story story) {
        return Outlook.of(story.course("anna"), story.hospital().labsOf(stay("anna")));
    }

    @Test
    void theTrendIsByTimeOfMeasuringWhateverComesFirst() {
        Story story = lying().when(
                        at("10:00", score(5)),
                        at("12:00", score(7)),
                        at("11:00", score(9)).toldAt("12:10"));
        assertThat(story.hospital().scoresOf(stay("anna")).trend()).isEqualTo(Trend.DOWN);
    }

    @Test
    void aScoreToldTwiceIsOneScore() {
        Story story = lying().when(
                        at("10:00", score(5)),
                        at("12:00", score(7)).as("x"),
                        at("12:00", score(7)).as("x"));
        assertThat(story.hospital().scoresOf(stay("anna")).trend()).isEqualTo(Trend.UP);
    }

    @Test
    void anIncompleteScoreHasNoTrend() {
        Story story = lying().when(at("10:00", score(5)), at("12:00", score(null)));
        assertThat(story.hospital().scoresOf(stay("anna")).trend()).isNull();
    }

    private static Event score(@Nullable Integer score) {
        return new EarlyWarningReported(stay("anna"), "NEWS2", score, false, null, null, false);
    }

    @Test
    void aWithdrawnReadinessIsNone() {
        Story story = lying().when(at("10:00", new ReadinessReported(stay("anna"), Readiness.READY_TO_LEAVE)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.READY_TO_LEAVE);
        story.when(at("10:10", cancelled("anna", FactKind.READINESS_REPORTED)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.NONE);
    }

    @Test
    void aDayOfLeavingAndAMilestoneTakenBackNeverWere() {
        Story story = waitingForTheLab().when(at("10:00", cancelled("anna", FactKind.MILESTONE_REPORTED)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.EXPECTED);
        story.when(at("10:10", cancelled("anna", FactKind.DISCHARGE_EXPECTED)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.NONE);
    }

    @Test
    void aLaterWordAboutAMilestoneKeepsWhatItDoesNotRepeat() {
        Event first = new MilestoneReported(
                stay("anna"), Milestone.Kind.LAB, Milestone.State.WAITING, time("12:00"), new OrderId("L1"));
        Story story = lying().when(at("09:00", first), at("09:30", milestone(Milestone.State.WAITING, null)));
        assertThat(outlook(story)).isEqualTo(new Outlook(Outlook.Sign.WAITING, Milestone.Kind.LAB, time("12:00")));
        story.when(at("10:00", lab(LabStatus.FINAL)));
        assertThat(outlook(story).sign()).isEqualTo(Outlook.Sign.ANSWER_READY);
        story.when(at("10:10", milestone(Milestone.State.WAITING, new OrderId("L2"))));
        assertThat(outlook(story).sign()).as("another order").isEqualTo(Outlook.Sign.WAITING);
    }

    @Test
    void aWaitIsDueWhenTheSampleIsPlannedUnlessTheMilestoneSaysWhen() {
        Event planned =
                new LabStatusReported(stay("anna"), new OrderId("L1"), LabStatus.ORDERED, false, true, time("11:00"));
        Story story = waitingForTheLab().when(at("09:10", planned), at("09:40", lab(LabStatus.COLLECTED)));
        assertThat(outlook(story).at()).isEqualTo(time("11:00"));
        assertThat(story.hospital().labsOf(stay("anna")).get(0).urgent())
                .as("once urgent, always urgent")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERED, ORDERED, false", "COLLECTED, COLLECTED, false", "RECEIVED, COLLECTED, false",
        "IN_ANALYSIS, COLLECTED, false", "PRELIMINARY, COLLECTED, false", "FINAL, FINAL, true",
        "SEEN, SEEN, true", "CORRECTED, CORRECTED, true", "REJECTED, REJECTED, false"
    })
    void eachStateOfASampleHasItsSignAndOnlyAnAnswerEndsTheWait(LabStatus status, LabSign sign, boolean answered) {
        Story story = waitingForTheLab().when(at("10:00", lab(status)));
        assertThat(LabSign.of(story.hospital().labsOf(stay("anna")))).isEqualTo(sign);
        assertThat(outlook(story).sign()).isNotEqualTo(answered ? Outlook.Sign.WAITING : Outlook.Sign.ANSWER_READY);
    }

    @Test
    void aCancelledOrderShowsNothing() {
        assertThat(signAfter(lying(), at("10:00", lab(LabStatus.CANCELLED)))).isNull();
    }

    @Test
    void aCriticalPreliminaryAnswerShowsAndStaysCriticalUntilTheFinalOneSaysOtherwise() {
        Event critical =
                new LabStatusReported(stay("anna"), new OrderId("L1"), LabStatus.PRELIMINARY, true, false, null);
        Story story = lying();
        assertThat(signAfter(story, at("10:00", critical))).isEqualTo(LabSign.CRITICAL);
        assertThat(signAfter(story, at("10:10", lab(LabStatus.PRELIMINARY)))).isEqualTo(LabSign.CRITICAL);
        assertThat(signAfter(story, at("10:20", lab(LabStatus.FINAL)))).isEqualTo(LabSign.FINAL);
    }

    @Test
    void ofTwoReportsOfOneMomentTheFurtherStateCounts() {
        Story story = lying();
        assertThat(signAfter(story, at("10:00", lab(LabStatus.FINAL)), at("10:00", lab(LabStatus.COLLECTED))))
                .isEqualTo(LabSign.FINAL);
    }

    @Test
    void theMostUrgentOfSeveralSamplesShows() {
        Event other = new LabStatusReported(stay("anna"), new OrderId("L2"), LabStatus.REJECTED, false, false, null);
        assertThat(signAfter(lying(), at("10:00", lab(LabStatus.FINAL)), at("10:00", other)))
                .isEqualTo(LabSign.REJECTED);
    }

    @Test
    void aScoreOfAnotherScaleHasNoTrendAndAnEqualOneIsTheSame() {
        Event pews = new EarlyWarningReported(stay("anna"), "PEWS", 3, false, null, null, false);
        Story story = lying().when(at("10:00", score(5)), at("11:00", pews));
        assertThat(story.hospital().scoresOf(stay("anna")).trend()).isNull();
        Story same = lying().when(at("10:00", score(5)), at("11:00", score(5)));
        assertThat(same.hospital().scoresOf(stay("anna")).trend()).isEqualTo(Trend.SAME);
        assertThat(lying().when(at("10:00", score(5)))
                        .hospital()
                        .scoresOf(stay("anna"))
                        .trend())
                .as("one alone")
                .isNull();
    }

    @Test
    void ofTwoScoresOfOneMomentTheMessageDecidesWhichIsLater() {
        Line low = at("10:00", score(3)).as("a");
        Line high = at("10:00", score(8)).as("b");
        assertThat(lying().when(low, high).hospital().scoresOf(stay("anna")).trend())
                .isEqualTo(Trend.UP);
        assertThat(lying().when(high, low).hospital().scoresOf(stay("anna")).trend())
                .isEqualTo(Trend.UP);
    }

    @Test
    void aScoreOlderThanTheTwoKeptChangesNothing() {
        Story story = lying().when(
                        at("10:00", score(5)),
                        at("12:00", score(7)),
                        at("09:00", score(9)).toldAt("12:10"));
        assertThat(story.hospital().scoresOf(stay("anna")).trend()).isEqualTo(Trend.UP);
    }

    @Test
    void theLatestScoreUnderEitherNumberHoldsForMergedStays() {
        Event later = new EarlyWarningReported(stay("bo"), "NEWS2", 7, false, null, null, false);
        Story story = lying().when(at("10:00", score(5)), at("11:00", later), at("12:00", merged("anna", "bo")));
        assertThat(story.hospital().scoresOf(stay("anna")).latest().score()).isEqualTo(7);
    }
}
