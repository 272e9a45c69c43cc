package flyt;

import static flyt.DemoHouse.ACCESS;
import static flyt.DemoHouse.FJO;
import static flyt.DemoHouse.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.Onlooker.Closed;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.View;
import flyt.ops.ExpectLog;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes with what is not theirs is turned away and counted, and nobody else notices. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {
    private static final String BOARD = FJO + "/rows?view=ward&scope=OBS&level=1";
    private static final Asked HOME_BOARD = new Asked(Spot.HOME, View.WARD, "ward", "OBS", 1);
    private static final int WHO_ARE_YOU = 4401;

    private DemoHouse house;
    private Caller nurse;
    private Caller screen;
    private Caller system;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        house = new DemoHouse(folder);
        nurse = house.person(Role.NURSE);
        screen = house.screen("FJO", View.WARD, "OBS", 3);
        system = house.system("record-system");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void whatIsForgedOrForeignIsNobodys() throws Exception {
        String person = secret(nurse.credential());
        String wall = secret(screen.credential());
        String token = secret(system.credential());
        List<Caller> tampered = new ArrayList<>();
        for (String value :
                List.of(SecretToken.make(), "garbage", "", wall, token, person.toLowerCase(), person + "A")) {
            tampered.add(Caller.withCookie("as a person", null, "flyt=" + value));
        }
        for (String value : List.of(SecretToken.make(), "garbage", "", person, token, wall.substring(1))) {
            tampered.add(Caller.withCookie("as a screen", null, "flyt-screen=" + value));
        }
        for (String value : List.of(SecretToken.make(), "", person, wall, token + "A", token.repeat(50), "e30.e30.")) {
            tampered.add(Caller.withToken("as a system", null, value));
        }
        tampered.add(Caller.withCookie("two at once", null, "flyt=" + person + "; flyt=" + SecretToken.make()));
        double before = house.figure("flyt_turned_away_total{reason=\"sign-in-needed\"}");

        for (Caller caller : tampered) {
            for (String path : List.of(BOARD, "/api/v1/hospitals", ACCESS + "accounts", "/metrics")) {
                assertThat(house.ask(caller, "GET", path, "").statusCode())
                        .as(caller + " " + caller.credential() + " " + path)
                        .isEqualTo(401);
            }
            assertThat(house.ask(caller, "POST", FJO + "/reports", "[]").statusCode())
                    .isEqualTo(401);
            assertHandshakeRefused(401, caller, Map.of("Sec-Fetch-Site", "same-origin"));
        }

        assertThat(house.figure("flyt_turned_away_total{reason=\"sign-in-needed\"}") - before)
                .isEqualTo(tampered.size() * 6.0);
        for (Caller honest : List.of(nurse, screen, system)) {
            assertThat(house.ask(
                                    honest,
                                    "GET",
                                    FJO + "/rows?view=ward&scope=OBS&level=" + (honest == screen ? 3 : 1),
                                    "")
                            .statusCode())
                    .as(honest.name())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Referer, https://flyt.example"
    })
    void whatAnotherSitesPageSendsIsRefused(String header, String value) throws Exception {
        double before = house.figure("flyt_turned_away_total{reason=\"cross-site\"}");
        for (Caller caller : List.of(nurse, screen, house.chief)) {
            for (String[] to : new String[][] {
                {"POST", FJO + "/commands"},
                {"PUT", FJO},
                {"PATCH", ACCESS + "me"},
                {"DELETE", ACCESS + "screens/" + screen.id()},
                {"POST", ACCESS + "sign-out"}
            }) {
                HttpResponse<String> answer = house.send(house.request(to[0], to[1], "{}")
                        .header(header, value)
                        .header("Content-Type", "text/plain")
                        .header("Cookie", caller.credential()));
                assertThat(answer.statusCode()).as(to[0] + " " + to[1]).isEqualTo(403);
                assertThat(answer.body()).contains("/problems/cross-site");
            }
            assertHandshakeRefused(403, caller, Map.of(header, value));
        }
        assertThat(house.figure("flyt_turned_away_total{reason=\"cross-site\"}") - before)
                .isEqualTo(3 * 6.0);
        assertThat(house.ask(nurse, "GET", BOARD, "").statusCode())
                .as("still signed in")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/hospitals/FJO%2F..%2FKAL/rows?view=house",
                "/api/v1/hospitals/../hospitals/KAL/rows?view=house",
                "/api/v1/hospitals/FJO/../KAL/rows?view=house",
                "/api/v1/hospitals/FJO/%2e%2e/KAL/rows?view=house",
                "/api/v1/hospitals/KAL;FJO/rows?view=house",
                "/api/v1/hospitals/FJO/rows?view=ward&scope=LUN&scope=OBS&level=1",
                "/api/v1/hospitals/FJO/rows?view=ward&scope=OBS%2FLUN&level=1",
                "/api/v1/hospitals/FJO/rows?view=ward.3&scope=LUN",
                "/static/../flyt/protocol/openapi.yaml",
                "/static/%2e%2e/logback.xml",
                "/static/..%2f..%2flogback.xml"
            })
    void nobodyGetsAnywhereByTheWayTheyWriteIt(String path) throws Exception {
        int status = house.ask(nurse, "GET", path, "").statusCode();
        assertThat(status).isIn(400, 403, 404);
    }

    @ParameterizedTest
    @CsvSource({"16384, 431", "65536, 431"})
    void tooLongAHeaderIsRefusedBeforeItIsRead(int length, int status) throws Exception {
        HttpRequest.Builder request = house.request("GET", BOARD, "").header("Cookie", "flyt=" + "A".repeat(length));
        assertThat(house.send(request).statusCode()).isEqualTo(status);
        assertThat(house.ask(nurse, "GET", BOARD, "").statusCode()).isEqualTo(200);
    }

    @Test
    void tooLongAnAddressIsRefused() throws Exception {
        String path = "/api/v1/hospitals/FJO/rows?view=" + "w".repeat(20_000);
        assertThat(house.ask(nurse, "GET", path, "").statusCode()).isEqualTo(414);
        assertThat(house.ask(nurse, "GET", BOARD, "").statusCode()).isEqualTo(200);
    }

    @Test
    @ExpectLog("A spent credential of screen")
    void aStolenScreenThrowsOutTheThiefAndTheScreen() throws Exception {
        Caller thief = house.screen("FJO", View.WARD, "OBS", 1);
        Onlooker thiefs = watching(thief);
        String next = house.ask(thief, "POST", ACCESS + "screens/connect", "{}")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        Caller wall = Caller.withCookie("the wall", thief.who(), next);
        Onlooker walls = watching(wall);
        assertThat(thiefs.isOpen()).as("nothing is known yet").isTrue();

        assertThat(house.ask(thief, "POST", ACCESS + "screens/connect", "{}").statusCode())
                .isEqualTo(401);

        assertThat(thiefs.closed().code()).isEqualTo(WHO_ARE_YOU);
        assertThat(walls.closed().code()).isEqualTo(WHO_ARE_YOU);
        for (Caller either : List.of(thief, wall)) {
            assertThat(house.ask(either, "GET", BOARD, "").statusCode()).isEqualTo(401);
            assertHandshakeRefused(401, either, Map.of("Sec-Fetch-Site", "same-origin"));
        }
        assertThat(house.figure("flyt_turned_away_total{reason=\"stolen-screen\"}"))
                .isEqualTo(1);
    }

    @Test
    void aRevokedScreenIsThrownOut() throws Exception {
        Caller wall = house.screen("FJO", View.WARD, "OBS", 1);
        assertThrownOut(wall, "DELETE", ACCESS + "screens/" + wall.id(), "", house.chief, true);
    }

    @Test
    void aMovedScreenMustAskAgainAndIsSomewhereElse() throws Exception {
        Caller wall = house.screen("FJO", View.WARD, "OBS", 1);
        assertThrownOut(wall, "PATCH", ACCESS + "screens/" + wall.id(), "{\"scope\":\"LUN\"}", house.chief, false);
        assertThat(house.ask(wall, "GET", BOARD, "").statusCode()).isEqualTo(403);
    }

    @Test
    void whoSignsOutIsThrownOut() throws Exception {
        Caller other = Caller.withCookie("nurse", nurse.who(), house.demoSignIn(Role.NURSE, "shared"));
        assertThrownOut(other, "POST", ACCESS + "sign-out", "{}", other, true);
        assertThat(house.ask(nurse, "GET", BOARD, "").statusCode())
                .as("on their other phone")
                .isEqualTo(200);
    }

    @Test
    void whoseAccountIsDisabledIsThrownOut() throws Exception {
        Caller doctor = house.person(Role.DOCTOR);
        assertThrownOut(doctor, "PATCH", ACCESS + "accounts/" + doctor.id(), "{\"disabled\":true}", house.chief, true);
    }

    @Test
    void whoseGrantsChangeMustAskAgain() throws Exception {
        Caller cleaner = house.person(Role.CLEANER);
        JsonObject elsewhere = new JsonObject()
                .put(
                        "grants",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("role", "cleaner")
                                        .put("hospital", "FJO")
                                        .put("wards", new JsonArray().add("LUN"))
                                        .put("zones", "*")));
        assertThrownOut(cleaner, "PATCH", ACCESS + "accounts/" + cleaner.id(), elsewhere.encode(), house.chief, false);
        assertThat(house.ask(cleaner, "GET", BOARD, "").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"revoked\":true}", "{\"newSecret\":true}"})
    void aSystemWhoseSecretIsNoMoreIsThrownOut(String change) throws Exception {
        JsonObject made = json(house.ask(
                house.chief,
                "POST",
                ACCESS + "clients",
                "{\"name\":\"x\",\"kind\":\"integration\",\"hospital\":\"FJO\",\"scopes\":[\"ward.1\"]}"));
        String id = made.getString("id");
        Caller client = Caller.withToken(id, null, house.token(id, made.getString("secret")));
        assertThrownOut(client, "PATCH", ACCESS + "clients/" + id, change, house.chief, true);
    }

    /** Their open board closes soon after the change, asking who they are; and if they are nobody now, they stay out. */
    private void assertThrownOut(Caller who, String method, String path, String body, Caller by, boolean forGood)
            throws Exception {
        Onlooker onlooker = watching(who);
        assertThat(house.ask(by, method, path, body).statusCode()).isEqualTo(200);
        long answered = System.nanoTime();
        Closed closed = onlooker.closed();
        assertThat(closed.code()).isEqualTo(WHO_ARE_YOU);
        assertThat(Duration.ofNanos(closed.nanos() - answered)).isLessThan(Duration.ofSeconds(10));
        assertThat(house.ask(who, "GET", BOARD, "").statusCode()).isEqualTo(forGood ? 401 : 403);
    }

    private Onlooker watching(Caller who) throws InterruptedException {
        Onlooker onlooker = Onlooker.of(house, who);
        assertThat(onlooker.subscribe(HOME_BOARD).answer(HOME_BOARD.stream()).getString("type"))
                .isEqualTo("snapshot");
        return onlooker;
    }

    private void assertHandshakeRefused(int status, Caller caller, Map<String, String> headers) {
        assertThatThrownBy(() -> Onlooker.with(house, caller, headers))
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(status));
    }

    private static String secret(String credential) {
        return credential.replaceFirst("^(flyt=|flyt-screen=|Bearer )", "");
    }
}
