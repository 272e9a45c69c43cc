package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.SmallHospital.ward;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.SettleConflict;
import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedMade;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.Conflict.Settlement;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.staff.StaffEvent.WardRole;
import flyt.domain.staff.StaffEvent.WardRoleReported;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayStatus;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What does not fit is taken, shown, and can be settled. */
class ConflictTest {

    private static final String TAKEN = "bed-taken/SUR-1";

    @Test
    void twoInOneBedAreShown() {
        taken().when().thenConflicts(TAKEN).thenIn("SUR-1", "anna", "bo");
    }

    @Test
    void theSenderIsToldThatTheBedWasTaken() {
        given(at("08:00", admitted("anna", "SUR-1")))
                .when(at("09:00", admitted("bo", "SUR-1")))
                .thenWarned(Warning.BED_TAKEN);
    }

    @Test
    void theyMayShareIt() {
        taken().when(at("09:10", settle(TAKEN, Settlement.SHARE_BED, null)))
                .thenConflicts()
                .thenIn("SUR-1", "anna", "bo");
    }

    @Test
    void aThirdIsNotAmongThoseWhoShare() {
        taken().when(at("09:10", settle(TAKEN, Settlement.SHARE_BED, null)), at("10:00", admitted("cleo", "SUR-1")))
                .thenConflicts(TAKEN);
    }

    @Test
    void oneOfThemMayBeWithoutABedEvenWhereATransferDoesNotCountAsLeaving() {
        taken().when(at("09:10", settle(TAKEN, Settlement.WITHOUT_BED, "bo")))
                .thenConflicts()
                .thenIn("SUR-1", "anna")
                .thenPlacements("bo", "SUR-1 09:00-09:10", "SUR 09:10-");
    }

    @Test
    void oneOfThemMayHaveBeenDischarged() {
        Story story = taken().when(at("09:10", settle(TAKEN, Settlement.DISCHARGE, "anna")))
                .thenConflicts()
                .thenIn("SUR-1", "bo");
        assertThat(story.course("anna").status()).isEqualTo(StayStatus.DISCHARGED);
    }

    @Test
    void whoWasDischargedButNeverSaidToHaveLeftHasLeftThen() {
        given(
                        at("08:00", admitted("anna", "SUR-1")),
                        at("09:00", discharged("anna")),
                        at("09:30", admitted("bo", "SUR-1")))
                .when(at("09:40", settle(TAKEN, Settlement.WITHOUT_BED, "anna")))
                .thenConflicts()
                .thenIn("SUR-1", "bo");
    }

    @Test
    void itCannotBeKeptAsItIs() {
        taken().when(at("09:10", settle(TAKEN, Settlement.KEEP, null))).thenRefused(Refusal.NOT_A_WAY_TO_SETTLE_IT);
    }

    @Test
    void aConflictSettledByFactsIsGone() {
        taken().when(at("09:10", transferred("bo", "MED-1")), at("09:11", roomLeft("bo", "SUR-1")))
                .thenConflicts()
                .when(at("09:12", settle(TAKEN, Settlement.SHARE_BED, null)))
                .thenRefused(Refusal.CONFLICT_GONE);
    }

    @Test
    void nobodyIsMovedOrDischargedByGuess() {
        taken().when(at("09:10", settle(TAKEN, Settlement.DISCHARGE, null))).thenRefused(Refusal.PATIENT_NOT_NAMED);
        taken().when(at("09:10", settle(TAKEN, Settlement.WITHOUT_BED, null))).thenRefused(Refusal.PATIENT_NOT_NAMED);
    }

    @Test
    void onlyWhoIsInItCanBeNamed() {
        taken().when(at("09:10", settle(TAKEN, Settlement.DISCHARGE, "cleo"))).thenRefused(Refusal.UNKNOWN_STAY);
    }

    private static Story taken() {
        return given(at("08:00", admitted("anna", "SUR-1")), at("09:00", admitted("bo", "SUR-1")));
    }

    private static SettleConflict settle(String conflict, Settlement how, @Nullable String who) {
        return new SettleConflict(new Conflict.Key(conflict), how, who == null ? null : stay(who));
    }

