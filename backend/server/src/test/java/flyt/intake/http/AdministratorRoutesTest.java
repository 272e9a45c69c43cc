package flyt.intake.http;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.account.Account;
import flyt.intake.http.AccessDoor.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What administrators do at the door: let people and systems in. */
class AdministratorRoutesTest extends AtTheAccessDoor {
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
