package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.CloseBed;
import flyt.domain.Command.MarkBedMade;
import flyt.domain.bed.BedEvent.BedStatusCancelled;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which status of HL7 table 0116 a bed has for others (domain 3.7). */
class BedStatusTest {

    @Test
    void aBedIsTakenLeftCleanedMadeAndFree() {
        Story story = given();
        is(story, ReportedStatus.U);
        is(story.when(at("08:00", admitted("anna", "MED-1"))), ReportedStatus.O);
        is(story.when(at("09:00", new DepartedTemporarily(stay("anna"), "RTG", null))), ReportedStatus.O);
        is(story.when(at("11:00", discharged("anna"))), ReportedStatus.K);
        is(story.when(at("11:10", new CleaningStarted(null, bed("MED-1"), null, null))), ReportedStatus.H);
        is(story.when(at("11:30", new CleaningDone(null, bed("MED-1"), false))), ReportedStatus.H);
        is(story.when(at("11:40", new MarkBedMade(bed("MED-1")))), ReportedStatus.U);
    }

    @Test
    void whoIsIsolatedMakesItIsolatedAndTheAirChangeIsNoHousekeeping() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("09:00", isolated("anna", Isolation.AIRBORNE)));
        is(story, ReportedStatus.I);
        is(story.when(at("11:00", discharged("anna"))), ReportedStatus.K);
    }

    @Test
    void aClosedBedIsClosedUnlessSomebodyLiesInIt() {
        Story story = given(at("08:00", new CloseBed(bed("MED-1"), CloseReason.REPAIR, null)));
        is(story, ReportedStatus.C);
        is(story.when(at("09:00", admitted("anna", "MED-1"))), ReportedStatus.O);
        is(story.when(at("10:00", discharged("anna"))), ReportedStatus.C);
        is(story.when(at("11:00", new BedStatusReported(bed("MED-1"), ReportedStatus.U))), ReportedStatus.U);
    }

    /** Table 0116 is one list: each word of who tells by it says that the one before is over. */
    @ParameterizedTest
    @CsvSource({"C,C", "H,H", "K,K", "U,U", "O,U", "I,U"})
    void whatAnotherSystemSaysOfAnEmptyBedIsSo(ReportedStatus said, ReportedStatus then) {
        is(given(at("08:00", reported(said))), then);
        is(given(at("08:00", reported(ReportedStatus.C)), at("09:00", reported(said))), then);
        Story left = given(at("08:00", admitted("anna", "MED-1")), at("09:00", discharged("anna")));
        ReportedStatus unless = then == ReportedStatus.U && said != then ? ReportedStatus.K : then;
        is(left.when(at("10:00", reported(said))), unless);
    }

    @ParameterizedTest
    @EnumSource(ReportedStatus.class)
    void whoLiesThereIsToldByTheStay(ReportedStatus said) {
        is(given(at("08:00", admitted("anna", "MED-1")), at("09:00", reported(said))), ReportedStatus.O);
    }

    @Test
    void aBedThatPeopleClosedIsOpenedByNoOtherWordThanFree() {
        Story closed = given(at("08:00", new CloseBed(bed("MED-1"), CloseReason.REPAIR, null)));
        is(closed.when(at("09:00", reported(ReportedStatus.C))), ReportedStatus.C);
        is(closed.when(at("10:00", reported(ReportedStatus.H))), ReportedStatus.C);
        is(closed.when(at("11:00", reported(ReportedStatus.U))), ReportedStatus.U);
    }

    @Test
    void anEarlierWordThatComesLateChangesNothing() {
        Story story = given(at("10:00", reported(ReportedStatus.K)));
        is(story.when(at("11:00", reported(ReportedStatus.U))), ReportedStatus.U);
        is(story.when(at("10:30", reported(ReportedStatus.C))), ReportedStatus.U);
    }

    /** From each status to each other and back. */
    @ParameterizedTest
    @EnumSource(ReportedStatus.class)
    void whatIsTakenBackIsAsIfItHadNotBeenSaid(ReportedStatus said) {
        for (ReportedStatus first : List.of(ReportedStatus.C, ReportedStatus.H, ReportedStatus.K, ReportedStatus.U)) {
            Story story = given(at("08:00", reported(first)));
            Line mistake = at("09:00", reported(said)).as("mistake");
            story = story.when(mistake);
            is(story.when(at("09:00", new BedStatusCancelled(bed("MED-1"), message("mistake")))), first);
        }
    }

    @Test
    void whatHasHappenedSinceStandsWhenAWordIsTakenBack() {
        Line mistake = at("09:00", reported(ReportedStatus.K)).as("mistake");
        Story story = given(mistake, at("09:10", new CleaningStarted(null, bed("MED-1"), null, null)));
        is(story.when(at("09:20", new BedStatusCancelled(bed("MED-1"), message("mistake")))), ReportedStatus.H);
    }

    @Test
    void theCleanOfAWordThatIsTakenBackIsCalledOff() {
        Line mistake = at("09:00", reported(ReportedStatus.K)).as("mistake");
        Story story = given(mistake);
        assertThat(story.hospital().tasks().ofBed(bed("MED-1"))).isNotNull();
        story = story.when(at("09:20", new BedStatusCancelled(bed("MED-1"), message("mistake"))));
        assertThat(story.hospital().tasks().ofBed(bed("MED-1"))).isNull();
    }

    private static BedStatusReported reported(ReportedStatus status) {
        return new BedStatusReported(bed("MED-1"), status);
    }

    private static void is(Story story, ReportedStatus expected) {
        assertThat(story.hospital().status(bed("MED-1"))).isEqualTo(expected);
    }
}
