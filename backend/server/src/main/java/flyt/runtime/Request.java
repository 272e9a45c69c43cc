package flyt.runtime;

import io.vertx.core.Promise;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some submissions that came together and are answered together. Used by one writer. */
final class Request {
    private final List<Submission> submissions;
    private final @Nullable Answer[] answers;
    private final Promise<List<Answer>> promise;
    private final long bornNanos;
    private int open;

    Request(List<Submission> submissions, Promise<List<Answer>> promise, long bornNanos) {
        this.submissions = submissions;
        this.answers = new Answer[submissions.size()];
        this.promise = promise;
        this.bornNanos = bornNanos;
        this.open = submissions.size();
    }

    int size() {
        return submissions.size();
    }

    /** The whole request fails; what of it was taken before is answered as repeated when it is sent again. */
    void fail(Throwable cause) {
        boolean unused = promise.tryFail(cause);
    }

    /** One submission of a request, waiting for its turn. */
    record Pending(Request request, int index) {
        Submission submission() {
            return request.submissions.get(index);
        }

        long bornNanos() {
            return request.bornNanos;
        }

        void answer(Answer answer) {
            request.answers[index] = answer;
            request.open--;
            if (request.open == 0) {
                boolean unused = request.promise.tryComplete(
                        Arrays.stream(request.answers).toList());
            }
        }

        /** See {@link Request#fail}. */
        void fail(Throwable cause) {
            request.fail(cause);
        }
    }
}
