package flyt.simulator.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a system of ours shows at the doors of one server: an access token, which its credential is exchanged for (OAuth 2.0
 * client credentials) and which is renewed before it ends. Usable from any thread.
 */
public final class Pass {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String url;
    private final String client;
    private final HttpRequest question;
    private final LongSupplier nanos;
    private CompletableFuture<String> header = CompletableFuture.completedFuture("");
    /** Until when the header is shown; past that, and while there has been none, it is asked for. */
    private long until;

    /** The server does not take the credential. */
    public static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(String url, String client) {
            super(
                    "the server at " + url + " does not know the client " + client
                            + " by this secret; its FLYT_CLIENTS_FILE declares who may report to it, or an administrator lets it in");
        }
    }

    /**
     * @param url the server, {@code http://127.0.0.1:8080}
     * @param nanos a clock such as {@link System#nanoTime}
     */
    public Pass(String url, Credential credential, LongSupplier nanos) {
        this.url = url.replaceAll("/+$", "");
        this.client = credential.client();
        this.nanos = nanos;
        this.until = nanos.getAsLong();
        this.question = HttpRequest.newBuilder(URI.create(this.url + "/api/v1/access/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + encoded(client)
                        + "&client_secret=" + encoded(credential.secret())))
                .build();
    }

    /** The server it is for; no slash at its end. */
    public String url() {
        return url;
    }

    /**
     * The value of an {@code Authorization} header. Asks the server at most once at a time.
     *
     * @return fails with {@link Unknown}, or with an {@link IOException} when the server is away or busy
     */
    public synchronized CompletableFuture<String> header() {
        if (header.isDone() && nanos.getAsLong() - until >= 0) {
            header = ask();
        }
        return header;
    }

    /** Waits for {@link #header()}. */
    public String awaitHeader() throws IOException {
        try {
            return header().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unknown unknown) {
                throw unknown;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The server answered 401 to this header: the next is another. */
    public synchronized void refused(String shown) {
        if (header.isDone()
                && !header.isCompletedExceptionally()
                && header.join().equals(shown)) {
            until = nanos.getAsLong();
        }
    }

    private CompletableFuture<String> ask() {
        CompletableFuture<String> asked = new CompletableFuture<>();
        var unused = CLIENT.sendAsync(question, BodyHandlers.ofString())
                .thenApply(this::granted)
                .whenComplete((granted, failure) -> {
                    boolean first = failure == null
                            ? asked.complete(granted)
                            : asked.completeExceptionally(
                                    failure instanceof CompletionException ? failure.getCause() : failure);
                });
        return asked;
    }

    private String granted(HttpResponse<String> answer) {
        if (answer.statusCode() == 401) {
            throw new Unknown(url, client);
        }
        JsonNode grant = answer.statusCode() == 200 ? json(answer.body()) : null;
        if (grant == null || !grant.path("access_token").isTextual()) {
            throw new CompletionException(new IOException("no access token, but " + answer.statusCode()));
        }
        renewAfter(Duration.ofSeconds(grant.path("expires_in").asLong()));
        return "Bearer " + grant.path("access_token").asText();
    }

    private synchronized void renewAfter(Duration lasts) {
        Duration shown = lasts.minus(BEFORE_ITS_END);
        until = nanos.getAsLong() + (shown.compareTo(lasts.dividedBy(2)) > 0 ? shown : lasts.dividedBy(2)).toNanos();
    }

    private static @Nullable JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
