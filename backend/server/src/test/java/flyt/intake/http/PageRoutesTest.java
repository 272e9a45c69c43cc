package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
@Timeout(120)
class PageRoutesTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        Router router = Router.router(vertx);
        new PageRoutes(vertx).mount(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        port = server.actualPort();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/ward/FJO/LUN, text/html; charset=utf-8",
        "/house/FJO, text/html; charset=utf-8",
        "/alerts/FJO, text/html; charset=utf-8",
        "/capacity/FJO, text/html; charset=utf-8",
        "/work/FJO, text/html; charset=utf-8",
        "/catalogue, text/html; charset=utf-8",
        "/tasks, text/html; charset=utf-8",
        "/tasks-worker.js, text/javascript; charset=utf-8",
        "/static/tasks/flyt.webmanifest, application/manifest+json",
        "/static/tasks/flyt-192.png, image/png",
        "/api, text/html; charset=utf-8",
        "/api/api.js, text/javascript; charset=utf-8",
        "/api/api.css, text/css; charset=utf-8",
        "/api/openapi.yaml, application/yaml",
        "/api/asyncapi.yaml, application/yaml",
        "/api/schema/report.schema.json, application/json",
        "/static/css/tokens.css, text/css; charset=utf-8",
        "/static/font/source-sans-3-latin.woff2, font/woff2",
        "/webjars/swagger-ui/5.34.1/swagger-ui.css, text/css; charset=utf-8"
    })
    void everyPageAndWhatItLoadsIsServed(String path, String mediaType) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType);
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void aPageRunsNoScriptButItsOwn() throws Exception {
        HttpResponse<byte[]> ward = get("/ward/FJO/LUN");
        String html = new String(ward.body(), StandardCharsets.UTF_8);
        assertThat(ward.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'; script-src 'sha256-"
                        + digest(html, "<script type=\"module\">", "</script>") + "'; style-src 'sha256-"
                        + digest(html, "<style>", "</style>") + "'; worker-src 'self';")
                .doesNotContain("unsafe");
    }

    @Test
    void aPageIsOneAnswer() throws Exception {
        assertThat(new String(get("/tasks").body(), StandardCharsets.UTF_8))
                .as("neither style sheet nor script has to be asked for, and the font comes after the text")
                .doesNotContain("<link rel=\"stylesheet\"", "<script type=\"module\" src", "rel=\"preload\"")
                .contains("flyt-tasks-page", "@font-face", "# sourceMappingURL=/static/tasks/tasks-page.js.map");
    }

    private static String digest(String html, String from, String to) throws Exception {
        int begin = html.indexOf(from) + from.length();
        byte[] inside = html.substring(begin, html.indexOf(to, begin)).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(inside));
    }

    @Test
    void aKnownFileIsNotSentAgain() throws Exception {
        String tag = get("/static/css/tokens.css").headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = get("/static/css/tokens.css", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("/static/css/tokens.css", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void textIsCompressedForWhoTakesIt() throws Exception {
        HttpResponse<byte[]> zipped = get("/api/openapi.yaml", "Accept-Encoding", "br, gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(unzipped.readAllBytes())
                    .isEqualTo(get("/api/openapi.yaml").body());
        }
    }

    @Test
    void whatHasItsVersionInItsPathIsKeptForEver() throws Exception {
        assertThat(get("/webjars/swagger-ui/5.34.1/swagger-ui.css").headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(get("/static/css/tokens.css").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void thePhonesWorkerSaysTheVersionOfItsFilesAndMayFetchThemAlone() throws Exception {
        HttpResponse<byte[]> answer = get("/tasks-worker.js");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .containsPattern("const VERSION = '[0-9a-f]{20}';")
                .doesNotContain("{version}");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(get("/tasks").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("manifest-src 'self'");
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }
}
