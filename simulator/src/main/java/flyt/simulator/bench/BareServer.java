package flyt.simulator.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The least that can be done with a report: its body into one row, committed; the same ready-made
 * frame to every socket of the wards it names; an answer. No reading, no routing, no model, no
 * rights, no repeats noticed.
 *
 * <p>All of it on one event loop, so nothing changes threads. One connection to PostgreSQL,
 * pipelined, statement prepared.
 */
final class BareServer extends VerticleBase implements Side {

    private static final String REPORTS = "/reports/";
    /** Nobody reads it; it is as long as the one that the other side is shown. */
    private static final String AUTHORIZATION = "Bearer " + "0".repeat(43);

    private static final String SEQ = "{\"type\":\"rows\",\"stream\":\"bare\",\"seq\":";

    private final String databaseUrl;
    private final int frameBytes;
    private final Map<String, List<ChannelHandlerContext>> sockets = new HashMap<>();
    private @Nullable HttpServer server;
    private @Nullable PreparedQuery<RowSet<Row>> insert;

    /**
     * @param frameBytes length of a frame's text, 200 to 60,000: that of the frames it is compared
     * with
     */
    BareServer(String databaseUrl, int frameBytes) {
        this.databaseUrl = databaseUrl;
        this.frameBytes = Math.max(200, Math.min(60_000, frameBytes));
    }

    @Override
    public Future<?> start() {
        PgConnectOptions options = PgConnectOptions.fromUri(databaseUrl).setCachePreparedStatements(true);
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setTcpNoDelay(true)
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setPerMessageWebSocketCompressionSupported(false))
                .webSocketHandshakeHandler(this::enter)
                .requestHandler(this::take);
        return PgConnection.connect(vertx, options)
                .compose(connection -> connection
                        .query("CREATE TABLE IF NOT EXISTS bare"
                                + " (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body jsonb NOT NULL)")
                        .execute()
                        .onSuccess(made -> insert = connection.preparedQuery(
                                "INSERT INTO bare (body) VALUES ($1::text::jsonb) RETURNING seq")))
                .compose(ready -> server.listen());
    }

    private void enter(ServerWebSocketHandshake handshake) {
        var unused = handshake.accept().onSuccess(this::welcome);
    }

    private void welcome(ServerWebSocket socket) {
        ChannelHandlerContext channel = ((WebSocketInternal) socket).channelHandlerContext();
        var unused = socket.textMessageHandler(
                ward -> sockets.computeIfAbsent(ward, none -> new ArrayList<>()).add(channel));
    }

    private void take(HttpServerRequest request) {
        String[] wards = request.path().substring(REPORTS.length()).split(",");
        var unused = request.body()
                .compose(body -> insert.execute(Tuple.of(body.toString(StandardCharsets.UTF_8))))
                .onSuccess(rows -> {
                    long seq = rows.iterator().next().getLong(0);
                    push(seq, wards);
                    var sent = request.response()
                            .putHeader("content-type", "application/json")
                            .end(Buffer.buffer("{\"outcome\":\"accepted\",\"seq\":" + seq + "}"));
                })
                .onFailure(failure -> {
                    var sent = request.response().setStatusCode(503).end();
                });
    }

    private void push(long seq, String[] wards) {
        ByteBuf frame = frame(seq);
        for (String ward : wards) {
            for (ChannelHandlerContext channel : sockets.getOrDefault(ward, List.of())) {
                var written = channel.writeAndFlush(frame.retainedDuplicate(), channel.voidPromise());
            }
        }
        boolean unused = frame.release();
    }

    /** The same bytes every time but for the number. */
    private ByteBuf frame(long seq) {
        byte[] head = (SEQ + seq + ",\"put\":\"").getBytes(StandardCharsets.US_ASCII);
        ByteBuf frame = Unpooled.directBuffer(frameBytes + 4);
        frame.writeByte(0x81).writeByte(126).writeShort(frameBytes).writeBytes(head);
        while (frame.readableBytes() < frameBytes + 4 - 2) {
            frame.writeByte('x');
        }
        return frame.writeByte('"').writeByte('}');
    }

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public int port() {
        return server.actualPort();
    }

    @Override
    public String reportPath(List<String> wards) {
        return REPORTS + String.join(",", wards);
    }

    @Override
    public String socketPath() {
        return "/";
    }

    @Override
    public CompletionStage<String> authorization() {
        return CompletableFuture.completedFuture(AUTHORIZATION);
    }

    @Override
    public String subscription(String ward) {
        return ward;
    }
}
