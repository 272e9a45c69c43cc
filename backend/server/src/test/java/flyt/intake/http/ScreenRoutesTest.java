package flyt.intake.http;

import static flyt.intake.http.WitnessedDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.ops.ExpectLog;
import flyt.ops.Watch;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Watch.class)
@Timeout(120)
class ScreenRoutesTest {
    private static final String SCREENS = "/api/v1/access/screens";
    private static final String PAIRINGS = "/api/v1/access/pairings";

    private WitnessedDoor door;

    @BeforeEach
    void open() {
        door = new WitnessedDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    private static String settings(String code) {
        return """
                {"code":"%s","name":"Lunge vaktrom","place":"Vaktrom","hospital":"FJO","view":"ward","scope":"LUN",
                 "clusters":[],"level":3,"naming":"initials","diagonalInches":42.5,"distanceM":3.2}"""
                .formatted(code);
    }

    private String pair() {
        JsonNode opened = json(door.ask("", "POST", PAIRINGS, ""));
        String code = opened.get("code").textValue();
        assertThat(door.ask("a-admin", "POST", SCREENS, settings(code)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> paired = progress(code, opened.get("secret").textValue());
        assertThat(paired.statusCode()).isEqualTo(200);
        return cookie(paired);
    }

    private HttpResponse<String> progress(String code, String secret) {
        return door.ask("", "GET", PAIRINGS + "/" + code, "", "Authorization", "Pairing " + secret);
    }

    private static String cookie(HttpResponse<String> response) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).startsWith("flyt-screen=").contains("HttpOnly").contains("SameSite=Strict");
        return set.substring(0, set.indexOf(';'));
    }

    @Test
    void aScreenIsPairedFromItsCodeToItsCookie() {
        JsonNode opened = json(door.ask("", "POST", PAIRINGS, ""));
        assertThat(opened.get("until").textValue()).isEqualTo("2026-11-12T09:10:00Z");
        String code = opened.get("code").textValue();
        String secret = opened.get("secret").textValue();
        HttpResponse<String> waiting = progress(code, secret);
        assertThat(waiting.statusCode()).isEqualTo(202);
        assertThat(json(waiting).get("until").textValue()).isEqualTo("2026-11-12T09:10:00Z");
        assertThat(progress(code, "guess").statusCode()).isEqualTo(410);
        assertThat(door.ask("", "GET", PAIRINGS + "/" + code, "").statusCode()).isEqualTo(410);

        JsonNode made = json(door.ask("a-admin", "POST", SCREENS, settings(code)));
        assertThat(made.get("state").textValue()).isEqualTo("waiting");
        assertThat(made.get("diagonalInches").doubleValue()).isEqualTo(42.5);
        assertThat(made.get("distanceM").doubleValue()).isEqualTo(3.2);
        HttpResponse<String> paired = progress(code, secret);
        String cookie = cookie(paired);
        assertThat(paired.body()).doesNotContain(cookie.substring(12));
        assertThat(progress(code, secret).statusCode()).isEqualTo(410);

        HttpResponse<String> connected = door.ask(cookie, "POST", SCREENS + "/connect", "{\"version\":\"0.3.1\"}");
        assertThat(json(connected).get("kind").textValue()).isEqualTo("screen");
        assertThat(json(connected).get("scope").textValue()).isEqualTo("LUN");
        assertThat(cookie(connected)).isNotEqualTo(cookie);
        JsonNode listed =
                json(door.ask("a-admin", "GET", SCREENS, "")).get("screens").get(0);
        assertThat(listed.get("version").textValue()).isEqualTo("0.3.1");
        assertThat(listed.get("lastSeen").textValue()).isEqualTo("2026-11-12T09:00:00Z");
        assertThat(listed.get("state").textValue()).isEqualTo("paired");
    }

    @Test
    @ExpectLog("A spent credential of screen")
    void aStolenCookieEndsTheScreenAndTakesTheCookieAway() {
        String first = pair();
        String second = cookie(door.ask(first, "POST", SCREENS + "/connect", "{}"));
        assertThat(door.ask(second, "POST", SCREENS + "/connect", "{}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> thief = door.ask(first, "POST", SCREENS + "/connect", "{}");
        assertThat(thief.statusCode()).isEqualTo(401);
        assertThat(thief.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(door.ask(second, "POST", SCREENS + "/connect", "{}").statusCode())
                .isEqualTo(401);
        assertThat(door.metrics.scrape()).contains("reason=\"stolen\"");
    }

    @Test
    void aScreenIsMovedAndRevoked() {
        String cookie = pair();
        String id = json(door.ask("a-admin", "GET", SCREENS + "?hospital=FJO", ""))
                .get("screens")
                .get(0)
                .get("id")
                .textValue();
        JsonNode moved = json(
                door.ask("a-admin", "PATCH", SCREENS + "/" + id, "{\"scope\":\"GER\",\"level\":1,\"distanceM\":null}"));
        assertThat(moved.get("scope").textValue()).isEqualTo("GER");
        assertThat(moved.get("name").textValue()).isEqualTo("Lunge vaktrom");
        assertThat(moved.get("distanceM").isNull()).isTrue();
        assertThat(moved.get("diagonalInches").doubleValue()).isEqualTo(42.5);
        JsonNode now = json(door.ask(cookie, "POST", SCREENS + "/connect", "{}"));
        assertThat(now.get("level").intValue()).isEqualTo(1);

        assertThat(door.ask("a-admin", "DELETE", SCREENS + "/" + id, "").statusCode())
                .isEqualTo(200);
        assertThat(door.ask(cookie, "POST", SCREENS + "/connect", "{}").statusCode())
                .isEqualTo(401);
        assertThat(json(door.ask("a-admin", "GET", SCREENS, "")).get("screens")).isEmpty();
        assertThat(door.ask("a-chief", "DELETE", SCREENS + "/" + id, "").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 401, sign-in-needed",
        "a-nurse, 403, not-your-role",
        "a-audit, 403, not-your-role",
        "a-other, 403, not-yours"
    })
    void whoIsNotItsAdministratorDoesNothingToAScreen(String who, int status, String code) {
        String cookie = pair();
        String id = json(door.ask("a-admin", "GET", SCREENS, ""))
                .get("screens")
                .get(0)
                .get("id")
                .textValue();
        String fresh = json(door.ask("", "POST", PAIRINGS, "")).get("code").textValue();
        for (HttpResponse<String> answer : List.of(
                door.ask(who, "POST", SCREENS, settings(fresh)),
                door.ask(who, "PATCH", SCREENS + "/" + id, "{\"name\":\"Min\"}"),
                door.ask(who, "DELETE", SCREENS + "/" + id, ""),
                door.ask(who, "DELETE", SCREENS + "/unknown", ""),
                door.ask(who, "GET", SCREENS + "?hospital=FJO", ""))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(json(answer).get("type").textValue()).isEqualTo("/problems/" + code);
        }
        JsonNode unchanged = json(door.ask("a-admin", "GET", SCREENS, "")).get("screens");
        assertThat(unchanged).hasSize(1);
        assertThat(unchanged.get(0).get("name").textValue()).isEqualTo("Lunge vaktrom");
        assertThat(json(door.ask("a-other", "GET", SCREENS, "")).get("screens")).isEmpty();
        assertThat(door.ask(cookie, "GET", SCREENS, "").statusCode())
                .as("a screen only looks")
                .isEqualTo(403);
    }

    @Test
    void anAdministratorMovesNoScreenBeyondTheirHospital() {
        assertThat(pair()).isNotEmpty();
        String id = json(door.ask("a-admin", "GET", SCREENS, ""))
                .get("screens")
                .get(0)
                .get("id")
                .textValue();
        assertThat(door.ask("a-admin", "PATCH", SCREENS + "/" + id, "{\"hospital\":\"KAL\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(door.ask("a-chief", "PATCH", SCREENS + "/" + id, "{\"hospital\":\"KAL\"}")
                        .statusCode())
                .as("there is no such hospital here")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"level\":3          | \"level\":4            | level",
                "\"level\":3          | \"level\":0            | level",
                "\"scope\":\"LUN\"    | \"scope\":\"NOWHERE\"  | scope",
                "\"clusters\":[]      | \"clusters\":[\"Q\"]   | clusters",
                "\"view\":\"ward\"    | \"view\":\"accounts\"  | view",
                "\"view\":\"ward\"    | \"view\":\"house\"     | scope",
                "\"naming\":\"initials\" | \"naming\":\"full\" | naming",
                "\"name\":\"Lunge vaktrom\" | \"name\":\"\"    | name",
                "\"distanceM\":3.2    | \"distanceM\":-1       | distanceM",
                "\"distanceM\":3.2    | \"distance\":3.2       | distance"
            })
    void wrongSettingsAreFaults(String right, String wrong, String field) {
        String code = json(door.ask("", "POST", PAIRINGS, "")).get("code").textValue();
        HttpResponse<String> answer =
                door.ask("a-admin", "POST", SCREENS, settings(code).replace(right, wrong));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).get("faults"))
                .extracting(fault -> fault.get("field").textValue())
                .containsExactly(field);
        assertThat(json(door.ask("a-admin", "GET", SCREENS, "")).get("screens")).isEmpty();
    }

    @Test
    void guessedCodesAreAnsweredAndThenNot() {
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> wrong = door.ask("a-admin", "POST", SCREENS, settings("K7M4P9"));
            assertThat(json(wrong).get("type").textValue()).isEqualTo("/problems/unknown-code");
        }
        HttpResponse<String> enough = door.ask("a-admin", "POST", SCREENS, settings("K7M4P9"));
        assertThat(enough.statusCode()).isEqualTo(429);
        assertThat(enough.headers().firstValue("Retry-After")).contains("60");
    }
}
