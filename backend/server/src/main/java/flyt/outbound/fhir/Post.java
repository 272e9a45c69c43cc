package flyt.outbound.fhir;

import flyt.fhir.Fhir;
import flyt.fhir.Subscribed;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries notifications to where the file of hooks says that they may go, by HTTP: the channel {@code rest-hook}. */
final class Post implements Carrier {
    private static final int TIMEOUT_SECONDS = 20;
    private static final int TIMEOUT_MAX_SECONDS = 120;

    private final HttpClient client;
    private final HookFile file;

    Post(HttpClient client, HookFile file) {
        this.client = client;
        this.file = file;
    }

    @Override
    public @Nullable String refusal(Subscribed one) {
        return file.headersFor(one.endpoint()).isPresent() ? null : "not-a-receiver";
    }

    @Override
    public Future<Void> carry(Subscribed one, Buffer notification) {
        Optional<Map<String, String>> headers = file.headersFor(one.endpoint());
        long limit = TimeUnit.SECONDS.toMillis(
                Math.max(1, Math.min(TIMEOUT_MAX_SECONDS, one.timeoutSeconds(TIMEOUT_SECONDS))));
        // where a receiver sends on to is not where it may be called
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(one.endpoint())
                .setFollowRedirects(false)
                .setTimeout(limit)
                .putHeader("Content-Type", Fhir.JSON + ";charset=utf-8");
        for (Map.Entry<String, String> header : headers.orElse(Map.of()).entrySet()) {
            options = options.putHeader(header.getKey(), header.getValue());
        }
        return client.request(options)
                .compose(request -> sent(request, notification))
                .timeout(limit, TimeUnit.MILLISECONDS);
    }

    private static Future<Void> sent(HttpClientRequest request, Buffer body) {
        return request.send(body).compose(response -> read(response)
                .compose(read -> response.statusCode() / 100 == 2
                        ? Future.succeededFuture()
                        : Future.failedFuture(new NotTaken(response.statusCode()))));
    }

    private static Future<Void> read(HttpClientResponse response) {
        return response.end();
    }
}
