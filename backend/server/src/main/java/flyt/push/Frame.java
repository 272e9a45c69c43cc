package flyt.push;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A WebSocket text frame, encoded once: header and payload in one direct buffer that any number of sockets on any event
 * loops write at the same time. Never masked, never fragmented.
 *
 * <p>Counted like Netty's buffers: whoever makes it or retains it releases it.
 */
final class Frame {
    /** {@code prev} of a frame that needs none before it. */
    static final long WHOLE = -1;

    /** {@code seq} of a frame outside the numbering of streams. */
    static final long UNNUMBERED = -1;

    private static final int FINAL_TEXT = 0x81;

    private final long prev;
    private final long seq;
    private final int headerLength;
    private final ByteBuf wire;

    /** @param payload pieces of UTF-8 text that together are the frame's text */
    Frame(ByteBufAllocator allocator, long prev, long seq, List<byte[]> payload) {
        this.prev = prev;
        this.seq = seq;
        int length = payload.stream().mapToInt(piece -> piece.length).sum();
        this.headerLength = length <= 125 ? 2 : length <= 0xFFFF ? 4 : 10;
        this.wire = allocator.directBuffer(headerLength + length, headerLength + length);
        writeHeader(length);
        payload.forEach(wire::writeBytes);
    }

    private void writeHeader(int length) {
        wire.writeByte(FINAL_TEXT);
        switch (headerLength) {
            case 2 -> wire.writeByte(length);
            case 4 -> wire.writeByte(126).writeShort(length);
            default -> wire.writeByte(127).writeLong(length);
        }
    }

    /** The {@code seq} a client must be at for this frame to make sense; {@link #WHOLE} for a snapshot. */
    long prev() {
        return prev;
    }

    /** The {@code seq} a client is at after this frame. */
    long seq() {
        return seq;
    }

    boolean isSnapshot() {
        return prev == WHOLE;
    }

    int size() {
        return wire.readableBytes();
    }

    /** Header and payload, for one write; whoever writes it releases it. */
    ByteBuf toWrite() {
        return wire.retainedDuplicate();
    }

    /** The payload as text, decoded anew. */
    String text() {
        return wire.toString(headerLength, wire.readableBytes() - headerLength, StandardCharsets.UTF_8);
    }

    Frame retain() {
        wire.retain();
        return this;
    }

    void release() {
        wire.release();
    }
}
