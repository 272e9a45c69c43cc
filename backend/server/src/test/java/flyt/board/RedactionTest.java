package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a screen may not show is not in the bytes that reach it. */
class RedactionTest {

    @Test
    void theBytesOfNoStreamButTheNamesHoldAName() {
        Map<String, String> screen = new TreeMap<>(FullHouse.scene().screen());
        screen.keySet().removeIf(row -> row.contains("/names/"));
        String all = String.join("\n", screen.values());
        for (String name :
                List.of("Kari", "Hansen", "Hanssen", "Berg", "Nora", "Foss", "Tor\"", "Strand", "Nowak", "Dal")) {
            assertThat(all).doesNotContain(name);
        }
        assertThat(all).contains("\"KH\"", "\"NF\"", "Ingrid", "Tomasz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ward.1/LUN", "ward.1/NEV", "ward.1/AKM", "house/-", "beds/-", "tasks/-", "conflicts/-"})
    void noInitialsAndNoYearOutsideLevelsTwoAndThree(String stream) {
        assertThat(FullHouse.scene().text(stream))
                .isNotEmpty()
                .doesNotContain("\"KH\"", "\"BB\"", "\"NF\"", "\"TS\"", "1952", "1961", "1970", "1980", "1944")
                .doesNotContain("\"initials\"", "\"year\"", "\"doctor\"", "\"alike\"", "\"isolation\"", "\"Rtg.\"");
    }

    @Test
    void levelOneSaysNothingOfInfectionDeathOrForWhom() {
        Scene scene = FullHouse.scene();
        String board = scene.text("ward.1/LUN") + scene.text("ward.1/NEV");
        assertThat(board)
                .doesNotContain("air-change", "airChangeUntil", "airborne", "standard", "droplet", "death", "operasjon")
                .doesNotContain("\"incoming\":", "\"away\"", "\"discharge\":", "\"careWeight", "\"ews\"", "\"lab\"");
        assertThat(scene.bed(1, "LUN-301").get("occupants").toString())
                .isEqualTo("[{\"nurse\":\"Ingrid\",\"byHand\":[]}]");
        assertThat(scene.bed(1, "LUN-310").get("use").asText()).isEqualTo("waiting-cleaning");
        assertThat(scene.bed(1, "LUN-310").at("/cleaning/kind").asText()).isEqualTo("cleaning");
        assertThat(scene.bed(1, "LUN-317-1").get("reserved").toString()).isEqualTo("{}");
        assertThat(scene.bed(1, "NEV-411").at("/askLeft/why").asText()).isEqualTo("discharge");
    }

    @Test
    void atLevelOneTheEndOfAnAirChangeDoesNotShow() {
        Scene scene = FullHouse.scene();
        String before = scene.bed(1, "LUN-310").toString();
        scene.pass(Duration.ofMinutes(46));
        assertThat(scene.bed(2, "LUN-310").get("use").asText()).isEqualTo("waiting-cleaning");
        assertThat(scene.bed(1, "LUN-310")).hasToString(before);
    }

    @Test
    void levelTwoHasNoScoresNoLaboratoryAndNoWorkload() {
        Scene scene = FullHouse.scene();
        assertThat(scene.text("ward.2/LUN"))
                .contains("\"KH\"", "droplet")
                .doesNotContain("\"careWeight", "\"ews\"", "NEWS2", "\"lab\"", "\"why\":{", "\"kind\":\"nurse\"")
                .doesNotContain("milestone", "\"waiting\"", "collected", "single3", "care-weight");
        assertThat(scene.text("ward.3/LUN")).contains("\"careWeight\":3", "NEWS2", "collected", "milestone");
    }

    @Test
    void aProtectedPatientIsOccupiedAndNothingElse() {
        Scene scene = protectedEverywhere();
        assertThat(scene.bed(1, "LUN-301").get("occupants").toString())
                .as("as anybody whose nurse is not known")
                .isEqualTo("[{\"nurse\":null,\"byHand\":[]}]");
        assertThat(scene.row("names/LUN", "V1").toString())
                .isEqualTo("{\"key\":\"V1\",\"kind\":\"name\",\"stay\":\"V1\",\"beds\":[\"LUN-301\"],"
                        + "\"protected\":true,\"given\":null,\"family\":null,\"birthDate\":null}");
        for (int level = 1; level <= 3; level++) {
            assertThat(scene.bed(level, "LUN-301").get("occupants").toString())
                    .isEqualTo(level == 1 ? "[{\"nurse\":null,\"byHand\":[]}]" : "[{\"protected\":true}]");
            assertThat(scene.bed(level, "LUN-301").get("use").asText()).isEqualTo("occupied");
            assertThat(scene.bed(level, "NEV-411").get("askLeft").isNull()).isTrue();
            assertThat(scene.text("ward." + level + "/LUN") + scene.text("ward." + level + "/NEV"))
                    .doesNotContain("\"KH\"", "1952", "Ingrid", "Aas", "airborne", "hemmelig", "\"alike\":true")
                    .doesNotContain("outlier/", "nurse/", "Nevrologi\",\"label");
        }
    }

