package flyt;

import flyt.access.MachineCredentials;
import flyt.intake.hl7.Hl7File;
import flyt.intake.hl7.Hl7Intake;
import flyt.intake.hl7.MllpServer;
import flyt.intake.http.ReportReader;
import flyt.journal.Inbox;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
    private final Hl7Intake intake;

    Hl7Door(
            Vertx vertx,
            Settings settings,
            Hospitals hospitals,
            MachineCredentials systems,
            ReportReader reports,
            Inbox inbox,
            Metrics metrics) {
        this.vertx = vertx;
        this.settings = settings;
        this.inbox = inbox;
        this.metrics = metrics;
        this.intake = new Hl7Intake(vertx, hospitals, systems, reports, inbox, metrics, InstantSource.system());
    }

    /** Opens what the settings ask for; the numbers of the ports. Fails when the file has faults or a port is taken. */
    Future<List<Integer>> open() {
        if (settings.hl7File().isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Path file = settings.hl7File().orElseThrow();
        long timer = vertx.setPeriodic(FORGOTTEN_EVERY.toMillis(), tick -> {
            var done = inbox.forget(InstantSource.system().instant().minus(Duration.ofDays(settings.inboxDays())))
                    .onFailure(failure -> LOG.info("Old messages are forgotten the next time"));
        });
        return vertx.executeBlocking(() -> Hl7File.read(Provider.text(file)))
                .compose(ports -> MllpServer.open(vertx, ports, intake, metrics, InstantSource.system()));
    }
}
