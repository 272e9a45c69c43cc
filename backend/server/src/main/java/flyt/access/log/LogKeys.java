package flyt.access.log;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Keys of lines: UUIDs of version 7 (RFC 9562), so that those of one day lie together in the index. */
final class LogKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private LogKeys() {}

    static UUID next(Instant now) {
        long high = now.toEpochMilli() << 16 | VERSION | RANDOM.nextInt(0x1000);
        return new UUID(high, RANDOM.nextLong() >>> 2 | VARIANT);
    }
}
