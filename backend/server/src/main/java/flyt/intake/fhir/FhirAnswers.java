package flyt.intake.fhir;

import flyt.domain.place.HospitalId;
import flyt.fhir.Fhir;
import flyt.intake.http.Answers;
import flyt.intake.http.Failures;
import flyt.intake.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** How everything at this door is answered: with a resource, or with an OperationOutcome of what went wrong. */
public final class FhirAnswers {
    private final Fhir fhir;

    public FhirAnswers(Fhir fhir) {
        this.fhir = fhir;
    }

    /**
     * Answers what is asked of the hospital in the path, once the library is there. What brings a body is asked at once, since a
     * body does not wait: whoever reads it loads the library then.
     *
     * @param answer gives the JSON of a resource; fails as the other doors' answers do
     */
    public void send(RoutingContext context, Function<HospitalId, Future<Said>> answer) {
        var sent = Answers.hospital(context)
                .compose(hospital -> (bringsBody(context) ? Future.<Void>succeededFuture() : fhir.load())
                        .compose(loaded -> answer.apply(hospital)))
                .compose(said -> said.send(context.response()))
                .onFailure(failure -> fail(context, failure));
    }

    private static boolean bringsBody(RoutingContext context) {
        return context.request().method() == HttpMethod.POST
                || context.request().method() == HttpMethod.PUT;
    }

    private void fail(RoutingContext context, Throwable failure) {
        Failures.answer(context, failure, this::told);
    }

    private Future<Void> told(Problem problem, HttpServerResponse response) {
        HttpServerResponse answer = problem.retryAfterSeconds() == 0
                ? response
                : response.putHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
        return fhir.load().compose(loaded -> new Said(problem.status(), Outcomes.json(problem)).send(answer));
    }
}
