package flyt.domain;

import static flyt.domain.Facts.admissionExpected;
import static flyt.domain.Facts.admitted;
import static flyt.domain.Facts.bed;
import static flyt.domain.Facts.discharged;
import static flyt.domain.Facts.isolated;
import static flyt.domain.Facts.merged;
import static flyt.domain.Facts.place;
import static flyt.domain.Facts.staff;
import static flyt.domain.Facts.stay;
import static flyt.domain.Facts.time;
import static flyt.domain.Facts.transferred;
import static flyt.domain.SmallHospital.asDefined;
import static flyt.domain.Story.at;
import static flyt.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.AssignDoctor;
import flyt.domain.Command.AssignNurse;
import flyt.domain.Command.ExpectDischarge;
import flyt.domain.Command.SetIsolation;
import flyt.domain.Command.UseCorridorPlace;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.HandWord;
import flyt.domain.stay.HandWords;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.DischargeSet;
import flyt.domain.stay.StayFact.ExtraPlaceUsed;
import flyt.domain.stay.StayFact.NurseAssigned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people say by hand, beside what systems say of the same. */
class ByHandTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-13");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
    private static final HospitalDefinition HOLDING = SmallHospital.whereHandsHold();

    @Test
    void aNurseIsAssignedByHandAndItIsKnownByWhomAndWhen() {
        Story story = lying().when(at("09:00", new AssignNurse(stay("anna"), new Said<>(staff("ingrid"))))
                        .by("marit"))
                .then(new NurseAssigned(stay("anna"), new Said<>(staff("ingrid"))));
        assertThat(nurse(story)).isEqualTo(staff("ingrid"));
        assertThat(words(story).nurse()).isEqualTo(new HandWord<>(staff("ingrid"), staff("marit"), time("09:00")));
    }

    @Test
    void aWordGivesWayToWhatASystemSaysOfLaterAndNotOfEarlier() {
        Story story = lying().when(at("09:00", new AssignNurse(stay("anna"), new Said<>(staff("ingrid")))));
        story.when(at("08:30", nurseReported("tor")).toldAt("09:10"));
        assertThat(nurse(story)).isEqualTo(staff("ingrid"));
        story.when(at("09:00", nurseReported("tor")).toldAt("09:20"));
        assertThat(nurse(story)).as("of the same moment the hand's word counts").isEqualTo(staff("ingrid"));
        story.when(at("09:30", nurseReported("tor")));
        assertThat(nurse(story)).isEqualTo(staff("tor"));
        assertThat(words(story).nurse()).isNull();
    }

    @Test
    void aWordThatHoldsStandsUntilTheHandTakesItBackAndThenTheSystemsComesForward() {
        Story story = given(HOLDING, at("08:00", admitted("anna", "MED-1")))
                .when(at("09:00", new AssignDoctor(stay("anna"), new Said<>(staff("aas")))))
                .when(at("09:30", doctorReported("berg")));
        assertThat(story.hospital().doctorOf(story.course("anna"))).isEqualTo(staff("aas"));
        story.when(at("10:00", new AssignDoctor(stay("anna"), null)));
        assertThat(story.hospital().doctorOf(story.course("anna"))).isEqualTo(staff("berg"));
        assertThat(story.hospital().wordsOf(story.course("anna")).doctor()).isNull();
    }

    @Test
    void byHandNobodyIsAWordToo() {
        Story story = lying().when(at("08:30", nurseReported("tor")))
                .when(at("09:00", new AssignNurse(stay("anna"), new Said<>(null))));
        assertThat(nurse(story)).isNull();
        assertThat(words(story).nurse()).isNotNull();
    }

    @Test
    void isolationAndDischargeGiveWayInTheSameManner() {
        Story story = lying().when(at("09:00", new SetIsolation(stay("anna"), new Said<>(Isolation.DROPLET))))
                .when(at("09:00", new ExpectDischarge(stay("anna"), new Said<>(new DischargeDay(FRIDAY, null)))));
        assertThat(story.course("anna").isolation()).isEqualTo(Isolation.DROPLET);
        assertThat(story.course("anna").expectedOn()).isEqualTo(FRIDAY);
        story.when(at("08:30", isolated("anna", Isolation.CONTACT)).toldAt("09:10"));
        story.when(at("08:30", dischargeReported(MONDAY)).toldAt("09:10"));
        assertThat(story.course("anna").isolation()).isEqualTo(Isolation.DROPLET);
        assertThat(story.course("anna").expectedOn()).isEqualTo(FRIDAY);
        assertThat(words(story).isolation()).isNotNull();
        assertThat(words(story).discharge()).isNotNull();
        story.when(at("10:00", isolated("anna", null)), at("10:00", dischargeReported(MONDAY)));
        assertThat(story.course("anna").isolation()).isNull();
        assertThat(story.course("anna").expectedOn()).isEqualTo(MONDAY);
        assertThat(words(story).isolation()).isNull();
        assertThat(words(story).discharge()).isNull();
    }

    @Test
    void theRoomCarriesTheIsolationThatWasSaidByHand() {
        lying().when(at("09:00", new SetIsolation(stay("anna"), new Said<>(Isolation.CONTACT_CHLORINE))))
                .when(at("10:00", discharged("anna")))
                .thenTasks("MED-1 CONTACT_CHLORINE PENDING");
    }

    @Test
    void theDayOfAnHourIsTheHospitalsOwn() {
        lying().when(at(
                        "09:00",
                        new ExpectDischarge(stay("anna"), new Said<>(new DischargeDay(null, time("12 23:30"))))))
                .then(new DischargeSet(stay("anna"), new Said<>(new DischargeDay(FRIDAY, time("12 23:30")))));
        lying().when(at(
                        "09:00",
                        new ExpectDischarge(
                                stay("anna"), new Said<>(new DischargeDay(LocalDate.parse("2026-11-11"), null)))))
                .thenRefused(Refusal.DAY_IN_THE_PAST);
    }

    @Test
    void noSystemsCancellationTakesBackWhatAHandSaid() {
        Story story = lying().when(at("09:00", new SetIsolation(stay("anna"), new Said<>(Isolation.DROPLET)))
                        .as("w"))
                .when(at("09:10", Facts.cancelled("anna", FactKind.ISOLATION_SET)));
        assertThat(story.course("anna").isolation()).isEqualTo(Isolation.DROPLET);
    }

    @Test
    void aChangedSettingCountsForWhatWasSaidBefore() {
        Story story = lying().when(at("09:00", new SetIsolation(stay("anna"), new Said<>(Isolation.DROPLET))))
                .when(at("09:00", new AssignNurse(stay("anna"), new Said<>(staff("ingrid")))))
                .when(at("10:00", isolated("anna", Isolation.CONTACT)), at("10:00", nurseReported("tor")))
                .when(at("11:00", HOLDING));
        assertThat(story.course("anna").isolation()).isEqualTo(Isolation.DROPLET);
        assertThat(nurse(story)).isEqualTo(staff("ingrid"));
        story.when(at("12:00", asDefined()));
        assertThat(story.course("anna").isolation()).isEqualTo(Isolation.CONTACT);
        assertThat(nurse(story)).isEqualTo(staff("tor"));
        Invariants.replayGives(story.hospital(), story.journal());
    }

    @Test
    void aWordIsAboutTheStayAlsoWhenItsNumbersAreMerged() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("08:00", admitted("bo", "MED-2")))
                .when(at("09:00", new AssignNurse(stay("bo"), new Said<>(staff("ingrid")))))
                .when(at("09:10", merged("anna", "bo")));
        assertThat(nurse(story)).isEqualTo(staff("ingrid"));
    }

    @Test
    void ofPeopleWhoAreGoneNothingIsSaidAndOfThoseExpectedItIs() {
        AssignNurse ingrid = new AssignNurse(stay("anna"), new Said<>(staff("ingrid")));
        given().when(at("09:00", ingrid)).thenRefused(Refusal.UNKNOWN_STAY);
        given(at("08:00", admitted("anna", "MED-1")), at("08:30", discharged("anna")))
                .when(at("09:00", ingrid))
                .thenRefused(Refusal.NOT_IN_HOUSE);
        given(at("08:00", admissionExpected("anna", "MED-1", "19:00")))
                .when(at("09:00", ingrid))
                .then(new NurseAssigned(stay("anna"), new Said<>(staff("ingrid"))));
    }

    @Test
    void aPatientWithoutABedIsPutIntoTheCorridor() {
        Story story = given(at("08:00", admitted("anna", "MED")))
                .when(at("09:00", new UseCorridorPlace(stay("anna"), bed("MED-K"))))
                .then(new ExtraPlaceUsed(stay("anna"), place("MED-K")))
                .thenIn("MED-K", "anna");
        assertThat(words(story).place()).isEqualTo(new HandWord<>(place("MED-K"), staff("me"), time("09:00")));
    }

    @Test
    void aBedGivenUpForTheCorridorIsLeftAsByATransfer() {
        lying().when(at("09:00", new UseCorridorPlace(stay("anna"), bed("MED-K"))))
                .thenIn("MED-K", "anna")
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenPlacements("anna", "MED-1 08:00-09:00", "MED-K 09:00-");
    }

    @Test
    void onlyAFreeExtraPlaceOfTheirOwnWardIsUsed() {
        Story lying = lying();
        lying.when(use("MED-2")).thenRefused(Refusal.NOT_AN_EXTRA_PLACE);
        lying.when(use("SUR-K")).thenRefused(Refusal.ON_ANOTHER_WARD);
        lying.when(use("NEW-K")).thenRefused(Refusal.UNKNOWN_BED);
        lying.when(at("09:00", new UseCorridorPlace(stay("bo"), bed("MED-K")))).thenRefused(Refusal.UNKNOWN_STAY);
        given(at("08:00", admitted("anna", "MED-1")), at("08:00", admitted("bo", "MED-K")))
                .when(use("MED-K"))
                .thenRefused(Refusal.BED_OCCUPIED);
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:10", new Command.CloseBed(bed("MED-K"), CloseReason.OTHER, null)))
                .when(use("MED-K"))
                .thenRefused(Refusal.BED_CLOSED);
        given(at("08:00", admitted("anna", "MED-1")), at("08:30", discharged("anna")))
                .when(use("MED-K"))
                .thenRefused(Refusal.NOT_IN_HOUSE);
        given(at("08:00", admitted("anna", "MED-1")), at("09:30", transferred("anna", "MED-2")))
                .when(use("MED-K").toldAt("09:40"))
                .thenRefused(Refusal.CHANGED_SINCE);
    }

    @Test
    void aLaterTransferMovesThePatientOnWhereHandsGiveWay() {
        Story story = lying().when(use("MED-K")).when(at("10:00", transferred("anna", "MED-2")));
        story.thenIn("MED-2", "anna").thenIn("MED-K");
        assertThat(words(story).place()).isNull();
    }

    @Test
    void whereHandsHoldAMoveOnTheWardWaitsBeneathAndOneToAnotherWardCounts() {
        Story story = given(HOLDING, at("08:00", admitted("anna", "MED-1")))
                .when(use("MED-K"))
                .when(at("10:00", transferred("anna", "MED-2")));
        story.thenIn("MED-K", "anna").thenIn("MED-2");
        assertThat(words(story).place()).isNotNull();
        story.when(at("11:00", new UseCorridorPlace(stay("anna"), null))).thenIn("MED-2", "anna");
        assertThat(words(story).place()).isNull();

        given(HOLDING, at("08:00", admitted("anna", "MED-1")))
                .when(use("MED-K"))
                .when(at("10:00", transferred("anna", "SUR-1")))
                .thenIn("SUR-1", "anna")
                .thenPlacements("anna", "MED-1 08:00-09:00", "MED-K 09:00-10:00", "SUR-1 10:00-");
    }

    @Test
    void backIsWhereSystemsSayUnlessSomebodyElseLiesThere() {
        lying().when(use("MED-K"))
                .when(at("10:00", new UseCorridorPlace(stay("anna"), null)))
                .thenIn("MED-1", "anna");
        lying().when(use("MED-K"))
                .when(at("09:30", admitted("bo", "MED-1")))
                .when(at("10:00", new UseCorridorPlace(stay("anna"), null)))
                .thenRefused(Refusal.BED_OCCUPIED);
        lying().when(at("10:00", new UseCorridorPlace(stay("anna"), null))).thenRefused(Refusal.NOT_AN_EXTRA_PLACE);
        given().when(at("10:00", new UseCorridorPlace(stay("anna"), null))).thenRefused(Refusal.UNKNOWN_STAY);
    }

    @Test
    void aDischargeToldLateOfBeforeTheHandsPlaceMakesAConflict() {
        lying().when(use("MED-K"))
                .when(at("08:30", discharged("anna")).toldAt("09:30"))
                .thenIn("MED-K")
                .thenConflicts("moved-after-discharge/anna/flyt/m2");
    }

    private static Story lying() {
        return given(at("08:00", admitted("anna", "MED-1")));
    }

    private static Story.Line use(String bed) {
        return at("09:00", new UseCorridorPlace(stay("anna"), bed(bed)));
    }

    private static ResponsibilityReported nurseReported(String key) {
        return new ResponsibilityReported(stay("anna"), new Assigned(staff(key)), null);
    }

    private static ResponsibilityReported doctorReported(String key) {
        return new ResponsibilityReported(stay("anna"), null, new Assigned(staff(key)));
    }

    private static DischargeExpected dischargeReported(LocalDate on) {
        return new DischargeExpected(stay("anna"), on, null);
    }

    private static @Nullable StaffKey nurse(Story story) {
        return story.hospital().nurseOf(story.course("anna"));
    }

    private static HandWords words(Story story) {
        return story.hospital().wordsOf(story.course("anna"));
    }
}
