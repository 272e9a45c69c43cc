package flyt;

import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.access.SecretToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A system that may report, ask and do all that systems may, and the file that tells servers of it.
 *
 * @param clientsFile for {@code FLYT_CLIENTS_FILE}
 */
public record TestSystem(Path clientsFile, String id, String secret) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One with a fresh secret. */
    public static TestSystem declaredIn(Path folder) throws IOException {
        String secret = SecretToken.make();
        Path file = Files.writeString(
                folder.resolve("clients.json"),
                """
                {"clients":[{"id":"test","secret":"%s","name":"Test","kind":"integration","hospital":"*","scopes":"all"}]}
                """
                        .formatted(secret));
        return new TestSystem(file, "test", secret);
    }

    /** A token, good for some minutes on every server that shares the database. */
    public String token(String url) throws IOException, InterruptedException {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/access/token"))
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return JSON.readTree(answer).get("access_token").textValue();
    }
}
