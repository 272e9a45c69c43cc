package flyt;

import static flyt.FhirSamples.at;
import static flyt.FhirSamples.encounter;
import static flyt.MllpHouse.admission;
import static flyt.MllpHouse.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Correcting messages that came in and having them told again: what they told before is taken back, and nothing else. */
class ReplayedMessagesTest extends OnMllp {
    @Test
    void aPlaceThatNobodyKnowsIsCorrectedWithoutLosingWhenThePatientCame() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("p-1", "VP1", "NO-SUCH-BED"))).contains("MSA|AA|p-1");
        }
        JsonObject found = house.only("messageId=p-1");
        assertThat(found.getString("outcome")).isEqualTo("accepted");
        assertThat(found.getJsonArray("reasons")).containsExactly("unknown-place");
        String edits = ",\"edits\":[{\"segment\":\"PV1\",\"field\":3,\"value\":\"LUN^LUN-310^LUN-310\"}]";

        JsonObject look = house.replay(found, edits + ",\"justLook\":true");
        assertThat(look.getString("outcome")).isEqualTo("would-be-told");
        assertThat(look.getJsonArray("takesBack").getJsonObject(0).getString("type"))
                .isEqualTo("PatientAdmitted");
        assertThat(look.getJsonArray("tells")
                        .getJsonObject(0)
                        .getJsonObject("place")
                        .getString("bed"))
                .isEqualTo("LUN-310");
        assertThat(beds("VP1")).containsExactly("NO-SUCH-BED 2026-11-22T12:00:00Z");

        assertThat(house.replay(found, edits).getString("outcome")).isEqualTo("told");
        assertThat(beds("VP1")).containsExactly("LUN-310 2026-11-22T12:00:00Z");

        // and by another way back, which takes back what was told last
        assertThat(house.replay(found, "").getString("outcome")).isEqualTo("told");
        assertThat(beds("VP1")).containsExactly("NO-SUCH-BED 2026-11-22T12:00:00Z");
        assertThat(unmapped("LUN^NO-SUCH-BED^NO-SUCH-BED"))
                .as("once, as it was told last")
                .extracting(one -> one.getInteger("messages"))
                .containsExactly(1);
    }

    /** Until somebody maps it, a place is named as it was sent, with its patient; then all is as if it had been known. */
    @Test
    void aPlaceIsMappedWhileTheServerRunsAndItsPatientsAreMovedThere() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("x-1", "VX1", "X9"))).contains("MSA|AA|x-1");
            assertThat(line.ask(admission("x-3", "VX3", "X9"))).contains("MSA|AA|x-3");
            assertThat(line.ask(admission("x-4", "VX3", "LUN-317-2").replace("|20261122130000", "|20261122130100")))
                    .contains("MSA|AA|x-4");
            assertThat(beds("VX1")).containsExactly("X9 2026-11-22T12:00:00Z");
            while (unmapped("LUN^X9^X9").get(0).getInteger("patients") != 1) {
                // until the boards show the conflict of the one and not that of the other
            }
            JsonObject place = unmapped("LUN^X9^X9").get(0);
            String first = house.only("messageId=x-1").getString("id");
            String second = house.only("messageId=x-3").getString("id");
            assertThat(place)
                    .isEqualTo(new JsonObject()
                            .put("source", "pas")
                            .put("sender", "PAS/FJO")
                            .put("profile", "pas")
                            .put("said", "LUN^X9^X9")
                            .put("messages", 2)
                            .put("patients", 1)
                            .put("since", house.only("messageId=x-1").getString("receivedAt"))
                            .put("oldest", new JsonArray().add(first).add(second))
                            .put("reads", new JsonObject("{\"ward\":\"LUN\",\"room\":\"X9\",\"bed\":\"X9\"}"))
                            .put("known", false));
            String mapping = ",\"mapping\":{\"said\":\"LUN^X9^X9\",\"ward\":\"LUN\",\"bed\":\"%s\"}";
            JsonObject look =
                    house.replay(house.only("messageId=x-1"), mapping.formatted("LUN-317-1") + ",\"justLook\":true");
            assertThat(look.getString("outcome")).isEqualTo("would-be-told");
            assertThat(look.getJsonArray("tells").encode())
                    .contains("LUN-317-1")
                    .doesNotContain("X9");
            assertThat(beds("VX1")).containsExactly("X9 2026-11-22T12:00:00Z");
            for (String refused :
                    List.of(mapping.formatted("LUN-317-1"), mapping.formatted("X9") + ",\"justLook\":true")) {
                assertThat(house.send(
                                        "POST",
                                        "/api/v1/hospitals/FJO/inbox/replay",
                                        "{\"messages\":[\"" + first + "\"]" + refused + "}")
                                .statusCode())
                        .as(refused)
                        .isEqualTo(422);
            }
            JsonObject profile = new JsonObject()
                    .put("id", "pas")
                    .put("source", "pas")
                    .put("zone", "Europe/Oslo")
                    .put(
                            "places",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("match", "LUN\\^X9\\^X9")
                                            .put("ward", "LUN")
                                            .put("bed", "LUN-317-1")));
            house.writes(profile);
            assertThat(house.send("POST", "/api/v1/hospitals/FJO/profiles", "{}")
                            .body())
                    .contains("profiles.pas.version", "must be above 1");
            house.writes(profile.copy().put("version", 2).put("zone", "Europe/Nowhere"));
            assertThat(house.send("POST", "/api/v1/hospitals/FJO/profiles", "{}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(house.ask("GET", "/profiles", "").encode()).contains("\"version\":1");

            house.writes(profile.put("version", 2));
            assertThat(house.ask("POST", "/profiles", "{}").encode())
                    .isEqualTo("{\"profiles\":[{\"id\":\"pas\",\"version\":2,\"source\":\"pas\"}]}");
            assertThat(unmapped("LUN^X9^X9"))
                    .extracting(one -> one.getBoolean("known"))
                    .containsExactly(true);
            for (String id : List.of("x-1", "x-3")) {
                assertThat(house.replay(house.only("messageId=" + id), "").getString("outcome"))
                        .isEqualTo("told");
            }
            assertThat(beds("VX1")).containsExactly("LUN-317-1 2026-11-22T12:00:00Z");
            assertThat(beds("VX3")).containsExactly("LUN-317-1 2026-11-22T12:00:00Z", "LUN-317-2 2026-11-22T12:01:00Z");
            assertThat(unmapped("LUN^X9^X9")).isEmpty();
            assertThat(line.ask(admission("x-2", "VX2", "X9")))
                    .as("on the open line")
                    .contains("MSA|AA|x-2");
            assertThat(beds("VX2")).containsExactly("LUN-317-1 2026-11-22T12:00:00Z");
            assertThat(house.only("messageId=x-2").getString("profile")).isEqualTo("pas/2");
        }
    }

    /** Of a laboratory's message its reports are taken back too, of one that merged patients the merge. */
    @Test
    void whatIsTakenBackIsAllThatTheMessageTold() throws Exception {
        String answer = message(
                        "PAS",
                        "R01",
                        "t-2",
                        "PID|1||T-VT1\rPV1|1|I" + "|".repeat(17) + "VT1\rOBR|1|L77||K" + "|".repeat(21) + "F")
                .replace("ADT^R01", "ORU^R01");
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("t-1", "VT1", "LUN-314"))).contains("MSA|AA|t-1");
            assertThat(line.ask(answer)).contains("MSA|AA|t-2");
            assertThat(line.ask(message("PAS", "A40", "t-3", "PID|1||T-VT1\rMRG|T-VT9")))
                    .contains("MSA|AA|t-3");
        }
        JsonObject lab = house.only("messageId=t-2");
        assertThat(house.replay(lab, ",\"edits\":[{\"segment\":\"OBR\",\"field\":2,\"value\":\"L78\"}]")
                        .getJsonArray("takesBack"))
                .containsExactly(new JsonObject()
                        .put("type", "LabStatusReported")
                        .put("visit", "VT1")
                        .put("occurredAt", "2026-11-22T12:05:00Z"));
        JsonObject back = house.replay(lab, "");
        assertThat(back.getString("outcome")).isEqualTo("told");
        assertThat(back.getJsonArray("takesBack"))
                .as("what was told last, once")
                .hasSize(1);
        assertThat(labOrders("VT1"))
                .containsExactly("L77 told", "L77 cancelled", "L78 told", "L78 cancelled", "L77 told");

        JsonObject merge = house.only("messageId=t-3");
        assertThat(house.replay(merge, ",\"edits\":[{\"segment\":\"MRG\",\"field\":1,\"value\":\"T-VT8\"}]")
                        .getJsonArray("takesBack")
                        .getJsonObject(0)
                        .getString("type"))
                .isEqualTo("PatientsMerged");
        assertThat(house.replay(merge, ",\"justLook\":true").getJsonArray("takesBack"))
                .hasSize(1);
    }

    /** A bed's status and the responsible doctor are as if they had not been said; then they are said of another. */
    @Test
    void aStateThatAMessageToldIsTakenBackToo() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(message("PAS", "A20", "g-1", "NPU|LUN^LUN-322^LUN-322|C")))
                    .contains("MSA|AA|g-1");
            assertThat(line.ask(admission("g-2", "VG1", "LUN-323"))).contains("MSA|AA|g-2");
            assertThat(line.ask(doctor("g-3", "D1").replace("130500", "130400")))
                    .contains("MSA|AA|g-3");
            assertThat(line.ask(doctor("g-4", "D2"))).contains("MSA|AA|g-4");
        }
        JsonObject closing = house.only("messageId=g-1");
        JsonObject again = house.replay(
                closing, ",\"edits\":[{\"segment\":\"NPU\",\"field\":1,\"value\":\"LUN^LUN-324^LUN-324\"}]");
        assertThat(again.getString("outcome")).isEqualTo("told");
        assertThat(types(again)).containsExactly("BedStatusReported");
        assertThat(bedEvents("LUN-322"))
                .containsExactly("BedStatusReported", "BedClosed", "BedStatusCancelled", "BedOpened");
        assertThat(bedEvents("LUN-324")).containsExactly("BedStatusReported", "BedClosed");
        assertThat(types(house.replay(closing, "")))
                .as("what was told last, once")
                .containsExactly("BedStatusReported");

        JsonObject doctor = house.only("messageId=g-4");
        assertThat(types(house.replay(doctor, ",\"edits\":[{\"segment\":\"PV1\",\"field\":19,\"value\":\"VG2\"}]")))
                .containsExactly("ResponsibilityReported");
        assertThat(told("stay = 'VG1' AND type LIKE 'Responsibility%'"))
                .containsExactly("ResponsibilityReported", "ResponsibilityReported", "ResponsibilityCancelled");
        assertThat(told("stay = 'VG2'")).containsExactly("ResponsibilityReported");
    }

    /** A correction may name another visit; the next one takes it back from there. */
    @Test
    void aCorrectionOfTheVisitIsTakenBackToo() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("u-1", "VU1", "LUN-315"))).contains("MSA|AA|u-1");
            assertThat(line.ask(admission("u-1", "VU1", "LUN-316").replace("20261122130000", "20261122123000")))
                    .contains("MSA|AA|u-1");
        }
        JsonObject second = house.list("messageId=u-1").get(0);
        String edits = ",\"edits\":[{\"segment\":\"PV1\",\"field\":19,\"value\":\"VU2\"}]";
        assertThat(house.replay(second, edits).getString("outcome")).isEqualTo("told");
        assertThat(beds("VU1")).as("another message with the same id").containsExactly("LUN-315 2026-11-22T12:00:00Z");
        assertThat(beds("VU2")).containsExactly("LUN-316 2026-11-22T11:30:00Z");
        assertThat(house.replay(second, "").getString("outcome")).isEqualTo("told");
        assertThat(beds("VU2")).isEmpty();
    }

    /** Nor does the moment tell the two apart: what they say does, in the journal too. */
    @Test
    void ofTwoMessagesOfOneIdAndOneMomentEachIsTakenBackByItself() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("s-1", "VS1", "LUN-315"))).contains("MSA|AA|s-1");
            assertThat(line.ask(admission("s-1", "VS1", "LUN-316"))).contains("MSA|AA|s-1");
        }
        JsonObject first = house.list("messageId=s-1").get(1);
        JsonObject second = house.list("messageId=s-1").get(0);
        String edits = ",\"edits\":[{\"segment\":\"PV1\",\"field\":19,\"value\":\"VS2\"}]";
        for (JsonObject message : List.of(first, second)) {
            JsonObject look = house.replay(message, edits + ",\"justLook\":true");
            assertThat(look.getJsonArray("takesBack")).as("%s", message).hasSize(1);
        }
        assertThat(house.replay(first, edits).getString("outcome")).isEqualTo("told");
        assertThat(beds("VS1")).containsExactly("LUN-316 2026-11-22T12:00:00Z");
        assertThat(beds("VS2")).containsExactly("LUN-315 2026-11-22T12:00:00Z");
        assertThat(house.replay(second, edits).getString("outcome")).isEqualTo("told");
        assertThat(beds("VS1")).isEmpty();
    }

    /** A body is corrected by the paths that an opened one has. */
    @Test
    void whatCameAsFhirIsCorrectedAtTheDeskToo() throws Exception {
        FhirSender ehr = new FhirSender(house);
        JsonObject unknown = encounter("VF1", 1, "in-progress", at("NO-SUCH-BED", "08:00", ""));
        assertThat(ehr.put("Encounter/VF1", unknown).body()).contains("unknown-place");
        JsonObject found = house.only("messageId=Encounter/VF1/_history/1");
        assertThat(found.getString("profile")).isEqualTo("fhir/4.0.1");
        JsonObject opened = house.ask("GET", "/inbox/" + found.getString("id"), "");
        String path = "location[0].location.reference";
        assertThat(opened.encode())
                .contains("\"" + path + "\"", "Location/NO-SUCH-BED", "xxxxxxxx", "9999-99-99")
                .doesNotContain("Testesen", "Kari", "1952");
        assertThat(house.replay(found, "").getString("outcome")).isEqualTo("told");
        assertThat(beds("VF1")).containsExactly("null 2026-11-22T08:00:00Z");
        assertThat(unmapped("NO-SUCH-BED"))
                .extracting(one -> one.getString("profile") + one.getInteger("messages") + one.getBoolean("known"))
                .containsExactly("fhir1false");

        String edits = ",\"edits\":[{\"path\":\"%s\",\"value\":\"Location/LUN-325\"}]";
        String sound = edits.formatted(path);
        JsonObject look = house.replay(found, sound + ",\"justLook\":true");
        assertThat(look.getString("outcome")).isEqualTo("would-be-told");
        assertThat(look.getJsonArray("tells").encode()).contains("LUN-325");
        assertThat(beds("VF1")).containsExactly("null 2026-11-22T08:00:00Z");
        for (String wrong : List.of(
                edits.formatted("location[7].location.reference"),
                edits.formatted("status.value"),
                edits.formatted("location"),
                edits.formatted("..."),
                ",\"edits\":[{\"segment\":\"PV1\",\"field\":3,\"value\":\"LUN\"}]")) {
            JsonObject refused = house.replay(found, wrong);
            assertThat(refused.getString("outcome") + refused.getJsonArray("reasons"))
                    .as(wrong)
                    .isEqualTo("faulty[\"edits-not-read\"]");
        }
        assertThat(house.replay(found, sound).getString("outcome")).isEqualTo("told");
        assertThat(beds("VF1")).containsExactly("LUN-325 2026-11-22T08:00:00Z");
        assertThat(unmapped("NO-SUCH-BED")).isEmpty();
    }

    private static String doctor(String id, String doctor) {
        return message("PAS", "A54", id, "PV1|1|I|||||" + doctor + "^Lege" + "|".repeat(12) + "VG1");
    }

    private static List<Object> types(JsonObject again) {
        return again.getJsonArray("takesBack").stream()
                .map(fact -> (Object) ((JsonObject) fact).getString("type"))
                .toList();
    }

    private static List<String> bedEvents(String bed) throws Exception {
        return told("body->>'bed' = '" + bed + "' AND type LIKE 'Bed%'");
    }

    private static List<String> told(String where) throws Exception {
        List<String> types = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(house.jdbc());
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT type FROM event WHERE " + where + " ORDER BY seq")) {
            while (found.next()) {
                types.add(found.getString(1));
            }
        }
        return types;
    }

    private static List<String> labOrders(String visit) throws Exception {
        List<String> told = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(house.jdbc());
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT type, body->>'order' FROM event WHERE type LIKE 'Lab%' AND stay = '"
                                + visit + "' ORDER BY seq")) {
            while (found.next()) {
                told.add(found.getString(2)
                        + (found.getString(1).equals("LabReportCancelled") ? " cancelled" : " told"));
            }
        }
        return told;
    }

    private static List<JsonObject> unmapped(String said) throws Exception {
        return house.ask("GET", "/unmapped-places", "").getJsonArray("places").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("said").equals(said))
                .toList();
    }

    private static List<String> beds(String visit) throws Exception {
        return house.stay(visit).getJsonArray("placements").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("bed") + " " + one.getString("from"))
                .toList();
    }
}
