package flyt;

import static flyt.DemoHouse.ACCESS;
import static flyt.DemoHouse.FJO;
import static flyt.DemoHouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import flyt.access.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A phone that does not say that an offer has arrived is woken, once for each offer, by a message that says nothing. */
@Timeout(300)
class WakeTest {
    private final LinkedBlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private HttpServer service;
    private DemoHouse house;
    private Caller porter;

    private record Call(String path, Headers headers, byte[] body) {}

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            Call call = new Call(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            Integer answer = answers.poll();
            exchange.getResponseHeaders().add("Location", origin() + "/elsewhere");
            boolean kept = calls.add(call);
            exchange.sendResponseHeaders(kept && answer != null ? answer : 500, -1);
            exchange.close();
        });
        service.start();
        house = new DemoHouse(
                folder,
                Map.of(
                        "FLYT_WEB_PUSH_SERVICES",
                        "https://push.example.org," + origin(),
                        "FLYT_PUBLIC_URL",
                        "http://127.0.0.1:1"));
        house.standStill("2026-11-12T12:00:00Z");
        porter = house.person(Role.PORTER);
        offerWork();
        done(porter, "StartDuty", new JsonObject().put("team", "porters"));
    }

    @AfterEach
    void close() {
        house.close();
        service.stop(0);
    }

    @Test
    void anOfferWithoutReceiptWakesThePhoneUntilItsServiceKnowsItNoMore() throws Exception {
        String key = wake("GET", "").getString("key");
        assertThat(house.ask(porter, "PUT", ACCESS + "wake", endpoint("https://elsewhere.example.org/1"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(wake("PUT", endpoint(origin() + "/phone?of=porter")))
                .isEqualTo(new JsonObject().put("key", key).put("on", true));

        answers.add(201);
        String first = offered("OBS-021");
        Call call = calls.take();
        assertThat(call.path()).isEqualTo("/phone?of=porter");
        assertThat(call.body()).isEmpty();
        assertThat(call.headers().getFirst("TTL")).isEqualTo("60");
        assertThat(call.headers().getFirst("Urgency")).isEqualTo("high");
        checkVapid(call.headers().getFirst("Authorization"), key);

        // whoever sends on is not followed: the next call is that of the next offer
        answers.add(307);
        answers.add(410);
        done(porter, "DeclineTask", new JsonObject().put("task", first));
        String second = offered("OBS-022");
        assertThat(calls.take().path()).isEqualTo("/phone?of=porter");
        done(porter, "DeclineTask", new JsonObject().put("task", second));
        String third = offered("OBS-023");
        assertThat(third).isNotEqualTo(second);
        assertThat(calls.take().path()).isEqualTo("/phone?of=porter");
        boolean on = true;
        while (on) {
            on = wake("GET", "").getBoolean("on");
        }
        assertThat(calls).as("one call for each offer").isEmpty();
        assertThat(house.figure("flyt_outbound_messages_total{outcome=\"taken\",receiver=\"web-push\"}"))
                .isEqualTo(1);
    }

    /** RFC 8292: signed by the key that the browser was given, for this service, for less than a day. */
    private void checkVapid(String authorization, String key) throws Exception {
        assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + key);
        byte[] point = new Base64URL(key).decode();
        assertThat(point).hasSize(65).startsWith(4);
        ECKey known = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                        Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
                .build();
        SignedJWT token = SignedJWT.parse(authorization.substring("vapid t=".length(), authorization.indexOf(',')));
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.verify(new ECDSAVerifier(known))).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(origin());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("http://127.0.0.1:1");
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(24)));
    }

    /** The porters' work is offered, not chosen from a list. */
    private void offerWork() throws IOException, InterruptedException {
        Caller coordinator = house.person(Role.LOGISTICS_COORDINATOR);
        JsonObject rules =
                json(house.ask(coordinator, "GET", FJO + "/rules", "")).getJsonObject("rules");
        JsonObject always = new JsonObject()
                .put("team", "porters")
                .put("from", 0)
                .put("to", 24)
                .put("mode", "push");
        done(
                coordinator,
                "AdoptRules",
                new JsonObject()
                        .put(
                                "rules",
                                rules.put("version", rules.getInteger("version") + 1)
                                        .put("shifts", new JsonArray().add(always))));
    }

    /** Something is to be carried from a bed, and the only porter is asked; the task. */
    private String offered(String bed) throws IOException, InterruptedException {
        JsonObject order = new JsonObject()
                .put("kind", "samples")
                .put("from", new JsonObject().put("bed", bed))
                .put("to", new JsonObject().put("stop", "LAB"));
        done(house.person(Role.NURSE), "OrderTask", order);
        return json(house.ask(porter, "GET", FJO + "/rows?view=queue&scope=porters", "")).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> "offered".equals(row.getString("state")))
                .map(row -> row.getString("task"))
                .findFirst()
                .orElseThrow();
    }

    private void done(Caller who, String type, JsonObject fields) throws IOException, InterruptedException {
        HttpResponse<String> answer = house.wish(who, type, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonObject wake(String method, String body) throws IOException, InterruptedException {
        return json(house.ask(porter, method, ACCESS + "wake", body));
    }

    private static String endpoint(String address) {
        return new JsonObject().put("endpoint", address).encode();
    }

    private String origin() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }
}
