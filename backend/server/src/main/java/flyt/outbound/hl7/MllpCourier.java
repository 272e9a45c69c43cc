package flyt.outbound.hl7;

import flyt.hl7.Acknowledgement;
import flyt.hl7.MllpLine;
import flyt.hl7.MllpTrouble;
import flyt.journal.WireNames;
import flyt.outbound.Courier;
import flyt.outbound.Message;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Carries messages over one MLLP connection, which it opens when there is something to carry. */
final class MllpCourier implements Courier {
    private static final int CONNECT_MS = 10_000;

    private final Vertx vertx;
    private final Hl7Receiver receiver;
    private final NetClientOptions options;
    private @Nullable Future<MllpLine> line;

    MllpCourier(Vertx vertx, Hl7Receiver receiver) {
        this.vertx = vertx;
        this.receiver = receiver;
        this.options = options(receiver.tls());
    }

    @Override
    public Future<Reply> carry(Message message) {
        byte[] bytes = message.text().getBytes(StandardCharsets.US_ASCII);
        String id = Hl7Teller.controlId(receiver.hospital(), message.id());
        return line().compose(open -> open.ask(bytes, id))
                .map(said -> new Reply(said.taken() ? null : refusal(said)))
                .recover(failure -> Future.failedFuture(
                        failure instanceof MllpTrouble trouble
                                ? new Unreached(WireNames.of(trouble.kind()))
                                : failure));
    }

    private static Refusal refusal(Acknowledgement said) {
        return new Refusal((said.code() + " " + said.condition()).strip(), said.words());
    }

    private Future<MllpLine> line() {
        Future<MllpLine> there = line;
        if (there == null) {
            there = MllpLine.open(
                    vertx,
                    options,
                    SocketAddress.inetSocketAddress(receiver.port(), receiver.host()),
                    receiver.answerWithin());
            line = there;
        }
        return there;
    }

    @Override
    public void rest() {
        Future<MllpLine> there = line;
        line = null;
        if (there != null) {
            var unused = there.onSuccess(MllpLine::close);
        }
    }

    private static NetClientOptions options(Hl7Receiver.@Nullable Tls tls) {
        NetClientOptions options =
                new NetClientOptions().setConnectTimeout(CONNECT_MS).setTcpKeepAlive(true);
        if (tls == null) {
            return options;
        }
        NetClientOptions closed = options.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
        Path trust = tls.trust();
        Path certificate = tls.certificate();
        Path key = tls.key();
        if (trust != null) {
            closed = closed.setTrustOptions(new PemTrustOptions().addCertPath(trust.toString()));
        }
        return certificate == null || key == null
                ? closed
                : closed.setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificate.toString())
                        .setKeyPath(key.toString()));
    }
}
