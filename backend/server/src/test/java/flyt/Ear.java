package flyt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A system that takes HL7 v2 on a port of its own and answers as the test wants it to. */
final class Ear implements AutoCloseable {
    /** In place of a code: hangs up without an answer. */
    static final String HANGS_UP = "";

    private static final int VT = 0x0b;
    private static final int FS = 0x1c;

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    /** What becomes MSA-1 of the answer to a message. */
    volatile Function<String, String> answers = message -> "AA";

    private final int port;
    private ServerSocket listening;
    private volatile Socket speaking;

    Ear() throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        port = listening.getLocalPort();
        open(listening);
    }

    int port() {
        return port;
    }

    /** The next message; at most once each. */
    String next() throws InterruptedException {
        String next = heard.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    /** Goes away: nobody listens, and whoever was speaking is cut off. */
    void leave() throws IOException {
        listening.close();
        Socket last = speaking;
        if (last != null) {
            last.close();
        }
    }

    void comeBack() throws IOException {
        listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        open(listening);
    }

    private void open(ServerSocket at) {
        Thread thread = new Thread(() -> listen(at), "ear");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen(ServerSocket at) {
        while (!at.isClosed()) {
            try (Socket socket = at.accept()) {
                speaking = socket;
                for (String message = read(socket.getInputStream()); message != null; ) {
                    String code = answers.apply(message);
                    heard.add(message);
                    if (code.equals(HANGS_UP)) {
                        break;
                    }
                    socket.getOutputStream().write(MllpHouse.frame(answer(message, code)));
                    message = read(socket.getInputStream());
                }
            } catch (IOException e) {
                // it or the other side hung up
                continue;
            }
        }
    }

    private static String answer(String message, String code) {
        String id = field(message, 9);
        return "MSH|^~\\&|EAR||||20261122130500||ACK|e|P|2.5\rMSA|" + code + "|" + id
                + (code.equals("AA") ? "" : "\rERR|||204^unknown key^HL70357|E") + "\r";
    }

    /** A field of the header, from 0 on. */
    static String field(String message, int number) {
        return message.substring(0, message.indexOf('\r')).split("\\|", -1)[number];
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        while (next != VT) {
            if (next == -1) {
                return null;
            }
            next = in.read();
        }
        for (next = in.read(); next != FS; next = in.read()) {
            if (next == -1) {
                return null;
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            leave();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
