package flyt.push;

import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link RowBatch} on the event bus between members.
 *
 * <p>Form 1: a byte 1; hospital; prev and seq as longs; the number of streams, and view and scope of each; the number of
 * rows, and of each the index of its stream, its key and its bytes. Texts and bytes have their length before them, as an
 * int, -1 for a dropped row's bytes. A batch in another form fails to decode and shows as a gap.
 */
final class RowBatchCodec implements MessageCodec<RowBatch, RowBatch> {
    static final String NAME = "flyt.row-batch";
    private static final byte FORM = 1;

    @Override
    public void encodeToWire(Buffer out, RowBatch batch) {
        var head = out.appendByte(FORM);
        text(out, batch.hospital());
        var chain = out.appendLong(batch.prev()).appendLong(batch.seq());
        Map<Stream, Integer> streams = new HashMap<>();
        List<Stream> order = new ArrayList<>();
        for (RowUpdate row : batch.rows()) {
            streams.computeIfAbsent(row.stream(), stream -> {
                order.add(stream);
                return order.size() - 1;
            });
        }
        var count = out.appendInt(order.size());
        for (Stream stream : order) {
            text(out, stream.view());
            text(out, stream.scope());
        }
        var rows = out.appendInt(batch.rows().size());
        for (RowUpdate row : batch.rows()) {
            var stream = out.appendInt(streams.get(row.stream()));
            text(out, row.key());
            byte[] json = row.json();
            var bytes = json == null
                    ? out.appendInt(-1)
                    : out.appendInt(json.length).appendBytes(json);
        }
    }

    @Override
    public RowBatch decodeFromWire(int position, Buffer in) {
        Cursor cursor = new Cursor(in, position);
        byte form = cursor.number8();
        if (form != FORM) {
            throw new IllegalArgumentException("a batch in form " + form + ", known is " + FORM);
        }
        String hospital = cursor.text();
        long prev = cursor.number64();
        long seq = cursor.number64();
        List<Stream> streams = new ArrayList<>();
        for (int left = cursor.number32(); left > 0; left--) {
            streams.add(new Stream(hospital, cursor.text(), cursor.text()));
        }
        List<RowUpdate> rows = new ArrayList<>();
        for (int left = cursor.number32(); left > 0; left--) {
            Stream stream = streams.get(cursor.number32());
            String key = cursor.text();
            int length = cursor.number32();
            rows.add(new RowUpdate(stream, key, length < 0 ? null : cursor.bytes(length)));
        }
        return new RowBatch(hospital, prev, seq, rows);
    }

    /** Inside one member the batch itself is handed on; it never changes. */
    @Override
    public RowBatch transform(RowBatch batch) {
        return batch;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte systemCodecID() {
        return -1;
    }

    private static void text(Buffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var unused = out.appendInt(bytes.length).appendBytes(bytes);
    }

    private static final class Cursor {
        private final Buffer in;
        private int position;

        Cursor(Buffer in, int position) {
            this.in = in;
            this.position = position;
        }

        byte number8() {
            return in.getByte(position++);
        }

        int number32() {
            position += Integer.BYTES;
            return in.getInt(position - Integer.BYTES);
        }

        long number64() {
            position += Long.BYTES;
            return in.getLong(position - Long.BYTES);
        }

        byte[] bytes(int length) {
            position += length;
            return in.getBytes(position - length, position);
        }

        String text() {
            return new String(bytes(number32()), StandardCharsets.UTF_8);
        }
    }
}
