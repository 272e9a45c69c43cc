package flyt.access.log;

import io.vertx.core.Promise;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is written to the access log: a line, or the end of a sitting whose line is there. */
sealed interface Stroke {
    UUID key();

    /**
     * A new line.
     *
     * @param member the process that keeps it open; null: a moment
     * @param written told when it is on disk; null: nobody waits for it
     */
    record Line(UUID key, LogEntry entry, @Nullable String member, @Nullable Promise<Void> written) implements Stroke {}

    /** The end of a sitting. */
    record End(UUID key, Instant until) implements Stroke {}
}
