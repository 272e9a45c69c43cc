package flyt.simulator.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.Main;
import flyt.RunningServer;
import flyt.hl7.MllpLine;
import flyt.simulator.bench.Lanes.Lane;
import flyt.simulator.hl7.Hl7Writer;
import flyt.simulator.hl7.Hl7Writer.Written;
import flyt.simulator.hl7.MllpFeeds;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.Report;
import flyt.simulator.traffic.ServerSecrets;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How many movements a second are on disk when eight senders each wait for their answer: as messages of HL7 v2 over MLLP, as
 * reports over HTTP, and as rows that are inserted and no more; one after the other, over and over, in one run.
 */
final class MllpBench {
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOOPBACK = "127.0.0.1";

    private final BenchOptions options;
    private final HospitalFile file = LiveBench.followingTheSystem(HospitalFile.reference());
    private final Rounds rounds;

    MllpBench(BenchOptions options) {
        this.options = options;
        this.rounds = new Rounds(file, options.seed());
    }

    /** Movements a second over the three ways, within one pair. */
    record Rates(double mllp, double http, double insert) {}

    /** {@code sent}: movements over MLLP and HTTP; {@code faults}: why it counts for nothing. */
    record Outcome(List<Rates> rates, long sent, Surroundings surroundings, List<String> faults) {

        Ratio ofHttp() {
            return Ratio.of(rates.stream().map(one -> one.mllp / one.http).toList());
        }

        Ratio ofInsert() {
            return Ratio.of(rates.stream().map(one -> one.mllp / one.insert).toList());
        }

        void tell(Figures figures) {
            String mllp = rate(rates.stream().map(Rates::mllp).toList());
            figures.row(
                    "mllp of http",
                    sent,
                    ofHttp(),
                    mllp,
                    rate(rates.stream().map(Rates::http).toList()));
            figures.row(
                    "mllp of insert",
                    sent,
                    ofInsert(),
                    mllp,
                    rate(rates.stream().map(Rates::insert).toList()));
            figures.surroundings(surroundings);
            faults.forEach(figures::isVoid);
        }

        private static String rate(List<Double> rates) {
            return String.format("%,.0f/s", Ratio.of(rates).median());
        }
    }

    /** Blocks; {@code folder} is for the database, empty. */
    Outcome run(Path folder) {
        try (BenchDatabase postgres = BenchDatabase.start(folder)) {
            ServerSecrets secrets = new ServerSecrets();
            RunningServer server = MainThread.await(Main.start(secrets.settings(
                    folder,
                    Map.of(
                            "FLYT_DATABASE_URL",
                            postgres.url(),
                            "FLYT_HL7_FILE",
                            hl7File(folder).toString(),
                            "FLYT_HTTP_PORT",
                            String.valueOf(MainThread.freePort())))));
            Vertx vertx = Vertx.builder().build();
            try {
                return run(vertx, postgres.url(), server, secrets.pass(server.url()));
            } finally {
                MainThread.await(vertx.close().eventually(server::stop));
            }
        }
    }

