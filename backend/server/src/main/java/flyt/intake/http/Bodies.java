package flyt.intake.http;

import flyt.intake.http.Failures.Answered;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Request bodies, each of at most {@value #BODY_MAX} bytes and all of them together of at most {@value #TOGETHER_MAX}, so that
 * memory stays flat whatever is sent. What is larger is not read to its end: it is answered and the connection closed.
 */
public final class Bodies {
    static final int BODY_MAX = 4 * 1024 * 1024;
    static final int TOGETHER_MAX = 64 * 1024 * 1024;

    private final AtomicLong held = new AtomicLong();

    /**
     * The body of a request that nobody has begun to read.
     *
     * @return fails with what to answer
     */
    Future<byte[]> read(HttpServerRequest request) {
        return read(request, Set.of("application/json"));
    }

    /** The same of a body of one of these types. */
    public Future<byte[]> read(HttpServerRequest request, Set<String> types) {
        Problem refusal = refusal(request, types);
        return refusal == null ? new Body(request).read() : Failures.answer(refusal);
    }

    private static @Nullable Problem refusal(HttpServerRequest request, Set<String> types) {
        String type = request.getHeader("Content-Type");
        if (type == null || !types.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            return Problem.wrongContentType(types);
        }
        String length = request.getHeader("Content-Length");
        return length != null && Long.parseLong(length) > BODY_MAX ? Problem.tooLarge(BODY_MAX) : null;
    }

    /** One body on its way in. */
    private final class Body {
        private final HttpServerRequest request;
        private final Promise<byte[]> whole = Promise.promise();
        private Buffer soFar = Buffer.buffer();

        Body(HttpServerRequest request) {
            this.request = request;
        }

        Future<byte[]> read() {
            HttpServerRequest reading = request.handler(this::take)
                    .endHandler(end -> {
                        var first = whole.tryComplete(soFar.getBytes());
                    })
                    .exceptionHandler(failure -> {
                        var first = whole.tryFail(failure);
                    });
            return whole.future().onComplete(done -> held.addAndGet(-soFar.length()));
        }

        private void take(Buffer part) {
            if (whole.future().isComplete()) {
                return;
            }
            if (soFar.length() + part.length() > BODY_MAX) {
                refuse(Problem.tooLarge(BODY_MAX));
            } else if (held.get() + part.length() > TOGETHER_MAX) {
                refuse(Problem.ownerAway("Too much is being sent at once. Nothing was taken."));
            } else {
                held.addAndGet(part.length());
                soFar = soFar.appendBuffer(part);
            }
        }

        private void refuse(Problem problem) {
            whole.fail(new Answered(problem));
        }
    }
}
