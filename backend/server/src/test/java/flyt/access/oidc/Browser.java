package flyt.access.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser that keeps the cookies of one server and shows them to it alone; it follows redirects only when told. */
public final class Browser {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String home;

    /** A new one, which knows nobody. */
    public Browser(String home) {
        this.home = home;
    }

    /** Opens an address, or a path at home. */
    public HttpResponse<String> open(String address) {
        URI uri = URI.create(home).resolve(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
        if (isHome(uri) && !cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = send(request.build());
        if (isHome(uri)) {
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
        }
        return answer;
    }

    /** Opens what an answer points to. */
    public HttpResponse<String> follow(HttpResponse<String> answer) {
        return open(answer.headers().firstValue("Location").orElseThrow());
    }

    /** What it has been given under this name, or null. */
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** Posts a form as a server would: without cookies. */
    public HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(home).resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isHome(URI uri) {
        return uri.toString().startsWith(home);
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int sign = pair.indexOf('=');
        if (header.contains("Max-Age=0")) {
            String gone = cookies.remove(pair.substring(0, sign));
        } else {
            String before = cookies.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
    }
}
