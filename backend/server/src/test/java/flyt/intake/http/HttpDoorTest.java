package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static flyt.intake.http.OpenDoor.assertProblem;
import static flyt.intake.http.OpenDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.WardId;
import flyt.journal.AwayJournal;
import flyt.ops.ExpectLog;
import flyt.runtime.ClockRefused;
import flyt.runtime.OwnerAway;
import flyt.runtime.TooBusy;
import flyt.runtime.UnknownWard;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door as a whole: wrong addresses, trouble behind it, what is described and what is there. */
@Timeout(120)
class HttpDoorTest {
    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/hospitals/NOWHERE,              404, unknown-hospital",
        "GET,  /api/v1/hospitals/X%20Y,            404, unknown-hospital",
        "GET,  /api/v1/hospitals/NOWHERE/beds,         404, unknown-hospital",
        "GET,  /api/v1/hospitals/FJO/stays/V1,     404, unknown-stay",
        "GET,  /nothing,                           404, unknown-route",
        "GET,  /static/../journal/EventCodec.class, 404, unknown-route",
        "GET,  /static/%2e%2e/%2e%2e/flyt/journal/EventCodec.class, 404, unknown-route",
        "GET,  /static/nothing.js,                 404, unknown-route",
        "GET,  /webjars/,                          404, unknown-route",
        "DELETE, /api/v1/hospitals/FJO,            405, wrong-method",
        "GET,  /api/v1/hospitals/FJO/reports,      405, wrong-method",
        "GET,  /api/v1/hospitals/FJO/rows,         400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=x,  400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=ward, 400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=ward&scope=LUN&level=4, 400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=house&at=noon, 400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=house&colour=red, 400, faulty-query"
    })
    void aWrongAddressIsAProblem(String method, String path, int status, String code) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.uri(path))
                .header("Authorization", "Bearer " + OpenDoor.TOKEN)
                .method(method, BodyPublishers.noBody());
        assertProblem(door.send(request), status, code);
    }

    @ParameterizedTest
    @CsvSource({"JOURNAL, journal-away", "OWNER, owner-away", "BUSY, owner-away"})
    void whatWasNotTakenMayBeSentAgain(String who, String code) throws Exception {
        door.hospitals.failure = switch (who) {
            case "JOURNAL" -> AwayJournal.failure();
            case "OWNER" -> new OwnerAway("moving");
            default -> new TooBusy("full");
        };
        HttpResponse<String> answer = door.post("/reports", Resources.protocol("golden/reports/BedMade.json"));
        assertProblem(answer, 503, code);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isPositive();
    }

    @Test
    void otherTroubleIsAProblemToo() throws Exception {
        door.hospitals.failure = new UnknownWard(new WardId("X"));
        assertProblem(door.get(FJO + "/rows?view=ward&scope=X"), 404, "unknown-ward");
        door.hospitals.failure = new ClockRefused(ClockRefused.Reason.TIME_GOES_BACK);
        HttpResponse<String> answer = door.put("/clock", "{\"time\":\"2026-11-12T09:00:00Z\",\"rate\":1}");
        assertProblem(answer, 409, "refused");
        assertThat(json(answer).get("reason").textValue()).isEqualTo("time-goes-back");
    }

    @Test
    void healthAndFigures() throws Exception {
        assertThat(door.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(door.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(door.post("/reports", Resources.protocol("golden/reports/BedMade.json"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(door.get("/metrics").body())
                .contains("flyt_intake_total{outcome=\"accepted\",type=\"BedMade\"} 1.0");
    }

    @Test
    @ExpectLog("flyt.intake.http.Failures A request failed")
    void whatNobodyForesawIsLoggedAndNotTold() throws Exception {
        door.hospitals.failure = new IllegalStateException("s3cret");
        HttpResponse<String> answer = door.get(FJO + "/beds");
        assertProblem(answer, 500, "failed");
        assertThat(answer.body()).doesNotContain("s3cret");
    }
}
