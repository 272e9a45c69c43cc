package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.Command.SettleConflict;
import flyt.domain.Conflicts;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict.Settlement;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent.CleaningDone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Heads, panels, the house and the model. */
class OtherRowsTest {

    @Test
    void theHeadHasTheColumnsOfItsLevelThatAFeedCarries() {
        Scene scene = FullHouse.scene();
        assertThat(scene.row("ward.1/LUN", "head").get("columns").toString()).isEqualTo("[\"staff\"]");
        assertThat(scene.row("ward.1/LUN", "head").get("panels").toString()).isEqualTo("[\"task\"]");
        assertThat(scene.row("ward.2/LUN", "head").get("columns").toString())
                .isEqualTo("[\"patient\",\"staff\",\"isolation\",\"discharge\"]");
        JsonNode head = scene.row("ward.3/LUN", "head");
        assertThat(head.get("panels").toString()).isEqualTo("[\"incoming\",\"task\",\"outlier\",\"nurse\"]");
        assertThat(head.at("/carriers/ews/0").asText()).isEqualTo("kurve");
        assertThat(head.at("/coordinator").toString()).isEqualTo("{\"name\":\"Marit\",\"phone\":\"4127\"}");
        assertThat(head.get("careWeightPerNurse").asInt()).isEqualTo(9);

        Scene poor = new Scene(
                Fjordlia.definition(List.of(Fjordlia.feed("pas", Carried.PATIENT)), List.of(Fjordlia.lunge("Lunge"))));
        assertThat(poor.row("ward.3/LUN", "head").get("columns").toString()).isEqualTo("[\"patient\"]");
        assertThat(poor.row("ward.3/LUN", "head").get("panels").toString()).isEqualTo("[\"outlier\"]");
    }

    @Test
    void anArrivalShowsTheBedItIsMeantFor() {
        Scene scene = FullHouse.scene();
        assertThat(scene.row("ward.2/LUN", "in/V4").toString())
                .isEqualTo("{\"key\":\"in/V4\",\"kind\":\"incoming\",\"bed\":\"LUN-317-1\",\"label\":\"317\","
                        + "\"suffix\":\"1\",\"use\":\"being-cleaned\",\"initials\":\"NF\",\"year\":1980,"
                        + "\"at\":\"2026-11-12T10:00:00Z\",\"from\":\"Akuttmottak\"}");
        scene.admit("V4", "P4", null, "LUN-317-2");
        assertThat(scene.row("ward.2/LUN", "in/V4").isMissingNode()).isTrue();
    }

    @Test
    void anOutlierIsOnTheBoardOfItsOwnWard() {
        Scene scene = FullHouse.scene();
        assertThat(scene.row("ward.3/LUN", "outlier/V7").toString())
                .isEqualTo("{\"key\":\"outlier/V7\",\"kind\":\"outlier\",\"initials\":\"TS\",\"year\":1944,"
                        + "\"ward\":\"Nevrologi\",\"label\":\"412\",\"doctor\":\"Aas\"}");
        scene.report(new PatientDischarged(new StayId("V7"), Disposition.HOME));
        assertThat(scene.row("ward.3/LUN", "outlier/V7").isMissingNode()).isTrue();
    }

    @Test
    void aNurseHasTheSumOfTheCareOnThisWard() {
        assertThat(FullHouse.scene().row("ward.3/LUN", "nurse/N-1").toString())
                .isEqualTo("{\"key\":\"nurse/N-1\",\"kind\":\"nurse\",\"name\":\"Ingrid\",\"patients\":1,"
                        + "\"weight\":3,\"clusters\":[\"A\"]}");
    }

    @Test
    void aDoneTaskLeavesAllItsStreams() {
        Scene scene = FullHouse.scene();
        String task = scene.bed(3, "LUN-317-1").at("/cleaning/task").asText();
        assertThat(scene.row("ward.1/LUN", "task/" + task).get("by").asText()).isEqualTo("Tomasz");
        assertThat(scene.row("tasks/-", task).get("state").asText()).isEqualTo("in-progress");

        scene.report(new CleaningDone(null, new BedId("LUN-317-1"), true));
        assertThat(scene.row("ward.1/LUN", "task/" + task).isMissingNode()).isTrue();
        assertThat(scene.row("tasks/-", task).isMissingNode()).isTrue();
    }

