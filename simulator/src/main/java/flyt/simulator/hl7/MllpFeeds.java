package flyt.simulator.hl7;

import com.fasterxml.jackson.databind.node.ArrayNode;
import flyt.hl7.Acknowledgement;
import flyt.hl7.MllpLine;
import flyt.hl7.MllpTrouble;
import flyt.simulator.hl7.Hl7Writer.Written;
import flyt.simulator.hl7.WireFaults.Fault;
import flyt.simulator.hospital.Chance;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Outlet;
import flyt.simulator.traffic.Receipt;
import flyt.simulator.traffic.Report;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The systems of a simulated hospital that speak HL7 v2 over MLLP, each in its dialect and on a connection of its own; what that
 * has no words for goes beside it by HTTP. One message at a time, so that the order of all reports is kept; each is sent until it
 * is answered. Used on one event loop.
 */
public final class MllpFeeds implements Outlet {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long AGAIN_MS = 200;

    private final Vertx vertx;
    private final SocketAddress to;
    private final Outlet http;
    private final Receipt receipt;
    private final Hl7Writer writer;
    private final WireFaults faults;
    private final Map<Dialect, Future<MllpLine>> lines = new EnumMap<>(Dialect.class);
    private boolean closed;

    /**
     * None of them is connected yet.
     *
     * @param port of this machine
     * @param http takes what is not said by HL7 v2
     * @param faults share of messages that something on the wire goes wrong with, 0 to 1
     */
    public MllpFeeds(Vertx vertx, int port, HospitalFile file, Outlet http, Receipt receipt, double faults, long seed) {
        this.vertx = vertx;
        this.to = SocketAddress.inetSocketAddress(port, "127.0.0.1");
        this.http = http;
        this.receipt = receipt;
        this.writer = new Hl7Writer(file.plan().zone(), file.id());
        this.faults = new WireFaults(faults, Chance.of(seed, "faults on the wire"));
    }

    /** Adds the senders to a port's, and their profiles to the file's. {@code client}: as whom they speak. */
    public static void declare(HospitalFile file, String client, ArrayNode senders, ArrayNode profiles) {
        for (Dialect dialect : Dialect.values()) {
            senders.add(dialect.sender(file.id(), client));
            profiles.add(dialect.profile(file.plan().zone()));
        }
    }

    @Override
    public Future<Void> send(List<Report> reports) {
        Future<Void> sent = Future.succeededFuture();
        int from = 0;
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            Written message = writer.write(report);
            if (message != null) {
                List<Report> before = reports.subList(from, i);
                sent = sent.compose(done -> http.send(before)).compose(done -> tell(report, message));
                from = i + 1;
            }
        }
        List<Report> rest = reports.subList(from, reports.size());
        return sent.compose(done -> http.send(rest));
    }

    private Future<Void> tell(Report report, Written message) {
        return attempt(message, faults.next()).map(said -> {
            if (said.taken()) {
                receipt.countAccepted();
            } else {
                receipt.countRejected(report, said.code() + " " + said.words());
            }
            return null;
        });
    }

    /** Until it is answered. */
    private Future<Acknowledgement> attempt(Written message, Fault fault) {
        return line(message.dialect())
                .compose(line -> ask(line, message, fault))
                .recover(failure -> {
                    if (!(failure instanceof MllpTrouble) || closed) {
                        return Future.failedFuture(failure);
                    }
                    lines.remove(message.dialect());
                    return vertx.timer(AGAIN_MS, TimeUnit.MILLISECONDS).compose(waited -> attempt(message, Fault.NONE));
                });
    }

    private Future<Acknowledgement> ask(MllpLine line, Written message, Fault fault) {
        List<Buffer> writes = WireFaults.writes(message.bytes(), fault);
        return switch (fault) {
            case CUT, UNHEARD -> {
                Buffer frame = writes.get(0);
                Buffer last = fault == Fault.CUT ? frame.getBuffer(0, frame.length() / 2) : frame;
                lines.remove(message.dialect());
                yield line.leave(last).compose(left -> attempt(message, Fault.NONE));
            }
            case TWICE -> line.ask(writes, message.id()).compose(first -> line.ask(writes, message.id()));
            case NONE, SPLIT, GARBAGE -> line.ask(writes, message.id());
        };
    }

    private Future<MllpLine> line(Dialect dialect) {
        return lines.computeIfAbsent(dialect, one -> MllpLine.open(vertx, new NetClientOptions(), to, PATIENCE));
    }

    /** Gives up waiting, and hangs up. */
    public void close() {
        closed = true;
        for (Future<MllpLine> line : lines.values()) {
            var unused = line.onSuccess(MllpLine::close);
        }
    }
}
