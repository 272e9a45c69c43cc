package flyt.simulator.chaos;

import flyt.board.Stream;
import flyt.ops.LocalPostgres;
import flyt.simulator.chaos.Door.Outcome;
import flyt.simulator.chaos.Door.Rows;
import flyt.simulator.hospital.Chance;
import flyt.simulator.traffic.Report;
import flyt.simulator.traffic.ServerSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code flyt chaos}: a server with its embedded database, several senders, SIGKILL at random moments under load, a new process
 * on the same folder each time; at the end an audit of the journal behind the server's back.
 */
public final class Chaos {
    /** Small, so that a restart reads a snapshot and not only the events. */
    private static final String SNAPSHOT_EVERY = "200";

    private static final Duration TO_BE_READY = Duration.ofSeconds(60);
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final long TO_GET_ON_MS = 60_000;
    private static final int AT_ONCE = 200;

    private final ChaosOptions options;
    private final Path folder;
    private final PrintStream out;
    private final int port = ServerProcess.freePort(1);
    private final ServerSecrets secrets = new ServerSecrets();

    /** {@code folder}: for the server; {@code out}: tells what happens. */
    Chaos(ChaosOptions options, Path folder, PrintStream out) {
        this.options = options;
        this.folder = folder;
        this.out = out;
    }

    /** Exit 0 nothing lost, 1 something lost or failed, 2 not understood. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(ChaosOptions.HELP);
            return;
        }
        ChaosOptions options;
        try {
            options = ChaosOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("flyt chaos: " + e.getMessage() + "; see flyt chaos --help");
            System.exit(2);
            return;
        }
        Path folder = Files.createTempDirectory("flyt-chaos-");
        List<Finding> findings;
        try {
            findings = new Chaos(options, folder, System.out).run();
        } catch (IOException | RuntimeException e) {
            System.err.println("flyt chaos: " + e.getMessage() + "\nThe folder is kept: " + folder);
            System.exit(1);
            return;
        }
        System.out.print(Finding.table(findings));
        if (!findings.stream().allMatch(Finding::good)) {
            System.err.println("flyt chaos: something is wrong. The folder is kept: " + folder);
            System.exit(1);
        }
        remove(folder);
        System.exit(0);
    }

    /**
     * Sends, kills, audits. Blocks.
     *
     * @throws IllegalStateException when the server does not come back or does not get on
     */
    List<Finding> run() throws IOException, InterruptedException {
        writeDefinition();
        out.printf(
                "seed %d: %d reports by %d senders, %d kills%n",
                options.seed(), reports(), options.senders(), options.kills());
        ServerProcess server = start();
        Door door = server.door();
        try (Senders senders = Senders.start(options.senders(), each(), options.seed(), number -> door)) {
            server = killRepeatedly(server, senders.ledger());
            if (!senders.await(TO_GET_ON_MS)) {
                throw stuck(senders.ledger(), server);
            }
            return audit(server, senders);
        } finally {
            server.close();
        }
    }

    private ServerProcess killRepeatedly(ServerProcess first, Ledger ledger) throws InterruptedException {
        Chance chance = Chance.of(options.seed(), "kills");
        ServerProcess server = first;
        for (int kill = 1; kill <= options.kills(); kill++) {
            // somewhere in its share of the load, and not always right after an answer
            int at = (int) (reports() * (kill - 1 + chance.between(0.2, 0.9)) / (options.kills() + 1));
            boolean reached = ledger.await(at, TO_GET_ON_MS);
            boolean unused = ledger.await(Integer.MAX_VALUE, chance.below(30));
            if (!reached) {
                throw stuck(ledger, server);
            }
            server.kill();
            long killed = System.nanoTime();
            int acknowledged = ledger.acknowledged().size();
            server = start();
            out.printf(
                    "  kill %d after %d acknowledged; ready again after %.1f s%n",
                    kill, acknowledged, (System.nanoTime() - killed) / 1e9);
        }
        return server;
    }

    private static IllegalStateException stuck(Ledger ledger, ServerProcess server) {
        return new IllegalStateException("The senders do not get on: "
                + ledger.contradictions().stream().limit(5).toList() + ", last trouble " + ledger.lastTrouble()
                + ". The server's log ends:\n" + server.logTail());
    }

    private List<Finding> audit(ServerProcess server, Senders senders) throws IOException {
        Ledger ledger = senders.ledger();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fact("sendings", ledger.sendings()));
        findings.add(Finding.fact("sendings whose fate the sender did not learn", ledger.unanswered()));
        findings.add(new Finding(
                "reports acknowledged",
                ledger.acknowledged().size(),
                senders.reports().size(),
                List.of()));
        Map<Stream, Rows> shown = shown(server.door());
        sendAgain(server.door(), senders);
        findings.add(Finding.none("answers that contradict an earlier answer", ledger.contradictions()));
        findings.add(new Finding("exit code after SIGTERM", server.stop(TO_STOP), 143, List.of()));
        try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("data").resolve("postgres"))) {
            findings.addAll(new JournalAudit(postgres.url(), secrets.masterKeys(), Stories.HOSPITAL)
                    .compare(ledger.acknowledged(), shown));
        }
        return findings;
    }

    /** Every stream there is. */
    static Map<Stream, Rows> shown(Door door) throws IOException {
        Map<Stream, Rows> shown = new LinkedHashMap<>();
        for (Stream stream : streams()) {
            var unused = shown.put(stream, door.rows(stream));
        }
        return shown;
    }

    private static List<Stream> streams() {
        List<Stream> streams = new ArrayList<>();
        for (String view : List.of("house", "beds", "tasks", "conflicts")) {
            streams.add(new Stream(Stories.HOSPITAL, view, "-"));
        }
        for (String ward : Stories.WARDS) {
            for (int level = 1; level <= 3; level++) {
                streams.add(Stream.ward(Stories.HOSPITAL, ward, level));
            }
        }
        return streams;
    }

    /** Everything once more: each answer must be that of the first time. */
    static void sendAgain(Door door, Senders senders) throws IOException {
        List<Report> reports = senders.reports();
        for (int from = 0; from < reports.size(); from += AT_ONCE) {
            List<Report> some = reports.subList(from, Math.min(reports.size(), from + AT_ONCE));
            List<Outcome> outcomes = door.send(Stories.HOSPITAL, some);
            for (int i = 0; i < some.size(); i++) {
                senders.ledger().answered(some.get(i), outcomes.get(i));
            }
        }
    }

    private ServerProcess start() {
        return ServerProcess.start(
                        folder,
                        port,
                        secrets,
                        Map.of("FLYT_HOSPITAL_FILES", definition().toString(), "FLYT_SNAPSHOT_EVERY", SNAPSHOT_EVERY))
                .awaitReady(TO_BE_READY);
    }

    private void writeDefinition() throws IOException {
        writeDefinition(definition());
    }

    /** Puts {@code hospital.json} into a file. */
    static void writeDefinition(Path file) throws IOException {
        try (InputStream json = Chaos.class.getResourceAsStream("hospital.json")) {
            if (json == null) {
                throw new IOException("hospital.json is not in the class path");
            }
            var unused = Files.copy(json, file);
        }
    }

    private Path definition() {
        return folder.resolve("hospital.json").toAbsolutePath();
    }

    private int each() {
        return options.reports() / options.senders();
    }

    private int reports() {
        return each() * options.senders();
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        List<Path> all;
        try (var paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            var unused = Files.deleteIfExists(path);
        }
    }
}
