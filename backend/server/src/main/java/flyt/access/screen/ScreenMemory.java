package flyt.access.screen;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import flyt.access.Principal.Screen;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a member remembers about screens, for at most {@link #AGE_MAX}, and also who is none. Usable from any thread. */
final class ScreenMemory {
    static final Duration AGE_MAX = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final Cache<String, Optional<Screen>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AGE_MAX).build();
    private final AtomicLong forgotten = new AtomicLong();

    /**
     * What is remembered under this key, or else what is read now. What was read while something was forgotten is not kept: it
     * may be older than that.
     */
    Future<Optional<Screen>> get(String key, Supplier<Future<Optional<Screen>>> read) {
        Optional<Screen> remembered = known.getIfPresent(key);
        if (remembered != null) {
            return Future.succeededFuture(remembered);
        }
        long before = forgotten.get();
        return read.get().onSuccess(found -> {
            if (forgotten.get() == before) {
                known.put(key, found);
            }
        });
    }

    /** Forgets a screen under every key. */
    void forget(String id) {
        forgotten.incrementAndGet();
        known.asMap().values().removeIf(found -> isOf(found, id));
    }

    private static boolean isOf(Optional<Screen> found, String id) {
        @Nullable Screen screen = found.orElse(null);
        return screen == null || screen.id().equals(id);
    }
}
