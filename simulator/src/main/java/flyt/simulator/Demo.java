package flyt.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.hl7.MllpFeeds;
import flyt.simulator.hospital.Plan;
import flyt.simulator.placing.Placing;
import flyt.simulator.porters.Porters;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Receipt;
import flyt.simulator.traffic.Sending;
import flyt.simulator.traffic.ServerDoor;
import flyt.simulator.traffic.ServerDoor.ClockFace;
import flyt.simulator.traffic.ServerSecrets;
import flyt.simulator.traffic.Traffic;
import flyt.simulator.truth.Truth;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code flyt demo}: server, database, grid and a simulated hospital in one process, in a folder of its own that is
 * removed at the end. Past days run first, so the hospital is full when it opens; then it lives in hospital time.
 */
public final class Demo {

    /** When the demo opens, whatever the time is: mid-morning, with rounds, discharges and arrivals under way. */
    private static final LocalTime OPENING = LocalTime.of(10, 0);

    /** The server's name for {@link HospitalFile#reference}. */
    private static final String BUILT_IN = "fjordvik";

    /** As whom our systems speak. */
    private static final String CLIENT = "simulator";

    /** The one registered for HL7. */
    private static final int HL7_PORT = 2575;

    private static final Duration TO_THE_END_OF_TIME = Duration.ofDays(3650);

    private final DemoOptions options;
    private final DemoServer server;
    private final Clock clock;
    private final HospitalFile file = HospitalFile.reference();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Sending sending;

    Demo(DemoOptions options, DemoServer server, Clock clock) {
        this.options = options;
        this.server = server;
        this.clock = clock;
    }

