package flyt;

import flyt.fhir.Fhir;
import flyt.intake.fhir.Interaction;
import flyt.intake.fhir.in.FhirDesk;
import flyt.intake.fhir.in.FhirIn;
import flyt.intake.fhir.in.FhirIntake;
import flyt.intake.fhir.in.FhirTeller;
import flyt.intake.fhir.in.Wishes;
import flyt.intake.http.Gate;
import flyt.intake.http.MessageDesk;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReportReader;
import flyt.intake.http.Teller;
import flyt.journal.Inbox;
import flyt.journal.Journal;
import flyt.ops.Metrics;
import flyt.runtime.Hospitals;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;

/** FHIR R4 coming in: puts its parts together. */
final class FhirInbound {
    private final Fhir fhir;
    private final FhirIn in;
    private final MessageDesk desk;

    FhirInbound(
            Vertx vertx,
            Hospitals hospitals,
            Access access,
            ReportReader reports,
            Inbox inbox,
            Journal journal,
            Metrics metrics) {
        this.fhir = new Fhir(vertx);
        InstantSource clock = InstantSource.system();
        Pseudonyms pseudonyms = reports.pseudonyms();
        FhirTeller teller = new FhirTeller(
                hospitals,
                new Teller(hospitals, reports, metrics),
                new Wishes(hospitals, journal, pseudonyms, metrics),
                pseudonyms);
        FhirIntake intake = new FhirIntake(vertx, hospitals, teller, pseudonyms, inbox, metrics, clock);
        Gate gate = new Gate(access.entrance().doorkeeper(), metrics);
        this.in = new FhirIn(vertx, fhir, gate, hospitals, intake, pseudonyms, clock);
        this.desk = new FhirDesk(fhir, access.systems(), inbox, intake);
    }

    /** The library, for the door. */
    Fhir fhir() {
        return fhir;
    }

    /** What can be told. */
    List<Interaction> interactions() {
        return in.interactions();
    }

    /** Where what came in is looked into. */
    MessageDesk desk() {
        return desk;
    }
}
