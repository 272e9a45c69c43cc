package flyt;

import static flyt.DemoHouse.FJO;
import static flyt.DemoHouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who moves a patient sees who it is from the bed to the hand-over, nobody else does, and each look is remembered (domain 3.9). */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskPatientTest {
    private DemoHouse house;
    private Caller porter;
    private Caller nurse;
    private Caller system;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        house = new DemoHouse(folder);
        porter = house.person(Role.PORTER);
        nurse = house.person(Role.NURSE);
        system = house.system("record-system");
        assertThat(wish(porter, "StartDuty", new JsonObject().put("team", "porters"))
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void theNameIsThereFromTheBedToTheHandOver() throws Exception {
        String task = ordered("V2001", "OBS-021", false);
        taken(task);
        refused(porter, task, 409);
        done(porter, "ArriveAtTask", task);
        assertThat(json(who(porter, task)))
                .isEqualTo(new JsonObject()
                        .put("given", "Kari")
                        .put("family", "Testesen")
                        .put("birthDate", "1957-03-09")
                        .put("protected", false));
        refused(house.person(Role.CLEANER), task, 403);
        refused(nurse, task, 403);
        refused(Caller.NOBODY, task, 401);

        HttpResponse<String> wrong = wish(porter, "ConfirmPatient", about(task).put("code", "V2999"));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(new JsonObject(wrong.body()).getString("reason")).isEqualTo("wrong-patient");
        assertThat(row(task).getJsonObject("patient").getString("mismatchAt"))
                .as("whoever coordinates sees it")
                .isNotNull();
        assertThat(wish(porter, "StartTask", about(task)).statusCode()).isEqualTo(409);

        done(porter, "ConfirmPatient", task);
        done(porter, "StartTask", task);
        assertThat(json(who(porter, task)).getString("family")).isEqualTo("Testesen");
        done(porter, "FinishTask", task);
        refused(porter, task, 409);
    }

    @Test
    void whoHandsAPatientOverSeesNoNameAnyMoreAndWhoTakesOverMeetsThemAnew() throws Exception {
        Caller colleague = house.another(Role.PORTER);
        assertThat(wish(colleague, "StartDuty", new JsonObject().put("team", "porters"))
                        .statusCode())
                .isEqualTo(200);
        String task = ordered("V2006", "OBS-026", false);
        taken(task);
        done(porter, "ArriveAtTask", task);
        done(porter, "ConfirmPatient", task);
        done(porter, "StartTask", task);
        assertThat(wish(porter, "HandOverTask", about(task).put("worker", worker("Annen")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(row(task).getJsonObject("handOver").getString("name")).isEqualTo("Annen");
        assertThat(who(porter, task).statusCode()).as("still with the patient").isEqualTo(200);
        refused(colleague, task, 409);
        done(colleague, "TakeTask", task);
        refused(porter, task, 409);
        refused(colleague, task, 409);
        assertThat(row(task).getString("by")).isEqualTo("Annen");
        assertThat(wish(colleague, "ResumeTask", about(task)).statusCode()).isEqualTo(409);
        done(colleague, "ArriveAtTask", task);
        assertThat(json(who(colleague, task)).getString("family")).isEqualTo("Testesen");
        done(colleague, "ConfirmPatient", task);
        done(colleague, "ResumeTask", task);
        done(colleague, "FinishTask", task);
    }

    /** The key of somebody on duty, by the name that colleagues know. */
    private String worker(String name) throws IOException, InterruptedException {
        return json(house.ask(porter, "GET", FJO + "/rows?view=queue&scope=porters", "")).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> name.equals(row.getString("name")))
                .map(row -> row.getString("worker"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachLookAndEachRefusalIsInTheAccessLogWithTheTaskAsItsReason() throws Exception {
        String task = ordered("V2002", "OBS-022", false);
        taken(task);
        refused(porter, task, 409);
        done(porter, "ArriveAtTask", task);
        assertThat(who(porter, task).statusCode()).isEqualTo(200);
        Caller auditor = house.person(Role.AUDITOR);
        List<String> lines = linesAbout(task, auditor);
        for (int tries = 0; lines.size() < 2 && tries < 100; tries++) {
            // a refusal is not waited for
            lines = linesAbout(task, auditor);
        }
        assertThat(lines).containsExactlyInAnyOrder("task-patient null refused", "task-patient V2002 allowed");
    }

    private List<String> linesAbout(String task, Caller auditor) throws IOException, InterruptedException {
        return json(house.ask(auditor, "GET", DemoHouse.ACCESS + "log?hospital=FJO", "")).getJsonArray("lines").stream()
                .map(JsonObject.class::cast)
                .filter(line -> task.equals(line.getString("reason")))
                .map(line -> line.getString("deed") + " " + line.getString("stay") + " " + line.getString("outcome"))
                .toList();
    }

    @Test
    void ofAProtectedPatientThereIsNoName() throws Exception {
        String task = ordered("V2003", "OBS-023", true);
        taken(task);
        done(porter, "ArriveAtTask", task);
        assertThat(json(who(porter, task)))
                .isEqualTo(new JsonObject()
                        .putNull("given")
                        .putNull("family")
                        .putNull("birthDate")
                        .put("protected", true));
    }

    @Test
    void noRowOfAnyQueueNamesAnybody() throws Exception {
        String task = ordered("V2004", "OBS-024", false);
        taken(task);
        done(porter, "ArriveAtTask", task);
        for (String view : List.of("queue", "crew")) {
            String rows = house.ask(
                            house.person(view.equals("queue") ? Role.PORTER : Role.LOGISTICS_COORDINATOR),
                            "GET",
                            FJO + "/rows?view=" + view + "&scope=porters",
                            "")
                    .body();
            assertThat(rows).contains(task).doesNotContain("Testesen", "Kari", "1957", "V2004");
        }
    }

    @Test
    void theSameOrderTwiceIsRefusedByTheNameOfTheFirst() throws Exception {
        String task = ordered("V2005", "OBS-025", false);
        HttpResponse<String> again = wish(nurse, "OrderTask", move("V2005"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(new JsonObject(again.body()).getString("reason")).isEqualTo("ordered-already");
        assertThat(new JsonObject(again.body()).getString("task")).isEqualTo(task);
        assertThat(wish(nurse, "OrderTask", move("V2005").put("another", true)).statusCode())
                .isEqualTo(200);
    }

    /** A patient lies in the bed and is to be moved; the task. */
    private String ordered(String visit, String bed, boolean isProtected) throws IOException, InterruptedException {
        JsonObject admission = DemoHouse.admission(visit, "OBS", bed)
                .put(
                        "patient",
                        new JsonObject()
                                .put("number", "P-" + visit)
                                .put("given", "Kari")
                                .put("family", "Testesen")
                                .put("birthDate", "1957-03-09")
                                .put("protected", isProtected));
        long told = house.report(system, "FJO", admission);
        assertThat(told).isPositive();
        assertThat(wish(nurse, "OrderTask", move(visit)).statusCode()).isEqualTo(200);
        return Objects.requireNonNull(rows().stream()
                .filter(row -> bed.equals(row.getJsonObject("at").getString("bed")))
                .map(row -> row.getString("task"))
                .findFirst()
                .orElse(null));
    }

    private static JsonObject move(String visit) {
        return new JsonObject()
                .put("kind", "patient-bed")
                .put("visit", visit)
                .put("to", new JsonObject().put("stop", "XRAY"));
    }

    private void taken(String task) throws IOException, InterruptedException {
        done(porter, "TakeTask", task);
    }

    private void done(Caller who, String type, String task) throws IOException, InterruptedException {
        HttpResponse<String> answer = wish(who, type, about(task));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonObject about(String task) {
        return new JsonObject().put("task", task);
    }

    private HttpResponse<String> who(Caller who, String task) throws IOException, InterruptedException {
        return house.ask(who, "GET", FJO + "/tasks/" + task + "/patient", "");
    }

    private void refused(Caller who, String task, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = who(who, task);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Testesen");
    }

    private JsonObject row(String task) throws IOException, InterruptedException {
        return rows().stream()
                .filter(row -> task.equals(row.getString("task")))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> rows() throws IOException, InterruptedException {
        JsonArray rows = json(house.ask(porter, "GET", FJO + "/rows?view=queue&scope=porters", ""))
                .getJsonArray("rows");
        return rows.stream()
                .map(JsonObject.class::cast)
                .filter(row -> "queue-task".equals(row.getString("kind")))
                .toList();
    }

    private HttpResponse<String> wish(Caller who, String type, JsonObject fields)
            throws IOException, InterruptedException {
        return house.wish(who, type, fields);
    }
}
