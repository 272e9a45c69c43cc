package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.DeviceKind;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.account.AccessHouse;
import flyt.access.account.Account;
import flyt.access.account.Sessions.Device;
import flyt.journal.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten thousand who guess, while others work. */
@ExtendWith(VertxExtension.class)
@Timeout(180)
class SignInStormTest {
    private static final int ATTEMPTS = 10_000;
    private static final int AT_ONCE = 50;
    private static final int OF_ANOTHER = 30;

    /** Between two requests of who works: below the own limit of requests a minute, however long the storm lasts. */
    private static final Duration A_PERSON_AT_WORK = Duration.ofMillis(60);

    private HttpClient client;
    private AccessDoor door;

    @Test
    void tenThousandAttemptsSlowNobodyElse(Vertx vertx) throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            AccessHouse house = new AccessHouse(vertx, database);
            door = new AccessDoor(vertx, house, false);
            client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(AT_ONCE));
            Account kari = house.account("kari", false, new Grant(Role.NURSE, Reach.hospital("FJO")));
            String cookie = "flyt="
                    + done(house.sessions.open(kari.id(), new Device(DeviceKind.OWN, null, "10.0.0.1", null, null)))
                            .secret();

            // one name and many names, by turns
            Storm guesses = new Storm(i -> new JsonObject()
                    .put("login", i % 2 == 0 ? "kari" : "name" + i)
                    .put("password", "a guess, number " + i)
                    .encode());
            Future<Void> storm = guesses.run();
            List<Long> others = new ArrayList<>();
            while (others.size() < OF_ANOTHER) {
                long start = System.nanoTime();
                assertThat(door.get("/api/v1/access/me", cookie).body().getString("kind"))
                        .isEqualTo("person");
                others.add(System.nanoTime() - start);
                Thread.sleep(A_PERSON_AT_WORK.toMillis());
            }
            assertThat(storm.isComplete()).as("the storm blew all the while").isFalse();
            guesses.enough = true;
            done(storm.timeout(120, TimeUnit.SECONDS));

            assertThat(guesses.answers.keySet()).containsExactlyInAnyOrder(401, 429);
            assertThat(guesses.answers.get(401)).as("passwords compared").isBetween(1, 100);
            others.sort(null);
            assertThat(Duration.ofNanos(others.get(OF_ANOTHER * 95 / 100)))
                    .as("95 of 100")
                    .isLessThan(Duration.ofSeconds(2));

            house.clock.forward(Duration.ofSeconds(30));
            assertThat(done(house.signIn.withPassword(
                                    "kari", PASSWORD, new Device(DeviceKind.OWN, null, "10.0.0.2", null, null)))
                            .person()
                            .account())
                    .as("nobody is locked out")
                    .isEqualTo(kari.id());
        }
    }

    @Test
    void tenThousandForgedCookiesAreRefused(Vertx vertx) throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            AccessHouse house = new AccessHouse(vertx, database);
            door = new AccessDoor(vertx, house, false);
            client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(AT_ONCE));
            Storm forged = new Storm(null);
            forged.enough = true;
            done(forged.run().timeout(120, TimeUnit.SECONDS));
            // who comes so often is not even looked up any more
            assertThat(forged.answers).containsOnlyKeys(401, 429);
            assertThat(forged.answers.get(401) + forged.answers.get(429)).isEqualTo(ATTEMPTS);
            assertThat(done(house.sessions.of("u-nobody"))).isEmpty();
        }
    }

    /** Requests, so many at once, each next one when one is answered. {@code bodies} null: forged cookies. */
    private final class Storm {
        private final IntFunction<String> bodies;
        private final Map<Integer, Integer> answers = new TreeMap<>();
        private int sent;

        /** Until this is set the storm does not end, however fast the machine. */
        private volatile boolean enough;

        Storm(IntFunction<String> bodies) {
            this.bodies = bodies;
        }

        Future<Void> run() {
            List<Future<Void>> lines = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                lines.add(next());
            }
            return Future.all(lines).mapEmpty();
        }

        private synchronized Future<Void> next() {
            if (sent >= ATTEMPTS && enough) {
                return Future.succeededFuture();
            }
            int number = sent++;
            return (bodies == null ? forged() : guess(bodies.apply(number))).compose(status -> {
                count(status);
                return next();
            });
        }

        private synchronized void count(int status) {
            int so = answers.merge(status, 1, Integer::sum);
            assertThat(so).isPositive();
        }

        private Future<Integer> guess(String body) {
            return client.request(options(HttpMethod.POST, "sign-in")
                            .putHeader("Content-Type", "application/json")
                            .putHeader("Sec-Fetch-Site", "same-origin"))
                    .compose(request -> request.send(body))
                    .compose(answer -> answer.body().map(answer.statusCode()));
        }

        private Future<Integer> forged() {
            return client.request(options(HttpMethod.GET, "accounts").putHeader("Cookie", "flyt=" + SecretToken.make()))
                    .compose(request -> request.send())
                    .compose(answer -> answer.body().map(answer.statusCode()));
        }

        private RequestOptions options(HttpMethod method, String path) {
            return new RequestOptions()
                    .setMethod(method)
                    .setHost("127.0.0.1")
                    .setPort(door.port)
                    .setURI("/api/v1/access/" + path);
        }
    }
}
