package flyt.simulator;

import flyt.simulator.check.CheckTable;
import flyt.simulator.hospital.WallClock;
import flyt.simulator.traffic.Credential;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.Receipt;
import flyt.simulator.traffic.Sending;
import flyt.simulator.traffic.ServerDoor;
import flyt.simulator.traffic.Traffic;
import flyt.simulator.truth.Truth;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** {@code flyt simulate}: the reference hospital, reporting to a server; or measured, with {@code --check}. */
public final class Simulate {

    private final SimulateOptions options;
    private final HospitalFile file = HospitalFile.reference();

    private Simulate(SimulateOptions options) {
        this.options = options;
    }

    /** Exit 0 done, 1 a check or the sending failed, 2 not understood. */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(SimulateOptions.HELP);
            return;
        }
        try {
            Simulate simulate = new Simulate(SimulateOptions.parse(List.of(arguments)));
            System.exit(simulate.run());
        } catch (NoSuchFileException e) {
            System.err.println("flyt simulate: there is no file " + e.getMessage());
            System.exit(2);
        } catch (IllegalArgumentException e) {
            System.err.println("flyt simulate: " + e.getMessage() + "; see flyt simulate --help");
            System.exit(2);
        }
    }

    private int run() throws IOException {
        if (options.check()) {
            return check();
        }
        Path path = options.truth();
        try (Writer lines = path == null ? null : Files.newBufferedWriter(path)) {
            return send(lines);
        }
    }

    private int check() {
        List<Long> seeds = LongStream.range(options.seed(), options.seed() + options.seeds())
                .boxed()
                .toList();
        System.out.printf("%s, %d days from %s, seeds %s%n%n", file.name(), options.days(), options.start(), seeds);
        CheckTable table = CheckTable.of(file.plan(), options.start(), options.days(), seeds);
        System.out.print(table.text());
        return table.good() ? 0 : 1;
    }

    private int send(@Nullable Writer truthLines) throws IOException {
        Credential credential = Credential.read(options.client(), Objects.requireNonNull(options.secretFile()));
        Pass pass = new Pass(options.url(), credential, System::nanoTime);
        Vertx vertx = Vertx.vertx();
        ServerDoor door = new ServerDoor(vertx, pass, options.hospital());
        Traffic traffic = new Traffic(file, options.start(), options.seed(), options.faults(), new Truth(truthLines));
        Sending sending = new Sending(vertx, door, traffic, System::nanoTime);
        CountDownLatch written = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sending, written)));
        System.out.printf("%s, seed %d, from %s%n", file.name(), options.seed(), options.start());
        try {
            var unused = run(door, traffic, sending)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return report(door.receipt());
        } catch (CompletionException e) {
            System.err.println("flyt simulate: " + e.getCause().getMessage());
            return 1;
        } finally {
            var unused = door.close()
                    .eventually(vertx::close)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            written.countDown();
        }
    }

    private Future<Void> run(ServerDoor door, Traffic traffic, Sending sending) {
        WallClock wall = new WallClock(file.plan().zone());
        Instant end = Instant.ofEpochSecond(wall.at(options.start().plusDays(options.days()), 0));
        boolean live = Double.isFinite(options.speed());
        Instant past = live ? Instant.ofEpochSecond(wall.at(options.start().plusDays(options.pastDays()), 0)) : end;
        return new Opening(door, file)
                .at(traffic.now())
                .compose(opened -> sending.upTo(past, Simulate::progress))
                .compose(caughtUp -> live
                        ? door.setClock(new ServerDoor.ClockFace(past, options.speed()))
                                .compose(set -> sending.follow(end))
                        : Future.succeededFuture())
                .compose(done -> sending.rest());
    }

    private static void progress(Instant time) {
        System.out.print("\r" + time + "   ");
        System.out.flush();
    }

    private static int report(Receipt receipt) {
        System.out.printf(
                "%n%d reports: %d accepted, %d repeated, %d rejected%n",
                receipt.all(), receipt.accepted(), receipt.repeated(), receipt.rejected());
        receipt.warnings().forEach((warning, count) -> System.out.printf("  warning %s: %d%n", warning, count));
        receipt.rejections().forEach(rejection -> System.out.println("  rejected " + rejection));
        return receipt.rejected() == 0 ? 0 : 1;
    }

    /** On Ctrl-C: ends after the request under way, so that the truth file is whole. */
    private static void stop(Sending sending, CountDownLatch written) {
        sending.stop();
        try {
            var unused = written.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
