package flyt.access.log;

import flyt.access.log.Stroke.End;
import flyt.access.log.Stroke.Line;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody sits before a board that shows patients, from {@link Sittings#sit} to {@link #close}. */
public final class Sitting {
    private final Sittings sittings;
    private LogEntry entry;
    private UUID key;
    private boolean closed;

    Sitting(Sittings sittings, LogEntry entry) {
        this.sittings = sittings;
        this.entry = entry;
        this.key = LogKeys.next(entry.at());
    }

    /** They see it no more; a second call changes nothing. */
    public void close() {
        sittings.ended(this);
    }

    /** Its end, or null when it has ended already. */
    synchronized @Nullable End end(Instant now) {
        if (closed) {
            return null;
        }
        closed = true;
        return new End(key, now.isBefore(entry.at()) ? entry.at() : now);
    }

    synchronized Line line(String member, @Nullable Promise<Void> written) {
        return new Line(key, entry, member, written);
    }

    /** Goes on in a new line from this moment; null when it has ended. */
    synchronized @Nullable Line again(String member, Instant from) {
        if (closed) {
            return null;
        }
        entry = entry.at(from.isBefore(entry.at()) ? entry.at() : from);
        key = LogKeys.next(entry.at());
        return new Line(key, entry, member, null);
    }
}
