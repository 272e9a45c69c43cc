package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityCancelled;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.staff.StaffEvent.WardRole;
import flyt.domain.staff.StaffEvent.WardRoleReported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is responsible and how heavy the care is: what was told last by time, whatever comes first. */
class StaffTest {

    @Test
    void nobodyIsNotTheSameAsNothingSaid() {
        Story story = given(at("08:00", admitted("anna", "MED-1")))
                .when(at(
                        "09:00",
                        new ResponsibilityReported(
                                stay("anna"), new Assigned(staff("ingrid")), new Assigned(staff("aas")))));
        assertThat(story.hospital().nurseOf(story.course("anna"))).isEqualTo(staff("ingrid"));
        story.when(at("10:00", new ResponsibilityReported(stay("anna"), new Assigned(null), null)));
        assertThat(story.hospital().nurseOf(story.course("anna"))).isNull();
        assertThat(story.hospital().doctorOf(story.course("anna"))).isEqualTo(staff("aas"));
        story.when(at("09:30", new ResponsibilityReported(stay("anna"), new Assigned(staff("old")), null))
                .toldAt("10:10"));
        assertThat(story.hospital().nurseOf(story.course("anna")))
                .as("told late")
                .isNull();
    }

    @Test
    void whatWasSaidUnderEitherNumberHoldsForMergedStays() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("08:10", new CareWeightReported(stay("bo"), 4)))
                .when(at("09:00", merged("anna", "bo")));
        assertThat(story.hospital().careWeightOf(stay("anna"))).isEqualTo(4);
        assertThat(story.hospital().careWeightOf(stay("bo"))).isEqualTo(4);
    }

    @Test
    void aWordAboutTheDoctorLeavesTheNurse() {
        Story story = given(at("08:00", admitted("anna", "MED-1")))
                .when(at("09:00", new ResponsibilityReported(stay("anna"), new Assigned(staff("ingrid")), null)));
        assertThat(story.hospital().doctorOf(story.course("anna")))
                .as("nothing said")
                .isNull();
        story.when(at("10:00", new ResponsibilityReported(stay("anna"), null, new Assigned(staff("aas")))));
        assertThat(story.hospital().nurseOf(story.course("anna"))).isEqualTo(staff("ingrid"));
        assertThat(story.hospital().doctorOf(story.course("anna"))).isEqualTo(staff("aas"));
    }

    @Test
    void ofTwoWordsOfOneMomentTheMessageDecidesWhateverComesFirst() {
        Line three = at("09:00", new CareWeightReported(stay("anna"), 3)).as("a");
        Line four = at("09:00", new CareWeightReported(stay("anna"), 4)).as("b");
        assertThat(given(three, four).hospital().careWeightOf(stay("anna"))).isEqualTo(4);
        assertThat(given(four, three).hospital().careWeightOf(stay("anna"))).isEqualTo(4);
    }

    @Test
    void aCorrectionUnderTheSameMessageCounts() {
        Line three = at("09:00", new CareWeightReported(stay("anna"), 3)).as("a");
        Line four = at("09:00", new CareWeightReported(stay("anna"), 4)).as("a");
        assertThat(given(three, four).hospital().careWeightOf(stay("anna"))).isEqualTo(4);
    }

    @Test
    void whoWasSaidBeforeIsResponsibleAgainWhenAWordIsTakenBack() {
        Line first = at("09:00", new ResponsibilityReported(stay("anna"), null, new Assigned(staff("aas"))));
        Line mistake = at("10:00", new ResponsibilityReported(stay("anna"), null, new Assigned(staff("berg"))))
                .as("mistake");
        Line withdrawn = at("10:00", new ResponsibilityCancelled(stay("anna"), message("mistake")));
        Story story = given(at("08:00", admitted("anna", "MED-1")), first, mistake);
        assertThat(story.hospital().doctorOf(story.course("anna"))).isEqualTo(staff("berg"));
        story.when(withdrawn);
        assertThat(story.hospital().doctorOf(story.course("anna"))).isEqualTo(staff("aas"));
        Story otherWay = given(at("08:00", admitted("anna", "MED-1")), withdrawn, mistake);
        assertThat(otherWay.hospital().doctorOf(otherWay.course("anna"))).isNull();
        otherWay.when(first);
        assertThat(otherWay.hospital().doctorOf(otherWay.course("anna"))).isEqualTo(staff("aas"));
    }

    @Test
    void aWardHasTheCoordinatorThatWasToldLast() {
        Story story = given(at("07:00", coordinator("kari", "4711"))).when();
        var kari = story.hospital().staffing().coordinator(new WardId("MED"));
        assertThat(kari.person()).isEqualTo(staff("kari"));
        assertThat(kari.phone()).isEqualTo("4711");
        story.when(
                at("15:00", coordinator(null, null)),
                at("14:00", coordinator("old", null)).toldAt("15:10"));
        assertThat(story.hospital().staffing().coordinator(new WardId("MED")).person())
                .isNull();
        assertThat(story.hospital().staffing().coordinator(new WardId("SUR"))).isNull();
    }

    private static WardRoleReported coordinator(@Nullable String who, @Nullable String phone) {
        Assigned holder = new Assigned(who == null ? null : staff(who));
        return new WardRoleReported(new WardId("MED"), WardRole.COORDINATOR, holder, phone);
    }
}
