package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Rows for tests, where the numbers say what is whose, and waiting for answers. */
final class Rows {
    static final Instant DAY = Instant.parse("2026-11-12T08:00:00Z");

    private Rows() {}

    /** Event {@code seq}, recorded {@code seq} seconds into the day, of stay {@code V<seq % 3>}. */
    static EventRow event(long seq) {
        return event(seq, "m" + seq, "{\"seq\": " + seq + "}");
    }

    static EventRow event(long seq, String messageId, String body) {
        Instant recorded = DAY.plusSeconds(seq);
        return new EventRow(
                seq,
                recorded,
                recorded.minusMillis(1500),
                "patient-admitted",
                "pas",
                messageId,
                null,
                "V" + seq % 3,
                body);
    }

    static List<EventRow> events(long from, long to) {
        List<EventRow> events = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            events.add(event(seq));
        }
        return events;
    }

    static InputRow input(String messageId, Long seq) {
        return new InputRow(key(messageId, "content"), "{\"outcome\":\"accepted\"}", seq, DAY);
    }

    static InputKey key(String messageId, String content) {
        return new InputKey("pas", messageId, Buffer.buffer(content));
    }

    static IdentityRow patient(String key, String number, String given, Instant changedAt) {
        return new IdentityRow(key, "patient", number, given, null, null, null, changedAt);
    }

    /** Waits up to 50 s; a failure comes out as itself, or wrapped when it is checked. */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(50, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new CompletionException(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }
}
