package flyt.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.Main;
import flyt.RunningServer;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Sending;
import flyt.simulator.traffic.ServerDoor;
import flyt.simulator.traffic.ServerSecrets;
import flyt.simulator.traffic.Traffic;
import flyt.simulator.truth.Truth;
import flyt.simulator.truth.TruthComparison;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulated week of the reference hospital, told to a real server over HTTP with late, repeated and reordered messages: at the
 * end the server must say of every bed what is true.
 */
@Timeout(900)
class SimulatedWeekTest {
    private static final long SEED = 20261102;
    private static final Faults SOME = new Faults(0.02, 0.02, 0.02);

    @Test
    void afterAWeekWithFaultsTheServerKnowsTheTruth(@TempDir Path folder) throws Exception {
        ServerSecrets secrets = new ServerSecrets();
        RunningServer server = await(Main.start(secrets.settings(
                folder,
                Map.of(
                        "FLYT_HTTP_PORT",
                        "0",
                        "FLYT_FORECAST_MINUTES",
                        "0",
                        "FLYT_DATA_DIR",
                        folder.toString(),
                        "FLYT_LOG_FORMAT",
                        "text"))));
        Vertx vertx = Vertx.vertx();
        HospitalFile file = HospitalFile.reference();
        ServerDoor door = new ServerDoor(vertx, secrets.pass(server.url()), file.id());
        try {
            Truth truth = new Truth();
            Traffic traffic = new Traffic(file, LocalDate.of(2026, 11, 2), SEED, SOME, truth);
            Instant opening = traffic.now();
            Instant end = opening.plus(Duration.ofDays(7)).plus(Duration.ofHours(11));
            await(new Opening(door, file).at(opening));
            Sending sending = new Sending(vertx, door, traffic, System::nanoTime);
            await(sending.upTo(end, until -> {}));
            await(sending.rest());

            assertThat(door.receipt().rejected()).as("rejected reports").isZero();
            assertThat(door.receipt().all()).as("reports sent").isGreaterThan(30_000);
            assertThat(TruthComparison.compare(truth.at(end), await(door.rows("beds"))))
                    .as("differences between truth and server, seed " + SEED)
                    .isEmpty();
            assertThat(await(door.rows("tasks"))).as("jobs that nobody does").allSatisfy(task -> assertThat(
                            Instant.parse(task.get("orderedAt").asText()))
                    .as("%s", task)
                    .isAfter(end.minus(Duration.ofHours(12))));
            assertThat(await(door.rows("conflicts")))
                    .as("conflicts in a hospital without any")
                    .isEmpty();
        } finally {
            await(door.close().eventually(server::stop).eventually(vertx::close));
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(600, TimeUnit.SECONDS);
    }
}
