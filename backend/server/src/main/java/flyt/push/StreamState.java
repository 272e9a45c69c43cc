package flyt.push;

import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One stream as this member knows it: its rows, how far they are, and the frames made of them. Knows nothing of sockets.
 *
 * <p>Not safe for threads: {@link HospitalStreams} guards it.
 */
final class StreamState {
    /*
     * Two numbers, not one. `upTo` is how far the hospital's chain has been followed; `frameSeq` is the last batch that
     * changed a row here, which is what clients count by:
     *
     *     batches   ..47 ─ 48 ─ 49 ─ 50        upTo     = 50
     *     of these   *                         frameSeq = 47, and a snapshot made now says 47
     *
     * Loading takes time and batches do not wait. They are kept meanwhile, from `needed` on; rows that come back older
     * than `needed` cannot be joined to them and are asked for again.
     */

    /** So many dropped rows are remembered for clients that are behind; who is further behind gets a snapshot. */
    private static final int DROPS_KEPT = 256;

    /** So many batches are kept while loading; with more the loading has to come up to them. */
    private static final int BATCHES_KEPT = 4_096;

    private record Cell(long seq, byte[] json) {}

    private record Missed(long prev, long seq, List<RowUpdate> rows) {}

    private final Stream stream;
    private final Frames frames;
    private final Map<String, Cell> rows = new TreeMap<>();
    private final LinkedHashMap<String, Long> drops = new LinkedHashMap<>();
    private final List<Missed> meanwhile = new ArrayList<>();
    private @Nullable Frame snapshot;
    private boolean loaded;
    private long needed;
    private long seen;
    private long upTo;
    private long frameSeq;
    private long oldestSince;

    /** @param seen the hospital's last batch on this member; the rows must not be older than it */
    StreamState(Stream stream, Frames frames, long seen) {
        this.stream = stream;
        this.frames = frames;
        this.needed = seen;
        this.seen = seen;
    }

    Stream stream() {
        return stream;
    }

    boolean isLoaded() {
        return loaded;
    }

    /**
     * Takes the hospital's next batch.
     *
     * @param rowsHere those of the batch's rows that are of this stream
     * @return the frame for all clients that are up to date, to be released; null when there is nothing to send. When the
     *     batch shows a gap the stream is not loaded afterwards.
     */
    @Nullable
    Frame take(RowBatch batch, List<RowUpdate> rowsHere) {
        if (loaded && batch.prev() > upTo) {
            forget();
            needed = batch.prev();
            seen = batch.prev();
        }
        if (!loaded) {
            keep(batch, rowsHere);
            return null;
        }
        if (batch.seq() <= upTo) {
            return null;
        }
        upTo = batch.seq();
        if (rowsHere.isEmpty()) {
            return null;
        }
        long prev = frameSeq;
        apply(batch.seq(), rowsHere);
        return changedSince(prev);
    }

    /**
     * Takes the rows asked for.
     *
     * @return whether they were new enough; if not they have to be asked for again
     */
    boolean load(StreamRows answer) {
        if (answer.seq() < needed) {
            return false;
        }
        upTo = answer.seq();
        frameSeq = answer.seq();
        rows.clear();
        drops.clear();
        answer.rows().forEach(row -> change(answer.seq(), row));
        for (Missed batch : meanwhile) {
            if (batch.seq > upTo) {
                upTo = batch.seq;
                if (!batch.rows.isEmpty()) {
                    apply(batch.seq, batch.rows);
                }
            }
        }
        meanwhile.clear();
        oldestSince = frameSeq;
        loaded = true;
        return true;
    }

    /**
     * What brings a client up to date.
     *
     * @param since the {@code seq} the client is at; {@link Frame#WHOLE} when it has nothing
     * @return a frame to be released; null when the client has everything, or when the stream is being loaded and a
     *     snapshot for all will follow
     */
    @Nullable
    Frame catchUp(long since) {
        if (!loaded || since == frameSeq) {
            return null;
        }
        return since < oldestSince ? snapshot() : changedSince(since);
    }

    /** All rows as of now, made once for all; to be released. Only of a loaded stream. */
    Frame snapshot() {
        Frame made = snapshot;
        if (made == null) {
            made = frames.snapshot(
                    stream, frameSeq, rows.values().stream().map(Cell::json).toList());
            snapshot = made;
        }
        return made.retain();
    }

    /** Gives back what it holds; rows have to be loaded again. */
    void forget() {
        loaded = false;
        rows.clear();
        drops.clear();
        meanwhile.clear();
        dropSnapshot();
    }

    private void keep(RowBatch batch, List<RowUpdate> rowsHere) {
        if (batch.prev() > seen || meanwhile.size() >= BATCHES_KEPT) {
            meanwhile.clear();
            needed = batch.prev();
        }
        seen = Math.max(seen, batch.seq());
        meanwhile.add(new Missed(batch.prev(), batch.seq(), rowsHere));
    }

    private void apply(long seq, Collection<RowUpdate> changes) {
        frameSeq = seq;
        dropSnapshot();
        changes.forEach(row -> change(seq, row));
        var oldest = drops.entrySet().iterator();
        while (drops.size() > DROPS_KEPT) {
            oldestSince = oldest.next().getValue();
            oldest.remove();
        }
    }

    private void change(long seq, RowUpdate row) {
        byte[] json = row.json();
        var unused = drops.remove(row.key());
        if (json == null) {
            rows.remove(row.key());
            drops.put(row.key(), seq);
        } else {
            rows.put(row.key(), new Cell(seq, json));
        }
    }

    private Frame changedSince(long since) {
        List<byte[]> put = rows.values().stream()
                .filter(cell -> cell.seq > since)
                .map(Cell::json)
                .toList();
        List<String> drop = drops.entrySet().stream()
                .filter(entry -> entry.getValue() > since)
                .map(Map.Entry::getKey)
                .toList();
        return frames.rows(stream, since, frameSeq, put, drop);
    }

    private void dropSnapshot() {
        Frame made = snapshot;
        if (made != null) {
            made.release();
            snapshot = null;
        }
    }
}
