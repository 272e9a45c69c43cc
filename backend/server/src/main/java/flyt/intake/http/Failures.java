package flyt.intake.http;

import flyt.access.TooMany;
import flyt.access.account.Unacceptable;
import flyt.access.log.LogFull;
import flyt.journal.JournalAway;
import flyt.journal.Unstorable;
import flyt.runtime.ClockRefused;
import flyt.runtime.OwnerAway;
import flyt.runtime.TooBusy;
import flyt.runtime.UnknownHospital;
import flyt.runtime.UnknownWard;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failed futures as problems for the client. What nobody foresaw is logged here and told without its cause. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** RFC 9113, 8.1: the answer is complete, the rest of the request is not wanted. */
    private static final long NO_ERROR = 0;

    private Failures() {}

    /** A failure that knows its answer. */
    static final class Answered extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Answered(Problem problem) {
            super(problem.body().getString("title"), null, false, false);
            this.problem = problem;
        }
    }

    /** A failed future with this answer. */
    public static <T> Future<T> answer(Problem problem) {
        return Future.failedFuture(new Answered(problem));
    }

    /** Answers a request that failed, unless it has been answered or its connection is gone. */
    static void answer(RoutingContext context, Throwable failure) {
        answer(context, failure, Problem::send);
    }

    /** The same in other words; {@code telling} ends the response. */
    public static void answer(
            RoutingContext context, Throwable failure, BiFunction<Problem, HttpServerResponse, Future<Void>> telling) {
        HttpServerResponse response = context.response();
        if (!response.ended() && !response.closed() && !response.headWritten()) {
            leaveUnread(context.request());
            var sent = telling.apply(problem(failure), response);
        }
    }

    /** Of a body that is still coming nothing more is read: behind the answer the connection ends, or with HTTP/2 the stream. */
    private static void leaveUnread(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        boolean announced = request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
        if (request.isEnded() || !(announced || request.version() == HttpVersion.HTTP_2)) {
            return;
        }
        HttpServerRequest paused = request.pause();
        HttpServerResponse response = paused.response();
        HttpServerResponse ending;
        if (request.version() == HttpVersion.HTTP_2) {
            ending = response.endHandler(sent -> {
                var reset = response.reset(NO_ERROR);
            });
        } else {
            ending = response.putHeader("Connection", "close").endHandler(sent -> {
                var closed = paused.connection().close();
            });
        }
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof Answered answered) {
            return answered.problem;
        } else if (failure instanceof TooMany tooMany) {
            return AccessProblems.tooMany(tooMany);
        } else if (failure instanceof Unacceptable unacceptable) {
            return AccessProblems.of(unacceptable);
        } else if (failure instanceof UnknownHospital) {
            return Problem.unknownHospital();
        } else if (failure instanceof UnknownWard) {
            return Problem.unknownWard();
        } else if (failure instanceof JournalAway) {
            return Problem.journalAway();
        } else if (failure instanceof LogFull) {
            return AccessProblems.logFull();
        } else if (failure instanceof OwnerAway) {
            return Problem.ownerAway("The hospital is being taken over by another member. Nothing was taken.");
        } else if (failure instanceof TooBusy) {
            return Problem.ownerAway("Too much is waiting already. Nothing was taken.");
        } else if (failure instanceof ClockRefused refused) {
            return clock(refused);
        } else if (failure instanceof Unstorable) {
            return Problem.faulty(422, "report", List.of(new Fault("", "holds something that cannot be stored")));
        }
        LOG.error("A request failed", failure);
        return Problem.failed();
    }

    private static Problem clock(ClockRefused refused) {
        String title =
                switch (refused.reason()) {
                    case NOT_DRIVEN -> "This hospital runs on the system clock.";
                    case TIME_GOES_BACK -> "Hospital time never goes back.";
                };
        return Problem.refused(refused.reason().name(), title);
    }
}
