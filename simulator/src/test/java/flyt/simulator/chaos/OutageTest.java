package flyt.simulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.Main;
import flyt.RunningServer;
import flyt.board.Stream;
import flyt.ops.ExpectLog;
import flyt.ops.LocalPostgres;
import flyt.simulator.chaos.Door.Answer;
import flyt.simulator.chaos.Door.Rows;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.ServerSecrets;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away and comes back: nothing is taken meanwhile, and boards stay up. */
@Timeout(600)
class OutageTest {
    private static final Stream BEDS = new Stream(Stories.HOSPITAL, "beds", "-");
    private static final String HOSPITAL = "/api/v1/hospitals/" + Stories.HOSPITAL;

    @Test
    @ExpectLog("The journal of KAOS is away")
    void boardsStayUpAndWritingResumesByItself(@TempDir Path folder) throws Exception {
        Chaos.writeDefinition(folder.resolve("hospital.json"));
        Path programs = Path.of("target", "postgres-programs");
        LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), programs);
        try (Cable cable = new Cable()) {
            cable.plugIn(postgres.port());
            ServerSecrets secrets = new ServerSecrets();
            RunningServer server = await(Main.start(secrets.settings(
                    folder,
                    Map.of(
                            "FLYT_DATABASE_URL",
                            postgres.url().replace(":" + postgres.port() + "/", ":" + cable.port() + "/"),
                            "FLYT_HOSPITAL_FILES",
                            folder.resolve("hospital.json").toString(),
                            "FLYT_HTTP_PORT",
                            "0",
                            "FLYT_FORECAST_MINUTES",
                            "0"))));
            Pass pass = secrets.pass(server.url());
            try (BoardClient screen = BoardClient.at(pass).subscribe("beds")) {
                Door door = new Door(pass);
                var snapshot = screen.awaitType("snapshot");
                var alive = screen.awaitBeat("alive", 60);
                assertThat(admit(door, "before-1").status()).isEqualTo(200);
                var first = screen.awaitType("rows");
                Rows before = door.rows(BEDS);

                cable.pullOut();
                postgres.close();
                Answer refused = admit(door, "meanwhile-2");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.retryAfter()).matches("[1-9][0-9]?");
                Answer command = door.post(
                        HOSPITAL + "/commands",
                        "{\"type\":\"OrderCleaning\",\"commandId\":\"9b2d63a4-31f4-4be1-8d3f-2f3a0c5f1a11\","
                                + "\"at\":\"2026-11-12T09:42:00Z\",\"bed\":\"MED1-01\"}");
                assertThat(command.status()).isEqualTo(503);
                assertThat(command.retryAfter()).matches("[1-9][0-9]?");
                var away = screen.awaitBeat("away", 60);
                var stillAway = screen.awaitBeat("away", 60);
                assertThat(screen.isOpen()).isTrue();
                assertThat(door.rows(BEDS)).isEqualTo(before);
                assertThat(door.status("/health/ready")).isEqualTo(503);
                assertThat(door.status("/health/live")).isEqualTo(200);

                postgres = LocalPostgres.start(folder.resolve("postgres"), programs);
                cable.plugIn(postgres.port());
                long back = System.nanoTime();
                var aliveAgain = screen.awaitBeat("alive", 60);
                System.out.println(
                        "The journal is back after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - back) + " ms");
                assertThat(admit(door, "after-3").status()).isEqualTo(200);
                var unused = screen.await(
                        "frame of the report after",
                        frame -> frame.path("put").toString().contains("V-after-3"),
                        60);
                assertThat(door.status("/health/ready")).isEqualTo(200);
                assertThat(door.rows(BEDS).rows()).contains("V-after-3").doesNotContain("V-meanwhile-2");
            } finally {
                await(server.stop());
            }
        } finally {
            postgres.close();
        }
    }

    private static Answer admit(Door door, String name) throws Exception {
        return door.post(
                HOSPITAL + "/reports", List.of(ClusterTest.report(name).body()).toString());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
