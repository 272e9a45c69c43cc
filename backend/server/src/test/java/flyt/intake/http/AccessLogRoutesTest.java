package flyt.intake.http;

import static flyt.access.log.Soon.answer;
import static flyt.intake.http.WitnessedDoor.NINE;
import static flyt.intake.http.WitnessedDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.log.LogEntry;
import flyt.access.log.Who;
import flyt.ops.ExpectLog;
import flyt.ops.Watch;
import io.vertx.core.Future;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Watch.class)
@ExpectLog("was taken in an emergency in FJO")
@Timeout(120)
class AccessLogRoutesTest {
    private static final String LOG = "/api/v1/access/log";
    private static final String GLASS = "/api/v1/hospitals/FJO/break-glass";
    private static final String REVIEW = "/api/v1/access/break-glass";
    private static final Who INGRID = new Who(Who.Kind.PERSON, "a-ingrid", "Ingrid Solheim", "nurse", "FJO LUN");

    private WitnessedDoor door;

    @BeforeEach
    void open() {
        door = new WitnessedDoor();
        answer(door.bench.log.write(
                LogEntry.of(INGRID, "stay", NINE.minusSeconds(60)).in("FJO").about("V1", null)));
        answer(door.bench.log.write(
                LogEntry.of(INGRID, "stay", NINE.minusSeconds(50)).in("KAL").about("V2", null)));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void anAuditorReadsTheLogOfTheirHospitalAndThatIsInIt() {
        JsonNode answer = json(door.ask("a-audit", "GET", LOG + "?hospital=FJO&patient=V1", ""));
        assertThat(answer.get("lines"))
                .extracting(line ->
                        line.get("deed").textValue() + " " + line.get("name").textValue())
                .containsExactly("access-log Name of a-audit", "stay Ingrid Solheim");
        assertThat(answer.get("more").booleanValue()).isFalse();
        JsonNode own = answer.get("lines").get(0);
        assertThat(own.get("stay").textValue()).isEqualTo("V1");
        assertThat(own.get("role").textValue()).isEqualTo("auditor");
        assertThat(own.get("unit").textValue()).isEqualTo("FJO");
        assertThat(own.get("address").textValue()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ?hospital=FJO, 401, sign-in-needed",
        "a-nurse, ?hospital=FJO, 403, not-your-role",
        "a-admin, ?hospital=FJO, 403, not-your-role",
        "a-audit, ?hospital=KAL, 403, not-yours",
        "a-audit, '', 403, not-yours",
        "a-audit, ?patient=V1, 400, faulty-query",
        "a-audit, ?hospital=FJO&from=noon, 400, faulty-query",
        "a-audit, ?hospital=FJO&from=+294277-01-02T00:00:00Z, 400, faulty-query",
        "a-audit, ?hospital=FJO&limit=1001, 400, faulty-query",
        "a-audit, ?hospital=FJO&person=%00, 400, faulty-query",
        "a-audit, ?hospital=FJO&colour=red, 400, faulty-query"
    })
    void othersAreTurnedAway(String who, String query, int status, String code) {
        for (String accept : List.of("application/json", "text/csv")) {
            HttpResponse<String> answer = door.ask(who, "GET", LOG + query.replace("+", "%2B"), "", "Accept", accept);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(json(answer).get("type").textValue()).isEqualTo("/problems/" + code);
            assertThat(answer.body()).doesNotContain("Ingrid");
        }
    }

    @Test
    void whoIsKnownAndTurnedAwayIsInTheLog() {
        assertThat(door.ask("a-nurse", "GET", LOG + "?hospital=FJO&patient=V1", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(door.ask("", "GET", LOG + "?hospital=FJO&patient=V1", "").statusCode())
                .isEqualTo(401);
        answer(door.bench.log.settled());
        assertThat(door.bench.count("outcome = 'refused' AND who = 'a-nurse' AND deed = 'access-log' AND stay = 'V1'"))
                .isOne();
        assertThat(door.bench.count("outcome = 'refused'")).isOne();
    }

    @Test
    void anExportHasEveryLineAndIsInTheLog() {
        List<Future<Void>> many = IntStream.range(0, 2_500)
                .mapToObj(i -> door.bench.log.write(LogEntry.of(INGRID, "stay", NINE.minusSeconds(100 + i / 7))
                        .in("FJO")
                        .because("=1+" + i)))
                .toList();
        answer(Future.all(many).<Void>mapEmpty());
        HttpResponse<String> csv = door.ask("a-audit", "GET", LOG + "?hospital=FJO", "", "Accept", "text/csv");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        String[] records = csv.body().split("\r\n");
        assertThat(records).hasSize(1 + 1 + 1 + 2_500).doesNotHaveDuplicates();
        assertThat(records[0]).startsWith("id,at,until");
        assertThat(records[1]).contains("export-access-log");
        assertThat(csv.body()).contains(",'=1+7,").doesNotContain(",=1").doesNotContain("KAL");
        assertThat(door.bench.count("deed = 'export-access-log' AND who = 'a-audit'"))
                .isOne();
    }

    @Test
    void everybodySeesWhatIsStoredAboutThem() {
        assertThat(door.ask("", "GET", "/api/v1/access/my-data", "").statusCode())
                .isEqualTo(401);
        assertThat(door.ask("a-nurse", "GET", "/api/v1/access/my-data", "").statusCode())
                .isEqualTo(404);
        assertThat(door.bench.rows("INSERT INTO account (id, login, name, given, made_at)"
                        + " VALUES ('a-nurse', 'n', 'N', 'N', now()) RETURNING id"))
                .hasSize(1);
        JsonNode mine = json(door.ask("a-nurse", "GET", "/api/v1/access/my-data", ""));
        assertThat(mine.get("account").get("id").textValue()).isEqualTo("a-nurse");
        assertThat(mine.get("log")).isEmpty();
    }

    @Test
    void theGlassIsBrokenListedAndReviewed() {
        JsonNode opened = json(door.ask("a-nurse", "POST", GLASS, "{\"visit\":\"V9\",\"reason\":\"Hjertestans\"}"));
        assertThat(opened.get("until").textValue()).isEqualTo("2026-11-12T10:00:00Z");
        assertThat(door.bench.count(
                        "deed = 'break-glass' AND stay = 'V9' AND reason = 'Hjertestans' AND role = 'nurse'"))
                .isOne();
        JsonNode listed =
                json(door.ask("a-audit", "GET", REVIEW + "?hospital=FJO", "")).get("relations");
        assertThat(listed).hasSize(1);
        String review = "{\"id\":" + listed.get(0).get("id") + ",\"words\":\"I orden\"}";
        assertThat(door.ask("a-audits", "POST", REVIEW, review).statusCode()).isEqualTo(200);
        assertThat(door.ask("a-audit", "POST", REVIEW, review).statusCode()).isEqualTo(409);
        assertThat(json(door.ask("a-audits", "GET", REVIEW, ""))
                        .get("relations")
                        .get(0)
                        .get("review")
                        .textValue())
                .isEqualTo("I orden");
        assertThat(door.ask("a-audits", "POST", REVIEW, "{\"id\":77,\"words\":\"Hva\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(door.ask("a-audit", "POST", REVIEW, "{\"id\":77,\"words\":\"Hva\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"visit\":\"V9\"}",
                "{\"reason\":\"x\"}",
                "{\"visit\":\"V9\",\"ward\":\"LUN\",\"reason\":\"x\"}",
                "{\"visit\":\"V9\",\"reason\":\"\"}",
                "{\"visit\":\"V9\",\"reason\":\"x\",\"minutes\":600}"
            })
    void aGlassIsNotBrokenByHalf(String body) {
        assertThat(door.ask("a-nurse", "POST", GLASS, body).statusCode()).isEqualTo(422);
        assertThat(door.bench.rows("SELECT id FROM break_glass")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 401", "a-admin, 403", "a-audit, 403"})
    void whoTreatsNobodyBreaksNoGlass(String who, int status) {
        String body = "{\"visit\":\"V9\",\"reason\":\"x\"}";
        assertThat(door.ask(who, "POST", GLASS, body).statusCode()).isEqualTo(status);
        assertThat(door.ask("a-nurse", "POST", GLASS.replace("FJO", "KAL"), body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(door.bench.rows("SELECT id FROM break_glass")).isEmpty();
    }
}