    @Test
    void aStayNobodyAdmittedIsTakenAndShown() {
        given().when(at("09:00", transferred("anna", "MED-1")))
                .thenWarned(Warning.UNKNOWN_STAY)
                .thenConflicts("unknown-stay/anna")
                .thenIn("MED-1", "anna")
                .when(at("08:00", admitted("anna", "MED-2")).toldAt("09:10"))
                .thenConflicts()
                .thenPlacements("anna", "MED-2 08:00-09:00", "MED-1 09:00-");
    }

    @Test
    void anUnknownStayMayBeKeptOrDischarged() {
        given(at("09:00", transferred("anna", "MED-1")))
                .when(at("09:10", settle("unknown-stay/anna", Settlement.KEEP, null)))
                .thenConflicts()
                .thenIn("MED-1", "anna");
        given(at("09:00", transferred("anna", "MED-1")))
                .when(at("09:10", settle("unknown-stay/anna", Settlement.DISCHARGE, null)))
                .thenConflicts()
                .thenIn("MED-1");
    }

    @Test
    void aLabResultForAnUnknownStayWarnsItsSender() {
        given().when(at(
                        "09:00",
                        new LabStatusReported(stay("nobody"), new OrderId("L1"), LabStatus.FINAL, false, false, null)))
                .thenWarned(Warning.UNKNOWN_STAY);
    }

    @Test
    void aPlaceTheDefinitionDoesNotKnowIsTakenAndShown() {
        given().when(at("09:00", admitted("anna", "NEW-1")))
                .thenWarned(Warning.UNKNOWN_PLACE)
                .thenConflicts("unknown-place/anna")
                .thenIn("NEW-1", "anna");
    }

    @Test
    void whenTheDefinitionLearnsThePlaceThePatientIsThere() {
        given(at("09:00", admitted("anna", "NEW-1")))
                .when(at("10:00", SmallHospital.with(ward("MED", true, 3), ward("NEW", true, 1))))
                .thenConflicts()
                .thenBed("NEW-1", BedUse.OCCUPIED);
    }

    @Test
    void aBedLeftBeforeTheDefinitionKnewItIsDirtyWhenItDoes() {
        given(at("09:00", admitted("anna", "NEW-1")), at("10:00", discharged("anna")))
                .when(at("11:00", SmallHospital.with(ward("MED", true, 3), ward("NEW", true, 1))))
                .thenAlso(new CleaningOrdered(task(1), bed("NEW-1"), CleaningKind.STANDARD))
                .thenBed("NEW-1", BedUse.WAITING_CLEANING);
    }

    @Test
    void aNewDefinitionNeverLosesAPatient() {
        given(at("08:00", admitted("anna", "MED-3")), at("08:00", admitted("bo", "MED-1")))
                .when(at("09:00", SmallHospital.with(ward("MED", true, 2))))
                .thenIn("MED-3", "anna")
                .thenIn("MED-1", "bo")
                .thenConflicts("unknown-place/anna")
                .when(at("10:00", settle("unknown-place/anna", Settlement.WITHOUT_BED, null)))
                .thenConflicts()
                .thenPlacements("anna", "MED-3 08:00-10:00", "MED 10:00-");
    }

    @Test
    void workForABedTheDefinitionDroppedIsCalledOff() {
        given(at("08:00", admitted("anna", "MED-3")), at("09:00", discharged("anna")))
                .when(at("10:00", SmallHospital.with(ward("MED", true, 2))))
                .thenTasks()
                .when(at("11:00", SmallHospital.with(ward("MED", true, 3))))
                .thenTasks("MED-3 STANDARD PENDING");
    }

    @Test
    void aPatientPlacedInAClosedBedIsShownUntilSomebodyKeepsItOrTheBedIsClosedAnew() {
        Story story = given(
                        at("08:00", new BedClosed(bed("MED-1"), CloseReason.REPAIR, null)),
                        at("09:00", admitted("anna", "MED-1")))
                .when()
                .thenConflicts("placed-in-closed-bed/MED-1/2026-11-12T08:00:00Z")
                .when(at("09:10", settle("placed-in-closed-bed/MED-1/2026-11-12T08:00:00Z", Settlement.KEEP, null)))
                .thenConflicts();
        story.when(
                        at("10:00", new BedOpened(bed("MED-1"))),
                        at("11:00", new BedClosed(bed("MED-1"), CloseReason.REPAIR, null)))
                .thenConflicts("placed-in-closed-bed/MED-1/2026-11-12T11:00:00Z");
    }

