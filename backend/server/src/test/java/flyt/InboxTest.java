package flyt;

import static flyt.MllpHouse.admission;
import static flyt.MllpHouse.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking into messages that came in. */
class InboxTest extends OnMllp {
    @Test
    void whatWaitsIsCountedAndSettledByTellingIt() throws Exception {
        String faulty = message(
                "PAS",
                "A01",
                "q-1",
                "EVN|A01|20261122130000\rPID|1||T-VQ1||Testesen^Kari\rPV1|1|I|LUN^LUN-311^LUN-311");
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(faulty)).contains("MSA|AE|q-1");
        }
        JsonObject found = house.only("waiting=true&messageId=q-1");
        assertThat(house.ask("GET", "/inbox", "").getJsonArray("counts"))
                .contains(new JsonObject()
                        .put("source", "pas")
                        .put("outcome", "faulty")
                        .put("reason", "visit-missing")
                        .put("messages", 1));
        assertThat(house.replay(found, "").getString("outcome")).isEqualTo("faulty");
        assertThat(house.replay(found, ",\"edits\":[{\"segment\":\"PV1\",\"field\":19,\"value\":\"VQ1\"}]")
                        .getString("outcome"))
                .isEqualTo("told");
        assertThat(beds("VQ1")).containsExactly("LUN-311 2026-11-22T12:00:00Z");
        assertThat(house.list("waiting=true&messageId=q-1")).isEmpty();
        assertThat(house.list("messageId=q-1")).hasSize(2);
    }

    @Test
    void aVisitToComeIsKeptAndFoundByItsAppointment() throws Exception {
        String booked = message(
                        "PAS",
                        "S12",
                        "v-1",
                        "SCH||A-901" + "|".repeat(9) + "^^^20270301093000\rPID|1||T-VV1||Testesen^Kari\rAIL|1||POL^R4")
                .replace("ADT^S12", "SIU^S12");
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(booked)).contains("MSA|AA|v-1");
            assertThat(line.ask(booked.replace("S12|v-1", "S13|v-2").replace("20270301", "20270302")))
                    .contains("MSA|AA|v-2");
            assertThat(line.ask(booked.replace("S12|v-1", "S26|v-3"))).contains("MSA|AA|v-3");
        }
        List<JsonObject> life = house.list("appointment=A-901");
        assertThat(life)
                .extracting(one ->
                        one.getString("outcome") + " " + one.getJsonArray("reasons") + " " + one.getString("startsAt"))
                .containsExactly(
                        "kept-for-later [\"appointment-missed\"] 2027-03-01T08:30:00Z",
                        "kept-for-later [\"appointment-moved\"] 2027-03-02T08:30:00Z",
                        "kept-for-later [\"appointment-booked\"] 2027-03-01T08:30:00Z");
        JsonObject opened = house.ask("GET", "/inbox/" + life.get(2).getString("id"), "");
        assertThat(opened.getJsonArray("reports").getJsonObject(0).getJsonObject("place"))
                .isEqualTo(new JsonObject().put("ward", "POL").put("room", "R4"));
        assertThat(opened.encode()).doesNotContain("T-VV1", "Testesen");
        assertThat(house.replay(life.get(2), "").getString("outcome")).isEqualTo("kept-for-later");
        assertThat(house.list("waiting=true&appointment=A-901")).isEmpty();
    }

    @Test
    void nobodyIsSeenInAnOpenedMessage() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("s-1", "VS1", "LUN-312") + "NTE|1||Kari Testesen 40506070\rZZ1|Kari\r"))
                    .contains("MSA|AA|s-1");
        }
        JsonObject opened =
                house.ask("GET", "/inbox/" + house.only("messageId=s-1").getString("id"), "");
        assertThat(opened.encode())
                .doesNotContainIgnoringCase("testesen")
                .doesNotContain("Kari", "1952", "40506070", "T-VS1");
        JsonArray segments = opened.getJsonArray("segments");
        assertThat(segments.getJsonObject(2).encode()).contains("\"xxxxxxxx^xxxx\"", "\"99999999\"");
        assertThat(segments.getJsonObject(3).getJsonArray("fields").getString(2))
                .isEqualTo("LUN^LUN-312^LUN-312");
        assertThat(opened.getJsonArray("reports").getJsonObject(0).getString("type"))
                .isEqualTo("PatientAdmitted");
    }

    private static List<String> beds(String visit) throws Exception {
        return house.stay(visit).getJsonArray("placements").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("bed") + " " + one.getString("from"))
                .toList();
    }
}
