package flyt;

import flyt.access.FaultyFile;
import flyt.intake.fhir.in.FhirDesk;
import flyt.intake.hl7.Hl7Desk;
import flyt.intake.hl7.Hl7File;
import flyt.intake.hl7.Hl7Intake;
import flyt.intake.hl7.MllpServer;
import flyt.intake.hl7.PlacesToMap;
import flyt.intake.hl7.PortsInForce;
import flyt.intake.hl7.ReloadedProfiles;
import flyt.intake.http.InboxRoutes;
import flyt.intake.http.MessageDesk;
import flyt.intake.http.MessageDesks;
import flyt.intake.http.PlaceRoutes;
import flyt.intake.http.ProfileRoutes;
import flyt.intake.http.ReportReader;
import flyt.intake.http.Routes;
import flyt.journal.Inbox;
import flyt.journal.Journal;
import flyt.journal.UnmappedPlaces;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for HL7 v2: puts its parts together, opens its ports, forgets old messages. */
final class Hl7Door {
    private static final Logger LOG = LoggerFactory.getLogger(Hl7Door.class);
    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(24);

    private final Vertx vertx;
    private final Settings settings;
    private final Inbox inbox;
    private final Metrics metrics;
    private final PortsInForce ports;
    private final Hl7Intake intake;
    private final Routes routes;

    /**
     * All parts, which do nothing yet. Reads a file, so not for event loops.
     *
     * @param fhir where what came in as FHIR is looked into
     * @throws FaultyFile with everything that is wrong with it
     */
    Hl7Door(
            Vertx vertx,
            Settings settings,
            Hospitals hospitals,
            Access access,
            ReportReader reports,
            Inbox inbox,
            Journal journal,
            UnmappedPlaces unmapped,
            MessageDesk fhir,
            Metrics metrics)
            throws FaultyFile, IOException {
        this.vertx = vertx;
        this.settings = settings;
        this.inbox = inbox;
        this.metrics = metrics;
        this.ports = new PortsInForce(written());
        this.intake =
                new Hl7Intake(vertx, hospitals, access.systems(), reports, inbox, metrics, InstantSource.system());
        MessageDesk hl7 = new Hl7Desk(hospitals, inbox, journal, intake, ports);
        InboxRoutes inboxRoutes = new InboxRoutes(
                access.entrance(),
                metrics,
                hospitals,
                inbox,
                new MessageDesks(inbox, row -> FhirDesk.sees(row) ? fhir : hl7));
        ProfileRoutes profileRoutes =
                new ProfileRoutes(access.entrance(), metrics, new ReloadedProfiles(vertx, ports, this::written));
        PlaceRoutes placeRoutes =
                new PlaceRoutes(access.entrance(), metrics, new PlacesToMap(hospitals, unmapped, ports));
        this.routes = router -> {
            inboxRoutes.mount(router);
            profileRoutes.mount(router);
            placeRoutes.mount(router);
        };
    }

    private Hl7File.Contents written() throws FaultyFile, IOException {
        Path file = settings.hl7File().orElse(null);
        return file == null ? Hl7File.Contents.NONE : Hl7File.read(Provider.text(file));
    }

    /** To what came in by it. */
    Routes routes() {
        return routes;
    }

    /** Opens what the settings ask for; the numbers of the ports. Fails when a port is taken. */
    Future<List<Integer>> open() {
        long timer = vertx.setPeriodic(FORGOTTEN_EVERY.toMillis(), tick -> {
            var done = inbox.forget(InstantSource.system().instant().minus(Duration.ofDays(settings.inboxDays())))
                    .onFailure(failure -> LOG.info("Old messages are forgotten the next time"));
        });
        return settings.hl7File().isEmpty()
                ? Future.succeededFuture(List.of())
                : MllpServer.open(vertx, ports, intake, metrics, InstantSource.system());
    }
}
