package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.place.WardId;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.ArrivedTemporarily;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayFact.StayUpdated;
import flyt.domain.stay.StayStatus;
import flyt.domain.task.CleaningEvent.CleaningDone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where patients are placed: moves, swaps, leaves, and all of them taken back, late or twice. */
class MovementTest {

    @Test
    void aStayRemembersWhereItWasAndByWhichMessage() {
        Story story = given(at("08:00", admitted("anna", "MED-1")).as("a01"))
                .when(at("10:00", transferred("anna", "SUR-1")).as("a02"))
                .thenPlacements("anna", "MED-1 08:00-10:00", "SUR-1 10:00-");
        assertThat(story.course("anna").admittedAt()).isEqualTo(time("08:00"));
        assertThat(story.course("anna").placements())
                .extracting(placement -> placement.by().id())
                .containsExactly("a01", "a02");
    }

    /** HL7 segment ZBE: of what carries one movement's id only what was said last holds, whatever comes first. */
    @Test
    void aMovementThatIsToldAgainTakesThePlaceOfWhatWasToldOfIt() {
        Line first = at("10:00", transferred("anna", "MED-2")).as("m1#77#20261112T100000Z-1");
        Line second = at("10:30", transferred("anna", "SUR-1")).as("m2#77#20261112T110000Z-2");
        Line third = at("09:30", transferred("anna", "SUR-2")).as("m3#77#20261112T120000Z-2");
        Line other = at("11:00", transferred("anna", "MED-3")).as("m4#78#20261112T100000Z-1");
        Line admission = at("08:00", admitted("anna", "MED-1"));
        for (List<Line> order : List.of(
                List.of(admission, first, second, third, other),
                List.of(third, other, second, first, admission),
                List.of(second, third, admission, other, first))) {
            given(order.toArray(Line[]::new))
                    .when()
                    .thenPlacements("anna", "MED-1 08:00-09:30", "SUR-2 09:30-11:00", "MED-3 11:00-");
        }
    }

    @Test
    void aMovementThatIsTakenBackAndToldOnceMoreHolds() {
        Line admission = at("08:00", admitted("anna", "MED-1"));
        Line moved = at("10:00", transferred("anna", "MED-2")).as("m1#77#20261112T100000Z-1");
        Line other = at("09:00", transferred("anna", "SUR-1"));
        Line cancel =
                at("10:00", cancelled("anna", FactKind.PATIENT_TRANSFERRED)).as("m2#77#20261112T110000Z-3");
        Line again = at("10:15", transferred("anna", "MED-3")).as("m3#77#20261112T120000Z-1");
        given(cancel, admission, other, moved)
                .when()
                .thenPlacements("anna", "MED-1 08:00-09:00", "SUR-1 09:00-")
                .when(again)
                .thenPlacements("anna", "MED-1 08:00-09:00", "SUR-1 09:00-10:15", "MED-3 10:15-");
        assertThat(given(cancel, admission, other, moved, again).course("anna").cancelledNothing())
                .isEmpty();
    }

