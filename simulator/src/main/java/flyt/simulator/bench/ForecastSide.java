package flyt.simulator.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.HdrHistogram.Histogram;

/**
 * The product while fresh forecasts are made at a pace: each a what-if, which holds a roll call and makes the forecast as it is and as
 * imagined, and leaves the hospital as it was. A server makes one in ten minutes. Begun and ended on the main thread.
 */
final class ForecastSide implements Side {
    private static final Buffer WHAT_IF = Buffer.buffer(
            "{\"close\":[],\"open\":{},\"cleaners\":0,\"discharge\":{},\"arrivalsPercent\":20,\"outbreak\":[]}");

    private final FlytSide product;
    private final Vertx vertx;
    private final long everyMs;
    private final HttpClient client;
    private final Histogram took = new Histogram(60_000_000_000L, 3);
    private final Histogram tookAtFirst = new Histogram(60_000_000_000L, 3);
    private final List<Future<Void>> asked = new ArrayList<>();
    private boolean ranIn;
    private long timer;

    ForecastSide(FlytSide product, Vertx vertx, Duration every) {
        this.product = product;
        this.vertx = vertx;
        this.everyMs = every.toMillis();
        this.client = vertx.createHttpClient();
    }

    @Override
    public void begin() {
        timer = vertx.setPeriodic(Math.max(1, everyMs / 2), everyMs, tick -> ask());
    }

    /** What was made so far was made by code that was not compiled yet. */
    void ranIn() {
        synchronized (took) {
            ranIn = true;
        }
    }

    @Override
    public void end() {
        boolean unused = vertx.cancelTimer(timer);
        var done = MainThread.await(Future.join(asked()).transform(all -> Future.succeededFuture()));
    }

    private void ask() {
        long begun = System.nanoTime();
        String path = "/api/v1/hospitals/" + product.hospital() + "/forecast/what-if";
        Future<Void> answered = Future.fromCompletionStage(authorization(), vertx.getOrCreateContext())
                .compose(header -> client.request(HttpMethod.POST, port(), "127.0.0.1", path)
                        .compose(request -> request.putHeader("content-type", "application/json")
                                .putHeader("authorization", header)
                                .send(WHAT_IF)))
                .compose(response -> response.body()
                        .compose(body -> response.statusCode() == 200
                                ? Future.<Void>succeededFuture()
                                : Future.failedFuture("a forecast was answered " + response.statusCode())))
                .onSuccess(made -> record(System.nanoTime() - begun));
        synchronized (asked) {
            asked.add(answered);
        }
    }

    private void record(long nanos) {
        synchronized (took) {
            (ranIn ? took : tookAtFirst).recordValue(nanos);
        }
    }

    private List<Future<Void>> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** How many were made, and what one takes. */
    void tell(Figures figures) {
        figures.say(String.format(
                "  %d forecasts were made beside, of 48 hours each, one in %.1f s: answered after %.0f ms at p50, %.0f at most",
                took.getTotalCount(), everyMs / 1e3, took.getValueAtPercentile(50) / 1e6, took.getMaxValue() / 1e6));
        figures.say(String.format(
                "  %d more while running in, not counted: %.0f ms at p50, %.0f at most",
                tookAtFirst.getTotalCount(),
                tookAtFirst.getValueAtPercentile(50) / 1e6,
                tookAtFirst.getMaxValue() / 1e6));
    }

    /** Why this counts for nothing: forecasts that were not made. */
    List<String> faults() {
        List<String> faults = asked().stream()
                .filter(Future::failed)
                .map(answer -> String.valueOf(answer.cause().getMessage()))
                .distinct()
                .toList();
        return took.getTotalCount() == 0 ? List.of("no forecast was made") : faults;
    }

    @Override
    public String name() {
        return "with";
    }

    @Override
    public int port() {
        return product.port();
    }

    @Override
    public String reportPath(List<String> wards) {
        return product.reportPath(wards);
    }

    @Override
    public String socketPath() {
        return product.socketPath();
    }

    @Override
    public CompletionStage<String> authorization() {
        return product.authorization();
    }

    @Override
    public String subscription(String ward) {
        return product.subscription(ward);
    }
}
