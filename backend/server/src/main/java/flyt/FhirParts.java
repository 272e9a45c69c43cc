package flyt;

import flyt.access.FaultyFile;
import flyt.fhir.Fhir;
import flyt.fhir.Mirror;
import flyt.fhir.Notifications;
import flyt.fhir.Shelf;
import flyt.fhir.Subscriptions;
import flyt.intake.fhir.Base;
import flyt.intake.fhir.FhirAnswers;
import flyt.intake.fhir.FhirDoor;
import flyt.intake.fhir.Interaction;
import flyt.intake.fhir.ReadRoutes;
import flyt.intake.fhir.SearchForm;
import flyt.intake.fhir.SubscriptionRoutes;
import flyt.intake.http.Bodies;
import flyt.intake.http.Entrance;
import flyt.intake.http.Gate;
import flyt.intake.http.Routes;
import flyt.intake.http.Witness;
import flyt.journal.Database;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.outbound.fhir.FhirSockets;
import flyt.outbound.fhir.HookFile;
import flyt.outbound.fhir.Hooks;
import flyt.runtime.HospitalDesk;
import flyt.runtime.Workplace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** FHIR R4: puts its parts together. */
final class FhirParts {
    private final Vertx vertx;
    private final Hooks hooks;
    private final FhirSockets sockets;
    private final Routes routes;

    /** {@code database}: where what is said in FHIR stands; {@code in}: what can be told by it. */
    FhirParts(
            Vertx vertx,
            Settings settings,
            HospitalDesk desk,
            Workplace work,
            Database database,
            Access access,
            FhirInbound in,
            Metrics metrics)
            throws FaultyFile {
        Entrance entrance = access.entrance();
        Fhir fhir = in.fhir();
        Shelf shelf = new Shelf(database);
        Gate gate = new Gate(entrance.doorkeeper(), metrics);
        Witness witness = new Witness(gate, entrance.log(), entrance.clock());
        Mirror mirror = new Mirror(vertx, work, shelf);
        Notifications notifications = new Notifications(shelf, work.identities());
        Subscriptions subscriptions = new Subscriptions(database);
        Base base = new Base(settings.publicUrl().map(URI::toString).orElse(null));
        Path file = settings.fhirHooksFile().orElse(null);
        HookFile hooks = file == null ? HookFile.NONE : HookFile.read(Provider.text(file));
        List<Interaction> all = new ArrayList<>(
                new ReadRoutes(desk, mirror, shelf, work.identities(), gate, witness, base, new SearchForm(fhir))
                        .interactions());
        all.addAll(new SubscriptionRoutes(
                        fhir,
                        desk,
                        gate,
                        witness,
                        new Bodies(),
                        new SubscriptionRoutes.Parts(
                                mirror, subscriptions, notifications, endpoint -> hooks.headersFor(endpoint)
                                        .isPresent()),
                        base::of)
                .interactions());
        all.addAll(in.interactions());
        this.vertx = vertx;
        Hooks.Parts told = new Hooks.Parts(subscriptions, notifications, access.systems());
        this.hooks = new Hooks(desk, mirror, told, hooks);
        this.sockets = new FhirSockets(vertx, told);
        this.routes =
                new FhirDoor(new FhirAnswers(fhir), desk, all, entrance.clock().instant());
    }

    /** Begins to tell those who have subscribed. */
    Future<Void> open() {
        return vertx.deployVerticle(hooks).mapEmpty();
    }

    /** By which those are told who wish so. */
    FhirSockets sockets() {
        return sockets;
    }

    Routes routes() {
        return routes;
    }
}
