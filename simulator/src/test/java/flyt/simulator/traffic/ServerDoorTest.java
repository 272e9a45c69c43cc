package flyt.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.traffic.ServerDoor.ClockFace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.Timeout;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The door against a server that answers as the protocol says. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 120, timeUnit = TimeUnit.SECONDS)
class ServerDoorTest {

    private final List<String> asked = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private int busy;
    private int tokens;
    private int refusals;

    private Future<ServerDoor> door(Vertx vertx) {
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    var unused = request.body().onSuccess(body -> answer(request, body.toString()));
                })
                .listen(0)
                .map(server -> door(vertx, server.actualPort()));
    }

    private static ServerDoor door(Vertx vertx, int port) {
        return new ServerDoor(
                vertx,
                new Pass("http://127.0.0.1:" + port, new Credential("simulator", "secret"), System::nanoTime),
                "FJO");
    }

    private void answer(HttpServerRequest request, String body) {
        var response = request.response();
        if (request.uri().equals("/api/v1/access/token")) {
            tokens++;
            var unused = response.setStatusCode(refusals < 0 ? 401 : 200)
                    .end("{\"access_token\":\"t" + tokens + "\",\"expires_in\":900}");
            return;
        }
        asked.add(request.method() + " " + request.uri() + " " + body);
        shown.add(request.getHeader("authorization"));
        if (refusals > 0) {
            refusals--;
            var unused = response.setStatusCode(401).end();
        } else if (busy > 0) {
            busy--;
            var unused =
                    response.setStatusCode(503).putHeader("retry-after", "1").end();
        } else if (request.uri().endsWith("/clock")) {
            var unused = response.end("{\"time\":\"2026-11-12T09:42:00Z\",\"rate\":60}");
        } else if (body.startsWith("[")) {
            List<JsonObject> results = new JsonArray(body)
                    .stream().map(report -> outcome((JsonObject) report)).toList();
            var unused = response.end(
                    new JsonObject().put("results", new JsonArray(results)).encode());
        } else if (new JsonObject(body).getString("bed").equals("bad")) {
            var unused = response.setStatusCode(422).end("{\"faults\":[{\"field\":\"bed\"}]}");
        } else {
            var unused = response.end(outcome(new JsonObject(body)).encode());
        }
    }

    private static JsonObject outcome(JsonObject report) {
        return switch (report.getString("bed")) {
            case "bad" -> new JsonObject().put("outcome", "rejected").put("faults", new JsonArray().add("bed"));
            case "again" -> new JsonObject().put("outcome", "repeated");
            default -> new JsonObject().put("outcome", "accepted").put("warnings", new JsonArray().add("bed-taken"));
        };
    }

    private static Report report(String bed) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("type", "BedMade").put("bed", bed);
        return new Report("BedMade", "renhold", "m-" + bed, 0, body);
    }

    @Test
    void outcomesOfAnArrayAreCounted(Vertx vertx, VertxTestContext test) {
        var unused = door(vertx)
                .compose(door -> door.send(List.of(report("good"), report("again"), report("bad")))
                        .map(sent -> door.receipt()))
                .onComplete(test.succeeding(receipt -> test.verify(() -> {
                    assertThat(receipt.accepted()).isEqualTo(1);
                    assertThat(receipt.repeated()).isEqualTo(1);
                    assertThat(receipt.rejected()).isEqualTo(1);
                    assertThat(receipt.rejections()).containsExactly("BedMade m-bad: [\"bed\"]");
                    assertThat(receipt.warnings()).containsEntry("bed-taken", 1L);
                    test.completeNow();
                })));
    }

    @Test
    void oneReportGoesByItselfAndItsRefusalIsCounted(Vertx vertx, VertxTestContext test) {
        var unused = door(vertx)
                .compose(door -> door.send(List.of(report("good")))
                        .compose(sent -> door.send(List.of(report("bad"))))
                        .map(sent -> door.receipt()))
                .onComplete(test.succeeding(receipt -> test.verify(() -> {
                    assertThat(receipt.accepted()).isEqualTo(1);
                    assertThat(receipt.rejected()).isEqualTo(1);
                    assertThat(asked.get(0))
                            .isEqualTo("POST /api/v1/hospitals/FJO/reports {\"type\":\"BedMade\",\"bed\":\"good\"}");
                    test.completeNow();
                })));
    }

    @Test
    void whatIsAnsweredWith503IsSentAgainUntilItIsTaken(Vertx vertx, VertxTestContext test) {
        busy = 2;
        var unused = door(vertx)
                .compose(door ->
                        door.send(List.of(report("good"), report("again"))).map(sent -> door.receipt()))
                .onComplete(test.succeeding(receipt -> test.verify(() -> {
                    assertThat(asked).hasSize(3);
                    assertThat(receipt.all()).isEqualTo(2);
                    test.completeNow();
                })));
    }

    @Test
    void aServerThatComesUpLaterGetsEverything(Vertx vertx, VertxTestContext test) {
        var unused = door(vertx)
                .compose(ready ->
                        vertx.createHttpServer().requestHandler(request -> {}).listen(0))
                .compose(free -> free.close().map(closed -> free.actualPort()))
                .compose(port -> {
                    ServerDoor early = door(vertx, port);
                    Future<Void> sent = early.send(List.of(report("good")));
                    return vertx.timer(1, TimeUnit.SECONDS)
                            .compose(later -> vertx.createHttpServer()
                                    .requestHandler(request -> {
                                        var ignored =
                                                request.body().onSuccess(body -> answer(request, body.toString()));
                                    })
                                    .listen(port))
                            .compose(up -> sent)
                            .map(done -> early.receipt());
                })
                .onComplete(test.succeeding(receipt -> test.verify(() -> {
                    assertThat(receipt.accepted()).isEqualTo(1);
                    test.completeNow();
                })));
    }

    @Test
    void eachRequestShowsTheTokenAndOneThatEndedIsRenewed(Vertx vertx, VertxTestContext test) {
        var unused = door(vertx)
                .compose(door -> door.send(List.of(report("good"))).compose(first -> {
                    refusals = 1;
                    return door.send(List.of(report("good")))
                            .compose(second -> door.clock())
                            .map(face -> door.receipt());
                }))
                .onComplete(test.succeeding(receipt -> test.verify(() -> {
                    assertThat(shown).containsExactly("Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2");
                    assertThat(tokens).isEqualTo(2);
                    assertThat(receipt.accepted()).isEqualTo(2);
                    test.completeNow();
                })));
    }

    @Test
    void aServerThatTakesNoTokenIsNotAskedForEver(Vertx vertx, VertxTestContext test) {
        refusals = Integer.MAX_VALUE;
        var unused = door(vertx)
                .compose(door -> door.send(List.of(report("good"))))
                .onComplete(test.failing(failure -> test.verify(() -> {
                    assertThat(failure).isInstanceOf(ServerDoor.Refused.class).hasMessageContaining("401");
                    assertThat(shown).containsExactly("Bearer t1", "Bearer t2");
                    test.completeNow();
                })));
    }

    @Test
    void aServerThatDoesNotKnowUsIsNotAskedForEver(Vertx vertx, VertxTestContext test) {
        refusals = -1;
        var unused = door(vertx)
                .compose(door -> door.send(List.of(report("good"))))
                .onComplete(test.failing(failure -> test.verify(() -> {
                    assertThat(failure).isInstanceOf(Pass.Unknown.class);
                    assertThat(asked).isEmpty();
                    test.completeNow();
                })));
    }

    @Test
    void theClockIsReadAndSet(Vertx vertx, VertxTestContext test) {
        ClockFace face = new ClockFace(Instant.parse("2026-11-12T09:42:00Z"), 60);
        var unused = door(vertx)
                .compose(door -> door.setClock(face).compose(set -> door.clock()))
                .onComplete(test.succeeding(read -> test.verify(() -> {
                    assertThat(read).isEqualTo(face);
                    assertThat(asked.get(0)).startsWith("PUT /api/v1/hospitals/FJO/clock ");
                    test.completeNow();
                })));
    }
}
