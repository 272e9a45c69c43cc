package flyt;

import flyt.fhir.Fhir;
import flyt.intake.fhir.FhirAnswers;
import flyt.intake.fhir.FhirDoor;
import flyt.intake.http.Routes;
import flyt.runtime.Hospitals;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;

/** FHIR R4: puts its parts together. */
final class FhirParts {
    private final Routes routes;

    FhirParts(Vertx vertx, Hospitals hospitals) {
        FhirAnswers answers = new FhirAnswers(new Fhir(vertx));
        this.routes = new FhirDoor(
                answers, hospitals, List.of(), InstantSource.system().instant());
    }

    Routes routes() {
        return routes;
    }
}