    @Test
    void theNamesOfAWardAreThoseOnItsBoard() {
        Scene scene = FullHouse.scene();
        assertThat(scene.row("names/LUN", "V1").toString())
                .isEqualTo("{\"key\":\"V1\",\"kind\":\"name\",\"stay\":\"V1\",\"beds\":[\"LUN-301\"],"
                        + "\"protected\":false,\"given\":\"Kari\",\"family\":\"Hansen\",\"birthDate\":\"1952-03-04\"}");
        String board = scene.text("ward.3/LUN");
        String names = scene.text("names/LUN");
        assertThat(board).contains("\"stay\":\"V1\"");
        assertThat(names).doesNotContain("\"nurse\"", "isolation", "score");

        scene.report(new PatientDischarged(new StayId("V1"), Disposition.HOME));
        scene.report(new RoomLeft(new StayId("V1"), null, null));
        assertThat(scene.row("names/LUN", "V1").isMissingNode())
                .as("who has left has no name on the ward")
                .isTrue();
    }

    @Test
    void aProtectedArrivalHasATimeAndABedOnly() {
        Scene scene = protectedEverywhere();
        assertThat(scene.row("ward.3/LUN", "in/V3").toString())
                .isEqualTo("{\"key\":\"in/V3\",\"kind\":\"incoming\",\"bed\":\"LUN-310\",\"label\":\"310\","
                        + "\"suffix\":null,\"use\":\"ready\",\"initials\":null,\"year\":null,"
                        + "\"at\":\"2026-11-12T10:00:00Z\",\"from\":null}");
        assertThat(scene.bed(3, "LUN-310").get("reserved").toString())
                .isEqualTo("{\"initials\":null,\"year\":null,\"purpose\":null,\"until\":\"2026-11-12T10:00:00Z\"}");
    }

    @Test
    void whoComesToBeProtectedDisappearsAtOnce() {
        Scene scene = FullHouse.scene();
        scene.protectedPatient("P1", "Kari", "Hansen", 1952);
        scene.pass(Duration.ofMinutes(1));
        assertThat(scene.bed(3, "LUN-301").get("occupants").toString()).isEqualTo("[{\"protected\":true}]");
        assertThat(scene.bed(3, "LUN-302").at("/occupants/0/alike").asBoolean()).isFalse();
        assertThat(scene.row("ward.3/LUN", "nurse/N-1").isMissingNode()).isTrue();
    }

    @Test
    void lookingBackWithoutAReasonNamesNobodyAndKeepsTheProtectedHidden() {
        Scene scene = FullHouse.scene();
        scene.protectedPatient("P1", "Kari", "Hansen", 1952);
        scene.pass(Duration.ofMinutes(1));
        StringBuilder all = new StringBuilder();
        Projections.allRows(scene.hospital(), scene.identities().withoutNames())
                .forEach(row -> all.append(new String(row.json(), StandardCharsets.UTF_8)));
        assertThat(all.toString())
                .contains("{\"protected\":true}")
                .doesNotContain("\"TS\"", "\"NF\"", "1944", "Ingrid", "Tomasz", "Marit", "\"Aas\"");
    }

    /** Kari Hansen, protected, lies isolated in LUN-301 and is on leave; so do her likes as arrival, outlier and dead. */
    private static Scene protectedEverywhere() {
        Scene scene = new Scene();
        scene.staff("N-1", "Ingrid");
        scene.staff("D-1", "Aas");
        for (String patient : List.of("P1", "P3", "P4", "P5")) {
            scene.protectedPatient(patient, "Kari", "Hansen", 1952);
        }
        scene.admit("V1", "P1", null, "LUN-301");
        scene.responsible("V1", "N-1", "D-1");
        scene.report(new CareWeightReported(new StayId("V1"), 5));
        scene.report(new IsolationReported(new StayId("V1"), Isolation.AIRBORNE));
        scene.report(new LeaveStarted(new StayId("V1"), null));
        scene.patient("P2", "Lars", "Hansson", 1960);
        scene.admit("V2", "P2", null, "NEV-413");
        scene.report(new AdmissionExpected(
                new StayId("V3"),
                new PatientKey("P3"),
                Scene.place("LUN-310"),
                Scene.START.plus(Duration.ofHours(2)),
                new WardId("NEV")));
        scene.report(new BedReserved(
                new BedId("LUN-310"), Scene.START.plus(Duration.ofHours(2)), new StayId("V3"), "hemmelig"));
        scene.admit("V4", "P4", "LUN", "NEV-412");
        scene.responsible("V4", "N-1", "D-1");
        scene.admit("V5", "P5", null, "NEV-411");
        scene.report(new PatientDischarged(new StayId("V5"), Disposition.DIED));
        return scene;
    }
}
