package flyt.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The submissions that wait for a hospital's writer, in the order in which they came. Used by one writer. */
final class WaitingLine {
    private static final int MOST_WAITING = 50_000;

    private final Deque<Request.Pending> line = new ArrayDeque<>();

    /** Whether so many wait that more would wait too long. */
    boolean isTooLong() {
        return line.size() > MOST_WAITING;
    }

    /** At the end of the line, all of a request. */
    void add(Request request) {
        for (int index = 0; index < request.size(); index++) {
            line.add(new Request.Pending(request, index));
        }
    }

    /** At the head of the line, in their order: they had their turn and it came to nothing. */
    void again(List<Request.Pending> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            line.addFirst(taken.get(i));
        }
    }

    /** The next in line, taken out of it; null when nobody waits. */
    Request.@Nullable Pending next() {
        return line.poll();
    }

    /** Nobody waits any more: all are told this. */
    void failAll(Throwable cause) {
        line.forEach(pending -> pending.fail(cause));
        line.clear();
    }
}