    @Test
    void theHouseCountsBedsAndPatients() {
        Scene scene = FullHouse.scene();
        scene.admit("V20", "P20", null, "AKM-1");
        scene.admit("V21", "P21", null, "NEV");
        JsonNode lung = scene.row("house/-", "ward/LUN");
        assertThat(counts(
                        lung,
                        "beds",
                        "staffed",
                        "closed",
                        "patients",
                        "ready",
                        "reserved",
                        "airChange",
                        "beingCleaned"))
                .isEqualTo(List.of(5, 5, 0, 4, 1, 1, 1, 1));
        assertThat(counts(
                        lung, "held", "extraPlaces", "incoming", "outToday", "leftToday", "outliersOut", "withoutBed"))
                .isEqualTo(List.of(1, 1, 1, 1, 1, 1, 0));
        JsonNode house = scene.row("house/-", "house");
        assertThat(counts(house, "beds", "patients", "leftToday", "withoutBed", "outliers", "emergencyPresent"))
                .isEqualTo(List.of(8, 6, 2, 1, 1, 1));
    }

    @Test
    void aNewDayCountsAnewWhoLeavesAndWhoLeft() {
        Scene scene = FullHouse.scene();
        scene.report(new DischargeExpected(new StayId("V2"), LocalDate.of(2026, 11, 13), null));
        scene.pass(Duration.ofHours(16));
        assertThat(counts(scene.row("house/-", "ward/LUN"), "outToday", "leftToday"))
                .isEqualTo(List.of(1, 0));
        assertThat(scene.screen()).isEqualTo(scene.fresh());
    }

    @Test
    void theModelNamesVisitsAndConflictsGoWhenTheySettle() {
        Scene scene = FullHouse.scene();
        assertThat(scene.row("beds/-", "LUN-K1").get("occupants").toString()).isEqualTo("[\"V5\",\"V6\"]");
        assertThat(scene.row("conflicts/-", "bed-taken/LUN-K1").get("settle").toString())
                .isEqualTo("[\"share-bed\",\"without-bed\",\"discharge\"]");
        scene.report(new PatientDischarged(new StayId("V5"), Disposition.HOME));
        assertThat(scene.row("conflicts/-", "bed-taken/LUN-K1").isMissingNode()).isTrue();
    }

    @Test
    void aDismissedConflictIsGoneFromListAndBed() {
        Scene scene = new Scene();
        scene.report(new BedClosed(new BedId("LUN-301"), CloseReason.REPAIR, null));
        scene.admit("V1", "P1", null, "LUN-301");
        assertThat(scene.bed(1, "LUN-301").get("conflict").asText()).isEqualTo("placed-in-closed-bed");
        var conflict = Conflicts.all(scene.hospital()).get(0);
        scene.wish(new SettleConflict(conflict.id(), Settlement.KEEP, null));
        assertThat(scene.bed(1, "LUN-301").get("conflict").isNull()).isTrue();
        assertThat(scene.text("conflicts/-")).isEmpty();
    }

    @Test
    void aDefinitionChangedLiveDropsItsOldRows() {
        Scene scene = FullHouse.scene();
        scene.define(
                Fjordlia.definition(Fjordlia.ALL_FEEDS, List.of(Fjordlia.lunge("Lunge 2"), Fjordlia.nevrologi(false))));
        assertThat(scene.row("ward.3/LUN", "head").get("name").asText()).isEqualTo("Lunge 2");
        assertThat(scene.bed(3, "NEV-413").isMissingNode()).isTrue();
        assertThat(scene.text("ward.3/AKM")).isEmpty();
        assertThat(scene.bed(3, "LUN-301").at("/occupants/0/initials").asText()).isEqualTo("KH");
    }

    private static List<Integer> counts(JsonNode row, String... fields) {
        return List.of(fields).stream().map(field -> row.get(field).asInt(-1)).toList();
    }
}
