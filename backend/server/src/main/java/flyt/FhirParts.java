package flyt;

import flyt.fhir.Mirror;
import flyt.fhir.Shelf;
import flyt.intake.fhir.FhirAnswers;
import flyt.intake.fhir.FhirDoor;
import flyt.intake.fhir.Interaction;
import flyt.intake.fhir.ReadRoutes;
import flyt.intake.http.Entrance;
import flyt.intake.http.Gate;
import flyt.intake.http.Routes;
import flyt.intake.http.Witness;
import flyt.journal.Database;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.runtime.Hospitals;
import flyt.runtime.Workplace;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** FHIR R4: puts its parts together. */
final class FhirParts {
    private final Routes routes;

    /** {@code database}: where what is said in FHIR stands; {@code in}: what can be told by it. */
    FhirParts(
            Vertx vertx,
            Settings settings,
            Hospitals hospitals,
            Workplace work,
            Database database,
            Entrance entrance,
            FhirInbound in,
            Metrics metrics) {
        Shelf shelf = new Shelf(database);
        Gate gate = new Gate(entrance.doorkeeper(), metrics);
        Witness witness = new Witness(gate, entrance.log(), entrance.clock());
        ReadRoutes reads = new ReadRoutes(
                hospitals,
                new Mirror(vertx, work, shelf),
                shelf,
                work.identities(),
                gate,
                witness,
                settings.publicUrl().map(URI::toString).orElse(null));
        List<Interaction> all = new ArrayList<>(reads.interactions());
        all.addAll(in.interactions());
        this.routes = new FhirDoor(
                new FhirAnswers(in.fhir()), hospitals, all, entrance.clock().instant());
    }

    Routes routes() {
        return routes;
    }
}