    @Test
    void ofTwoFactsWithOneNameTheOneOfThatMomentIsTakenBack() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", transferred("anna", "MED-2")).as("same"),
                        at("10:00", transferred("anna", "SUR-1")).as("same"))
                .when(at("10:00", cancelled("anna", FactKind.PATIENT_TRANSFERRED, "same")))
                .thenPlacements("anna", "MED-1 08:00-09:00", "MED-2 09:00-");
    }

    /** Under other ids: a sender's queue that was sent again, or one that says a discharge anew at another hour. */
    @Test
    void whatWasToldTwiceIsTakenBackAtOnce() {
        Line admission = at("08:00", admitted("anna", "MED-1"));
        Line moved = at("09:00", transferred("anna", "MED-2"));
        Line back = at("10:00", cancelled("anna", FactKind.PATIENT_TRANSFERRED));
        given(admission, moved.as("m1"), moved.as("m2"), at("08:30", transferred("anna", "SUR-1")))
                .when(back.as("c1"))
                .thenPlacements("anna", "MED-1 08:00-08:30", "SUR-1 08:30-")
                .when(back.as("c2"))
                .thenPlacements("anna", "MED-1 08:00-08:30", "SUR-1 08:30-");
        Story in = given(admission, at("11:00", discharged("anna")), at("12:00", discharged("anna")))
                .when(at("13:00", cancelled("anna", FactKind.PATIENT_DISCHARGED)))
                .thenPlacements("anna", "MED-1 08:00-")
                .when(at("13:05", cancelled("anna", FactKind.PATIENT_DISCHARGED)), at("14:00", discharged("anna")))
                .thenPlacements("anna", "MED-1 08:00-14:00");
        assertThat(in.course("anna").cancelledNothing()).isEmpty();
    }

    @Test
    void aDischargeBeforeTheLastAdmissionStandsWhenTheNextIsTakenBack() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", discharged("anna")),
                        at("10:00", admitted("anna", "MED-2")),
                        at("11:00", discharged("anna")))
                .when(at("12:00", cancelled("anna", FactKind.PATIENT_DISCHARGED)))
                .thenPlacements("anna", "MED-1 08:00-09:00", "MED-2 10:00-");
    }

    @Test
    void twoAdmissionsToDifferentWardsAreAMove() {
        given(at("08:00", admitted("anna", "MED-1")))
                .when(at("08:30", admitted("anna", "SUR-1")))
                .thenPlacements("anna", "MED-1 08:00-08:30", "SUR-1 08:30-")
                .thenIn("MED-1")
                .thenIn("SUR-1", "anna");
    }

    @Test
    void whoIsDischargedTwiceLeftTheFirstTimeAndWentWhereTheSecondSays() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")))
                .when(at(
                        "12:00",
                        new flyt.domain.stay.StayFact.PatientDischarged(stay("anna"), Disposition.MUNICIPALITY)))
                .thenPlacements("anna", "MED-1 08:00-11:00")
                .thenTasks("MED-1 STANDARD PENDING");
        assertThat(story.course("anna").endedAt()).isEqualTo(time("11:00"));
        assertThat(story.course("anna").disposition()).isEqualTo(Disposition.MUNICIPALITY);
    }

    @Test
    void aMoveToldAfterALaterOneCorrectsHistoryAndUndoesNothing() {
        given(at("08:00", admitted("anna", "MED-1")), at("12:00", transferred("anna", "SUR-1")))
                .when(at("10:00", transferred("anna", "MED-2")).toldAt("13:00"))
                .thenPlacements("anna", "MED-1 08:00-10:00", "MED-2 10:00-12:00", "SUR-1 12:00-")
                .thenBed("MED-2", BedUse.WAITING_CLEANING);
    }

    @Test
    void aBedPassedThroughAndCleanedSinceStaysReady() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("12:00", transferred("anna", "SUR-1")),
                        at("12:30", new CleaningDone(null, bed("MED-2"), true)))
                .when(at("10:00", transferred("anna", "MED-2")).toldAt("13:00"))
                .thenBed("MED-2", BedUse.READY);
    }

    @Test
    void aSwapIsOneFactAboutTwoPatients() {
        given(at("08:00", admitted("anna", "SUR-1")), at("08:00", admitted("bo", "SUR-2")))
                .when(at("09:00", swapped("anna", "SUR-2", "bo", "SUR-1")))
                .thenIn("SUR-1", "bo")
                .thenIn("SUR-2", "anna")
                .thenConflicts()
                .thenTasks();
    }

    @Test
    void aSwapTakenBackOnEitherSideIsTakenBackForBoth() {
        given(
                        at("08:00", admitted("anna", "SUR-1")),
                        at("08:00", admitted("bo", "SUR-2")),
                        at("09:00", swapped("anna", "SUR-2", "bo", "SUR-1")))
                .when(at("09:10", cancelled("bo", FactKind.BEDS_SWAPPED)))
                .thenIn("SUR-1", "anna")
                .thenIn("SUR-2", "bo")
                .thenConflicts();
    }

    @Test
    void whoIsOnLeaveHoldsTheBed() {
        Story story = given(at("08:00", admitted("anna", "MED-1")))
                .when(at("09:00", new LeaveStarted(stay("anna"), time("18:00"))))
                .thenBed("MED-1", BedUse.HELD);
        assertThat(story.course("anna").status()).isEqualTo(StayStatus.ON_HOLD);
        story.when(at("17:00", new LeaveEnded(stay("anna"), null))).thenBed("MED-1", BedUse.OCCUPIED);
        assertThat(story.course("anna").status()).isEqualTo(StayStatus.IN_PROGRESS);
    }

    @Test
    void aLeaveTakenBackNeverWas() {
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", new LeaveStarted(stay("anna"), null)))
                .when(at("09:10", cancelled("anna", FactKind.LEAVE_STARTED)))
                .thenBed("MED-1", BedUse.OCCUPIED);
    }

    @Test
    void whoIsOutForAnExaminationHoldsTheBed() {
        Story story = given(at("08:00", admitted("anna", "MED-1")))
                .when(at("09:00", new DepartedTemporarily(stay("anna"), "X-ray", null)))
                .thenBed("MED-1", BedUse.HELD);
        assertThat(story.course("anna").status()).isEqualTo(StayStatus.IN_PROGRESS);
        story.when(at("09:40", new ArrivedTemporarily(stay("anna"), place("MED-2"))))
                .thenIn("MED-1")
                .thenBed("MED-2", BedUse.OCCUPIED);
    }

    @Test
    void aCancellationByMessageTakesBackThatOneOnly() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", transferred("anna", "MED-2")).as("first"),
                        at("10:00", transferred("anna", "MED-3")))
                .when(at("10:10", cancelled("anna", FactKind.PATIENT_TRANSFERRED, "first")))
                .thenPlacements("anna", "MED-1 08:00-10:00", "MED-3 10:00-");
    }

    @Test
    void aCancellationWithoutAMessageTakesBackTheLatestBeforeIt() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", transferred("anna", "MED-2")),
                        at("10:00", transferred("anna", "MED-3")))
                .when(at("09:30", cancelled("anna", FactKind.PATIENT_TRANSFERRED))
                        .toldAt("10:10"))
                .thenPlacements("anna", "MED-1 08:00-10:00", "MED-3 10:00-");
    }

    @Test
    void aCancellationToldBeforeWhatItCancelsWaitsForIt() {
        given(at("08:00", admitted("anna", "MED-1")), at("09:30", cancelled("anna", FactKind.PATIENT_TRANSFERRED)))
                .when()
                .thenConflicts("cancels-nothing/anna/pas/m2")
                .when(at("09:00", transferred("anna", "MED-2")).toldAt("09:40"))
                .thenConflicts()
                .thenPlacements("anna", "MED-1 08:00-");
    }

    @Test
    void aStayWhoseAdmissionWasTakenBackIsCancelledAndNoConflict() {
        Story story = given(at("08:00", admitted("anna", "MED-1")))
                .when(at("08:10", cancelled("anna", FactKind.PATIENT_ADMITTED)))
                .thenConflicts();
        assertThat(story.course("anna").status()).isEqualTo(StayStatus.CANCELLED);
    }

    @Test
    void anExpectedPatientWhoseAdmissionWasTakenBackIsExpectedAgain() {
        Story story = given(
                        at("07:00", admissionExpected("anna", "MED-1", "08:00")),
                        at("08:00", admitted("anna", "MED-1")))
                .when(at("08:10", cancelled("anna", FactKind.PATIENT_ADMITTED)));
        assertThat(story.course("anna").status()).isEqualTo(StayStatus.PLANNED);
        assertThat(story.hospital().stays().concerning(new WardId("MED"))).containsExactly(stay("anna"));
    }

    @Test
    void anAdmissionElsewhereEndsTheExpectation() {
        Story story = given(at("07:00", admissionExpected("anna", "MED-1", "08:00")))
                .when(at("08:00", admitted("anna", "SUR-1")));
        assertThat(story.course("anna").incoming()).isNull();
    }

    @Test
    void whoIsInTheEmergencyDepartmentIsStillExpectedOnTheWard() {
        Story story = given(at("07:00", admissionExpected("anna", "MED-1", "08:00")))
                .when(at("07:10", registered("anna", "ER-1")));
        assertThat(story.course("anna").incoming().place()).isEqualTo(place("MED-1"));
        story.when(at("09:00", admitted("anna", "MED-2")));
        assertThat(story.course("anna").incoming()).isNull();
    }

    @Test
    void anExpectedTransferLastsUntilThePatientComesToThatWard() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("09:00", transferExpected("anna", "SUR-1")))
                .when(at("09:30", transferred("anna", "MED-2")));
        assertThat(story.course("anna").incoming().from()).isEqualTo(new WardId("MED"));
        story.when(at("10:00", transferred("anna", "SUR-2")));
        assertThat(story.course("anna").incoming()).isNull();
    }

    @Test
    void whoLiesElsewhereThanTheResponsibleWardIsAnOutlier() {
        Story story = given(at("08:00", admitted("anna", "SUR-1", "MED"))).when();
        assertThat(story.course("anna").outlierIn()).isEqualTo(new WardId("SUR"));
        assertThat(story.hospital().stays().concerning(new WardId("MED"))).containsExactly(stay("anna"));
    }

    @Test
    void aPromiseIsKeptWhenThePatientComesAndLapsesByItself() {
        Story kept = given(at("08:00", new BedReserved(bed("MED-1"), time("12:00"), stay("anna"), null)))
                .when(at("09:00", admitted("anna", "MED-1")));
        assertThat(kept.hospital().beds().of(bed("MED-1")).reservation()).isNull();

        Story lapsed = given(at("08:00", new BedReserved(bed("MED-1"), time("12:00"), stay("anna"), null)))
                .when(until("12:00"));
        assertThat(lapsed.hospital().beds().of(bed("MED-1")).reservation()).isNull();

        Story other = given(at("08:00", new BedReserved(bed("MED-1"), time("12:00"), stay("anna"), null)))
                .when(at("09:00", admitted("bo", "MED-1")), until("11:59"));
        assertThat(other.hospital().beds().of(bed("MED-1")).reservation()).isNotNull();
    }

    @Test
    void whoIsExpectedWhereTheyAlreadyLieIsNotExpected() {
        Story ward = given(at("08:00", admitted("anna", "MED-1"))).when(at("09:00", transferExpected("anna", "MED")));
        assertThat(ward.course("anna").incoming()).isNull();
        Story otherBed =
                given(at("08:00", admitted("anna", "MED-1"))).when(at("09:00", transferExpected("anna", "MED-2")));
        assertThat(otherBed.course("anna").incoming().place()).isEqualTo(place("MED-2"));
        Story sameBed =
                given(at("08:00", admitted("anna", "MED-1"))).when(at("09:00", transferExpected("anna", "MED-1")));
        assertThat(sameBed.course("anna").incoming()).isNull();
    }

    @Test
    void nobodyIsExpectedAfterTheStayHasEnded() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("09:00", discharged("anna")))
                .when(at("10:00", transferExpected("anna", "SUR-1")));
        assertThat(story.course("anna").incoming()).isNull();
    }

    @Test
    void whoIsInTheHouseComesFromTheWardWhereTheyLie() {
        Story story = given(at("07:00", registered("anna", "ER-1")))
                .when(at("07:10", admissionExpected("anna", "MED-1", "09:00")));
        assertThat(story.course("anna").incoming().from()).isEqualTo(new WardId("ER"));
        Story fromHome = given().when(at("07:10", admissionExpected("bo", "MED-1", "09:00")));
        assertThat(fromHome.course("bo").incoming().from()).isNull();
        assertThat(fromHome.course("bo").patient().value()).isEqualTo("p-bo");
    }

    @Test
    void aMoveMayNameAnotherResponsibleWardAndKeepsTheOldOneOtherwise() {
        Story story = given(at("08:00", admitted("anna", "MED-1", "MED")))
                .when(at("09:00", new PatientTransferred(stay("anna"), place("SUR-1"), null)));
        assertThat(story.course("anna").responsibleWard()).isEqualTo(new WardId("MED"));
        story.when(at("10:00", new PatientTransferred(stay("anna"), place("SUR-2"), new WardId("SUR"))));
        assertThat(story.course("anna").responsibleWard()).isEqualTo(new WardId("SUR"));
        assertThat(story.course("anna").outlierIn()).isNull();
    }

    @Test
    void anUpdateChangesWhatItSaysAndNothingElse() {
        Story story = given(at("08:00", registered("anna", "ER-1")))
                .when(at("09:00", new StayUpdated(stay("anna"), null, PatientClass.I, new WardId("MED"))));
        assertThat(story.course("anna").patient().value()).isEqualTo("p-anna");
        assertThat(story.course("anna").patientClass()).isEqualTo(PatientClass.I);
        assertThat(story.course("anna").responsibleWard()).isEqualTo(new WardId("MED"));
        story.when(at("09:30", new StayUpdated(stay("anna"), new PatientKey("p-2"), null, null)));
        assertThat(story.course("anna").patient().value()).isEqualTo("p-2");
        assertThat(story.course("anna").patientClass()).isEqualTo(PatientClass.I);
        story.when(at("09:40", cancelled("anna", FactKind.STAY_UPDATED)));
        assertThat(story.course("anna").patient().value()).isEqualTo("p-anna");
    }

    @Test
    void whoComesBackFromLeaveHoldsTheBedThatSomebodySaidWasLeft() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", new LeaveStarted(stay("anna"), null)),
                        at("09:00", roomLeft("anna", "MED-1")))
                .when(at("17:00", new LeaveEnded(stay("anna"), null)))
                .thenIn("MED-1", "anna");
    }

    @Test
    void whoComesBackToAPlaceBeforeAnybodyAdmittedThemIsThereAndAConflict() {
        given().when(at("09:00", new ArrivedTemporarily(stay("anna"), place("MED-1"))))
                .thenIn("MED-1", "anna")
                .thenConflicts("unknown-stay/anna");
    }

    @Test
    void aSwapTakenBackReachesTheRoomsOfBoth() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-2")),
                        at("09:00", swapped("anna", "MED-3", "bo", "MED-1")))
                .when()
                .thenTasks("MED-2 STANDARD PENDING")
                .when(at("09:10", cancelled("anna", FactKind.BEDS_SWAPPED)))
                .thenIn("MED-1", "anna")
                .thenIn("MED-2", "bo")
                .thenTasks();
    }
}
