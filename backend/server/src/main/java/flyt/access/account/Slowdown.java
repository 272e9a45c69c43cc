package flyt.access.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * Slows down those who guess, and never locks anybody out. Two counts of attempts that have not come out right: of each login
 * name (or client), whether it exists or not, and of each address. The wait doubles with each, up to 30 s.
 */
public final class Slowdown {
    /*
     * An attempt is counted before its password is compared and taken back when it was right. Otherwise a thousand
     * attempts at once would all pass before the first of them has failed.
     */
    private static final int LONGEST_SECONDS = 30;
    /** A hospital may have one address for all its people, and hands slip. */
    private static final int FREE_PER_ADDRESS = 50;

    private static final int REMEMBERED = 100_000;
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final Cache<String, Count> names = remembering();
    private final Cache<String, Count> addresses = remembering();

    private record Count(int attempts, Instant notBefore) {
        static final Count NONE = new Count(0, Instant.MIN);
    }

    public Slowdown(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt, unless it comes too early.
     *
     * @return seconds to wait; 0: go on, and tell {@link #forgive} if it was right
     */
    public int enter(String name, String address) {
        int wait = seconds(names.get(name, fresh -> Count.NONE).notBefore(), clock.instant());
        if (wait == 0) {
            wait = enter(addresses, network(address), FREE_PER_ADDRESS);
        }
        return wait > 0 ? wait : enter(names, name, 0);
    }

    /** The attempt was right. */
    public void forgive(String name, String address) {
        names.invalidate(name);
        addresses
                .asMap()
                .computeIfPresent(
                        network(address),
                        (key, count) -> new Count(Math.max(0, count.attempts() - 1), count.notBefore()));
    }

    /** How long to wait after so many failures in a row, the last of them then; for the count that all members share. */
    int waitSeconds(int failures, Instant last) {
        return failures == 0 ? 0 : seconds(last.plusSeconds(delay(failures)), clock.instant());
    }

    private int enter(Cache<String, Count> counts, String key, int free) {
        Instant now = clock.instant();
        int[] wait = {0};
        var counted = counts.asMap().compute(key, (same, before) -> {
            Count count = before == null ? Count.NONE : before;
            wait[0] = seconds(count.notBefore(), now);
            if (wait[0] > 0) {
                return count;
            }
            int attempts = count.attempts() + 1;
            return new Count(attempts, attempts <= free ? Instant.MIN : now.plusSeconds(delay(attempts - free)));
        });
        return wait[0];
    }

    private static int delay(int attempts) {
        return Math.min(LONGEST_SECONDS, 1 << Math.min(attempts - 1, 5));
    }

    private static int seconds(Instant notBefore, Instant now) {
        return notBefore.isAfter(now)
                ? (int) Duration.between(now, notBefore).plusMillis(999).toSeconds()
                : 0;
    }

    /** One house has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
        String[] groups = address.split("%", 2)[0].split(":", -1);
        return String.join(":", Arrays.copyOf(groups, Math.min(groups.length, 4)));
    }

    private static Cache<String, Count> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(MEMORY)
                .build();
    }
}
