package flyt;

import flyt.fhir.Fhir;
import flyt.intake.fhir.FhirAnswers;
import flyt.intake.fhir.FhirDoor;
import flyt.intake.fhir.in.FhirDesk;
import flyt.intake.fhir.in.FhirIn;
import flyt.intake.fhir.in.FhirIntake;
import flyt.intake.fhir.in.FhirTeller;
import flyt.intake.fhir.in.Wishes;
import flyt.intake.http.Entrance;
import flyt.intake.http.Gate;
import flyt.intake.http.MessageDesk;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReportReader;
import flyt.intake.http.Routes;
import flyt.intake.http.Teller;
import flyt.journal.Inbox;
import flyt.journal.Journal;
import flyt.ops.Metrics;
import flyt.runtime.Hospitals;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** FHIR R4: puts its parts together. */
final class FhirParts {
    private final Routes routes;
    private final MessageDesk desk;

    FhirParts(
            Vertx vertx,
            Hospitals hospitals,
            Access access,
            ReportReader reports,
            Inbox inbox,
            Journal journal,
            Metrics metrics) {
        Fhir fhir = new Fhir(vertx);
        Entrance entrance = access.entrance();
        InstantSource clock = InstantSource.system();
        Pseudonyms pseudonyms = reports.pseudonyms();
        FhirTeller teller = new FhirTeller(
                hospitals,
                new Teller(hospitals, reports, metrics),
                new Wishes(hospitals, journal, pseudonyms, metrics),
                pseudonyms);
        FhirIntake intake = new FhirIntake(vertx, hospitals, teller, pseudonyms, inbox, metrics, clock);
        FhirIn in =
                new FhirIn(vertx, fhir, new Gate(entrance.doorkeeper(), metrics), hospitals, intake, pseudonyms, clock);
        this.desk = new FhirDesk(fhir, access.systems(), inbox, intake);
        this.routes = new FhirDoor(new FhirAnswers(fhir), hospitals, in.interactions(), clock.instant());
    }

    Routes routes() {
        return routes;
    }

    /** Where what came in is looked into. */
    MessageDesk desk() {
        return desk;
    }
}
