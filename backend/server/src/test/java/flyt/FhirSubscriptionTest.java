package flyt;

import static flyt.DemoHouse.admission;
import static flyt.FhirSamples.channel;
import static flyt.FhirSamples.extension;
import static flyt.FhirSamples.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.HookEar.Came;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Being told as it happens: subscriptions to topics, by the backport of R5's to R4. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirSubscriptionTest {
    private HookEar ear;
    private DemoHouse house;
    private FhirCaller fhir;
    private Caller system;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        ear = new HookEar();
        house = new DemoHouse(
                folder, Map.of("FLYT_FHIR_HOOKS_FILE", ear.hooksFile(folder).toString()));
        system = house.system("record-system");
        fhir = new FhirCaller(house, system, "FJO");
        house.standStill("2026-11-12T12:00:00Z");
    }

    @AfterAll
    void close() {
        house.close();
        ear.close();
    }

    @Test
    void whatHappensComesNumberedAndLosesNothingWhileNobodyTakesIt() throws Exception {
        JsonObject made = subscribe("bed-status", "id-only", "beds", "Location?partof=room-LUN-301,room-LUN-302");
        String id = made.getString("id");
        assertThat(made.getString("status")).isEqualTo("requested");
        Came first = ear.next("/beds");
        assertThat(first.authorization()).isEqualTo("Bearer theirs");
        assertThat(first.word("type")).isEqualTo("handshake");

        var unused =
                house.report(system, "FJO", admission("V4001", "LUN", "LUN-301"), admission("V4009", "LUN", "LUN-303"));
        Came told = ear.next("/beds");
        assertThat(told.word("type")).isEqualTo("event-notification");
        assertThat(told.numbers()).containsExactly(1L);
        assertThat(told.bundle().getEntry().get(1).getFullUrl()).endsWith("/fhir/FJO/Location/bed-LUN-301");
        assertThat(told.bundle().getEntry().get(1).getResource()).isNull();

        ear.answers(503);
        unused = house.report(system, "FJO", admission("V4002", "LUN", "LUN-302"));
        assertThat(ear.next("/beds").numbers()).containsExactly(2L);
        // again, and the trouble shows
        assertThat(ear.next("/beds").numbers()).containsExactly(2L);
        assertThat(status(id)).isEqualTo("error http-503 2");
        unused = house.report(system, "FJO", discharge("V4002"));
        ear.answers(200);
        List<Long> taken = new ArrayList<>();
        while (!taken.contains(3L)) {
            taken.addAll(ear.next("/beds").numbers());
        }
        // what was tried before the receiver was itself again comes once more, and nothing is left out
        assertThat(taken.stream().distinct()).containsExactly(2L, 3L);
        until(id, "active null 3");

        assertThat(numbersAgain(id, "eventsSinceNumber=2&eventsUntilNumber=3")).containsExactly(2L, 3L);
        Bundle full = fhir.search("Subscription/" + id + "/$events?eventsSinceNumber=3&content=full-resource");
        assertThat(((Location) full.getEntry().get(1).getResource())
                        .getOperationalStatus()
                        .getCode())
                .isEqualTo("K");
        assertThat(fhir.send("DELETE", "Subscription/" + id, "").statusCode()).isEqualTo(204);
        assertThat(fhir.ask("Subscription/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aStayThatBeginsMovesAndEndsIsToldByItsTopicsWithTheWholeResource() throws Exception {
        for (String topic : List.of("encounter-start", "encounter-move", "encounter-end")) {
            JsonObject made = subscribe(topic, "full-resource", topic, "Encounter?location=ward-GER");
            assertThat(made.getString("criteria")).isEqualTo("urn:flyt:topic:" + topic);
            assertThat(ear.next("/" + topic).word("type")).isEqualTo("handshake");
        }
        var unused = house.report(
                system,
                "FJO",
                admission("V4003", "GER", "GER-601"),
                admission("V4004", "GER", "GER-602")
                        .put("patient", new JsonObject().put("number", "P-4").put("protected", true)),
                new JsonObject()
                        .put("type", "PatientTransferred")
                        .put("visit", "V4003")
                        .put("occurredAt", "2026-11-12T10:00:00Z")
                        .put("place", new JsonObject().put("ward", "GER").put("bed", "GER-603")),
                discharge("V4003"),
                discharge("V4004"));
        for (String topic : List.of("encounter-start", "encounter-move", "encounter-end")) {
            Came told = ear.next("/" + topic);
            // of the protected one nothing
            assertThat(told.numbers()).containsExactly(1L);
            assertThat(told.bundle()
                            .getEntry()
                            .get(1)
                            .getResource()
                            .getIdElement()
                            .getIdPart())
                    .isEqualTo("V4003");
        }
    }

    @Test
    void whoWantsASignOfLifeGetsOne() throws Exception {
        JsonObject made = subscribe(subscription("task-status", "empty", ear.endpoint("alive"), "")
                .put(
                        "channel",
                        channel("empty", ear.endpoint("alive"))
                                .put(
                                        "extension",
                                        new JsonArray().add(extension("heartbeat-period", "valueUnsignedInt", 1)))));
        assertThat(ear.next("/alive").word("type")).isEqualTo("handshake");
        assertThat(ear.next("/alive").word("type")).isEqualTo("heartbeat");
        assertThat(fhir.send("DELETE", "Subscription/" + made.getString("id"), "")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoListensOnAWebSocketIsToldWhatWasNotTakenYet() throws Exception {
        JsonObject asked = subscription("task-status", "id-only", "", "Task?location=ward-OBS");
        Object endpoint =
                asked.getJsonObject("channel").put("type", "websocket").remove("endpoint");
        assertThat(endpoint).isNotNull();
        String id = subscribe(asked).getString("id");
        Parameters bound =
                FhirCaller.parsed(Parameters.class, fhir.ask("Subscription/" + id + "/$get-ws-binding-token"));
        Line line = new Line(Came.value(bound, "websocket-url"), Came.value(bound, "token"));
        assertThat(line.next().word("type")).isEqualTo("handshake");
        var unused = house.report(system, "FJO", cleaning("CleaningOrdered"));
        assertThat(line.next().numbers()).containsExactly(1L);
        until(id, "active null 1");
        line.close();

        unused = house.report(system, "FJO", cleaning("CleaningStarted"));
        until(id, "active null 2");
        Line again = new Line(Came.value(bound, "websocket-url"), Came.value(bound, "token"));
        assertThat(again.next().word("type")).isEqualTo("handshake");
        assertThat(again.next().numbers()).containsExactly(2L);
        again.close();
        Line stranger = new Line(Came.value(bound, "websocket-url"), "no-such-token");
        assertThat(stranger.closed.get(120, TimeUnit.SECONDS)).isEqualTo(1008);
    }

    private static JsonObject cleaning(String type) {
        return new JsonObject().put("type", type).put("bed", "OBS-013").put("occurredAt", "2026-11-12T11:30:00Z");
    }

    /** A listener on a WebSocket. */
    private static final class Line implements WebSocket.Listener {
        private final LinkedBlockingQueue<Came> came = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final WebSocket socket;

        Line(String address, String token) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(address), this)
                    .join();
            WebSocket sent = socket.sendText("bind-with-token " + token, true).join();
            assertThat(sent).isSameAs(socket);
        }

        Came next() throws InterruptedException {
            Came one = came.poll(120, TimeUnit.SECONDS);
            assertThat(one).isNotNull();
            return one;
        }

        void close() {
            socket.abort();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                boolean kept = came.add(new Came("", "", part.toString()));
                assertThat(kept).isTrue();
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            boolean first = closed.complete(status);
            assertThat(first).isTrue();
            return null;
        }
    }

    @Test
    void nobodyHasTheServerCallWhereItShouldNot() throws Exception {
        String port = ":" + ear.port();
        for (String address : List.of(
                "https://elsewhere.example.no/hook",
                "http://169.254.169.254/latest",
                "http://localhost" + port + "/beds",
                "http://127.0.0.1" + port + "@elsewhere.example.no/",
                "ftp://127.0.0.1" + port + "/beds")) {
            assertThat(fault(subscription("bed-status", "empty", address, "")))
                    .isEqualTo("Subscription.channel.endpoint");
        }
        assertThat(fault(subscription("no-such", "empty", ear.endpoint("x"), "")))
                .isEqualTo("Subscription.criteria");
        assertThat(fault(subscription("bed-status", "empty", ear.endpoint("x"), "Location?colour=blue")))
                .isEqualTo("Subscription.criteria.extension");
        assertThat(fault(subscription("bed-status", "empty", ear.endpoint("x"), "")
                        .put("colour", "blue")))
                .isEqualTo("Subscription");
        Caller thermometer = house.system("thermometer");
        assertThat(new FhirCaller(house, thermometer, "FJO")
                        .send(
                                "POST",
                                "Subscription",
                                subscription("bed-status", "empty", ear.endpoint("x"), "")
                                        .encode())
                        .statusCode())
                .isEqualTo(403);
    }

    private String fault(JsonObject subscription) throws Exception {
        HttpResponse<String> refused = fhir.send("POST", "Subscription", subscription.encode());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        return FhirCaller.parsed(OperationOutcome.class, refused.body())
                .getIssueFirstRep()
                .getExpression()
                .get(0)
                .getValue();
    }

    private JsonObject subscribe(String topic, String content, String path, String filter) throws Exception {
        return subscribe(subscription(topic, content, ear.endpoint(path), filter));
    }

    private JsonObject subscribe(JsonObject subscription) throws Exception {
        HttpResponse<String> made = fhir.send("POST", "Subscription", subscription.encode());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(FhirCaller.parsed(org.hl7.fhir.r4.model.Subscription.class, made.body())
                        .hasChannel())
                .isTrue();
        return new JsonObject(made.body());
    }

    private static JsonObject discharge(String visit) {
        return new JsonObject()
                .put("type", "PatientDischarged")
                .put("visit", visit)
                .put("occurredAt", "2026-11-12T11:00:00Z")
                .put("disposition", "home");
    }

    private String status(String id) throws Exception {
        JsonObject now = new JsonObject(fhir.ask("Subscription/" + id).body());
        Bundle status = fhir.search("Subscription/" + id + "/$status");
        return now.getString("status") + " " + now.getString("error") + " "
                + Came.value((Parameters) status.getEntryFirstRep().getResource(), "events-since-subscription-start");
    }

    private void until(String id, String status) throws Exception {
        String now = status(id);
        while (!now.equals(status)) {
            now = status(id);
        }
    }

    private List<Long> numbersAgain(String id, String query) throws Exception {
        Bundle again = fhir.search("Subscription/" + id + "/$events?" + query);
        return Came.numbers((Parameters) again.getEntryFirstRep().getResource());
    }
}
