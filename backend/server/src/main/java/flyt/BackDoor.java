package flyt;

import flyt.access.FaultyFile;
import flyt.intake.http.ReceiverRoutes;
import flyt.intake.http.Routes;
import flyt.journal.Outbox;
import flyt.ops.Settings;
import flyt.outbound.Deliveries;
import flyt.outbound.Receiver;
import flyt.outbound.hl7.ReceiversFile;
import flyt.runtime.HospitalDesk;
import flyt.runtime.Workplace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door by which other systems are told: puts its parts together, begins to tell, forgets old letters. */
final class BackDoor {
    private static final Logger LOG = LoggerFactory.getLogger(BackDoor.class);
    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(24);

    private final Vertx vertx;
    private final Settings settings;
    private final Outbox outbox;
    private final List<Receiver> receivers;
    private final Deliveries deliveries;
    private final Routes routes;

    /**
     * All parts, which do nothing yet. Reads a file, so not for event loops.
     *
     * @throws FaultyFile with everything that is wrong with it
     */
    BackDoor(Vertx vertx, Settings settings, HospitalDesk desk, Workplace place, Access access, Outbox outbox)
            throws FaultyFile {
        this.vertx = vertx;
        this.settings = settings;
        this.outbox = outbox;
        Path file = settings.receiversFile().orElse(null);
        this.receivers = file == null ? List.of() : ReceiversFile.read(Provider.text(file));
        this.deliveries = new Deliveries(desk, place, outbox, receivers);
        this.routes = new ReceiverRoutes(access.entrance(), place.metrics(), outbox, receivers);
    }

    /** To what is told by it. */
    Routes routes() {
        return routes;
    }

    /** Begins to tell. */
    Future<Void> open() {
        if (receivers.isEmpty()) {
            return Future.succeededFuture();
        }
        long timer = vertx.setPeriodic(FORGOTTEN_EVERY.toMillis(), tick -> {
            var done = outbox.forget(InstantSource.system().instant().minus(Duration.ofDays(settings.inboxDays())))
                    .onFailure(failure -> LOG.info("Old letters are forgotten the next time"));
        });
        return vertx.deployVerticle(deliveries).mapEmpty();
    }
}
