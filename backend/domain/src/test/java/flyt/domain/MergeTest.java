package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.stay.FactKind;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayEvent.PatientsMergeCancelled;
import flyt.domain.stay.StayEvent.PatientsMerged;
import org.junit.jupiter.api.Test;

/** Two numbers that turn out to be one stay or one patient, or two after all. */
class MergeTest {

    @Test
    void mergedStaysAreOneWithTheFactsOfBoth() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("09:00", admitted("bo", "SUR-1")))
                .when(at("10:00", merged("anna", "bo")))
                .thenPlacements("anna", "MED-1 08:00-09:00", "SUR-1 09:00-")
                .thenPlacements("bo", "MED-1 08:00-09:00", "SUR-1 09:00-")
                .thenIn("SUR-1", "anna")
                .thenIn("MED-1");
        assertThat(story.hospital().stays().courses()).hasSize(1);
        story.when(at("10:30", transferred("bo", "MED-3"))).thenIn("MED-3", "anna");
    }

    @Test
    void aMergeTakenBackPartsThemAgain() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", admitted("bo", "SUR-1")),
                        at("10:00", merged("anna", "bo")))
                .when(at("10:10", cancelled("anna", FactKind.STAYS_MERGED)))
                .thenIn("MED-1", "anna")
                .thenIn("SUR-1", "bo")
                .thenTasks()
                .thenPlacements("bo", "SUR-1 09:00-");
    }

    @Test
    void mergedPatientsGoByTheNumberThatSurvived() {
        PatientKey anna = new PatientKey("p-anna");
        PatientKey bo = new PatientKey("p-bo");
        Story story = given(at("08:00", admitted("anna", "MED-1"))).when(at("09:00", new PatientsMerged(bo, anna)));
        assertThat(story.hospital().stays().resolve(anna)).isEqualTo(bo);
        story.when(at("09:30", new PatientsMergeCancelled(bo, anna)));
        assertThat(story.hospital().stays().resolve(anna)).isEqualTo(anna);
        story.when(at("09:10", new PatientsMerged(bo, anna)).toldAt("10:00"));
        assertThat(story.hospital().stays().resolve(anna))
                .as("told late, undoes nothing")
                .isEqualTo(anna);
    }

    @Test
    void whoIsPartedInTheOtherOrderIsTwoAgain() {
        PatientKey anna = new PatientKey("p-anna");
        PatientKey bo = new PatientKey("p-bo");
        PatientKey cleo = new PatientKey("p-cleo");
        Story story = given(at("08:00", new PatientsMerged(bo, anna)), at("08:10", new PatientsMerged(cleo, bo)))
                .when(at("09:00", new PatientsMergeCancelled(anna, bo)));
        assertThat(story.hospital().stays().resolve(anna)).isEqualTo(anna);
        story = given(at("08:00", new PatientsMerged(bo, anna)), at("08:10", new PatientsMerged(cleo, bo)))
                .when(at("09:00", new PatientsMergeCancelled(bo, anna)));
        assertThat(story.hospital().stays().resolve(bo))
                .as("still another one's")
                .isEqualTo(cleo);
    }

    @Test
    void aMergeTakenBackUnderTheOtherNumberReachesTheRoomsOfBoth() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", admitted("bo", "MED-2")),
                        at("10:00", merged("anna", "bo")))
                .when()
                .thenTasks("MED-1 STANDARD PENDING")
                .when(at("10:10", cancelled("bo", FactKind.STAYS_MERGED)))
                .thenIn("MED-1", "anna")
                .thenIn("MED-2", "bo")
                .thenTasks();
    }

    @Test
    void whatWasMergedIntoAMergedStayFollowsIt() {
        Story story = given(
                        at("08:00", admitted("cleo", "MED-1")),
                        at("09:00", merged("bo", "cleo")),
                        at("10:00", merged("anna", "bo")))
                .when(at("11:00", transferred("cleo", "MED-2")));
        assertThat(story.hospital().stays().resolve(stay("cleo"))).isEqualTo(stay("anna"));
        assertThat(story.hospital().stays().numbers(stay("bo")))
                .containsExactly(stay("anna"), stay("bo"), stay("cleo"));
        story.thenIn("MED-2", "anna");
    }

    @Test
    void patientsAreFollowedThroughSeveralMergesAndOutOfACircle() {
        PatientKey anna = new PatientKey("p-anna");
        PatientKey bo = new PatientKey("p-bo");
        PatientKey cleo = new PatientKey("p-cleo");
        Story story = given(at("08:00", new PatientsMerged(bo, anna)), at("08:10", new PatientsMerged(cleo, bo)))
                .when();
        assertThat(story.hospital().stays().resolve(anna)).isEqualTo(cleo);
        story.when(at("08:20", new PatientsMerged(anna, cleo)));
        assertThat(story.hospital().stays().resolve(anna)).isIn(anna, bo, cleo);
    }

    @Test
    void ofTwoWordsAboutOnePatientAtOneMomentTheMessageDecidesWhateverComesFirst() {
        PatientKey anna = new PatientKey("p-anna");
        PatientKey bo = new PatientKey("p-bo");
        Line merge = at("09:00", new PatientsMerged(bo, anna)).as("1");
        Line parting = at("09:00", new PatientsMergeCancelled(bo, anna)).as("2");
        assertThat(given(merge, parting).hospital().stays().resolve(anna)).isEqualTo(anna);
        assertThat(given(parting, merge).hospital().stays().resolve(anna)).isEqualTo(anna);
    }
}
