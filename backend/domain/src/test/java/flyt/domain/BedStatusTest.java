package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.CloseBed;
import flyt.domain.Command.MarkBedMade;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import org.junit.jupiter.api.Test;

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

    private static void is(Story story, ReportedStatus expected) {
        assertThat(story.hospital().status(bed("MED-1"))).isEqualTo(expected);
    }
}
