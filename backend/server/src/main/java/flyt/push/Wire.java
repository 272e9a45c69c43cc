package flyt.push;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.VoidChannelPromise;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/** The way a frame takes into a socket. Used on the socket's event loop only. */
interface Wire {
    /** Whether the client takes what is written, or it would pile up here. */
    boolean canTake();

    void write(Frame frame);

    void flush();

    /** Calls back once, on the event loop, when what has been written is out and more can be. */
    void whenDrained(Runnable then);

    /** Ends the connection without a word. */
    void cut();

    /** The shared way where this Vert.x offers it, the ordinary way otherwise or when asked for. */
    static Wire to(ServerWebSocket socket, boolean shared) {
        if (shared && socket instanceof WebSocketInternal internal) {
            return new Shared(socket, internal.channelHandlerContext());
        }
        return new Ordinary(socket);
    }

    /**
     * Writes the shared bytes past Vert.x's frame encoder, which lets plain buffers through. Vert.x's own frames (ping,
     * pong, close) take their usual way to the same channel, each whole.
     */
    final class Shared implements Wire {
        private final ServerWebSocket socket;
        private final ChannelHandlerContext channel;
        private final VoidChannelPromise nobodyWaits;

        private Shared(ServerWebSocket socket, ChannelHandlerContext channel) {
            this.socket = socket;
            this.channel = channel;
            this.nobodyWaits = new VoidChannelPromise(channel.channel(), false);
        }

        @Override
        public boolean canTake() {
            return channel.channel().isWritable() && !socket.isClosed();
        }

        @Override
        public void write(Frame frame) {
            channel.write(frame.toWrite(), nobodyWaits);
        }

        @Override
        public void flush() {
            channel.flush();
        }

        @Override
        public void whenDrained(Runnable then) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> {
                if (done.isSuccess()) {
                    then.run();
                }
            });
        }

        @Override
        public void cut() {
            channel.close();
        }
    }

    /** Writes text messages as any program would. */
    final class Ordinary implements Wire {
        private final ServerWebSocket socket;
        private final Context context;

        private Ordinary(ServerWebSocket socket) {
            this.socket = socket;
            this.context = Vertx.currentContext();
        }

        @Override
        public boolean canTake() {
            return !socket.isClosed() && !socket.writeQueueFull();
        }

        @Override
        public void write(Frame frame) {
            var unused = socket.writeFinalTextFrame(frame.text());
        }

        @Override
        public void flush() {}

        @Override
        public void whenDrained(Runnable then) {
            if (canTake()) {
                context.runOnContext(now -> then.run());
            } else if (!socket.isClosed()) {
                var unused = socket.drainHandler(drained -> then.run());
            }
        }

        @Override
        public void cut() {
            if (socket instanceof WebSocketInternal internal) {
                internal.channelHandlerContext().close();
            }
        }
    }
}
