package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static flyt.intake.http.OpenDoor.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.report.WorkJournal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Figures about work over HTTP: who gets them, what is faulty, as JSON and as CSV. */
@Timeout(120)
class FigureRoutesTest {
    private static final String PATH = FJO + "/figures/tasks";
    private static final String PERIOD = "from=2026-11-11T23:00:00Z&to=2026-11-12T23:00:00Z";
    private static final Grant LEADER = new Grant(Role.LEADER, Reach.hospital("FJO"));

    private final WorkJournal journal = fiveCleansAndOneElsewhere();

    @RegisterExtension
    final OpenDoor door = new OpenDoor(journal.database());

    @AfterEach
    void close() {
        journal.close();
    }

    private static WorkJournal fiveCleansAndOneElsewhere() {
        WorkJournal journal = new WorkJournal();
        for (int i = 1; i <= 5; i++) {
            journal.clean("T-" + i, "2026-11-12T08:00:00Z", "LUN-301", "w" + i, i, 2 * i, 10 * i);
        }
        journal.clean("T-6", "2026-11-12T09:00:00Z", "OBS-012", "w1", 1, 2, 7);
        return journal.written();
    }

    @Test
    void theFiguresAreThoseOfTheJournal() throws Exception {
        JsonNode sheet = OpenDoor.json(ok("?team=cleaning&by=zone&" + PERIOD));
        JsonNode zone = sheet.get("groups").get(1);
        assertThat(zone.get("group").textValue()).isEqualTo("R4");
        assertThat(zone.get("people").intValue()).isEqualTo(5);
        assertThat(zone.get("orderedToDone").toString())
                .isEqualTo("{\"count\":5,\"suppressed\":false,\"median\":30.0,\"p90\":46.0}");
        assertThat(sheet.get("groups").get(0).toString())
                .isEqualTo("{\"group\":\"R1\",\"count\":1,\"suppressed\":true}");
        assertThat(sheet.get("whole").get("count").intValue()).isEqualTo(6);
        assertThat(sheet.get("period").get("from").textValue()).isEqualTo("2026-11-11T23:00:00Z");
        assertThat(sheet.get("timeZone").textValue()).isEqualTo("Europe/Oslo");
        assertThat(sheet.get("leastPeople").intValue()).isEqualTo(5);
        assertThat(sheet.get("requestsByHour")).hasSize(24);
        assertThat(sheet.get("requestsByHour").get(9).doubleValue()).isEqualTo(5);
        assertThat(sheet.get("onDutyByHour").get(9).doubleValue()).isEqualTo(5);
        assertThat(sheet.get("onDutyByHour").get(10).isNull()).isTrue();
    }

    @Test
    void noKeyOfAnybodyIsInTheAnswer() throws Exception {
        for (String format : List.of("json", "csv")) {
            assertThat(ok("?team=cleaning&by=kind&format=" + format + "&" + PERIOD)
                            .body())
                    .doesNotContain("w1")
                    .doesNotContain("worker")
                    .contains("clean-standard");
        }
    }

    @Test
    void theFileHasARecordOfAllOfEachGroupAndOfEachHour() throws Exception {
        HttpResponse<String> csv = ok("?team=cleaning&by=zone&format=csv&" + PERIOD);
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8; header=present");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"flyt-FJO-cleaning-2026-11-12.csv\"");
        assertThat(csv.body())
                .isEqualTo(Resources.protocol("golden/figures/tasks.csv").replace("\n", "\r\n"));
    }

    @Test
    void whoAcceptsCsvGetsTheSameFile() throws Exception {
        String query = "?team=cleaning&by=zone&" + PERIOD;
        assertThat(door.getAs(PATH + query, "text/csv", LEADER).body())
                .isEqualTo(ok(query + "&format=csv").body());
        assertThat(door.getAs(PATH + query + "&format=json", "text/csv", LEADER).body())
                .startsWith("{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "team=nurses&" + PERIOD + " | team",
                PERIOD + " | team",
                "team=cleaning | from, to",
                "team=cleaning&from=today&to=2026-11-12T23:00:00Z | from",
                "team=cleaning&from=%2B294277-01-02T00:00:00Z&to=2026-11-12T23:00:00Z | from",
                "team=cleaning&from=2026-11-12T23:00:00Z&to=2026-11-12T23:00:00Z | to",
                "team=cleaning&from=2025-11-11T22:59:59Z&to=2026-11-12T23:00:00Z | to",
                "team=cleaning&by=person&" + PERIOD + " | by",
                "team=cleaning&counted=begun&" + PERIOD + " | counted",
                "team=cleaning&zone=R99&" + PERIOD + " | zone",
                "team=cleaning&format=xml&" + PERIOD + " | format",
                "team=cleaning&worker=w1&" + PERIOD + " | worker",
                "team=cleaning&by=person&zone=R99&" + PERIOD + " | zone, by"
            })
    void whatIsFaultyIsNamed(String query, String fields) throws Exception {
        HttpResponse<String> answer = door.getAs(PATH + "?" + query, "application/json", LEADER);
        assertProblem(answer, 422, "faulty-question");
        assertThat(StreamSupport.stream(OpenDoor.json(answer).get("faults").spliterator(), false)
                        .map(fault -> fault.get("field").textValue()))
                .containsExactlyInAnyOrder(fields.split(", "));
    }

    @Test
    void aYearIsAllowed() throws Exception {
        assertThat(ok("?team=porters&from=2025-11-12T00:00:00Z&to=2026-11-13T00:00:00Z")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.INCLUDE,
            names = {"LEADER", "LOGISTICS_COORDINATOR", "BED_MANAGER", "WARD_COORDINATOR"})
    void whoLeadsOrCoordinatesGetsThem(Role role) throws Exception {
        assertThat(door.getAs(
                                PATH + "?team=cleaning&" + PERIOD,
                                "application/json",
                                new Grant(role, Reach.hospital("FJO")))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"LEADER", "LOGISTICS_COORDINATOR", "BED_MANAGER", "WARD_COORDINATOR"})
    void othersDoNot(Role role) throws Exception {
        for (String accept : List.of("application/json", "text/csv")) {
            HttpResponse<String> answer =
                    door.getAs(PATH + "?team=cleaning&" + PERIOD, accept, new Grant(role, Reach.hospital("FJO")));
            assertProblem(answer, 403, "not-your-role");
        }
    }

    @Test
    void whoLeadsElsewhereDoesNot() throws Exception {
        Grant elsewhere = new Grant(Role.LEADER, Reach.hospital("KAL"));
        assertProblem(door.getAs(PATH + "?team=cleaning&" + PERIOD, "application/json", elsewhere), 403, "not-yours");
    }

    private HttpResponse<String> ok(String query) throws Exception {
        HttpResponse<String> answer = door.getAs(PATH + query, "application/json", LEADER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
