package flyt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks https by itself: it says so to browsers, and binds its cookies to it. */
@Timeout(120)
class TlsTest {
    @TempDir
    private Path folder;

    @Test
    void withACertificateThereIsHttpsAndNothingElse() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
        Path pem = Path.of(certificate.certificatePath());
        RunningServer server = null;
        try {
            server = within(Main.start(Map.of(
                    "FLYT_DATA_DIR",
                    folder.toString(),
                    "FLYT_HOSPITAL_FILES",
                    "fjordvik",
                    "FLYT_HTTP_PORT",
                    "0",
                    "FLYT_FORECAST_MINUTES",
                    "0",
                    "FLYT_DEMO",
                    "true",
                    "FLYT_TLS_CERT_FILE",
                    pem.toString(),
                    "FLYT_TLS_KEY_FILE",
                    certificate.privateKeyPath())));
            assertThat(server.url()).startsWith("https://");
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(pem)).build();
            String home = "https://localhost:" + server.port();

            HttpResponse<String> live = client.send(
                    HttpRequest.newBuilder(URI.create(home + "/health/live")).build(), BodyHandlers.ofString());
            assertThat(live.statusCode()).isEqualTo(200);
            assertThat(live.headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=31536000; includeSubDomains");

            HttpResponse<String> signedIn = client.send(
                    HttpRequest.newBuilder(URI.create(home + "/api/v1/access/demo-sign-in"))
                            .header("Content-Type", "application/json")
                            .header("Origin", home)
                            .POST(BodyPublishers.ofString("{\"login\":\"nurse\",\"device\":\"own\"}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
            assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-flyt=")
                    .contains("; HttpOnly", "; SameSite=Strict", "; Secure");

            URI plain = URI.create("http://localhost:" + server.port() + "/health/live");
            assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        } finally {
            if (server != null) {
                within(server.stop());
            }
            certificate.delete();
        }
    }

    private static SSLContext trusting(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            store.setCertificateEntry(
                    "flyt", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
