package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.done;
import static flyt.access.account.AccessHouse.happens;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.account.AccessHouse;
import flyt.access.account.Account;
import flyt.access.account.DemoAccounts;
import flyt.intake.http.AccessDoor.Answer;
import flyt.journal.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
@Timeout(120)
class AccessRoutesTest {
    private static final String ACCESS = "/api/v1/access/";

    private TestDatabase database;
    private AccessHouse house;
    private AccessDoor door;

    @BeforeEach
    void open(Vertx vertx) {
        database = TestDatabase.fresh();
        house = new AccessHouse(vertx, database);
        door = new AccessDoor(vertx, house, false);
    }

    @AfterEach
    void close() {
        database.close();
    }

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
    void anAdministratorLetsPeopleInWhereTheyAreOne() throws Exception {
        house.has("top", false, new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE));
        Account boss = house.account("boss", false, new Grant(Role.ADMINISTRATOR, Reach.hospital("FJO")));
        String cookie = signIn("boss", PASSWORD, "own").cookie();

        Answer made = door.post(ACCESS + "accounts", person("ida", "nurse", "FJO"), cookie);
        assertThat(made.status()).isEqualTo(200);
        String first = made.body().getString("password");
        Answer ida = signIn("ida", first, "own");
        assertThat(ida.body().getBoolean("mustChange")).isTrue();
        String id = made.body().getString("id");

        assertThat(door.post(ACCESS + "accounts", person("ida", "nurse", "FJO"), cookie)
                        .problem())
                .isEqualTo("login-taken");
        for (String hospital : List.of("KAL", "*")) {
            Answer beyond = door.post(ACCESS + "accounts", person("eve", "nurse", hospital), cookie);
            assertThat(beyond.status()).isEqualTo(403);
            assertThat(beyond.problem()).isEqualTo("not-yours");
        }
        assertThat(door.post(ACCESS + "accounts", person("eve", "integration", "FJO"), cookie)
                        .status())
                .isEqualTo(422);

        assertThat(logins(door.get(ACCESS + "accounts", cookie))).containsExactlyInAnyOrder("boss", "ida");
        Account top = done(house.accounts.byLogin("top")).orElseThrow();
        JsonObject reset = new JsonObject().put("newPassword", true);
        assertThat(door.patch(ACCESS + "accounts/" + top.id(), reset, cookie).problem())
                .isEqualTo("unknown-account");
        JsonObject raise = new JsonObject().put("grants", new JsonArray().add(grant("administrator", "*")));
        assertThat(door.patch(ACCESS + "accounts/" + boss.id(), raise, cookie).problem())
                .isEqualTo("not-yours");

