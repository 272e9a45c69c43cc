package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.Command;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A ward whose only feed tells of admissions gets a true board by hand. */
class ByHandTest {
    private static final StayId KARI = new StayId("V1");
    private static final BedId BED = new BedId("LUN-301");

    private final Scene scene = new Scene(Fjordlia.definition(
            List.of(Fjordlia.feed("pas", Carried.PATIENT)),
            List.of(Fjordlia.lunge("Lunge"), Fjordlia.nevrologi(true), Fjordlia.akuttmottak())));

    @Test
    void whatPeopleSayIsOnTheBoardAndMarked() {
        kariLiesThere();
        assertThat(columns(3)).containsExactly("patient");
        assertThat(who(3).get("byHand")).isEmpty();

        everythingIsSaid();

        JsonNode who = who(3);
        assertThat(who.get("nurse").asText()).isEqualTo("Ingrid");
        assertThat(who.get("doctor").asText()).isEqualTo("Aas");
        assertThat(who.at("/discharge/on").asText()).isEqualTo("2026-11-13");
        assertThat(who.get("isolation").asText()).isEqualTo("droplet");
        assertThat(texts(who.get("byHand"))).containsExactly("nurse", "doctor", "discharge", "isolation");
        assertThat(columns(3)).containsExactly("patient", "staff", "isolation", "discharge");
        assertThat(columns(1)).containsExactly("staff");
        assertThat(texts(scene.row("ward.3/LUN", "head").get("panels"))).contains("nurse");
        assertThat(scene.row("ward.3/LUN", "nurse/N1").get("name").asText()).isEqualTo("Ingrid");
        assertThat(texts(scene.row("ward.3/NEV", "head").get("columns"))).containsExactly("patient");
        assertThat(scene.screen()).isEqualTo(scene.fresh());
    }

    @Test
    void levelOneMarksTheNurseAlone() {
        kariLiesThere();
        everythingIsSaid();
        assertThat(who(1).toString()).isEqualTo("{\"nurse\":\"Ingrid\",\"byHand\":[\"nurse\"]}");
    }

    @Test
    void aColumnGoesWhenItsLastWordIsTakenBack() {
        kariLiesThere();
        scene.wish(new Command.SetIsolation(KARI, new Said<>(Isolation.CONTACT)));
        assertThat(columns(3)).containsExactly("patient", "isolation");
        scene.wish(new Command.SetIsolation(KARI, null));
        assertThat(columns(3)).containsExactly("patient");
        assertThat(scene.screen()).isEqualTo(scene.fresh());
    }

    @Test
    void cleaningGoesItsWay() {
        kariLiesThere();
        assertThat(panels()).doesNotContain("task");
        scene.wish(new Command.MarkRoomLeft(KARI, BED));
        assertThat(scene.bed(3, "LUN-301").get("use").asText()).isEqualTo("waiting-cleaning");
        assertThat(panels()).contains("task");
        var task = scene.hospital().tasks().ofBed(BED).id();
        scene.wish(new Command.StartTask(task));
        assertThat(scene.bed(3, "LUN-301").at("/cleaning/state").asText()).isEqualTo("in-progress");
        scene.wish(new Command.FinishTask(task, true));
        assertThat(scene.bed(3, "LUN-301").get("use").asText()).isEqualTo("ready");
        assertThat(panels()).doesNotContain("task");
    }

    @Test
    void aProtectedPatientsWordsShowNoColumn() {
        scene.protectedPatient("P1", "Kari", "Hansen", 1952);
        scene.admit("V1", "P1", null, "LUN-301");
        everythingIsSaid();
        assertThat(columns(3)).containsExactly("patient");
        assertThat(scene.text("ward.3/LUN")).doesNotContain("Ingrid", "2026-11-13", "droplet");
    }

    @Test
    void whatIsUndoneIsGoneFromTheScreens() {
        kariLiesThere();
        var before = scene.fresh();
        scene.wish(new Command.MarkRoomLeft(KARI, BED));
        scene.pass(Duration.ofSeconds(5));
        MessageKey tap = scene.hospital().undoables().commands().get(0).command();
        scene.wish(new Command.Undo(tap));
        assertThat(scene.screen()).isEqualTo(scene.fresh()).isEqualTo(before);
        assertThat(tap.source()).isEqualTo(Source.FLYT);
    }

    private void kariLiesThere() {
        scene.patient("P1", "Kari", "Hansen", 1952);
        scene.admit("V1", "P1", null, "LUN-301");
    }

    private void everythingIsSaid() {
        scene.staff("N1", "Ingrid");
        scene.wish(new Command.AssignNurse(KARI, new Said<>(new StaffKey("N1"))));
        scene.staff("D1", "Aas");
        scene.wish(new Command.AssignDoctor(KARI, new Said<>(new StaffKey("D1"))));
        scene.wish(new Command.ExpectDischarge(KARI, new Said<>(new DischargeDay(LocalDate.of(2026, 11, 13), null))));
        scene.wish(new Command.SetIsolation(KARI, new Said<>(Isolation.DROPLET)));
    }

    private JsonNode who(int level) {
        return scene.bed(level, "LUN-301").at("/occupants/0");
    }

    private List<String> columns(int level) {
        return texts(scene.row("ward." + level + "/LUN", "head").get("columns"));
    }

    private List<String> panels() {
        return texts(scene.row("ward.3/LUN", "head").get("panels"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