    /** Exit 0 when stopped by Ctrl-C, 1 when something failed, 2 not understood. */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(DemoOptions.HELP);
            return;
        }
        DemoOptions options;
        try {
            options = DemoOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("flyt demo: " + e.getMessage() + "; see flyt demo --help");
            System.exit(2);
            return;
        }
        Demo demo = new Demo(options, new InProcessServer(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(demo::stop, "stop demo"));
        Path folder = Files.createTempDirectory("flyt-demo-");
        try {
            demo.run(folder);
        } catch (RuntimeException e) {
            System.err.println("flyt demo: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        } finally {
            remove(folder);
            var unused = demo.ended.complete(null);
        }
    }

    /** Runs until {@link #stop}; blocks. */
    void run(Path folder) {
        System.out.println("Starting database, grid and server ...");
        ServerSecrets secrets = new ServerSecrets();
        DemoServer.Running running = await(server.start(secrets.settings(
                folder,
                Map.of(
                        "FLYT_HL7_FILE",
                        hl7File(folder).toString(),
                        "FLYT_HTTP_PORT",
                        String.valueOf(options.port()),
                        "FLYT_DATA_DIR",
                        folder.toString(),
                        "FLYT_HOSPITAL_FILES",
                        BUILT_IN, // there from the start, for those who work in it
                        "FLYT_DEMO",
                        "true",
                        "FLYT_LOG_FORMAT",
                        "text"))));
        Vertx vertx = Vertx.vertx();
        ServerDoor door = new ServerDoor(vertx, secrets.pass(running.url()), file.id());
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), file.plan().zone());
            Instant now = today.atTime(OPENING).atZone(file.plan().zone()).toInstant();
            LocalDate firstDay = today.minusDays(options.pastDays());
            Traffic traffic = new Traffic(file, firstDay, options.seed(), Faults.NONE, new Truth());
            await(live(vertx, door, traffic, now, running));
        } finally {
            await(door.close().eventually(running::stop).eventually(vertx::close));
        }
    }

    private Future<Void> live(Vertx vertx, ServerDoor door, Traffic traffic, Instant now, DemoServer.Running running) {
        Sending ours = new Sending(vertx, door, traffic, System::nanoTime);
        ours.besidePeople();
        sending = ours;
        if (asked.isDone()) {
            return Future.succeededFuture();
        }
        Instant opening = traffic.now();
        return new Opening(door, file)
                .at(opening)
                .compose(opened -> door.adoptThresholds(opening))
                .compose(adopted -> ours.upTo(now, until -> progress(opening, until, now)))
                .compose(caughtUp -> door.setClock(new ClockFace(now, options.speed())))
                .compose(set -> vertx.deployVerticle(
                        new Porters(running.url(), file.id(), file.plan().zone())))
                .compose(porters -> vertx.deployVerticle(new Placing(running.url(), file.id(), options.seed())))
                .compose(placing -> {
                    welcome(running, door.receipt());
                    if (options.feeds() == DemoOptions.Feeds.MLLP) {
                        ours.by(new MllpFeeds(
                                vertx,
                                running.hl7Ports().get(0),
                                file,
                                door,
                                door.receipt(),
                                options.faults() / 100.0,
                                options.seed()));
                    }
                    return ours.follow(now.plus(TO_THE_END_OF_TIME));
                });
    }

    private void progress(Instant opening, Instant until, Instant now) {
        long percent = 100
                * Duration.between(opening, until).toSeconds()
                / Math.max(1, Duration.between(opening, now).toSeconds());
        System.out.print("\r" + file.name() + ", the last " + options.pastDays() + " days: " + percent + " % ");
        System.out.flush();
    }

    /** The hospital's own systems, each in its dialect; any other may send as {@code pas-hl7}, by the standard, from this machine. */
    private Path hl7File(Path folder) {
        ObjectNode hl7 = JsonNodeFactory.instance.objectNode();
        ObjectNode listener = hl7.putArray("listeners").addObject();
        listener.put("host", "127.0.0.1").put("port", options.hl7Port() == 0 ? usualOrFree() : options.hl7Port());
        ArrayNode senders = listener.putArray("senders");
        ArrayNode profiles = hl7.putArray("profiles");
        MllpFeeds.declare(file, CLIENT, senders, profiles);
        senders.addObject().put("hospital", file.id()).put("client", CLIENT).put("profile", "standard");
        profiles.addObject()
                .put("id", "standard")
                .put("source", "pas-hl7")
                .put("zone", file.plan().zone().getId());
        try {
            return Files.writeString(folder.resolve("hl7.json"), hl7.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int usualOrFree() {
        try (ServerSocket usual = new ServerSocket(HL7_PORT, 1, InetAddress.getLoopbackAddress())) {
            return usual.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }

    private void welcome(DemoServer.Running running, Receipt receipt) {
        String url = running.url();
        System.out.printf(
                "%n%d reports sent, %d refused. Seed %d, %.0f hospital seconds a second.%n%n",
                receipt.all(), receipt.rejected(), options.seed(), options.speed());
        System.out.println("  Sign in      " + url + "/sign-in   one tap each: a nurse, a cleaner, an auditor ...");
        System.out.println("  Start page   " + url + "/");
        System.out.println("  Overview     " + url + "/house/" + file.id());
        System.out.println("  Alerts       " + url + "/alerts/" + file.id());
        for (Plan.WardPlan ward : file.plan().wards()) {
            System.out.printf("  %-24s %s/ward/%s/%s%n", ward.name(), url, file.id(), ward.id());
        }
        running.hl7Ports()
                .forEach(port -> System.out.println(
                        "  HL7 v2       mllp://127.0.0.1:" + port + "   ./flyt send-hl7 --port " + port + " FILE"));
        System.out.printf("%nNone of the people exists. Ctrl-C stops it.%n");
    }

    /** On Ctrl-C: waits until all is down and the folder is gone. */
    private void stop() {
        var unused = asked.complete(null);
        Sending ours = sending;
        if (ours != null) {
            ours.stop();
        }
        var done = ended.completeOnTimeout(null, 20, TimeUnit.SECONDS).join();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                var unused = Files.deleteIfExists(path);
            }
        }
    }
}
