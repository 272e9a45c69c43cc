package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.SettleConflict;
import flyt.domain.Decision.Refusal;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.Conflict.Settlement;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayFact.ArrivedTemporarily;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a patient after the discharge: where it does not fit it is shown, where it says they left it counts. */
class AfterTheEndTest {

    private static final String MOVED = "moved-after-discharge/anna/pas/a02";

    @Test
    void aMoveAfterTheDischargeMovesNobodyAndIsShown() {
        Story story = moved().when().thenConflicts(MOVED).thenIn("MED-2").thenPlacements("anna", "MED-1 08:00-11:00");
        Conflict shown = Conflicts.all(story.hospital()).get(0);
        assertThat(shown.since()).as("when the two began to disagree").isEqualTo(time("12:00"));
        assertThat(shown.stays()).containsExactly(stay("anna"));
        assertThat(shown.settle()).isEqualTo(List.of(Settlement.NOT_DISCHARGED, Settlement.KEEP));
    }

    @Test
    void theDischargeMayStand() {
        moved().when(at("12:10", settle(Settlement.KEEP)))
                .thenConflicts()
                .thenIn("MED-2")
                .when(at("13:00", transferred("anna", "MED-3")).as("again"))
                .thenConflicts("moved-after-discharge/anna/pas/again");
    }

    @Test
    void orTheDischargeWasWrongAndTheMoveTakesItsPlace() {
        Story story = moved().when(at("12:10", settle(Settlement.NOT_DISCHARGED)))
                .thenConflicts()
                .thenPlacements("anna", "MED-1 08:00-12:00", "MED-2 12:00-")
                .thenIn("MED-2", "anna")
                .thenTasks("MED-1 STANDARD PENDING");
        assertThat(story.course("anna").status()).isEqualTo(StayStatus.IN_PROGRESS);
    }

    @Test
    void onlyTheDischargesOfThisStretchBeforeTheMoveAreTakenBack() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", discharged("anna")),
                        at("10:00", admitted("anna", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:30", discharged("anna")),
                        at("12:00", transferred("anna", "MED-2")).as("a02"),
                        at("13:00", discharged("anna")))
                .when(at("13:10", settle(Settlement.NOT_DISCHARGED)))
                .thenPlacements("anna", "MED-1 08:00-09:00", "MED-1 10:00-12:00", "MED-2 12:00-13:00")
                .thenConflicts();
    }

    @Test
    void itIsGoneWhenTheDischargeIsTakenBackOrThePatientAdmittedAgain() {
        moved().when(at("12:05", cancelled("anna", FactKind.PATIENT_DISCHARGED)))
                .thenConflicts()
                .thenIn("MED-2", "anna")
                .when(at("12:10", settle(Settlement.NOT_DISCHARGED)))
                .thenRefused(Refusal.CONFLICT_GONE);
        moved().when(at("14:00", admitted("anna", "MED-3"))).thenConflicts().thenIn("MED-3", "anna");
    }

    @Test
    void aMoveToldLateButFromBeforeTheDischargeIsNone() {
        given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")))
                .when(at("10:00", transferred("anna", "MED-2")).toldAt("12:00"))
                .thenConflicts()
                .thenPlacements("anna", "MED-1 08:00-10:00", "MED-2 10:00-11:00");
    }

    @Test
    void aSwapWithADischargedPatientAndAReturnToABedAreMovesToo() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-2")),
                        at("11:00", discharged("anna")))
                .when(at("12:00", swapped("anna", "MED-2", "bo", "MED-1")).as("a17"))
                .thenConflicts("moved-after-discharge/anna/pas/a17")
                .thenIn("MED-1", "bo");
        given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")))
                .when(at("12:00", new LeaveEnded(stay("anna"), place("MED-1"))).as("a22"))
                .thenConflicts("moved-after-discharge/anna/pas/a22")
                .thenIn("MED-1");
    }

    private static Story moved() {
        return given(
                at("08:00", admitted("anna", "MED-1")),
                at("11:00", discharged("anna")),
                at("12:00", transferred("anna", "MED-2")).as("a02"));
    }

    private static SettleConflict settle(Settlement how) {
        return new SettleConflict(new Conflict.Key(MOVED), how, null);
    }

    @Test
    void whoIsSeenToGoAfterADischargeThatDoesNotCountAsLeavingHasLeftTheRoom() {
        given(at("08:00", admitted("anna", "SUR-1")), at("11:00", discharged("anna")))
                .when(at("11:20", new DepartedTemporarily(stay("anna"), "exit", null)))
                .thenIn("SUR-1")
                .thenTasks("SUR-1 STANDARD PENDING")
                .thenConflicts();
    }

    @Test
    void whoIsSeenToArriveHasLeftTheRoomOfBefore() {
        given(at("08:00", admitted("anna", "SUR-1")), at("10:00", transferred("anna", "SUR-2")))
                .when()
                .thenIn("SUR-1", "anna")
                .when(at("10:20", new ArrivedTemporarily(stay("anna"), place("SUR-2"))))
                .thenIn("SUR-1")
                .thenIn("SUR-2", "anna")
                .thenTasks("SUR-1 STANDARD PENDING");
    }

    @Test
    void whoComesBackToTheRoomNotYetLeftIsStillInIt() {
        given(at("08:00", admitted("anna", "SUR-1")), at("11:00", discharged("anna")))
                .when(at("11:20", new ArrivedTemporarily(stay("anna"), place("SUR-1"))))
                .thenIn("SUR-1", "anna")
                .thenConflicts()
                .when(at("11:30", new ArrivedTemporarily(stay("anna"), null)))
                .thenIn("SUR-1", "anna")
                .thenTasks();
    }

    @Test
    void whoComesBackAfterHavingBeenSeenToGoIsShown() {
        given(
                        at("08:00", admitted("anna", "SUR-1")),
                        at("11:00", discharged("anna")),
                        at("11:20", new DepartedTemporarily(stay("anna"), "exit", null)))
                .when(at("11:40", new ArrivedTemporarily(stay("anna"), place("SUR-1")))
                        .as("a10"))
                .thenConflicts("moved-after-discharge/anna/pas/a10")
                .thenIn("SUR-1");
    }

    @Test
    void whoIsTakenAwayAfterADeathHasNotFreedTheRoom() {
        given(at("08:00", admitted("anna", "SUR-1")), at("11:00", died("anna")))
                .when(at("12:00", new DepartedTemporarily(stay("anna"), "chapel", null)))
                .thenIn("SUR-1", "anna")
                .thenTasks();
    }
}
