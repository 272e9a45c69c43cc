package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.SettleConflict;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.capacity.Count;
import flyt.domain.capacity.Counts;
import flyt.domain.capacity.Occupancy;
import flyt.domain.capacity.WardCount;
import flyt.domain.conflict.Conflict.Settlement;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.WardId;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.ReadinessReported;
import flyt.domain.stay.StayFact.TransferExpected;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The rules of domain 3.1: who counts above the line, which beds below it. */
class WardCountTest {

    @Test
    void aPatientOnLeaveHoldsTheBedAndCounts() {
        Hospital hospital = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", new LeaveStarted(stay("anna"), time("18:00"))))
                .hospital();
        assertThat(live(hospital, "MED")).isEqualTo("1/3");
        assertThat(count(hospital, "MED", Count.ON_LEAVE)).isEqualTo(1);
        assertThat(count(hospital, "MED", Count.HELD)).isEqualTo(1);
    }

    @Test
    void anExtraPlaceIsAboveTheLineOnly() {
        Hospital hospital = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:01", admitted("bo", "MED-2")),
                        at("08:02", admitted("cid", "MED-3")),
                        at("08:03", admitted("dag", "MED-K")))
                .hospital();
        assertThat(live(hospital, "MED")).isEqualTo("4/3");
        assertThat(Occupancy.live(counts(hospital, "MED")).share()).isGreaterThan(1);
        assertThat(count(hospital, "MED", Count.CORRIDOR)).isEqualTo(1);
        assertThat(count(hospital, "MED", Count.SURGE)).isZero();
        assertThat(cluster(hospital, "MED").of(Count.IN_BED)).isEqualTo(3);
    }

    @Test
    void aClosedBedLeavesWhatIsBelowTheLineAndSaysWhy() {
        Hospital hospital = given(at("08:00", new BedClosed(bed("MED-3"), CloseReason.INFECTION, null)))
                .hospital();
        assertThat(live(hospital, "MED")).isEqualTo("0/2");
        assertThat(count(hospital, "MED", Count.BEDS)).isEqualTo(3);
        assertThat(count(hospital, "MED", Count.CLOSED_INFECTION)).isEqualTo(1);
        assertThat(count(hospital, "MED", Count.CLOSED_STAFFING)).isZero();
    }

    @Test
    void whereAllBedsAreClosedThereIsNoShare() {
        Hospital hospital = given(
                        SmallHospital.with(SmallHospital.ward("MED", true, 1)),
                        at("08:00", new BedClosed(bed("MED-1"), CloseReason.STAFFING, null)))
                .hospital();
        assertThat(Occupancy.live(counts(hospital, "MED")).share()).isNull();
    }

    @Test
    void whoHasNoBedIsThePatientOfTheWardAndNotInItsOccupancy() {
        Hospital hospital = given(at("08:00", admitted("anna", "MED"))).hospital();
        assertThat(live(hospital, "MED")).isEqualTo("0/3");
        assertThat(count(hospital, "MED", Count.PATIENTS)).isEqualTo(1);
        assertThat(count(hospital, "MED", Count.WITHOUT_BED)).isEqualTo(1);
    }

    @Test
    void whoShareABedOnPurposeCountAsOneAndByMistakeAsTwo() {
        Story story = given(at("08:00", admitted("mother", "MED-1")), at("08:01", admitted("child", "MED-1")));
        assertThat(live(story.hospital(), "MED")).isEqualTo("2/3");
        var conflict = Conflicts.all(story.hospital()).get(0).id();
        story.when(at("08:02", new SettleConflict(conflict, Settlement.SHARE_BED, null)));
        assertThat(live(story.hospital(), "MED")).isEqualTo("1/3");
        story.when(at("09:00", discharged("mother")));
        assertThat(live(story.hospital(), "MED")).isEqualTo("1/3");
    }

    @Test
    void whoHasOfficiallyGoneDoesNotCountButTheBedDoesNotPassAsFree() {
        Hospital hospital = given(at("08:00", admitted("anna", "SUR-1")), at("11:00", discharged("anna")))
                .hospital();
        assertThat(live(hospital, "SUR")).isEqualTo("0/3");
        assertThat(count(hospital, "SUR", Count.NOT_LEFT)).isEqualTo(1);
        assertThat(count(hospital, "SUR", Count.READY)).isEqualTo(2);
    }

    @Test
    void aPatientCountsWhereTheyLieWhoeverIsResponsible() {
        Hospital hospital = given(
                        at("08:00", admitted("anna", "SUR-1", "MED")), at("08:01", isolated("anna", Isolation.CONTACT)))
                .hospital();
        assertThat(live(hospital, "SUR")).isEqualTo("1/3");
        assertThat(live(hospital, "MED")).isEqualTo("0/3");
        assertThat(count(hospital, "SUR", Count.OUTLIERS_IN)).isEqualTo(1);
        assertThat(count(hospital, "MED", Count.OUTLIERS_OUT)).isEqualTo(1);
        assertThat(count(hospital, "SUR", Count.ISOLATED)).isEqualTo(1);
        assertThat(count(hospital, "SUR", Count.RESPONSIBLE)).isZero();
        assertThat(count(hospital, "MED", Count.RESPONSIBLE)).isEqualTo(1);
    }

    @Test
    void whoLiesInAnotherWardOfTheSameSpecialtyIsNoOutlier() {
        Hospital hospital = given(
                        SmallHospital.with(ofHeart("MED"), ofHeart("SUR")),
                        at("08:00", admitted("anna", "SUR-1", "MED")))
                .hospital();
        assertThat(count(hospital, "SUR", Count.OUTLIERS_IN)).isZero();
        assertThat(count(hospital, "SUR", Count.RESPONSIBLE)).isEqualTo(1);
        assertThat(count(hospital, "MED", Count.RESPONSIBLE)).isZero();
    }

    @Test
    void aClusterHasItsOwnBedsAndWhoIsInThem() {
        Hospital hospital = given(
                        at("08:00", admitted("anna", "SUR-1", "MED")),
                        at("08:01", isolated("anna", Isolation.CONTACT)),
                        at("08:02", admitted("dag", "SUR-K")),
                        at("08:03", new BedClosed(bed("SUR-3"), CloseReason.REPAIR, null)))
                .hospital();
        Counts cluster = cluster(hospital, "SUR");
        assertThat(List.of(Count.BEDS, Count.STAFFED, Count.CLOSED_REPAIR, Count.READY, Count.PATIENTS))
                .extracting(cluster::of)
                .containsExactly(3, 2, 1, 1, 1);
        assertThat(List.of(Count.ISOLATED, Count.OUTLIERS_IN, Count.EXTRA_PLACES))
                .extracting(cluster::of)
                .containsExactly(1, 1, 0);
    }

    @Test
    void theCommittedShareLooksFourHoursAheadAndNoFurther() {
        Story story = given(
                at("08:00", admitted("anna", "MED-1")),
                at("08:00", admissionExpected("bo", "MED", "14:00")),
                at("08:00", admissionExpected("cid", "MED", "14:01")));
        assertThat(committed(story.hospital(), "MED", "10:00")).isEqualTo("2/3");
        assertThat(committed(story.hospital(), "MED", "10:01")).isEqualTo("3/3");
        assertThat(committed(story.hospital(), "MED", "09:59")).isEqualTo("1/3");
    }

    @Test
    void whoIsReadyToLeaveIsTakenFromItUnlessTheyLeaveLater() {
        Story story = given(
                at("08:00", admitted("anna", "MED-1")),
                at("08:00", admitted("bo", "MED-2")),
                at("09:00", new ReadinessReported(stay("anna"), Readiness.READY_TO_LEAVE)),
                at("09:00", new ReadinessReported(stay("bo"), Readiness.READY_FOR_MUNICIPALITY)));
        assertThat(committed(story.hospital(), "MED", "10:00")).isEqualTo("1/3");
        story.when(at("09:30", new DischargeExpected(stay("anna"), DAY, time("15:00"))));
        assertThat(committed(story.hospital(), "MED", "10:00")).isEqualTo("2/3");
        story.when(at("09:31", new DischargeExpected(stay("bo"), DAY, time("12:00"))));
        assertThat(committed(story.hospital(), "MED", "10:00")).isEqualTo("1/3");
    }

    @Test
    void aMoveInsideTheHouseAddsNothingToTheHouse() {
        Hospital hospital = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", new TransferExpected(stay("anna"), place("SUR-2"), time("11:00"))))
                .hospital();
        assertThat(committed(hospital, "MED", "10:00")).isEqualTo("0/3");
        assertThat(committed(hospital, "SUR", "10:00")).isEqualTo("1/3");
        Counts house = new Counts();
        house.add(counts(hospital, "MED"));
        house.add(counts(hospital, "SUR"));
        assertThat(Occupancy.committed(house).above())
                .isEqualTo(Occupancy.live(house).above());
    }

    @Test
    void inTheEmergencyDepartmentWhoIsExpectedOnAWardWaitsForABed() {
        Hospital hospital = given(
                        SmallHospital.with(SmallHospital.ward("MED", true, 2), emergency()),
                        at("08:00", admitted("anna", "ER-1")),
                        at("08:00", admitted("bo", "ER-2")),
                        at("09:00", transferExpected("anna", "MED")))
                .hospital();
        assertThat(count(hospital, "ER", Count.BOARDING)).isEqualTo(1);
        assertThat(count(hospital, "MED", Count.INCOMING)).isEqualTo(1);
        assertThat(count(hospital, "MED", Count.COMING)).isZero();
    }

    @Test
    void whoLeavesTodayIsToldByTheHourOfTheHospital() {
        Hospital hospital = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-2")),
                        at("08:00", admitted("cid", "MED-3")),
                        at("08:01", new DischargeExpected(stay("anna"), DAY, time("12:30"))),
                        at("08:01", new DischargeExpected(stay("bo"), DAY, null)),
                        at("08:01", new DischargeExpected(stay("cid"), DAY.plusDays(1), time("13 09:00"))),
                        at("08:02", new ReadinessReported(stay("anna"), Readiness.READY_TO_LEAVE)))
                .hospital();
        WardCount med = of(hospital, "MED", "08:00");
        assertThat(med.ready().byHour().get(13)).isEqualTo(1);
        assertThat(med.ready().sum()).isEqualTo(1);
        assertThat(med.expected().withoutTime()).isEqualTo(1);
        assertThat(med.expected().sum()).isEqualTo(1);
        assertThat(med.counts().of(Count.OUT_TODAY)).isEqualTo(2);
        assertThat(med.counts().of(Count.READY_TO_LEAVE)).isEqualTo(1);
    }

    private static Ward ofHeart(String id) {
        Ward ward = SmallHospital.ward(id, true, 3);
        return new Ward(
                ward.id(),
                ward.name(),
                ward.kind(),
                ward.building(),
                ward.floor(),
                "KAR",
                ward.zone(),
                true,
                ward.leaving(),
                ward.clusters(),
                ward.extraPlaces());
    }

    private static Ward emergency() {
        Ward ward = SmallHospital.ward("ER", true, 2);
        return new Ward(
                ward.id(),
                ward.name(),
                WardKind.EMERGENCY,
                ward.building(),
                ward.floor(),
                ward.specialty(),
                ward.zone(),
                false,
                ward.leaving(),
                ward.clusters(),
                ward.extraPlaces());
    }

    private static WardCount of(Hospital hospital, String ward, String now) {
        HospitalDefinition.Ward defined = hospital.places().ward(new WardId(ward));
        return WardCount.of(hospital, Objects.requireNonNull(defined), time(now));
    }

    private static Counts counts(Hospital hospital, String ward) {
        return of(hospital, ward, "10:00").counts();
    }

    private static int count(Hospital hospital, String ward, Count count) {
        return counts(hospital, ward).of(count);
    }

    private static Counts cluster(Hospital hospital, String ward) {
        return Objects.requireNonNull(of(hospital, ward, "10:00").clusters().get("A"));
    }

    private static String live(Hospital hospital, String ward) {
        return text(Occupancy.live(counts(hospital, ward)));
    }

    private static String committed(Hospital hospital, String ward, String now) {
        return text(Occupancy.committed(of(hospital, ward, now).counts()));
    }

    private static String text(Occupancy occupancy) {
        return occupancy.above() + "/" + occupancy.below();
    }
}
