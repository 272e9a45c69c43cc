package flyt.journal;

import static flyt.journal.Rows.await;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A TCP port in front of a database that can be cut, frozen and led elsewhere. */
@SuppressWarnings("CheckReturnValue") // sockets answer themselves, and what breaks is broken on purpose
final class Wire {
    private final NetClient client;
    private final NetServer server;
    private final Queue<NetSocket> sockets = new ConcurrentLinkedQueue<>();
    private volatile int target;
    private volatile boolean frozen;

    Wire(Vertx vertx, int target) {
        this.target = target;
        client = vertx.createNetClient();
        server = await(vertx.createNetServer().connectHandler(this::connect).listen(0, "127.0.0.1"));
    }

    int port() {
        return server.actualPort();
    }

    /** New connections go to this port; those there are break. */
    void leadTo(int port) {
        target = port;
        sockets.forEach(NetSocket::close);
        sockets.clear();
    }

    /** From now on nothing gets through and nothing breaks. */
    void freeze() {
        frozen = true;
        sockets.forEach(NetSocket::pause);
    }

    /** What was held back goes through. */
    void thaw() {
        frozen = false;
        sockets.forEach(NetSocket::resume);
    }

    private void connect(NetSocket near) {
        near.pause();
        sockets.add(near);
        client.connect(target, "127.0.0.1")
                .onSuccess(far -> {
                    sockets.add(far);
                    join(near, far);
                    join(far, near);
                    if (frozen) {
                        far.pause();
                    } else {
                        near.resume();
                    }
                })
                .onFailure(refused -> near.close());
    }

    private static void join(NetSocket from, NetSocket to) {
        from.handler(to::write);
        from.exceptionHandler(broken -> {});
        from.closeHandler(closed -> to.close());
    }
}
