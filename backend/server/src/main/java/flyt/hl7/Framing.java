package flyt.hl7;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts a stream of bytes into MLLP frames, whatever its chunks. Used by one connection on its event loop. */
public final class Framing {
    /*
     *    VT content FS CR      a frame (HL7 v2.9.1 appendix C)
     *
     * What real senders do besides: LF after the end or no CR, bytes between frames, a frame without its end because the
     * sender was restarted, nothing at all in one. A frame ends at FS; what follows up to the next VT is not looked at. A
     * frame in which another one begins was never finished: VT alone does not say so, since text typed in a word processor
     * has it for a line break, but VT with a header behind it does.
     */
    private static final byte START = 0x0b;
    private static final byte END = 0x1c;

    /** What a stream had besides frames. */
    public enum Fault {
        /** Something else than CR and LF outside a frame. */
        JUNK,
        /** A frame that ended nowhere. */
        UNFINISHED,
        /** Nothing between start and end. */
        EMPTY,
        /** More than is allowed: the connection is to be closed. */
        OVERSIZE
    }

    private final int most;
    private final Consumer<byte[]> frames;
    private final Consumer<Fault> faults;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private boolean inside;
    private boolean junk;
    private boolean closed;

    /** @param most bytes in a frame */
    public Framing(int most, Consumer<byte[]> frames, Consumer<Fault> faults) {
        this.most = most;
        this.frames = frames;
        this.faults = faults;
    }

    /** The next bytes; after {@link Fault#OVERSIZE} nothing more is taken. */
    public void take(byte[] chunk) {
        int at = 0;
        while (at < chunk.length && !closed) {
            at = inside ? collect(chunk, at) : skip(chunk, at);
        }
    }

    private int skip(byte[] chunk, int from) {
        for (int at = from; at < chunk.length; at++) {
            if (chunk[at] == START) {
                inside = true;
                junk = false;
                return at + 1;
            }
            boolean known = chunk[at] == '\r' || chunk[at] == '\n' || chunk[at] == END;
            if (!known && !junk) {
                junk = true;
                faults.accept(Fault.JUNK);
            }
        }
        return chunk.length;
    }

    private int collect(byte[] chunk, int from) {
        int end = from;
        while (end < chunk.length && chunk[end] != END) {
            end++;
        }
        if (content.size() + end - from > most) {
            closed = true;
            content.reset();
            faults.accept(Fault.OVERSIZE);
            return chunk.length;
        }
        content.write(chunk, from, end - from);
        if (end == chunk.length) {
            return end;
        }
        inside = false;
        byte[] frame = lastBegun(content.toByteArray());
        content.reset();
        if (isBlank(frame)) {
            faults.accept(Fault.EMPTY);
        } else {
            frames.accept(frame);
        }
        return end + 1;
    }

    private byte[] lastBegun(byte[] frame) {
        for (int at = frame.length - 4; at >= 0; at--) {
            if (frame[at] == START && isHeader(frame, at + 1)) {
                if (!isBlank(Arrays.copyOf(frame, at))) {
                    faults.accept(Fault.UNFINISHED);
                }
                return Arrays.copyOfRange(frame, at + 1, frame.length);
            }
        }
        return frame;
    }

    private static boolean isHeader(byte[] bytes, int at) {
        String name = new String(bytes, at, 3, StandardCharsets.ISO_8859_1);
        return name.equals("MSH") || name.equals("FHS") || name.equals("BHS");
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != '\r' && one != '\n' && one != ' ' && one != START) {
                return false;
            }
        }
        return true;
    }
}