    private Path hl7File(Path folder) {
        ObjectNode hl7 = JsonNodeFactory.instance.objectNode();
        ObjectNode listener = hl7.putArray("listeners").addObject().put("port", 0);
        MllpFeeds.declare(file, "simulator", listener.putArray("senders"), hl7.putArray("profiles"));
        try {
            return Files.writeString(folder.resolve("hl7.json"), hl7.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome run(Vertx vertx, String databaseUrl, RunningServer server, Pass pass) {
        new Door(pass, file.id()).define(file.json());
        PgConnection database = MainThread.await(PgConnection.connect(vertx, PgConnectOptions.fromUri(databaseUrl)));
        Context loop = vertx.getOrCreateContext();
        Lanes mllp =
                new Lanes(on(loop, () -> all(() -> mllp(vertx, server.hl7Ports().get(0)))));
        Lanes http = new Lanes(http(vertx, server.port(), pass));
        var made = MainThread.await(
                database.query("CREATE TABLE bare (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                                + " body jsonb NOT NULL)")
                        .execute());
        Lanes insert = new Lanes(on(loop, () -> all(() -> insert(vertx, databaseUrl))));
        for (Lanes lanes : List.of(mllp, http, insert)) {
            var sent = on(loop, () -> lanes.send(options.warmUp(), this::movement));
        }
        List<Rates> rates = new ArrayList<>();
        for (int pair = 0; pair < options.pairs(); pair++) {
            rates.add(new Rates(part(loop, database, mllp), part(loop, database, http), part(loop, database, insert)));
        }
        long sent = mllp.sent() + http.sent();
        long kept = MainThread.await(database.query("SELECT count(*) FROM input WHERE message_id LIKE 'bench-%'")
                        .execute())
                .iterator()
                .next()
                .getLong(0);
        List<String> faults = kept == sent ? List.of() : List.of(sent + " were taken and " + kept + " are there");
        return new Outcome(rates, sent, MainThread.await(Surroundings.of(vertx, database, "none")), faults);
    }

    private double part(Context loop, PgConnection database, Lanes lanes) {
        var written = MainThread.await(database.query("CHECKPOINT").execute());
        return on(loop, () -> lanes.send(Duration.ofSeconds(options.seconds()), this::movement));
    }

    /** All senders are on one event loop, as the lanes want it. */
    private static <T> T on(Context loop, Supplier<Future<T>> what) {
        Promise<T> done = Promise.promise();
        loop.runOnContext(now -> {
            var unused = what.get().onComplete(done);
        });
        return MainThread.await(done.future());
    }

    /** The next admission, transfer or discharge of a hospital in which beds go round. */
    private Posting movement() {
        Posting next = rounds.next(1).get(0);
        while (!next.source().equals("pas")) {
            next = rounds.next(1).get(0);
        }
        return next;
    }

    private static <T> Future<List<T>> all(Supplier<Future<T>> make) {
        List<Future<T>> made =
                IntStream.range(0, CONNECTIONS).mapToObj(i -> make.get()).toList();
        return Future.all(made).map(done -> done.<T>list());
    }

    private Future<Lane> mllp(Vertx vertx, int port) {
        Hl7Writer writer = new Hl7Writer(file.plan().zone(), file.id());
        return MllpLine.open(vertx, new NetClientOptions(), SocketAddress.inetSocketAddress(port, LOOPBACK), PATIENCE)
                .map(line -> posting -> {
                    Written message = Objects.requireNonNull(writer.write(now(posting)));
                    return line.ask(message.bytes(), message.id())
                            .compose(said -> said.taken()
                                    ? Future.succeededFuture()
                                    : Future.failedFuture(said.code() + " " + said.words()));
                });
    }

    /** With when it happened and when it was sent, as MSH-7 says it. */
    private static Report now(Posting posting) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode body =
                posting.body().deepCopy().put("occurredAt", now.toString()).put("sentAt", now.toString());
        return new Report(body.get("type").asText(), "pas", posting.messageId(), now.getEpochSecond(), body);
    }

    private List<Lane> http(Vertx vertx, int port, Pass pass) {
        HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        String path = "/api/v1/hospitals/" + file.id() + "/reports";
        Lane lane = posting -> Future.fromCompletionStage(pass.header())
                .compose(authorization -> client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(LOOPBACK)
                        .setPort(port)
                        .setURI(path)
                        .putHeader("authorization", authorization)
                        .putHeader("content-type", "application/json")))
                .compose(request -> request.send(bytes(posting)))
                .compose(response -> response.body()
                        .compose(body -> response.statusCode() == 200
                                ? Future.succeededFuture()
                                : Future.failedFuture(response.statusCode() + " " + body)));
        return IntStream.range(0, CONNECTIONS).mapToObj(i -> lane).toList();
    }

    private static Future<Lane> insert(Vertx vertx, String databaseUrl) {
        PgConnectOptions address = PgConnectOptions.fromUri(databaseUrl).setCachePreparedStatements(true);
        return PgConnection.connect(vertx, address).map(connection -> {
            PreparedQuery<RowSet<Row>> insert =
                    connection.preparedQuery("INSERT INTO bare (body) VALUES ($1::text::jsonb)");
            return posting -> insert.execute(Tuple.of(bytes(posting).toString(StandardCharsets.UTF_8)))
                    .mapEmpty();
        });
    }

    private static Buffer bytes(Posting posting) {
        return Buffer.buffer(now(posting).body().toString().getBytes(StandardCharsets.UTF_8));
    }
}
