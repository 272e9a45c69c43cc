package flyt.grid;

import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The rows of all hospitals, where every member can read them.
 *
 * <p>A hospital's batches are written one after another, never two at a time; while one is under way the newest value per
 * row waits, so a slow grid costs memory for one hospital's rows at most and ends at the newest all the same. A read is
 * never torn: it sees all of a batch or nothing of it, and says which.
 *
 * <p>Any thread may call; nothing blocks the caller.
 */
public final class RowGrid {
    /** How long a dropped row is remembered: far longer than any write can be late. */
    static final Duration TOMBSTONE = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final IMap<RowKey, RowValue> map;
    private final Duration tombstone;
    private final ConcurrentHashMap<String, RowChain> chains = new ConcurrentHashMap<>();

    public RowGrid(Grid grid) {
        this(grid, TOMBSTONE);
    }

    RowGrid(Grid grid, Duration tombstone) {
        this.vertx = grid.vertx();
        this.map = grid.hazelcast().getMap(GridConfig.ROWS);
        this.tombstone = tombstone;
    }

    /** Takes a batch to be written and returns at once. What fails is tried again until it is in. */
    public void put(RowBatch batch) {
        chain(batch.hospital()).add(batch);
    }

    /**
     * Makes the grid hold exactly these rows of a hospital, as a writer does that takes over: rows that are there and not
     * among these are dropped. Batches put meanwhile win, their numbers are higher.
     *
     * @param seq the journal's number the rows are as of
     * @param rows all rows of all streams of the hospital
     * @return done when the rows have been taken for writing; fails when the grid cannot be asked what it holds
     */
    public Future<Void> fill(String hospital, long seq, List<RowUpdate> rows) {
        Set<RowKey> kept =
                rows.stream().map(row -> RowKey.of(row.stream(), row.key())).collect(Collectors.toSet());
        return vertx.executeBlocking(() -> map.keySet(inPartition(hospital, new RowsOfHospital(hospital))), false)
                .map(there -> {
                    List<RowUpdate> all = new ArrayList<>(rows);
                    for (RowKey key : there) {
                        if (!kept.contains(key)) {
                            all.add(new RowUpdate(key.stream(), key.key(), null));
                        }
                    }
                    put(new RowBatch(hospital, seq, seq, all));
                    return null;
                });
    }

    /**
     * All rows of a stream, as of one moment.
     *
     * @return empty when nobody has filled in this hospital; fails when the grid does not answer
     */
    public Future<Optional<StreamRows>> read(Stream stream) {
        return vertx.executeBlocking(
                () -> rows(stream, map.entrySet(inPartition(stream.hospital(), new RowsOfStream(stream)))), false);
    }

    /** Done when everything put so far is in the grid: wait for it before leaving. */
    public Future<Void> settled() {
        return Future.all(chains.values().stream().map(RowChain::settled).toList())
                .mapEmpty();
    }

    private RowChain chain(String hospital) {
        return chains.computeIfAbsent(
                hospital,
                id -> new RowChain(
                        vertx,
                        id,
                        values -> map.submitToKeys(values.keySet(), new RowWrite(values, tombstone.toMillis()))));
    }

    private static Predicate<RowKey, RowValue> inPartition(String hospital, Predicate<RowKey, RowValue> predicate) {
        return Predicates.partitionPredicate(hospital, predicate);
    }

    private static Optional<StreamRows> rows(Stream stream, Set<Map.Entry<RowKey, RowValue>> entries) {
        Optional<Long> seq = entries.stream()
                .filter(entry -> entry.getKey().isHead())
                .map(entry -> entry.getValue().seq())
                .findFirst();
        return seq.map(number -> new StreamRows(
                stream,
                number,
                entries.stream()
                        .filter(entry -> !entry.getKey().isHead())
                        .map(entry -> new RowUpdate(
                                stream, entry.getKey().key(), entry.getValue().json()))
                        .sorted(Comparator.comparing(RowUpdate::key))
                        .toList()));
    }
}
