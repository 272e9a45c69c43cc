package flyt.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import flyt.access.SecretToken;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider on this machine: real HTTP, real keys and signatures, codes that are good once, PKCE, pushed requests, proofs
 * of possession with its own word in them, logout both ways. Whoever comes is signed in at once as {@link #person}.
 *
 * <p>What a test turns is a field; what it does wrong on purpose goes through {@link #forged}.
 */
public final class OpenIdProvider implements AutoCloseable {
    public static final String CLIENT = "flyt";
    public static final String SECRET = "a-secret-that-both-know";
    private static final int HOUR_MS = 3_600_000;

    private final Vertx vertx;
    private final InstantSource clock;
    private final Map<String, MultiMap> codes = new HashMap<>();
    private final Map<String, MultiMap> pushed = new HashMap<>();
    private @Nullable HttpServer server;
    private RSAKey key = newKey();

    final ClientAtTheDoor door;

    /** Fetches of its keys so far. */
    public final AtomicInteger keysFetched = new AtomicInteger();

    /** Token requests so far, whatever became of them. */
    public final AtomicInteger tokenRequests = new AtomicInteger();

    /** Claims of whoever comes, beside those of the protocol. */
    public volatile Map<String, Object> person = Map.of("sub", "s-1");

    /** What it does to a token's claims before it signs them. */
    public volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();

    /** What becomes of a signed ID token on its way. */
    public volatile UnaryOperator<String> forged = UnaryOperator.identity();

    /** Demands pushed requests and proofs of possession with its own word, as HelseID does. */
    public volatile boolean strict;

    /** Goes no further than its sign-in page. */
    public volatile @Nullable String refusal;

    public OpenIdProvider(Vertx vertx, InstantSource clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.door = new ClientAtTheDoor(this::issuer, clock);
        start(0);
    }

    public String issuer() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server == null ? 0 : server.actualPort();
    }

    /** Its door, for what it asks of clients. */
    public ClientAtTheDoor door() {
        return door;
    }

    /** Changes its key; the old one is gone at once. */
    public void rotate() {
        key = newKey();
    }

    /** The key that it signs with, both halves. */
    public RSAKey key() {
        return key;
    }

    /** Goes away until {@link #comeBack}. */
    public int goAway() {
        int port = port();
        close();
        return port;
    }

    /** Is there again, at the same address. */
    public void comeBack(int port) {
        start(port);
    }

    @Override
    public void close() {
        HttpServer open = server;
        if (open != null) {
            wait(open.close());
        }
    }

    private void start(int port) {
        server = wait(vertx.createHttpServer().requestHandler(this::route).listen(port, "127.0.0.1"));
    }

    private static <T> T wait(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void route(HttpServerRequest request) {
        switch (request.path()) {
            case "/.well-known/openid-configuration" -> json(request, 200, metadata());
            case "/keys" -> {
                int count = keysFetched.incrementAndGet();
                json(request, 200, new JsonObject(new JWKSet(key.toPublicJWK()).toString(true)));
            }
            case "/authorize" -> authorize(request);
            case "/par" -> form(request, this::push);
            case "/token" -> form(request, this::token);
            case "/end" -> redirect(request, request.getParam("post_logout_redirect_uri"));
            default -> json(request, 404, new JsonObject());
        }
    }

    private JsonObject metadata() {
        JsonObject said = new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys")
                .put("end_session_endpoint", issuer() + "/end")
                .put("authorization_response_iss_parameter_supported", true)
                .put("response_types_supported", new JsonArray().add("code"))
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
        return strict
                ? said.put("pushed_authorization_request_endpoint", issuer() + "/par")
                        .put("require_pushed_authorization_requests", true)
                        .put("dpop_signing_alg_values_supported", new JsonArray().add("ES256"))
                        .put("token_endpoint_auth_methods_supported", new JsonArray().add("private_key_jwt"))
                : said;
    }

    private void authorize(HttpServerRequest request) {
        MultiMap asked = request.params();
        if (strict) {
            asked = pushed.remove(String.valueOf(request.getParam("request_uri")));
            if (asked == null) {
                json(request, 400, new JsonObject().put("error", "invalid_request"));
                return;
            }
        }
        String back = asked.get("redirect_uri") + "?state=" + asked.get("state") + "&iss="
                + URLEncoder.encode(issuer(), StandardCharsets.UTF_8);
        boolean sound = CLIENT.equals(request.getParam("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && List.of(asked.get("scope").split(" ")).contains("openid");
        if (!sound) {
            redirect(request, back + "&error=invalid_request");
        } else if (refusal != null) {
            redirect(request, back + "&error=" + refusal);
        } else {
            String code = SecretToken.make();
            MultiMap before = codes.put(code, asked);
            redirect(request, back + "&code=" + code);
        }
    }

    private void push(HttpServerRequest request, MultiMap form) {
        if (!door.knows(request, form)) {
            json(request, 401, new JsonObject().put("error", "invalid_client"));
            return;
        }
        String uri = "urn:ietf:params:oauth:request_uri:" + SecretToken.make();
        MultiMap before = pushed.put(uri, form);
        json(request, 201, new JsonObject().put("request_uri", uri).put("expires_in", 60));
    }

    private void token(HttpServerRequest request, MultiMap form) {
        int count = tokenRequests.incrementAndGet();
        if (!door.knows(request, form)) {
            json(request, 401, new JsonObject().put("error", "invalid_client"));
            return;
        }
        String trouble = strict ? door.possession(request) : null;
        if (trouble != null) {
            MultiMap word = request.response().headers().add("DPoP-Nonce", door.word());
            json(request, 400, new JsonObject().put("error", trouble));
            return;
        }
        MultiMap asked = codes.remove(form.get("code"));
        if (asked == null || !proven(asked, form)) {
            json(request, 400, new JsonObject().put("error", "invalid_grant"));
            return;
        }
        String idToken = forged.apply(signed(
                claims.apply(protocol().claim("nonce", asked.get("nonce")).claim("sid", "sid-" + person.get("sub"))),
                JOSEObjectType.JWT));
        json(
                request,
                200,
                new JsonObject()
                        .put("access_token", SecretToken.make())
                        .put("token_type", strict ? "DPoP" : "Bearer")
                        .put("id_token", idToken));
    }

    private static boolean proven(MultiMap asked, MultiMap form) {
        CodeChallenge challenge =
                CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")));
        return challenge.getValue().equals(asked.get("code_challenge"))
                && asked.get("redirect_uri").equals(form.get("redirect_uri"));
    }

    private JWTClaimsSet.Builder protocol() {
        Date now = Date.from(clock.instant());
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + HOUR_MS));
        person.forEach(builder::claim);
        return builder;
    }

    /** A logout token for {@link #person}, signed. */
    public String logoutToken(UnaryOperator<JWTClaimsSet.Builder> changed) {
        return signed(
                changed.apply(protocol()
                        .jwtID(SecretToken.make())
                        .claim("sid", "sid-" + person.get("sub"))
                        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))),
                new JOSEObjectType("logout+jwt"));
    }

    /** Whether it has signed a token. */
    public boolean hasSigned(String token) {
        try {
            return SignedJWT.parse(token).verify(new RSASSAVerifier(key.toRSAPublicKey()));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private String signed(JWTClaimsSet.Builder claims, JOSEObjectType type) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(type)
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(SecretToken.make()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface OnForm {
        void take(HttpServerRequest request, MultiMap form);
    }

    private static void form(HttpServerRequest request, OnForm then) {
        var read =
                request.setExpectMultipart(true).end().onSuccess(end -> then.take(request, request.formAttributes()));
    }

    private static void redirect(HttpServerRequest request, String to) {
        var sent =
                request.response().setStatusCode(302).putHeader("Location", to).end();
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        var sent = request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
