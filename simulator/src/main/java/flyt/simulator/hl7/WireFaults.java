package flyt.simulator.hl7;

import flyt.hl7.MllpLine;
import flyt.simulator.hospital.Chance;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong on the wire between a sender and the server, as a share of the messages. */
final class WireFaults {

    /** What happens to a message. */
    enum Fault {
        NONE,
        /** Its frame comes in many pieces. */
        SPLIT,
        /** Something that is no frame comes before it and behind it. */
        GARBAGE,
        /** It comes twice. */
        TWICE,
        /** The connection breaks in the middle of it. */
        CUT,
        /** The connection breaks before it is answered. */
        UNHEARD
    }

    private static final List<Fault> ALL = List.of(Fault.values()).subList(1, Fault.values().length);

    private final double share;
    private final Chance chance;

    /** {@code share}: 0 to 1. */
    WireFaults(double share, Chance chance) {
        this.share = share;
        this.chance = chance;
    }

    Fault next() {
        return chance.happens(share) ? ALL.get(chance.below(ALL.size())) : Fault.NONE;
    }

    /** The frame as it is to be written. */
    static List<Buffer> writes(byte[] message, Fault fault) {
        Buffer frame = MllpLine.framed(message);
        return switch (fault) {
            case SPLIT -> pieces(frame);
            case GARBAGE ->
                List.of(Buffer.buffer("\r\n")
                        .appendString("?? ")
                        .appendBuffer(frame)
                        .appendString("\n"));
            case NONE, TWICE, CUT, UNHEARD -> List.of(frame);
        };
    }

    private static List<Buffer> pieces(Buffer frame) {
        List<Buffer> pieces = new ArrayList<>();
        for (int at = 0; at < frame.length(); ) {
            int to = Math.min(frame.length(), at + 1 + at / 2);
            pieces.add(frame.getBuffer(at, to));
            at = to;
        }
        return pieces;
    }
}
