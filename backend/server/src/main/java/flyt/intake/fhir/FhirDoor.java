package flyt.intake.fhir;

import flyt.domain.place.HospitalId;
import flyt.intake.http.Failures;
import flyt.intake.http.Problem;
import flyt.intake.http.Routes;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** {@code /fhir/{hospital}}: all that can be done with resources, and the statement of what that is. */
public final class FhirDoor implements Routes {
    private static final String BASE = "/fhir/:id";

    private final FhirAnswers answers;
    private final Hospitals hospitals;
    private final List<Interaction> interactions;
    private final Instant since;

    /** {@code since}: when the server came to be as it is. */
    public FhirDoor(FhirAnswers answers, Hospitals hospitals, List<Interaction> interactions, Instant since) {
        this.answers = answers;
        this.hospitals = hospitals;
        this.interactions = List.copyOf(interactions);
        this.since = since;
    }

    @Override
    public void mount(Router router) {
        router.get(BASE + "/metadata").handler(context -> answers.send(context, this::metadata));
        // an operation has the place of an id
        List<Interaction> ordered = interactions.stream()
                .sorted(Comparator.comparing((Interaction one) -> !one.kind().isOperation()))
                .toList();
        for (Interaction one : ordered) {
            router.route(one.kind().method(), BASE + one.path())
                    .handler(context -> answers.send(context, id -> one.answer().apply(context, id)));
        }
        router.route(BASE + "/*")
                .handler(context -> answers.send(context, id -> Failures.answer(Problem.unknownRoute())));
    }

    /** For everybody, as the standard asks: a client reads it before it knows how to sign in. */
    private Future<Said> metadata(HospitalId id) {
        return hospitals.definition(id).map(hospital -> Said.ok(Capabilities.json(hospital, interactions, since)));
    }
}
