package flyt;

import static flyt.DemoHouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.Verdict.Refused;
import flyt.access.Where;
import flyt.domain.priority.StandardRuleSet;
import flyt.intake.http.CommandReader;
import flyt.intake.http.ReportReader;
import flyt.intake.http.RuleSetJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every command is taken from whom the table of roles lets do it there, and every report from the systems that may tell it. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCommandTest {
    /** What each command is about, and what else it must have; the last ones end what the others are about. */
    private static final String[][] COMMANDS = {
        {"OrderCleaning", "bed"},
        {"OrderTask", "kind", "from"},
        {"CallTask", "task"},
        {"ArriveAtTask", "task"},
        {"ConfirmPatient", "task"},
        {"StartDuty", "team"},
        {"PinTask", "task", "until", "reason"},
        {"UnpinTask", "task"},
        {"TakeTask", "task"},
        {"ReceiveOffer", "task"},
        {"DeclineTask", "task"},
        {"DelayTask", "task", "reason"},
        {"AskForHelp", "task"},
        {"HandOverTask", "task"},
        {"HandBackTask", "task"},
        {"RejectTask", "task", "reason"},
        {"ReopenTask", "task"},
        {"StartTask", "task"},
        {"PauseTask", "task"},
        {"ResumeTask", "task"},
        {"StartBreak"},
        {"EndBreak"},
        {"MoveWorker", "worker"},
        {"EndDuty"},
        {"AdoptThresholds", "thresholds"},
        {"AnswerRelief", "accepted"},
        {"AnswerThreshold", "rule"},
        {"DeclareLevel", "level"},
        {"MarkAction", "action", "done"},
        {"SendMessage", "team", "text"},
        {"ReadMessage", "message"},
        {"EndMessage", "message"},
        {"AdoptRules", "rules"},
        {"MarkRoomLeft", "bed", "visit"},
        {"ReleaseRoom", "bed"},
        {"MarkBedMade", "bed"},
        {"OpenBed", "bed"},
        {"CloseBed", "bed", "reason"},
        {"RequestBed", "visit", "to"},
        {"AcceptRequest", "request"},
        {"DeclineRequest", "request", "reason"},
        {"WithdrawRequest", "visit"},
        {"ReserveBed", "bed", "until"},
        {"SwapReservations", "bed", "other"},
        {"EndReservation", "bed"},
        {"SettleConflict", "conflict", "how"},
        {"AssignNurse", "visit"},
        {"AssignDoctor", "visit"},
        {"ExpectDischarge", "visit"},
        {"SetIsolation", "visit"},
        {"UseCorridorPlace", "visit"},
        {"Undo", "of"},
        {"FinishTask", "task"},
        {"CancelTask", "task"}
    };

    /** About no ward more than another. */
    private static final Set<String> OF_HOSPITAL = Set.of(
            "StartDuty",
            "EndDuty",
            "StartBreak",
            "EndBreak",
            "MoveWorker",
            "AdoptRules",
            "AdoptThresholds",
            "AnswerRelief",
            "AnswerThreshold",
            "DeclareLevel",
            "MarkAction",
            "SendMessage",
            "ReadMessage",
            "EndMessage");

    private static final Set<String> ENDING = Set.of("FinishTask", "CancelTask");

    private DemoHouse house;
    private Everybody everybody;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        house = new DemoHouse(folder);
        everybody = new Everybody(house);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void everyCommandIsWalked() {
        assertThat(Arrays.stream(COMMANDS).map(command -> command[0]))
                .containsExactlyInAnyOrderElementsOf(CommandReader.types());
    }

    @Test
    void aCommandIsTakenFromWhomTheTableOfRolesLetsDoItThere() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Spot spot : List.of(Spot.HOME, Spot.ANOTHER_WARD, Spot.ANOTHER_HOSPITAL)) {
            Map<String, Object> subjects = subjects(spot);
            for (String[] command : COMMANDS) {
                JsonObject body = body(command, subjects);
                for (Caller caller : everybody.all()) {
                    HttpResponse<String> answer = house.post(caller, commands(spot), body);
                    Verdict verdict = verdict(caller.who(), command[0], spot);
                    if (!fits(answer, verdict)) {
                        wrong.add("%s at %s %s: %s, but got %d %s"
                                .formatted(
                                        caller, spot.ward(), command[0], verdict, answer.statusCode(), answer.body()));
                    }
                    // who comes second repeats what has been done, unless it ended what it was about
                    if (answer.statusCode() == 200 && ENDING.contains(command[0])) {
                        subjects = subjects(spot);
                        body = body(command, subjects);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What commands at a place may be about: of each kind something that is there. */
    private Map<String, Object> subjects(Spot spot) throws IOException, InterruptedException {
        Caller system = everybody.one(spot.hospital().equals("FJO") ? "record-system" : "record-system-of-kal");
        String takenBed =
                spot.ward() + (spot.ward().equals("MED") ? "-1" : spot.ward().equals("LUN") ? "-302" : "-012");
        var conflict =
                house.report(system, spot.hospital(), DemoHouse.admission(spot.visit() + "-2", spot.ward(), takenBed));
        Map<String, Object> subjects = new HashMap<>(Map.<String, Object>of(
                "bed",
                spot.bed(),
                "visit",
                spot.visit(),
                "conflict",
                "bed-taken/" + takenBed,
                "how",
                "keep",
                "reason",
                "staffing",
                "until",
                "2026-11-30T12:00:00Z",
                "of",
                spot.equals(Spot.HOME) ? saidAtHome() : UUID.randomUUID().toString()));
        subjects.put("to", spot.ward());
        subjects.put("other", takenBed);
        JsonObject wanted = body(new String[] {"RequestBed", "visit", "to"}, subjects);
        assertThat(json(house.post(system, commands(spot), wanted)).getString("outcome"))
                .isEqualTo("accepted");
        subjects.put("request", requestTo(system, spot));
        subjects.put("kind", "equipment");
        subjects.put("from", new JsonObject().put("bed", spot.bed()));
        subjects.put("team", "cleaning");
        subjects.put("worker", "nobody");
        subjects.put("text", "The lift is out of order");
        subjects.put("message", "none");
        subjects.put("rules", RuleSetJson.of(StandardRuleSet.SET));
        subjects.put("thresholds", "standard");
        subjects.put("accepted", true);
        subjects.put("rule", "boarding");
        subjects.put("level", "green");
        subjects.put("action", "tell-wards");
        subjects.put("done", "done");
        JsonObject order = body(new String[] {"OrderCleaning", "bed"}, subjects);
        assertThat(json(house.post(system, commands(spot), order)).getString("outcome"))
                .isEqualTo("accepted");
        JsonArray tasks = json(house.ask(system, "GET", spot.in("/api/v1/hospitals/{hospital}/tasks"), ""))
                .getJsonArray("rows");
        for (int i = 0; i < tasks.size(); i++) {
            JsonObject task = tasks.getJsonObject(i);
            if (spot.bed().equals(task.getString("bed")) && task.getString("cleaning") != null) {
                subjects.put("task", task.getString("task"));
            }
        }
        assertThat(subjects).containsKey("task");
        return subjects;
    }

    private String requestTo(Caller system, Spot spot) throws IOException, InterruptedException {
        String rows = spot.in("/api/v1/hospitals/{hospital}/rows?view=requests&scope={ward}");
        return json(house.ask(system, "GET", rows, ""))
                .getJsonArray("rows")
                .getJsonObject(0)
                .getString("request");
    }

    /** Something that the secretary has said, who is the last of those on the ward to try to undo it. */
    private String saidAtHome() throws IOException, InterruptedException {
        JsonObject said = body(new String[] {"ExpectDischarge", "visit"}, Map.of("visit", (Object) Spot.HOME.visit()))
                .put("expectedOn", "2026-11-30");
        var taken = json(house.post(everybody.one("secretary"), commands(Spot.HOME), said));
        return said.getString("commandId");
    }

    private static String commands(Spot spot) {
        return spot.in("/api/v1/hospitals/{hospital}/commands");
    }

    private static JsonObject body(String[] command, Map<String, Object> subjects) {
        JsonObject body = new JsonObject()
                .put("type", command[0])
                .put("commandId", UUID.randomUUID().toString())
                .put("at", DemoHouse.NINE);
        for (String field : List.of(command).subList(1, command.length)) {
            body = body.put(field, subjects.get(field));
        }
        return body;
    }

    private static Verdict verdict(Principal who, String command, Spot spot) {
        if (OF_HOSPITAL.contains(command)) {
            return RoleTable.verdict(who, Deed.ofCommand(command), spot.hospital());
        } else if (command.equals("Undo")) {
            // of a command that nobody gave here: it concerns no ward, and the hospital says that it is too late
            return RoleTable.verdict(who, Deed.UNDO, spot.hospital());
        }
        return RoleTable.verdict(who, Deed.ofCommand(command), spot.hospital(), spot.where());
    }

    private static boolean fits(HttpResponse<String> answer, Verdict verdict) {
        return verdict instanceof Refused refused
                ? answer.statusCode() == refused.reason().status()
                : Set.of(200, 409).contains(answer.statusCode());
    }

    @Test
    void aReportIsTakenFromTheSystemsThatMayTellIt() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String type : ReportReader.types()) {
            JsonObject report = golden(type);
            Deed deed = Deed.ofReport(report.getString("cancelsType", type));
            for (Caller caller : everybody.all()) {
                HttpResponse<String> answer = house.post(caller, "/api/v1/hospitals/FJO/reports", report);
                boolean may = deed == null
                        ? RoleTable.mayReport(caller.who(), "FJO").isAllowed()
                        : RoleTable.verdict(caller.who(), deed, "FJO", Where.WHOLE)
                                .isAllowed();
                boolean taken = answer.statusCode() == 200;
                if (taken != may || !Set.of(200, 401, 403, 422).contains(answer.statusCode())) {
                    wrong.add("%s with %s: %s %d %s".formatted(caller, type, may, answer.statusCode(), answer.body()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static JsonObject golden(String type) throws IOException {
        String path = "/flyt/protocol/golden/reports/" + type + ".json";
        try (InputStream file = EveryCommandTest.class.getResourceAsStream(path)) {
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
