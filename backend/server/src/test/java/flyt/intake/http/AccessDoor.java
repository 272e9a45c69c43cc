package flyt.intake.http;

import flyt.access.Cookies;
import flyt.access.Doorkeeper;
import flyt.access.Naming;
import flyt.access.Principal.Screen;
import flyt.access.SameOrigin;
import flyt.access.ScreenCredentials;
import flyt.access.SecretToken;
import flyt.access.View;
import flyt.access.account.AccessHouse;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The access routes behind a port, and a browser before it. */
final class AccessDoor {
    /** The secret of the one screen there is, a wall of ward LUN. */
    static final String WALL = SecretToken.make();

    final Metrics metrics = new Metrics(Set.of());
    final Doorkeeper doorkeeper;
    final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    AccessDoor(Vertx vertx, AccessHouse house, boolean demo) {
        Cookies cookies = new Cookies(false);
        doorkeeper = new Doorkeeper(cookies, house.sessions, new OneWall(), house.clients);
        Gate gate = new Gate(doorkeeper, metrics);
        Bodies bodies = new Bodies();
        Router router = Router.router(vertx);
        var first = router.route().handler(new SameSite(new SameOrigin(null), metrics));
        new SignInRoutes(
                        new SignInRoutes.Parts(
                                doorkeeper,
                                cookies,
                                house.signIn,
                                house.sessions,
                                house.accounts,
                                house.first,
                                "HelseID",
                                demo),
                        gate,
                        bodies)
                .mount(router);
        new AccountRoutes(house.accounts, house.sessions, house.passwords, gate, bodies).mount(router);
        new ClientRoutes(house.clients, gate, bodies).mount(router);
        new TokenRoutes(house.clients, metrics).mount(router);
        HttpServer server =
                AccessHouse.done(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        port = server.actualPort();
    }

    private static final class OneWall implements ScreenCredentials {
        private static final Screen SCREEN = new Screen(
                "s-1", "Vaktrom", "3. etasje", "FJO", View.WARD, "LUN", List.of(), 3, Naming.NAME_ON_SIGN_IN);

        @Override
        public Future<Optional<Screen>> bySecret(String secret) {
            return Future.succeededFuture(Optional.of(SCREEN).filter(wall -> secret.equals(WALL)));
        }

        @Override
        public Future<Optional<Screen>> byId(String screen) {
            return Future.succeededFuture(Optional.of(SCREEN).filter(wall -> screen.equals(wall.id())));
        }
    }

    /** An answer as a page reads it. */
    record Answer(int status, JsonObject body, HttpResponse<String> raw) {
        /** The code of the problem. */
        String problem() {
            return body.getString("type").replace("/problems/", "");
        }

        /** The cookie to send from now on. */
        String cookie() {
            return raw.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        }
    }

    Answer get(String path, @Nullable String cookie) throws IOException, InterruptedException {
        return send("GET", path, null, cookie == null ? Map.of() : Map.of("Cookie", cookie));
    }

    /** As a page of ours sends it. */
    Answer post(String path, JsonObject body, @Nullable String cookie) throws IOException, InterruptedException {
        return send("POST", path, body.encode(), fromOurPage(cookie));
    }

    Answer patch(String path, JsonObject body, String cookie) throws IOException, InterruptedException {
        return send("PATCH", path, body.encode(), fromOurPage(cookie));
    }

    Answer send(String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request = request.header("Content-Type", "application/json");
        }
        for (var header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        String text = answer.body();
        return new Answer(answer.statusCode(), text.startsWith("{") ? new JsonObject(text) : new JsonObject(), answer);
    }

    static Map<String, String> fromOurPage(@Nullable String cookie) {
        return cookie == null
                ? Map.of("Sec-Fetch-Site", "same-origin")
                : Map.of("Sec-Fetch-Site", "same-origin", "Cookie", cookie);
    }
}
