package flyt.access.oidc;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something of the provider's, fetched when it is first needed and kept for a while. Usable from any thread.
 *
 * <p>One fetch at a time, however many ask. When the provider is away the old one serves on, for at most {@link #USABLE}.
 *
 * @param <T> immutable
 */
final class Kept<T> {
    /** After this a new one is fetched. */
    static final Duration FRESH = Duration.ofHours(1);

    /** How long an old one serves while no new one can be had. */
    static final Duration USABLE = Duration.ofHours(24);

    /** Between two fetches that nothing but strangers' tokens ask for. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final Supplier<Future<T>> fetch;
    private final InstantSource clock;
    private @Nullable T value;
    private Instant fetchedAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;
    private @Nullable Future<T> underWay;

    Kept(Supplier<Future<T>> fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /** The one at hand when it is fresh, else a new one, else an old one. */
    synchronized Future<T> get() {
        T known = value;
        Instant now = clock.instant();
        if (known != null && now.isBefore(fetchedAt.plus(FRESH))) {
            return Future.succeededFuture(known);
        }
        if (known == null || !now.isBefore(fetchedAt.plus(USABLE))) {
            return fetched();
        }
        return now.isBefore(triedAt.plus(PAUSE))
                ? Future.succeededFuture(known)
                : fetched().otherwise(known);
    }

    /** A newer one than that, or the same when the last fetch is too short ago to ask again. */
    synchronized Future<T> newerThan(T seen) {
        T known = value;
        if (known != null && known != seen) {
            return Future.succeededFuture(known);
        }
        return underWay == null && clock.instant().isBefore(triedAt.plus(PAUSE))
                ? Future.succeededFuture(seen)
                : fetched();
    }

    private Future<T> fetched() {
        if (underWay != null) {
            return underWay;
        }
        Promise<T> arrival = Promise.promise();
        underWay = arrival.future();
        triedAt = clock.instant();
        // inside compose a fetch that throws is a fetch that fails
        var asked = Future.succeededFuture().compose(now -> fetch.get()).onComplete(done -> {
            keep(done.result());
            arrival.handle(done);
        });
        return arrival.future();
    }

    private synchronized void keep(@Nullable T fetched) {
        underWay = null;
        if (fetched != null) {
            value = fetched;
            fetchedAt = clock.instant();
        }
    }
}