    @Test
    void aCancellationOfNothingMayBeKeptAndTheNextIsShownAgain() {
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", cancelled("anna", FactKind.LEAVE_STARTED)))
                .when(at("09:10", settle("cancels-nothing/anna/pas/m2", Settlement.KEEP, null)))
                .thenConflicts()
                .when(at("10:00", cancelled("anna", FactKind.BEDS_SWAPPED)))
                .thenConflicts("cancels-nothing/anna/pas/m4");
    }

    @Test
    void aFactFromTheFutureIsKeptAndCountsNow() {
        given().when(at("12:00", admitted("anna", "MED-1")).toldAt("08:00"))
                .thenWarned(Warning.OCCURRED_IN_THE_FUTURE)
                .thenPlacements("anna", "MED-1 08:00-");
    }

    @Test
    void aConflictBeganWhenTheLaterOfBothCame() {
        Conflict shown = Conflicts.all(
                        taken().when(at("09:30", new BedMade(bed("MED-1")))).hospital())
                .get(0);
        assertThat(shown.since()).isEqualTo(time("09:00"));
        Conflict unknown = Conflicts.all(
                        given(at("09:00", transferred("anna", "MED-1")), at("09:20", transferred("anna", "MED-2")))
                                .hospital())
                .get(0);
        assertThat(unknown.since()).isEqualTo(time("09:20"));
        assertThat(Conflicts.all(given(at("09:00", roomLeft("anna", null))).hospital())
                        .get(0)
                        .since())
                .isNull();
    }

    @Test
    void eachConflictIsSettledByItsOwnName() {
        given(
                        at("08:00", admitted("anna", "SUR-1")),
                        at("09:00", admitted("bo", "SUR-1")),
                        at("09:00", admitted("cleo", "SUR-2")),
                        at("09:00", admitted("dag", "SUR-2")))
                .when(at("09:10", settle("bed-taken/SUR-2", Settlement.SHARE_BED, null)))
                .thenConflicts(TAKEN);
    }

    @Test
    void anUnknownStayThatIsInNoHouseIsShownUntilItIsSettled() {
        given(at("09:00", cancelled("anna", FactKind.PATIENT_ADMITTED)))
                .when()
                .thenConflicts("unknown-stay/anna", "cancels-nothing/anna/pas/m1");
    }

    @Test
    void whatThisSystemConcludedCannotBeTakenBackByAReport() {
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", discharged("anna")))
                .when(at("09:10", cancelled("anna", FactKind.ROOM_LEFT)).as("x"))
                .thenConflicts("cancels-nothing/anna/pas/x")
                .thenIn("MED-1");
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", roomLeft("anna", "MED-1")))
                .when(at("09:10", cancelled("anna", FactKind.ROOM_LEFT)))
                .thenConflicts()
                .thenIn("MED-1", "anna");
    }

    @Test
    void aScoreARoleOrAResponsiblePersonOfNobodyKnownWarnsItsSender() {
        given().when(at("09:00", new EarlyWarningReported(stay("x"), "NEWS2", 1, false, null, null, false)))
                .thenWarned(Warning.UNKNOWN_STAY)
                .when(at("09:00", new CareWeightReported(stay("x"), 3)))
                .thenWarned(Warning.UNKNOWN_STAY)
                .when(at("09:00", new ResponsibilityReported(stay("x"), new Assigned(null), null)))
                .thenWarned(Warning.UNKNOWN_STAY)
                .when(at(
                        "09:00",
                        new WardRoleReported(new WardId("NEW"), WardRole.COORDINATOR, new Assigned(null), null)))
                .thenWarned(Warning.UNKNOWN_PLACE)
                .when(at(
                        "09:00",
                        new WardRoleReported(new WardId("MED"), WardRole.COORDINATOR, new Assigned(null), null)))
                .thenWarned();
    }
}
