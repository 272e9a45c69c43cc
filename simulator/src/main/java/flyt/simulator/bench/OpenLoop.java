package flyt.simulator.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Posts reports at moments fixed before, whether or not the answers to earlier ones have come: who
 * is slow cannot slow the asking down.
 */
final class OpenLoop {

    /** A report that was posted; times by {@link System#nanoTime}. {@code seq} -1: not accepted. */
    record Sent(Posting posting, long intended, long sent, int status, long seq) {}

    private final HttpClient client;
    private final Context context;

    OpenLoop(Vertx vertx) {
        context = vertx.getOrCreateContext();
        client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(64));
    }

    /** Moments of a Poisson process, as nanoseconds from its beginning. */
    static long[] moments(int count, double perSecond, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] moments = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += -Math.log(1 - random.nextDouble()) / perSecond;
            moments[i] = (long) (at * 1e9);
        }
        return moments;
    }

    /** Posts each at its moment from {@code start} on; blocks until all are answered. */
    List<Sent> run(Side side, List<Posting> postings, List<Buffer> bodies, long start, long[] moments) {
        List<Future<Sent>> answers = new ArrayList<>();
        for (int i = 0; i < postings.size(); i++) {
            long intended = start + moments[i];
            Posting posting = postings.get(i);
            Buffer body = bodies.get(i);
            MainThread.restUntil(intended);
            Promise<Sent> answer = Promise.promise();
            context.runOnContext(now -> {
                var unused = post(side, posting, body, intended).onComplete(answer);
            });
            answers.add(answer.future());
        }
        return MainThread.await(Future.all(answers)).list();
    }

    private Future<Sent> post(Side side, Posting posting, Buffer body, long intended) {
        long sent = System.nanoTime();
        return Future.fromCompletionStage(side.authorization(), context)
                .compose(authorization -> client.request(
                                HttpMethod.POST, side.port(), "127.0.0.1", side.reportPath(posting.wards()))
                        .compose(request -> request.putHeader("content-type", "application/json")
                                .putHeader("authorization", authorization)
                                .send(body)))
                .compose(response -> response.body()
                        .map(content -> new Sent(
                                posting, intended, sent, response.statusCode(), seq(response.statusCode(), content))));
    }

    private static long seq(int status, Buffer content) {
        return status == 200 ? content.toJsonObject().getLong("seq", -1L) : -1;
    }

    Future<Void> close() {
        return client.close();
    }
}