        Answer disabled = door.patch(ACCESS + "accounts/" + id, new JsonObject().put("disabled", true), cookie);
        assertThat(disabled.body().getString("disabledAt")).isNotNull();
        assertThat(door.get(ACCESS + "me", ida.cookie()).body().getString("kind"))
                .isEqualTo("nobody");
    }

    @Test
    void othersAreRefusedAtTheAdministratorsDoors() throws Exception {
        house.has("kari", false, new Grant(Role.NURSE, Reach.hospital("FJO")));
        String cookie = signIn("kari", PASSWORD, "own").cookie();
        for (String path : List.of("accounts", "clients")) {
            assertThat(door.get(ACCESS + path, null).status()).isEqualTo(401);
            assertThat(door.get(ACCESS + path, null).problem()).isEqualTo("sign-in-needed");
            assertThat(door.get(ACCESS + path, cookie).problem()).isEqualTo("not-your-role");
            assertThat(door.post(ACCESS + path, new JsonObject(), cookie).problem())
                    .isEqualTo("not-your-role");
            assertThat(door.patch(ACCESS + path + "/x", new JsonObject(), cookie)
                            .problem())
                    .isEqualTo("not-your-role");
        }
        assertThat(door.post(ACCESS + "password", new JsonObject(), null).problem())
                .isEqualTo("sign-in-needed");
        assertThat(door.post(ACCESS + "sign-out", new JsonObject(), null).problem())
                .isEqualTo("sign-in-needed");
        assertThat(door.metrics.scrape()).contains("flyt_turned_away_total{reason=\"not-your-role\"} 6.0");
    }

    @Test
    void aSystemGetsATokenAndIsKnownByIt() throws Exception {
        house.has("boss", false, new Grant(Role.ADMINISTRATOR, Reach.hospital("FJO")));
        String cookie = signIn("boss", PASSWORD, "own").cookie();
        JsonObject lab = new JsonObject()
                .put("name", "Lab")
                .put("kind", "laboratory")
                .put("hospital", "FJO")
                .put("scopes", new JsonArray().add("report:lab"))
                .put("sources", new JsonArray().add("lab"))
                .put("addresses", new JsonArray().add("127.0.0.0/8"));
        Answer made = door.post(ACCESS + "clients", lab, cookie);
        assertThat(made.status()).isEqualTo(200);
        String id = made.body().getString("id");
        String secret = made.body().getString("secret");
        assertThat(door.get(ACCESS + "clients", cookie).raw().body())
                .contains(id)
                .doesNotContain(secret);
        assertThat(door.post(ACCESS + "clients", lab.copy().put("hospital", "KAL"), cookie)
                        .problem())
                .isEqualTo("not-yours");
        assertThat(door.post(
                                ACCESS + "clients",
                                lab.copy().put("scopes", new JsonArray().add("report:patient")),
                                cookie)
                        .status())
                .isEqualTo(422);

        Answer token = token(basic(id, secret), "grant_type=client_credentials");
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.body().getString("token_type")).isEqualTo("Bearer");
        assertThat(token.body().getInteger("expires_in")).isEqualTo(900);
        assertThat(token.body().getString("scope")).isEqualTo("report:lab");
        String form = "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret;
        assertThat(token(Map.of(), form).status()).isEqualTo(200);

        Map<String, String> bearer =
                Map.of("Authorization", "Bearer " + token.body().getString("access_token"));
        JsonObject me = door.send("GET", ACCESS + "me", null, bearer).body();
        assertThat(me.getString("id")).isEqualTo(id);
        assertThat(me.getJsonObject("may").getJsonArray("deeds")).containsExactly("report:lab");
        assertThat(door.send("GET", ACCESS + "me", null, basic(id, secret))
                        .body()
                        .getString("kind"))
                .as("HTTP Basic is for reports")
                .isEqualTo("nobody");

        assertThat(token(basic(id, secret), "grant_type=client_credentials&scope=report:patient")
                        .body())
                .isEqualTo(new JsonObject().put("error", "invalid_scope"));
        assertThat(token(basic(id, secret), "grant_type=password").body().getString("error"))
                .isEqualTo("unsupported_grant_type");
        assertThat(token(basic(id, secret), "x=1").body().getString("error")).isEqualTo("invalid_request");
        Answer wrong = token(basic(id, "wrong"), "grant_type=client_credentials");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body().getString("error")).isEqualTo("invalid_client");
        assertThat(wrong.raw().headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(token(Map.of(), "x=" + "y".repeat(9_000)).status()).isEqualTo(413);

        assertThat(door.patch(ACCESS + "clients/" + id, new JsonObject().put("revoked", true), cookie)
                        .status())
                .isEqualTo(200);
        assertThat(door.send("GET", ACCESS + "me", null, bearer).body().getString("kind"))
                .isEqualTo("nobody");
    }

    @Test
    void theSetUpLinkMakesTheFirstAdministrator() throws Exception {
        String link = done(house.first.link()).orElseThrow();
        JsonObject eva = new JsonObject()
                .put("token", link)
                .put("login", "eva")
                .put("name", "Eva Nygård")
                .put("given", "Eva")
                .put("password", "a green door too");
        Answer in = door.post(ACCESS + "setup", eva, null);
        assertThat(in.status()).isEqualTo(200);
        assertThat(door.get(ACCESS + "accounts", in.cookie()).status()).isEqualTo(200);
        Answer again = door.post(ACCESS + "setup", eva.put("login", "eve"), null);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.problem()).isEqualTo("link-spent");
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

    private Answer signIn(String login, String password, String device) throws Exception {
        return door.post(ACCESS + "sign-in", credentials(login, password, device), null);
    }

    private static JsonObject credentials(String login, String password, String device) {
        return new JsonObject().put("login", login).put("password", password).put("device", device);
    }

    private static JsonObject person(String login, String role, String hospital) {
        return new JsonObject()
                .put("login", login)
                .put("name", "Ida Moe")
                .put("given", "Ida")
                .put("grants", new JsonArray().add(grant(role, hospital)));
    }

    private static JsonObject grant(String role, String hospital) {
        return new JsonObject().put("role", role).put("hospital", hospital).put("wards", "*");
    }

    private static List<String> logins(Answer list) {
        return list.body().getJsonArray("accounts").stream()
                .map(one -> ((JsonObject) one).getString("login"))
                .toList();
    }

    private Answer token(Map<String, String> headers, String form) throws Exception {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return door.send("POST", ACCESS + "token", form, all);
    }

    private static Map<String, String> basic(String id, String secret) {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + pair);
    }
}
