package flyt.access.oidc;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests to the provider, carried by Vert.x. Each one has a time limit from connecting to the last byte, its answer a size
 * limit, and all of them together a number; redirects are not followed. Usable from any thread.
 *
 * <p>Fails with {@link InTrouble}: {@code PROVIDER_AWAY}, or {@code TOO_MANY} when the number is reached. An answer of the
 * provider that is an error is an answer.
 */
final class ProviderWire {
    private static final int ANSWER_MAX = 512 * 1024;
    private static final int UNDER_WAY_MAX = 64;
    private static final int CONNECTIONS_MAX = 16;

    private final HttpClient client;
    private final long patienceMs;
    private final AtomicInteger underWay = new AtomicInteger();

    ProviderWire(Vertx vertx, Duration patience) {
        this.patienceMs = patience.toMillis();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) patienceMs).setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
    }

    Future<HTTPResponse> send(HTTPRequest asked) {
        if (underWay.incrementAndGet() > UNDER_WAY_MAX) {
            underWay.decrementAndGet();
            return Future.failedFuture(new InTrouble(Trouble.TOO_MANY, "too many requests to the provider at once"));
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(asked.getMethod().name()))
                .setAbsoluteURI(asked.getURL())
                .setConnectTimeout(patienceMs);
        asked.getHeaderMap()
                .forEach((name, values) -> values.forEach(value -> {
                    RequestOptions more = options.addHeader(name, value);
                }));
        Buffer body = Buffer.buffer(asked.getBody() == null ? "" : asked.getBody());
        return client.request(options)
                .compose(request -> request.send(body)
                        .compose(response -> new Answer(response).read())
                        .timeout(patienceMs, TimeUnit.MILLISECONDS)
                        .onFailure(failure -> {
                            var gone = request.reset();
                        }))
                .recover(failure -> Future.failedFuture(away(asked, failure)))
                .onComplete(done -> underWay.decrementAndGet());
    }

    Future<Void> close() {
        return client.close();
    }

    private static InTrouble away(HTTPRequest asked, Throwable failure) {
        return failure instanceof InTrouble known
                ? known
                : new InTrouble(
                        Trouble.PROVIDER_AWAY,
                        asked.getURL().getHost() + " does not answer: "
                                + failure.getClass().getSimpleName());
    }

    /** One answer on its way in. */
    private static final class Answer {
        private final HttpClientResponse response;
        private final Promise<HTTPResponse> whole = Promise.promise();
        private final Buffer soFar = Buffer.buffer();

        Answer(HttpClientResponse response) {
            this.response = response;
        }

        Future<HTTPResponse> read() {
            HttpClientResponse reading = response.handler(this::take)
                    .endHandler(end -> {
                        var first = whole.tryComplete(translated());
                    })
                    .exceptionHandler(failure -> {
                        var first = whole.tryFail(failure);
                    });
            return whole.future();
        }

        private void take(Buffer part) {
            if (soFar.length() + part.length() > ANSWER_MAX) {
                var first = whole.tryFail(new InTrouble(Trouble.PROVIDER_AWAY, "the provider's answer has no end"));
            } else {
                Buffer longer = soFar.appendBuffer(part);
            }
        }

        private HTTPResponse translated() {
            HTTPResponse answer = new HTTPResponse(response.statusCode());
            for (String name : response.headers().names()) {
                answer.setHeader(name, response.headers().getAll(name).toArray(String[]::new));
            }
            answer.setBody(soFar.toString(StandardCharsets.UTF_8));
            return answer;
        }
    }
}
