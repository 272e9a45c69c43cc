package flyt;

import static flyt.FhirSamples.at;
import static flyt.FhirSamples.encounter;
import static flyt.FhirSamples.entry;
import static flyt.FhirSamples.header;
import static flyt.FhirSamples.patient;
import static flyt.FhirSamples.result;
import static flyt.FhirSamples.task;
import static flyt.FhirSamples.transaction;
import static flyt.FhirSender.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** FHIR R4 into a real server: what is answered with yes is in the hospital and in the inbox. */
@Timeout(120)
class FhirInTest {
    @TempDir
    private static Path folder;

    private static MllpHouse house;
    private static FhirSender ehr;

    @BeforeAll
    static void start() throws Exception {
        house = new MllpHouse(folder);
        ehr = new FhirSender(house);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void anEncounterIsOnTheBoardAndItsVersionsAreTheHistory() throws Exception {
        HttpResponse<String> answer =
                ehr.put("Encounter/VA1", encounter("VA1", 1, "in-progress", at("LUN-311", "08:00", "")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Location").orElse("")).matches("/fhir/FJO/Encounter/VA1/_history/\\d+");
        JsonObject row = house.ask("GET", "/rows?view=ward&scope=LUN&level=3", "").getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.encode().contains("\"LUN-311\""))
                .findFirst()
                .orElseThrow();
        assertThat(row.encode()).contains("VA1");

        assertThat(ehr.put("Encounter/VA1", encounter("VA1", 2, "in-progress", at("GER-601", "09:00", "")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ehr.put("Encounter/VA1", encounter("VA1", 2, "in-progress", at("GER-601", "09:00", "")))
                        .body())
                .contains("was told before");
        assertThat(places("VA1")).containsExactly("LUN-311 08:00-09:00", "GER-601 09:00-");
        HttpResponse<String> seen = ehr.send("GET", "/FJO/Encounter/VA1", "");
        assertThat(new JsonObject(seen.body()).getJsonArray("location")).hasSize(2);
        String tag = seen.headers().firstValue("ETag").orElse("");
        String third =
                encounter("VA1", 3, "in-progress", at("GER-602", "10:00", "")).encode();
        assertThat(ehr.http(
                                "PUT",
                                "/fhir/FJO/Encounter/VA1",
                                third,
                                "application/fhir+json",
                                house.token,
                                "If-Match",
                                tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(outcome(
                        412,
                        ehr.http(
                                "PUT",
                                "/fhir/FJO/Encounter/VA1",
                                third,
                                "application/fhir+json",
                                house.token,
                                "If-Match",
                                tag)))
                .contains("told of it since");
        assertThat(house.inbox("message_id LIKE 'Encounter/VA1%'"))
                .containsExactly("accepted []", "accepted []", "repeated []", "accepted []");
    }

    @Test
    void theExampleOfTheHandbookWorks() throws Exception {
        String handbook = Files.readString(Path.of("../../docs/fhir.md"));
        int from = handbook.indexOf("-d '{", handbook.indexOf("## Coming in")) + 4;
        String example = handbook.substring(from, handbook.indexOf("}'", from) + 1);
        HttpResponse<String> answer = ehr.send("PUT", "/FJO/Encounter/V9001", example);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(handbook).contains(answer.body());
        assertThat(places("V9001")).containsExactly("LUN-301 08:00-");
    }

    @Test
    void aMessageOfDischargeIsAnsweredByAMessage() throws Exception {
        assertThat(ehr.put("Encounter/VB1", encounter("VB1", 1, "in-progress", at("LUN-302", "08:00", "")))
                        .statusCode())
                .isEqualTo(200);
        JsonObject period =
                new JsonObject().put("start", "2026-11-22T08:00:00Z").put("end", "2026-11-22T11:00:00Z");
        JsonArray home = new JsonArray().add(new JsonObject().put("code", "home"));
        JsonObject finished = encounter("VB1", 2, "finished", at("LUN-302", "08:00", "11:00"))
                .put("period", period)
                .put("subject", new JsonObject().put("reference", "urn:uuid:p"))
                .put(
                        "hospitalization",
                        new JsonObject().put("dischargeDisposition", new JsonObject().put("coding", home)));
        HttpResponse<String> answer = ehr.send(
                "POST",
                "/FJO/$process-message",
                new JsonObject()
                        .put("resourceType", "Bundle")
                        .put("id", "note-1")
                        .put("type", "message")
                        .put("timestamp", "2026-11-22T11:05:00Z")
                        .put(
                                "entry",
                                new JsonArray()
                                        .add(entry("urn:uuid:h", header("notification-discharge")))
                                        .add(entry("urn:uuid:e", finished))
                                        .add(entry("urn:uuid:p", patient("VB1"))))
                        .encode());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"response\":{\"identifier\":\"h\",\"code\":\"ok\"}");
        JsonObject stay = house.stay("VB1");
        assertThat(stay.getString("status")).isEqualTo("discharged");
        assertThat(places("VB1")).containsExactly("LUN-302 08:00-11:00");
        assertThat(house.inbox("type = 'Bundle^message^notification-discharge'"))
                .containsExactly("accepted []");
    }

    @Test
    void ofATransactionAllIsToldOrNothing() throws Exception {
        JsonObject good = encounter("VC1", 1, "in-progress", at("LUN-303", "08:00", ""))
                .put("subject", new JsonObject().put("reference", "Patient/VC1"));
        JsonObject faulty = encounter("VC2", 1, "in-progress", at("LUN-304", "08:00", ""))
                .put("subject", new JsonObject().put("display", "nobody"));
        HttpResponse<String> answer = ehr.send("POST", "/FJO", transaction("t-1", good, faulty, patient("VC1")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("OperationOutcome", "Encounter.subject must lead to a Patient");
        assertThat(ehr.fhir("GET", "/api/v1/hospitals/FJO/stays/VC1", "").statusCode())
                .isEqualTo(404);

        HttpResponse<String> taken = ehr.send("POST", "/FJO", transaction("t-2", good, patient("VC1")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(new JsonObject(taken.body())
                        .getJsonArray("entry")
                        .getJsonObject(0)
                        .getJsonObject("response")
                        .getString("location"))
                .matches("Encounter/VC1/_history/\\d+");
        assertThat(places("VC1")).containsExactly("LUN-303 08:00-");
        assertThat(house.inbox("message_id IN ('t-1', 't-2')"))
                .containsExactly(
                        "faulty [Encounter.subject must lead to a Patient with an identifier, or name one]",
                        "accepted []");
    }

    @Test
    void whatIsWrongIsAnsweredInWords() throws Exception {
        String sound =
                encounter("VD1", 1, "in-progress", at("LUN-305", "08:00", "")).encode();
        assertThat(outcome(400, ehr.send("PUT", "/FJO/Encounter/VD1", "{\"resourceType\":\"Encounter\",")))
                .contains("invalid");
        assertThat(outcome(400, ehr.send("PUT", "/FJO/Encounter/VD1", "{\"resourceType\":\"Patient\"}")))
                .contains("is Patient, and Encounter goes there");
        assertThat(outcome(400, ehr.send("PUT", "/FJO/Encounter/OTHER", sound))).contains("has the id VD1");
        assertThat(outcome(401, ehr.http("PUT", "/fhir/FJO/Encounter/VD1", sound, "application/fhir+json", "x")))
                .contains("login");
        assertThat(outcome(404, ehr.send("PUT", "/NONE/Encounter/VD1", sound))).contains("no such hospital");
        assertThat(outcome(
                        412,
                        ehr.http(
                                "PUT",
                                "/fhir/FJO/Encounter/VD1",
                                sound,
                                "application/fhir+json",
                                house.token,
                                "If-Match",
                                "W/\"1\"")))
                .contains("told of it since");
        assertThat(outcome(
                        415,
                        ehr.http(
                                "PUT", "/fhir/FJO/Encounter/VD1", "<Encounter/>", "application/fhir+xml", house.token)))
                .contains("application/fhir+json");
        assertThat(outcome(413, ehr.send("PUT", "/FJO/Encounter/VD1", " ".repeat(4 * 1024 * 1024 + 1))))
                .contains("larger than");
        assertThat(outcome(
                        422, ehr.send("PUT", "/FJO/Encounter/VD1", sound.replace("\"status\":\"in-progress\",", ""))))
                .contains("Encounter.status is missing");
        assertThat(outcome(422, ehr.send("POST", "/FJO", "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}")))
                .contains("must be transaction or message");
    }

    @Test
    void resultsMayComeBeforeOrdersAndACorrectionReopens() throws Exception {
        assertThat(ehr.put("Encounter/VL1", encounter("VL1", 1, "in-progress", at("LUN-306", "08:00", "")))
                        .statusCode())
                .isEqualTo(200);
        JsonObject order = new JsonObject()
                .put("resourceType", "ServiceRequest")
                .put("id", "L-1")
                .put("status", "active")
                .put("intent", "order")
                .put("subject", new JsonObject().put("reference", "Patient/VL1"))
                .put("encounter", new JsonObject().put("reference", "Encounter/VL1"))
                .put("authoredOn", "2026-11-22T08:30:00Z");
        assertThat(ehr.put("DiagnosticReport/R-1", result("final", "2026-11-22T10:00:00Z"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ehr.put("ServiceRequest/L-1", order).statusCode()).isEqualTo(200);
        assertThat(lab()).isEqualTo("final");
        assertThat(ehr.put("DiagnosticReport/R-1", result("corrected", "2026-11-22T11:00:00Z"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(lab()).isEqualTo("corrected");
        assertThat(ehr.put(
                                "Observation/O-1",
                                new JsonObject()
                                        .put("resourceType", "Observation")
                                        .put("id", "O-1")
                                        .put("status", "final")
                                        .put("code", new JsonObject().put("text", "pulse")))
                        .body())
                .contains("was taken");
        assertThat(house.inbox("type = 'Observation'")).containsExactly("not-needed []");
    }

    /** The status of the order, as the journal has it last by time. */
    private static String lab() throws Exception {
        return house.text("SELECT body->>'status' FROM event WHERE type = 'LabStatusReported'"
                + " AND body->>'order' = 'L-1' ORDER BY occurred_at DESC LIMIT 1");
    }

    @Test
    void aBedStatusIsOneOfTable0116() throws Exception {
        JsonObject bed = new JsonObject()
                .put("resourceType", "Location")
                .put("id", "bed-LUN-307")
                .put("meta", new JsonObject().put("lastUpdated", "2026-11-22T09:00:00Z"))
                .put("operationalStatus", new JsonObject().put("code", "K"));
        HttpResponse<String> answer = ehr.put("Location/bed-LUN-307", bed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(house.text("SELECT body->>'status' FROM event WHERE type = 'BedStatusReported'"
                        + " AND body->>'bed' = 'LUN-307'"))
                .isEqualTo("K");
        bed = bed.put("operationalStatus", new JsonObject().put("code", "Q"));
        assertThat(outcome(422, ehr.put("Location/bed-LUN-307", bed)))
                .contains("status must be one of C, H, O, U, K, I");
    }

    @Test
    void aTaskOrdersACleanAndIsCancelledByItsId() throws Exception {
        HttpResponse<String> ordered = ehr.post("Task", task("clean-spill", "Location/bed-LUN-308"));
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(201);
        String location = ordered.headers().firstValue("Location").orElse("");
        assertThat(location).matches("/fhir/FJO/Task/T-\\d+/_history/\\d+");
        assertThat(ehr.post("Task", task("clean-spill", "Location/bed-LUN-308"))
                        .headers()
                        .firstValue("Location"))
                .contains(location);
        String id = location.split("/")[4];
        assertThat(row(id)).contains("LUN-308");

        JsonObject cancelled = new JsonObject()
                .put("resourceType", "Task")
                .put("id", id)
                .put("intent", "order")
                .put("status", "cancelled")
                .put("statusReason", new JsonObject().put("text", "not needed"))
                .put("lastModified", "2026-11-22T13:00:00Z");
        assertThat(ehr.put("Task/" + id, cancelled).statusCode()).isEqualTo(200);
        assertThat(row(id)).isEmpty();
        assertThat(outcome(409, ehr.put("Task/" + id, cancelled.put("lastModified", "2026-11-22T13:05:00Z"))))
                .contains("conflict", "\"code\":\"task-gone\"");
        assertThat(house.inbox("outcome = 'refused'")).containsExactly("refused [task-gone]");
        assertThat(outcome(422, ehr.post("Task", task("clean", "Location/ward-LUN"))))
                .contains("Task.focus must lead to a bed");
        assertThat(outcome(422, ehr.post("Task", task("no-such-kind", "Location/bed-LUN-308"))))
                .contains("Task");
    }

    @Test
    void aTaskOrdersATransportOfAPatient() throws Exception {
        assertThat(ehr.put("Encounter/VT1", encounter("VT1", 1, "in-progress", at("LUN-309", "08:00", "")))
                        .statusCode())
                .isEqualTo(200);
        JsonObject task = task("patient-bed", "Location/bed-LUN-309")
                .put("encounter", new JsonObject().put("reference", "Encounter/VT1"))
                .put("priority", "asap")
                .put(
                        "input",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", new JsonObject().put("text", "to"))
                                        .put(
                                                "valueReference",
                                                new JsonObject().put("reference", "Location/ward-GER"))));
        HttpResponse<String> ordered = ehr.post("Task", task);
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(201);
        String id = ordered.headers().firstValue("Location").orElse("").split("/")[4];
        assertThat(row(id)).contains("patient-bed", "LUN-309");
        assertThat(house.text("SELECT body->'job'->'to'->>'ward' FROM event WHERE type = 'TaskOrdered'"
                        + " AND body->>'task' = '" + id + "'"))
                .isEqualTo("GER");
    }

    /** Of an open task; empty for one that is over. */
    private static String row(String task) throws Exception {
        return house.ask("GET", "/tasks", "")
                .encode()
                .lines()
                .flatMap(all -> new JsonObject(all).getJsonArray("rows").stream())
                .map(one -> ((JsonObject) one).encode())
                .filter(one -> one.contains("\"" + task + "\""))
                .findFirst()
                .orElse("");
    }

    private static List<String> places(String visit) throws Exception {
        return house.stay(visit).getJsonArray("placements").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("bed") + " " + minute(one.getString("from")) + "-"
                        + (one.getString("to") == null ? "" : minute(one.getString("to"))))
                .toList();
    }

    private static String minute(String time) {
        return time.substring(11, 16);
    }
}
