package flyt.push;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import flyt.board.Stream;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes the frames of the contract. Rows are already bytes and are only put between commas; nothing here knows what is
 * in them.
 */
final class Frames {
    private static final byte[] COMMA = utf8(",");
    private static final byte[] DROP = utf8("],\"drop\":[");
    private static final byte[] END = utf8("]}");

    private final ByteBufAllocator allocator;

    Frames(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    Frame snapshot(Stream stream, long seq, Collection<byte[]> rows) {
        List<byte[]> pieces = new ArrayList<>(2 * rows.size() + 2);
        pieces.add(utf8("{\"type\":\"snapshot\",\"stream\":\"" + stream.name() + "\",\"seq\":" + seq + ",\"rows\":["));
        addAll(pieces, rows);
        pieces.add(END);
        return new Frame(allocator, Frame.WHOLE, seq, pieces);
    }

    Frame rows(Stream stream, long prev, long seq, Collection<byte[]> put, Collection<String> drop) {
        List<byte[]> pieces = new ArrayList<>(2 * (put.size() + drop.size()) + 3);
        pieces.add(utf8("{\"type\":\"rows\",\"stream\":\"" + stream.name() + "\",\"prev\":" + prev + ",\"seq\":" + seq
                + ",\"put\":["));
        addAll(pieces, put);
        pieces.add(DROP);
        addAll(pieces, drop.stream().map(Frames::quoted).toList());
        pieces.add(END);
        return new Frame(allocator, prev, seq, pieces);
    }

    Frame refused(Stream stream, Refusal refusal) {
        return unnumbered(List.of(
                utf8("{\"type\":\"refused\",\"stream\":\"" + stream.name() + "\",\"reason\":"),
                quoted(refusal.reason()),
                utf8(",\"title\":"),
                quoted(refusal.title()),
                utf8("}")));
    }

    /** @param json a whole beat frame */
    Frame beat(byte[] json) {
        return unnumbered(List.of(json));
    }

    private Frame unnumbered(List<byte[]> pieces) {
        return new Frame(allocator, Frame.WHOLE, Frame.UNNUMBERED, pieces);
    }

    private static void addAll(List<byte[]> pieces, Collection<byte[]> rows) {
        boolean first = true;
        for (byte[] row : rows) {
            if (!first) {
                pieces.add(COMMA);
            }
            pieces.add(row);
            first = false;
        }
    }

    private static byte[] quoted(String text) {
        return utf8("\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
