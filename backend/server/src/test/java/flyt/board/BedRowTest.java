package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.Milestone;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.MilestoneReported;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BedRowTest {

    @Test
    void aFreshBedIsReadyAndEmpty() {
        JsonNode row = new Scene().bed(3, "LUN-317-2");
        assertThat(row.toString())
                .isEqualTo(
                        "{\"key\":\"bed/LUN-317-2\",\"kind\":\"bed\",\"bed\":\"LUN-317-2\",\"order\":5,\"cluster\":\"B\","
                                + "\"room\":\"317\",\"label\":\"317\",\"suffix\":\"2\",\"class\":\"open\",\"extra\":null,"
                                + "\"closed\":null,\"use\":\"ready\",\"since\":null,\"airChangeUntil\":null,\"cleaning\":null,"
                                + "\"reserved\":null,\"incoming\":null,\"askLeft\":null,\"conflict\":null,\"occupants\":[]}");
    }

    @Test
    void anOccupiedBedShowsWhoAndWhoIsResponsible() {
        JsonNode row = FullHouse.scene().bed(3, "LUN-301");
        JsonNode who = row.at("/occupants/0");
        assertThat(row.get("use").asText()).isEqualTo("held");
        assertThat(row.get("since").asText()).isEqualTo("2026-11-12T08:00:00Z");
        assertThat(who.get("initials").asText()).isEqualTo("KH");
        assertThat(who.get("year").asInt()).isEqualTo(1952);
        assertThat(who.get("nurse").asText()).isEqualTo("Ingrid");
        assertThat(who.get("doctor").asText()).isEqualTo("Aas");
        assertThat(who.at("/away/to").asText()).isEqualTo("Rtg.");
        assertThat(who.at("/ews/trend").asText()).isEqualTo("up");
        assertThat(who.get("lab").asText()).isEqualTo("collected");
        assertThat(who.at("/discharge/sign").asText()).isEqualTo("waiting");
        assertThat(who.at("/discharge/why").toString())
                .isEqualTo("{\"milestone\":\"lab\",\"state\":\"waiting\",\"at\":\"2026-11-12T10:00:00Z\"}");
    }

    @Test
    void whoseNamesAreAlikeBothCarryTheSign() {
        Scene scene = FullHouse.scene();
        assertThat(scene.bed(3, "LUN-301").at("/occupants/0/alike").asBoolean()).isTrue();
        assertThat(scene.bed(2, "LUN-302").at("/occupants/0/alike").asBoolean()).isTrue();
        assertThat(scene.bed(3, "NEV-412").at("/occupants/0/alike").asBoolean()).isFalse();

        scene.report(new PatientTransferred(new StayId("V2"), Scene.place("NEV-413"), null));
        assertThat(scene.bed(3, "LUN-301").at("/occupants/0/alike").asBoolean()).isFalse();
    }

    @Test
    void onePatientWithTwoStaysIsNotLikeSomebodyElse() {
        Scene scene = new Scene();
        scene.patient("P1", "Kari", "Hansen", 1952);
        scene.admit("V1", "P1", null, "LUN-301");
        scene.admit("V2", "P1", null, "LUN-302");
        assertThat(scene.bed(3, "LUN-301").at("/occupants/0/alike").asBoolean()).isFalse();
    }

    @Test
    void aBetterNameReachesTheBedsItIsOn() {
        Scene scene = FullHouse.scene();
        scene.patient("P1", "Anne", "Lie", 1952);
        scene.staff("N-1", "Gro");
        scene.pass(Duration.ofMinutes(1));
        assertThat(scene.bed(3, "LUN-301").at("/occupants/0/initials").asText()).isEqualTo("AL");
        assertThat(scene.bed(1, "NEV-412").at("/occupants/0/nurse").asText()).isEqualTo("Gro");
        assertThat(scene.bed(2, "LUN-302").at("/occupants/0/alike").asBoolean()).isFalse();

        scene.forget(new PatientKey("P1"));
        assertThat(scene.bed(3, "LUN-301").at("/occupants/0/initials").isNull()).isTrue();
    }

    @Test
    void nobodyResponsibleIsMissingOnlyWhereAFeedCarriesStaff() {
        assertThat(FullHouse.scene()
                        .bed(2, "LUN-302")
                        .at("/occupants/0/nurseMissing")
                        .asBoolean())
                .isTrue();
        assertThat(FullHouse.scene()
                        .bed(2, "LUN-301")
                        .at("/occupants/0/doctorMissing")
                        .asBoolean())
                .isFalse();

        Scene withoutStaff = new Scene(
                Fjordlia.definition(List.of(Fjordlia.feed("pas", Carried.PATIENT)), List.of(Fjordlia.lunge("Lunge"))));
        withoutStaff.admit("V1", "P1", null, "LUN-301");
        assertThat(withoutStaff
                        .bed(2, "LUN-301")
                        .at("/occupants/0/nurseMissing")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whoHasGoneButNotLeftIsAskedFor() {
        Scene scene = FullHouse.scene();
        JsonNode row = scene.bed(3, "NEV-411");
        assertThat(row.at("/askLeft/why").asText()).isEqualTo("death");
        assertThat(row.get("use").asText()).isEqualTo("occupied");
        assertThat(row.at("/occupants/0/nurseMissing").asBoolean()).isFalse();

        scene.report(new PatientDischarged(new StayId("V7"), Disposition.HOME));
        assertThat(scene.bed(3, "NEV-412").at("/askLeft/why").asText()).isEqualTo("discharge");
    }

    @Test
    void anAirChangeAndACleanShowOnTheBed() {
        Scene scene = FullHouse.scene();
        JsonNode left = scene.bed(2, "LUN-310");
        assertThat(left.get("use").asText()).isEqualTo("air-change");
        assertThat(left.get("airChangeUntil").asText()).isEqualTo("2026-11-12T08:45:00Z");
        assertThat(left.at("/cleaning/kind").asText()).isEqualTo("airborne");
        JsonNode cleaned = scene.bed(2, "LUN-317-1");
        assertThat(cleaned.get("use").asText()).isEqualTo("being-cleaned");
        assertThat(cleaned.at("/cleaning/by").asText()).isEqualTo("Tomasz");

        scene.pass(Duration.ofMinutes(46));
        assertThat(scene.bed(2, "LUN-310").get("use").asText()).isEqualTo("waiting-cleaning");
    }

    @Test
    void aReservationAndTheNextPatientShowBeforeTheyCome() {
        JsonNode row = FullHouse.scene().bed(2, "LUN-317-1");
        assertThat(row.get("class").asText()).isEqualTo("reserved");
        assertThat(row.get("reserved").toString())
                .isEqualTo("{\"initials\":\"NF\",\"year\":1980,\"purpose\":\"etter operasjon\","
                        + "\"until\":\"2026-11-12T10:00:00Z\"}");
        assertThat(row.get("incoming").toString())
                .isEqualTo("{\"initials\":\"NF\",\"year\":1980,\"at\":\"2026-11-12T10:00:00Z\","
                        + "\"from\":\"Akuttmottak\"}");
    }

    @Test
    void closedComesBeforeReservedAndTwoInOneBedAreAConflict() {
        Scene scene = FullHouse.scene();
        assertThat(scene.bed(3, "LUN-K1").get("class").asText()).isEqualTo("closed");
        assertThat(scene.bed(3, "LUN-K1").get("extra").asText()).isEqualTo("corridor");
        assertThat(scene.bed(3, "LUN-K1").get("conflict").asText()).isEqualTo("bed-taken");

        scene.report(
                new BedReserved(new BedId("LUN-302"), scene.now().plusSeconds(60), null, scene.words("operasjon")));
        scene.report(new BedClosed(new BedId("LUN-302"), CloseReason.STAFFING, null));
        assertThat(scene.bed(3, "LUN-302").get("class").asText()).isEqualTo("closed");
        assertThat(scene.bed(3, "LUN-302").at("/closed/reason").asText()).isEqualTo("staffing");
    }

    @Test
    void anOutlierNamesTheResponsibleWard() {
        assertThat(FullHouse.scene().bed(2, "NEV-412").at("/occupants/0/from").asText())
                .isEqualTo("Lunge");
        Scene waiting = new Scene();
        waiting.admit("V1", "P1", "LUN", "AKM-1");
        assertThat(waiting.bed(2, "AKM-1").at("/occupants/0/from").isNull()).isTrue();
    }

    @Test
    void atLevelTwoADischargeThatWaitsIsAnExpectedOne() {
        Scene scene = FullHouse.scene();
        assertThat(scene.bed(2, "LUN-301").at("/occupants/0/discharge").toString())
                .isEqualTo("{\"on\":\"2026-11-12\",\"at\":\"2026-11-12T10:00:00Z\",\"sign\":\"expected\"}");

        scene.report(new DischargeExpected(new StayId("V2"), null, null));
        scene.report(new MilestoneReported(
                new StayId("V2"), Milestone.Kind.LETTER, Milestone.State.ANSWER_READY, null, null));
        assertThat(scene.bed(3, "LUN-302").at("/occupants/0/discharge/sign").asText())
                .isEqualTo("answer-ready");
        assertThat(scene.bed(2, "LUN-302").at("/occupants/0/discharge/sign").asText())
                .isEqualTo("none");
    }
}
