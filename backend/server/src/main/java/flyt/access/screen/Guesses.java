package flyt.access.screen;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import flyt.access.TooMany;
import java.time.Duration;
import java.time.Instant;

/** Counts wrong codes, so that nobody finds another's screen by trying: {@value #WRONG_MAX} in a minute and no more. */
final class Guesses {
    static final int WRONG_MAX = 10;
    private static final long WINDOW_SECONDS = 60;
    private static final int GUESSERS_MAX = 10_000;

    /** Wrong codes since a moment. */
    private record Window(Instant since, int wrong) {}

    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(GUESSERS_MAX)
            .expireAfterWrite(Duration.ofSeconds(2 * WINDOW_SECONDS))
            .build();

    /** Throws {@link TooMany} for somebody who has guessed too much. */
    void admit(String who, Instant now) {
        Window window = windows.getIfPresent(who);
        if (window != null && window.wrong() >= WRONG_MAX && isOpen(window, now)) {
            long left = Duration.between(now, window.since().plusSeconds(WINDOW_SECONDS))
                    .toSeconds();
            throw new TooMany((int) Math.max(1, left));
        }
    }

    /** Notes a wrong code. */
    void wrong(String who, Instant now) {
        var unused = windows.asMap()
                .compute(
                        who,
                        (key, window) -> window != null && isOpen(window, now)
                                ? new Window(window.since(), window.wrong() + 1)
                                : new Window(now, 1));
    }

    private static boolean isOpen(Window window, Instant now) {
        return now.isBefore(window.since().plusSeconds(WINDOW_SECONDS));
    }
}
