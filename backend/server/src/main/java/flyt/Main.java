package flyt;

import flyt.domain.place.DefinitionCheck;
import flyt.grid.Grid;
import flyt.grid.GridConfig;
import flyt.grid.RowGrid;
import flyt.intake.http.AlertRoutes;
import flyt.intake.http.CommandReader;
import flyt.intake.http.DefinitionFile;
import flyt.intake.http.DefinitionReader;
import flyt.intake.http.Fault;
import flyt.intake.http.HttpDoor;
import flyt.intake.http.OccupancyRoutes;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReportReader;
import flyt.journal.Database;
import flyt.journal.EventCodec;
import flyt.journal.Experiences;
import flyt.journal.Identities;
import flyt.journal.Inbox;
import flyt.journal.Journal;
import flyt.journal.MasterKeys;
import flyt.journal.Outbox;
import flyt.journal.Secrets;
import flyt.journal.Snapshots;
import flyt.journal.UnmappedPlaces;
import flyt.ops.BadSettings;
import flyt.ops.Durability;
import flyt.ops.Health;
import flyt.ops.Health.Verdict;
import flyt.ops.LocalPostgres;
import flyt.ops.MasterKeyFile;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.push.BoardSockets;
import flyt.push.DeskStreams;
import flyt.push.MemberRelay;
import flyt.push.PushSettings;
import flyt.report.AlertLog;
import flyt.report.Figures;
import flyt.report.ForecastScores;
import flyt.report.OccupancyFigures;
import flyt.runtime.Answer;
import flyt.runtime.HospitalDesk;
import flyt.runtime.Retention;
import flyt.runtime.Workplace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: puts its parts together, starts them in order, stops them in the reverse. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final String BUILT_IN = "/flyt/protocol/hospitals/";

    /** Figures of a year may take a while; more than two at once would be felt by those who write. */
    private static final Duration SURVEY_PATIENCE = Duration.ofSeconds(30);

    private static final int SURVEYS_AT_ONCE = 2;

    private final Settings settings;
    private final RunningServer running = new RunningServer();
    private final Laps laps = new Laps();

    private Main(Settings settings) {
        this.settings = settings;
    }

    /** {@code flyt serve}: runs until it is told to stop. */
    public static void main(String[] args) {
        if (args.length > 0) {
            boolean asked = List.of("--help", "-h").contains(args[0]);
            System.out.print(asked ? Settings.help() : "flyt serve takes no arguments; see flyt serve --help\n");
            System.exit(asked ? 0 : 2);
        }
        Settings settings;
        try {
            settings = Settings.ofThisProcess();
        } catch (BadSettings e) {
            System.err.println("Flyt does not start:");
            e.faults().forEach(fault -> System.err.println("  " + fault));
            System.exit(2);
            return;
        }
        Main main = new Main(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(main.running), "stop"));
        try {
            var unused = main.start().toCompletionStage().toCompletableFuture().join();
        } catch (RuntimeException e) {
            LOG.error("Flyt does not start", e);
            System.err.println("Flyt does not start: " + rootMessage(e));
            System.exit(1);
        }
    }

    /**
     * Starts a server in this process. Blocks for the database and the grid: not for event loops.
     *
     * @param environment settings by name, as {@code flyt serve --help} lists them
     * @return fails when a part does not start; what had started is stopped by then
     * @throws BadSettings for a setting that is unknown or not allowed
     */
    public static Future<RunningServer> start(Map<String, String> environment) {
        return new Main(new Settings(environment)).start();
    }

    private Future<RunningServer> start() {
        laps.end("JVM");
        try {
            String databaseUrl = settings.databaseUrl().orElseGet(this::localDatabase);
            MasterKeys keys = masterKeys();
            Database.migrate(databaseUrl, keys);
            laps.end("database");
            Metrics metrics = new Metrics(inputTypes());
            return Grid.start(gridConfig(), new VertxOptions(), Vertx.builder())
                    .compose(grid -> {
                        laps.end("grid");
                        running.atEnd(grid::stop);
                        return open(grid, databaseUrl, keys, metrics);
                    })
                    .recover(failure -> running.stop().transform(done -> Future.failedFuture(failure)));
        } catch (RuntimeException e) {
            return running.stop().transform(done -> Future.failedFuture(e));
        }
    }

    private static Set<String> inputTypes() {
        Set<String> types = new TreeSet<>(ReportReader.types());
        types.addAll(CommandReader.types());
        return types;
    }

    private String localDatabase() {
        LocalPostgres postgres = LocalPostgres.start(settings.dataDir().resolve("postgres"));
        // closed after Vert.x, so on a thread of its own
        running.atEnd(() -> {
            postgres.close();
            return Future.succeededFuture();
        });
        return postgres.url();
    }

    private MasterKeys masterKeys() {
        return MasterKeys.of(settings.identityKeyFile()
                .map(MasterKeyFile::read)
                .orElseGet(() -> MasterKeyFile.readOrMake(settings.dataDir().resolve("identity.key"))));
    }

    private GridConfig gridConfig() {
        if (settings.clusterMembers().isEmpty()) {
            return GridConfig.alone(settings.clusterName());
        }
        return new GridConfig(
                settings.clusterName(),
                settings.clusterHost(),
                settings.clusterPort(),
                settings.clusterPort() + 1,
                settings.clusterMembers());
    }

    private Future<RunningServer> open(Grid grid, String databaseUrl, MasterKeys keys, Metrics metrics) {
        Vertx vertx = grid.vertx();
        Database database = Database.at(vertx, databaseUrl, keys);
        running.atEnd(database::close);
        EventCodec codec = new EventCodec();
        RowGrid rows = new RowGrid(grid);
        Workplace workplace = new Workplace(
                new Journal(database),
                new Snapshots(database),
                new Identities(database),
                codec,
                rows,
                metrics,
                new Retention.Days(settings.identityDays(), settings.staffDays()),
                settings.snapshotEvery(),
                new Experiences(database),
                settings.forecastEvery(),
                InstantSource.system(),
                System::nanoTime);
        HospitalDesk desk = new HospitalDesk(grid, workplace);
        Secrets secrets = new Secrets(database);
        return secrets.get("pseudonyms")
                .compose(secret -> secrets.get("screens")
                        .compose(screens -> vertx.executeBlocking(() -> {
                            Pseudonyms pseudonyms = new Pseudonyms(secret.getBytes());
                            Database own = Database.at(vertx, databaseUrl, keys);
                            running.atEnd(own::close);
                            Access access = new Access(
                                    vertx,
                                    settings,
                                    own,
                                    desk,
                                    metrics,
                                    screens.getBytes(),
                                    pseudonyms,
                                    grid.memberId());
                            running.atEnd(access::close);
                            Database surveyed = Database.at(vertx, databaseUrl, keys, SURVEY_PATIENCE, SURVEYS_AT_ONCE);
                            running.atEnd(surveyed::close);
                            ReportReader reports = new ReportReader(pseudonyms);
                            Inbox inbox = new Inbox(own);
                            FhirInbound fhir =
                                    new FhirInbound(vertx, desk, access, reports, inbox, new Journal(own), metrics);
                            return new Guarded(
                                    access,
                                    reports,
                                    new Figures(surveyed, settings.leastPeople()),
                                    new ForecastScores(surveyed),
                                    new AlertLog(vertx, surveyed, new Identities(own)),
                                    new OccupancyFigures(vertx, surveyed, settings.leastPeople()),
                                    new Hl7Door(
                                            vertx,
                                            settings,
                                            desk,
                                            access,
                                            reports,
                                            inbox,
                                            new Journal(own),
                                            new UnmappedPlaces(own),
                                            fhir.desk(),
                                            metrics),
                                    new BackDoor(vertx, settings, desk, workplace, access, new Outbox(own)),
                                    new FhirParts(vertx, settings, desk, workplace, own, access, fhir, metrics),
                                    new Waking(vertx, settings, desk, own, access, pseudonyms, metrics));
                        })))
                .compose(guarded -> doors(grid, desk, rows, guarded, health(database, desk), metrics))
                .map(ready -> {
                    laps.end("doors");
                    LOG.info("Started: {}", laps);
                    LOG.info("Flyt answers at {}", running.url());
                    return running;
                });
    }

    /** What stands between the street and the house. */
    private record Guarded(
            Access access,
            ReportReader reports,
            Figures figures,
            ForecastScores scores,
            AlertLog alerts,
            OccupancyFigures occupancy,
            Hl7Door hl7,
            BackDoor back,
            FhirParts fhir,
            Waking waking) {}

    private Future<Void> doors(
            Grid grid, HospitalDesk desk, RowGrid rows, Guarded guarded, Health health, Metrics metrics) {
        Vertx vertx = grid.vertx();
        Access access = guarded.access();
        BoardSockets sockets = new BoardSockets(
                vertx,
                access.spectators(),
                new DeskStreams(desk),
                PushSettings.USUAL,
                new SocketFigures(metrics),
                System::nanoTime);
        HttpDoor door = new HttpDoor(
                vertx,
                access.entrance(),
                desk,
                guarded.figures(),
                guarded.scores(),
                guarded.reports(),
                definitions(),
                health,
                metrics,
                router -> {
                    access.routes().mount(router);
                    new AlertRoutes(access.entrance(), metrics, desk, guarded.alerts()).mount(router);
                    new OccupancyRoutes(access.entrance(), metrics, desk, guarded.occupancy()).mount(router);
                    guarded.hl7().routes().mount(router);
                    guarded.back().routes().mount(router);
                    guarded.fhir().routes().mount(router);
                    guarded.waking().routes().mount(router);
                });
        return MemberRelay.start(vertx, grid.memberId(), sockets)
                .compose(relay -> desk.open(relay))
                .compose(opened -> {
                    running.atEnd(() -> desk.close().eventually(rows::settled));
                    return access.open(sockets, grid.members());
                })
                .compose(opened -> listen(vertx, door, sockets, guarded.fhir()))
                .compose(listening -> loadHospitals(vertx, desk))
                .compose(loaded -> access.makeDemoAccounts())
                .compose(made -> guarded.hl7().open())
                .compose(ports -> {
                    running.takesHl7At(ports);
                    return guarded.back().open().compose(open -> guarded.fhir().open());
                })
                .compose(open -> guarded.waking().open());
    }

    private Health health(Database database, HospitalDesk desk) {
        Health health = new Health();
        health.whileLive("process", () -> Future.succeededFuture(Verdict.UP));
        health.whileReady("journal", () -> Durability.read(database.pool())
                .map(read -> read.faults().isEmpty() ? Verdict.UP : Verdict.down(String.join("; ", read.faults()))));
        health.whileReady(
                "hospitals",
                () -> Future.succeededFuture(
                        desk.ready() ? Verdict.UP : Verdict.down("a hospital has no writer that is ready")));
        return health;
    }

    private Future<Void> listen(Vertx vertx, HttpDoor door, BoardSockets sockets, FhirParts fhir) {
        Listener.Parts parts = new Listener.Parts(
                door,
                sockets,
                fhir.sockets(),
                settings.httpHost(),
                settings.httpPort(),
                settings.tlsCertFile().orElse(null),
                settings.tlsKeyFile().orElse(null));
        return Listener.open(vertx, parts).map(port -> {
            running.listensAt(parts.certificate() == null ? "http" : "https", settings.httpHost(), port);
            running.atEnd(sockets::close);
            return null;
        });
    }

    private static DefinitionReader definitions() {
        return new DefinitionReader(definition -> DefinitionCheck.faults(definition).stream()
                .map(fault -> new Fault(fault.path(), fault.problem()))
                .toList());
    }

    private Future<Void> loadHospitals(Vertx vertx, HospitalDesk desk) {
        Future<Void> loaded = Future.succeededFuture();
        for (String file : settings.hospitalFiles()) {
            loaded = loaded.compose(before -> read(vertx, file).compose(content -> load(desk, file, content)));
        }
        return loaded;
    }

    private static Future<Void> load(HospitalDesk desk, String file, Buffer content) {
        return DefinitionFile.read(content.getBytes(), definitions())
                .fold(
                        definition -> desk.define(definition.id(), definition),
                        faults -> Future.<Answer>failedFuture(
                                new IllegalArgumentException("The hospital file " + file + " has faults: " + faults)))
                .onSuccess(answer ->
                        LOG.info("The hospital of {} is defined", Path.of(file).getFileName()))
                .mapEmpty();
    }

    private static Future<Buffer> read(Vertx vertx, String file) {
        return vertx.executeBlocking(() -> {
            if (file.matches("[a-z]+")) {
                try (var stream = Main.class.getResourceAsStream(BUILT_IN + file + ".json")) {
                    if (stream != null) {
                        return Buffer.buffer(stream.readAllBytes());
                    }
                }
            }
            return Buffer.buffer(java.nio.file.Files.readAllBytes(Path.of(file)));
        });
    }

    private static void stopAndWait(RunningServer running) {
        var unused = running.stop().toCompletionStage().toCompletableFuture().join();
    }

    private static @Nullable String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
