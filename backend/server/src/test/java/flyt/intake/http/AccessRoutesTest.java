package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.happens;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.account.Account;
import flyt.access.account.DemoAccounts;
import flyt.intake.http.AccessDoor.Answer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people sign in and out. */
class AccessRoutesTest extends AtTheAccessDoor {
    @Test
    void nobodyIsToldSoAndMayNothing() throws Exception {
        Answer me = door.get(ACCESS + "me", null);
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body())
                .isEqualTo(new JsonObject("{\"kind\":\"nobody\",\"demo\":false,\"may\":{\"views\":[],\"deeds\":[]}}"));
        assertThat(door.get(ACCESS + "ways", null).body())
                .isEqualTo(new JsonObject("{\"local\":true,\"oidc\":{\"name\":\"HelseID\"},"
                        + "\"idleSeconds\":{\"shared\":300,\"own\":28800},\"demoAccounts\":[]}"));
        assertThat(door.post(ACCESS + "demo-sign-in", new JsonObject().put("login", "nurse"), null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void signingInAndOut() throws Exception {
        Account kari = house.account("kari", false, new Grant(Role.NURSE, Reach.wards("FJO", "LUN")));
        Answer in = signIn("kari", PASSWORD, "shared");
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.raw().headers().firstValue("Set-Cookie").orElseThrow())
                .matches("flyt=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        JsonObject me = door.get(ACCESS + "me", in.cookie()).body();
        assertThat(me).isEqualTo(in.body());
        assertThat(me.getString("kind")).isEqualTo("person");
        assertThat(me.getInteger("idleSeconds")).isEqualTo(300);
        assertThat(me.getJsonArray("grants"))
                .isEqualTo(new JsonArray(
                        "[{\"role\":\"nurse\",\"hospital\":\"FJO\",\"wards\":[\"LUN\"],\"zones\":\"*\"}]"));
        assertThat(me.getJsonObject("may").getJsonArray("views")).contains("ward.4", "stay");
        assertThat(me.getString("account")).isEqualTo(kari.id());
        assertThat(me.encode()).doesNotContain("argon2");

        Answer out = door.post(ACCESS + "sign-out", new JsonObject(), in.cookie());
        assertThat(out.raw().headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("flyt=;")
                .contains("Max-Age=0");
        assertThat(door.get(ACCESS + "me", in.cookie()).body().getString("kind"))
                .isEqualTo("nobody");
    }

    @Test
    void wrongNamesAndPasswordsAreOneAnswer() throws Exception {
        house.has("kari", false);
        Answer wrong = signIn("kari", "wrong wrong", "own");
        Answer unknown = signIn("nobody", "wrong wrong", "own");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("wrong-credentials");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(wrong.raw().headers().map()).doesNotContainKey("set-cookie");
        Answer early = signIn("kari", PASSWORD, "own");
        assertThat(early.status()).isEqualTo(429);
        assertThat(early.problem()).isEqualTo("too-many");
        assertThat(early.raw().headers().firstValue("Retry-After")).contains("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"login\":\"kari\"}",
                "{\"login\":\"kari\",\"password\":7}",
                "{\"login\":\"kari\",\"password\":\"x\",\"device\":\"wall\"}",
                "{\"login\":\"kari\",\"password\":\"x\",\"role\":\"administrator\"}",
                "[]"
            })
    void whatCannotBeReadIsNamed(String body) throws Exception {
        Answer answer = door.send("POST", ACCESS + "sign-in", body, AccessDoor.fromOurPage(null));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().getJsonArray("faults")).isNotEmpty();
    }

    @Test
    void quickChangeOfUserEndsTheFormer() throws Exception {
        house.has("kari", false);
        house.has("tor", false);
        String kari = signIn("kari", PASSWORD, "shared").cookie();
        String tor = door.post(ACCESS + "sign-in", credentials("tor", PASSWORD, "shared"), kari)
                .cookie();
        assertThat(door.get(ACCESS + "me", tor).body().getString("login")).isEqualTo("tor");
        assertThat(door.get(ACCESS + "me", kari).body().getString("kind")).isEqualTo("nobody");
    }

    @Test
    void whoeverSignsInAtAWallIsAtThatWallForAMinute() throws Exception {
        house.has("kari", false, new Grant(Role.NURSE, Reach.hospital("FJO")));
        // the table screen has no such row here; the wall's own tests have
        happens(house.database.query(
                "INSERT INTO screen (id, name, place, hospital, view, scope, level, naming, made_by, made_at)"
                        + " VALUES ('s-1', 'V', 'P', 'FJO', 'ward', 'LUN', 3, 'initials', $1, now())",
                Tuple.of("u-1")));
        String wall = "flyt-screen=" + AccessDoor.WALL;
        assertThat(door.get(ACCESS + "me", wall).body().getString("kind")).isEqualTo("screen");
        Answer in = door.post(ACCESS + "sign-in", credentials("kari", PASSWORD, "own"), wall);
        assertThat(in.body().getString("device")).isEqualTo("wall");
        JsonObject me = door.get(ACCESS + "me", wall + "; " + in.cookie()).body();
        assertThat(me.getString("name")).isEqualTo("Kari Vik");
        assertThat(me.getJsonObject("screen").getString("scope")).isEqualTo("LUN");
        house.clock.forward(Duration.ofSeconds(60));
        assertThat(door.get(ACCESS + "me", wall + "; " + in.cookie()).body().getString("kind"))
                .isEqualTo("screen");
    }

    @Test
    void theFirstPasswordMustBeChangedBeforeAnythingElse() throws Exception {
        house.has("boss", true, new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE));
        Answer in = signIn("boss", PASSWORD, "own");
        assertThat(in.body().getBoolean("mustChange")).isTrue();
        Answer refused = door.get(ACCESS + "accounts", in.cookie());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("must-change-password");
        JsonObject change = new JsonObject().put("old", PASSWORD).put("new", "kort");
        assertThat(door.post(ACCESS + "password", change, in.cookie()).problem())
                .isEqualTo("password-too-short");
        change = new JsonObject().put("old", PASSWORD).put("new", "a green door too");
        assertThat(door.post(ACCESS + "password", change, in.cookie()).body().getBoolean("mustChange"))
                .isFalse();
        assertThat(door.get(ACCESS + "accounts", in.cookie()).status()).isEqualTo(200);
    }

    @Test
    void whatAnotherSitesPageSendsIsTurnedAway() throws Exception {
        house.has("kari", false);
        String cookie = signIn("kari", PASSWORD, "own").cookie();
        for (Map<String, String> headers : List.of(
                Map.of("Cookie", cookie, "Sec-Fetch-Site", "cross-site"),
                Map.of("Cookie", cookie, "Sec-Fetch-Site", "same-site"),
                Map.of("Cookie", cookie, "Origin", "http://evil.test"),
                Map.of("Cookie", cookie))) {
            Answer answer = door.send("POST", ACCESS + "sign-out", "{}", headers);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("cross-site");
        }
        assertThat(door.get(ACCESS + "me", cookie).body().getString("kind")).isEqualTo("person");
        Answer ours = door.send(
                "POST", ACCESS + "sign-out", "{}", Map.of("Cookie", cookie, "Origin", "http://127.0.0.1:" + door.port));
        assertThat(ours.status()).isEqualTo(200);
        assertThat(door.metrics.scrape()).contains("flyt_turned_away_total{reason=\"cross-site\"} 4.0");
    }

    @Test
    void forgedTwoAndTooLongCredentialsAreNobody() throws Exception {
        house.has("kari", false);
        String cookie = signIn("kari", PASSWORD, "own").cookie();
        for (String forged : List.of(
                "flyt=" + SecretToken.make(),
                cookie.substring(0, cookie.length() - 1),
                cookie + "x",
                cookie + "; flyt=" + SecretToken.make(),
                "__Host-" + cookie,
                "flyt=" + "x".repeat(6_000))) {
            assertThat(door.get(ACCESS + "me", forged).body().getString("kind"))
                    .as(forged)
                    .isEqualTo("nobody");
        }
        assertThat(door.get(ACCESS + "me", "flyt=" + "x".repeat(20_000)).status())
                .isEqualTo(431);
        for (String authorization : List.of("Bearer " + SecretToken.make(), "Bearer ", "Basic !!", "Digest x")) {
            Answer me = door.send("GET", ACCESS + "me", null, Map.of("Authorization", authorization));
            assertThat(me.body().getString("kind")).isEqualTo("nobody");
        }
        assertThat(door.get(ACCESS + "me", cookie).body().getString("kind")).isEqualTo("person");
    }

    @Test
    void theDemosPeopleSignInWithOneTap(Vertx vertx) throws Exception {
        AccessDoor demo = new AccessDoor(vertx, house, true);
        house.has("boss", false, new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE));
        happens(new DemoAccounts(house.accounts, "FJO", "LUN").make());
        JsonArray people = demo.get(ACCESS + "ways", null).body().getJsonArray("demoAccounts");
        assertThat(people).hasSize(14);
        assertThat(people)
                .contains(new JsonObject()
                        .put("login", "nurse")
                        .put("name", "Ingrid Solheim")
                        .put("role", "nurse")
                        .put("where", "FJO LUN"));
        Answer nurse = demo.post(ACCESS + "demo-sign-in", new JsonObject().put("login", "nurse"), null);
        assertThat(nurse.body().getString("name")).isEqualTo("Ingrid Solheim");
        assertThat(nurse.body().getBoolean("demo")).isTrue();
        assertThat(demo.post(ACCESS + "demo-sign-in", new JsonObject().put("login", "boss"), null)
                        .status())
                .isEqualTo(401);
    }
}
