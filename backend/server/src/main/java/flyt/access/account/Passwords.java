package flyt.access.account;

import flyt.access.TooMany;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and compares passwords on a few threads of its own, so that a flood of them slows nothing else: what does not fit into
 * its short queue is refused.
 */
public final class Passwords {
    /** Beyond these a guest would wait longer than a second. */
    private static final int WAITING_MAX = 16;

    private static final int RETRY_SECONDS = 2;
    /** Of a password that nobody has; compared when there is none, so that it takes as long. */
    private static final String OF_NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();

    /** One per member; its threads end with Vert.x. */
    public Passwords(Vertx vertx) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
        workers = vertx.createSharedWorkerExecutor("flyt-passwords", threads);
    }

    /** The hash to keep. */
    public Future<String> hash(String password) {
        return work(() -> Argon2id.hash(password));
    }

    /**
     * Whether a password has this hash.
     *
     * @param hash null: there is none, and the answer is no after the same time
     */
    public Future<Boolean> matches(String password, @Nullable String hash) {
        return work(() -> Argon2id.matches(password, hash == null ? OF_NOBODY : hash) && hash != null);
    }

    private <T> Future<T> work(Callable<T> hashing) {
        if (waiting.incrementAndGet() > WAITING_MAX) {
            waiting.decrementAndGet();
            return Future.failedFuture(new TooMany(RETRY_SECONDS));
        }
        return workers.executeBlocking(hashing, false).onComplete(done -> waiting.decrementAndGet());
    }
}
