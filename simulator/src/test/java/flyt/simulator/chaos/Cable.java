package flyt.simulator.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP connection from a port that stays to a port that may change, and that can be pulled out. */
final class Cable implements AutoCloseable {
    private final int port = ServerProcess.freePort(1);
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private ServerSocket plug;

    int port() {
        return port;
    }

    void plugIn(int target) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            plug = listening;
            daemon(() -> accept(listening, target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void pullOut() {
        hangUp(plug);
        ends.forEach(Cable::hangUp);
        ends.clear();
    }

    @Override
    public void close() {
        pullOut();
    }

    private void accept(ServerSocket listening, int target) {
        try {
            while (true) {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.addAll(List.of(near, far));
                daemon(() -> carry(near, far));
                daemon(() -> carry(far, near));
            }
        } catch (IOException e) {
            hangUp(listening);
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            long unused = from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // pulled out
        }
        hangUp(from);
        hangUp(to);
    }

    private static void hangUp(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }
}
