package flyt.simulator.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/** A browser with which somebody is signed in; asks as our pages do. Whoever has been signed out signs in again. */
public final class Phone {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode NOTHING = object();
    private static final String ACCESS = "/api/v1/access/";

    private final HttpClient client;
    private final String url;
    private final String path;
    private final String way;
    private final ObjectNode who;
    private String cookie = "";

    /**
     * One that nobody is signed in with yet.
     *
     * @param way {@code sign-in} or {@code demo-sign-in}
     * @param who the body of that request
     */
    Phone(HttpClient client, String url, String hospital, String way, ObjectNode who) {
        this.client = client;
        this.url = url;
        this.path = "/api/v1/hospitals/" + hospital;
        this.way = way;
        this.who = who;
    }

    /** What was answered. {@code body}: JSON. */
    private record Answer(int status, JsonNode body) {}

    /** An object to be filled and sent. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** What stands at the hospital under {@code what}, as {@code /duty}; fails unless it is told. */
    public Future<JsonNode> look(String what) {
        return done(HttpMethod.GET, path + what, NOTHING);
    }

    /** Asks for a change. Who is refused looks again, and sees why; fails only where nobody answers. */
    public Future<Void> wish(String type, Instant at, ObjectNode fields) {
        ObjectNode command = object().put("type", type)
                .put("commandId", UUID.randomUUID().toString())
                .put("at", at.toString());
        return ask(HttpMethod.POST, path + "/commands", command.setAll(fields)).mapEmpty();
    }

    private Future<Answer> ask(HttpMethod method, String path, ObjectNode body) {
        return (cookie.isEmpty() ? signIn() : Future.<Void>succeededFuture())
                .compose(signedIn -> send(method, path, body))
                .compose(answer -> answer.status() == 401
                        ? signIn().compose(signedIn -> send(method, path, body))
                        : Future.succeededFuture(answer));
    }

    /** Fails unless it was done. {@code path}: from the server's root. */
    Future<JsonNode> done(HttpMethod method, String path, ObjectNode body) {
        return ask(method, path, body)
                .compose(answer -> answer.status() == 200
                        ? Future.succeededFuture(answer.body())
                        : Future.failedFuture(path + " was answered with " + answer.status()));
    }

    private Future<Void> signIn() {
        return send(HttpMethod.POST, ACCESS + way, who)
                .compose(answer -> answer.status() == 200
                        ? Future.succeededFuture()
                        : Future.failedFuture("signing in was answered with " + answer.status()));
    }

    private Future<Answer> send(HttpMethod method, String path, ObjectNode body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(url + path)
                .putHeader("Sec-Fetch-Site", "same-origin")
                .putHeader("Content-Type", "application/json");
        RequestOptions signed = cookie.isEmpty() ? options : options.putHeader("Cookie", cookie);
        return client.request(signed)
                .compose(request ->
                        method == HttpMethod.GET ? request.send() : request.send(Buffer.buffer(body.toString())))
                .compose(this::read);
    }

    private Future<Answer> read(HttpClientResponse response) {
        for (String set : response.cookies()) {
            cookie = set.split(";", 2)[0];
        }
        return response.body().map(body -> new Answer(response.statusCode(), json(body)));
    }

    private static JsonNode json(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
