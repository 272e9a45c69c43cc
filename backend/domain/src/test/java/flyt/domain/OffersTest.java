package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.RequestBed;
import flyt.domain.Command.ReserveBed;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.WardId;
import flyt.domain.placement.Offer.Around;
import flyt.domain.placement.Offer.Load;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Wish.About;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is known of a cluster and of a patient where a bed is chosen. Anna and Bo lie in MED, Cleo waits in SUR for a bed there. */
class OffersTest {
    private static final HospitalDefinition HOUSE =
            SmallHospital.with(SmallHospital.ward("MED", true, 4), SmallHospital.ward("SUR", false, 2));

    @Test
    void aClusterIsAsHeavyAsThoseInItsOtherBedsAndThoseWhoArePromisedOne() {
        Story story = house().when(at("10:00", weighs("anna", 5)), at("10:00", nursed("anna", "ida")));
        assertThat(around(story, "MED-3")).isEqualTo(of(8, 1, new Load(8, 1), "anna", "bo"));
        assertThat(around(story, "MED-1")).as("of the other beds").isEqualTo(of(3, 0, new Load(8, 1), "bo"));
        story.when(at("10:05", nursed("bo", "per")))
                .when(at(
                        "10:06",
                        new ReserveBed(
                                bed("MED-4"), time("14:00"), null, new RequestId("R-1"), null, null, null, false)));
        assertThat(around(story, "MED-3")).isEqualTo(of(11, 2, new Load(11, 2), "anna", "bo", "cleo"));
    }

    @Test
    void whoIsInNoClusterHasNobodyAround() {
        assertThat(around(house(), "MED-K")).isEqualTo(Around.NOBODY);
    }

    @Test
    void whoseCareIsHeavyIsFrailAndSoIsWhoHasBeenMovedOften() {
        assertThat(about(house()).frail()).isFalse();
        assertThat(about(house().when(at("10:00", weighs("cleo", 4)))).frail()).isTrue();
        Story moved = house().when(at("10:00", transferred("cleo", "SUR-2")))
                .when(at("10:10", transferred("cleo", "SUR-1")))
                .when(at("10:20", asks()));
        assertThat(about(moved).frail()).isFalse();
        moved.when(at("10:30", transferred("cleo", "SUR-2"))).when(at("10:40", asks()));
        assertThat(about(moved).frail()).isTrue();
    }

    @Test
    void whoIsExpectedToLeaveTomorrowLeavesSoon() {
        assertThat(about(house()).leavesSoon()).isFalse();
        assertThat(about(house().when(at("10:00", leaves(DAY.plusDays(1))))).leavesSoon())
                .isTrue();
        assertThat(about(house().when(at("10:00", leaves(DAY.plusDays(2))))).leavesSoon())
                .isFalse();
    }

    private static Story house() {
        return given(
                        HOUSE,
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-2")),
                        at("08:00", admitted("cleo", "SUR-1")))
                .when(at("09:00", asks()));
    }

    private static RequestBed asks() {
        return new RequestBed(stay("cleo"), new WardId("MED"), new TreeSet<>(), null, null);
    }

    private static CareWeightReported weighs(String stay, int weight) {
        return new CareWeightReported(stay(stay), weight);
    }

    private static ResponsibilityReported nursed(String stay, String nurse) {
        return new ResponsibilityReported(stay(stay), new Assigned(staff(nurse)), null);
    }

    private static DischargeExpected leaves(LocalDate on) {
        return new DischargeExpected(stay("cleo"), on, null);
    }

    private static Around of(int careWeight, int nurses, Load ward, String... stays) {
        TreeSet<StayId> around = new TreeSet<>();
        for (String stay : stays) {
            around.add(stay(stay));
        }
        return new Around(around, new Load(careWeight, nurses), ward, 9);
    }

    private static Around around(Story story, String bed) {
        Hospital hospital = story.hospital();
        return new Offers(hospital)
                .of(Objects.requireNonNull(hospital.places().bed(bed(bed))))
                .around();
    }

    private static About about(Story story) {
        Hospital hospital = story.hospital();
        return Objects.requireNonNull(Placements.wish(
                        hospital, hospital.requests().open().iterator().next()))
                .about();
    }
}
