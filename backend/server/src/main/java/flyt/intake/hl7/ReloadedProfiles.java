package flyt.intake.hl7;

import flyt.access.FaultyFile;
import flyt.intake.http.ProfileDesk;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the file of profiles anew: first on the member that is asked, and when it is faultless there on all others. */
public final class ReloadedProfiles implements ProfileDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadedProfiles.class);
    private static final String ADDRESS = "flyt.hl7.profiles";

    private final String own = UUID.randomUUID().toString();
    private final Vertx vertx;
    private final PortsInForce ports;
    private final Callable<Hl7File.Contents> written;

    /** {@code written}: what the file says now; may fail with {@link FaultyFile}. */
    public ReloadedProfiles(Vertx vertx, PortsInForce ports, Callable<Hl7File.Contents> written) {
        this.vertx = vertx;
        this.ports = ports;
        this.written = written;
        var asked = vertx.eventBus().<String>consumer(ADDRESS, message -> {
            if (!own.equals(message.body())) {
                var done = take(all -> true)
                        .onFailure(failure -> LOG.warn("The profiles of HL7 v2 stay as they were: {}", said(failure)));
            }
        });
    }

    @Override
    public List<Profile> inForce() {
        return ports.profiles();
    }

    @Override
    public Future<List<Profile>> reload(Predicate<String> yours) {
        return take(yours).map(taken -> {
            var told = vertx.eventBus().publish(ADDRESS, own);
            return ports.profiles();
        });
    }

    private Future<Void> take(Predicate<String> yours) {
        return vertx.executeBlocking(() -> {
            ports.take(written.call(), yours);
            LOG.info(
                    "The profiles of HL7 v2 in force: {}",
                    ports.profiles().stream()
                            .map(one -> one.id() + "/" + one.version())
                            .toList());
            return null;
        });
    }

    /** Faults of the file name no patient; of anything else only what it was. */
    private static String said(Throwable failure) {
        return failure instanceof FaultyFile
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }
}
