package flyt.push;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.util.function.IntConsumer;

/**
 * Stands between the frame decoder and Vert.x, which on a frame that is too large drops the connection without a word. Here
 * the client is told why; the decoder throws away what it still sends until it has read that and gone.
 */
final class OversizeGuard extends ChannelInboundHandlerAdapter {
    private final IntConsumer onBroken;

    /** @param onBroken takes the WebSocket close code that fits, on the event loop */
    OversizeGuard(IntConsumer onBroken) {
        this.onBroken = onBroken;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            onBroken.accept(broken.closeStatus().code());
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}
