package flyt.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every row's bytes as last kept, and apart from them the rows that were made anew since, which are not read before they are
 * kept. For one thread.
 */
final class WrittenRows implements Sink {
    private static final Comparator<RowUpdate> BY_PLACE =
            Comparator.comparing((RowUpdate row) -> row.stream().name()).thenComparing(RowUpdate::key);

    private final Map<Stream, Map<String, byte[]>> rows = new HashMap<>();
    private List<RowUpdate> changes = new ArrayList<>();

    @Override
    public void row(Stream stream, String key, byte @Nullable [] json) {
        if (!Arrays.equals(row(stream, key), json)) {
            changes.add(new RowUpdate(stream, key, json));
        }
    }

    /** The rows made anew that are others than those kept. */
    List<RowUpdate> changes() {
        return changes;
    }

    /** From now on the rows made anew are the rows. */
    void keep() {
        for (RowUpdate row : changes) {
            Map<String, byte[]> byKey = rows.computeIfAbsent(row.stream(), one -> new HashMap<>());
            byte[] before = row.json() == null ? byKey.remove(row.key()) : byKey.put(row.key(), row.json());
        }
        changes = new ArrayList<>();
    }

    /** What turns those rows into these. */
    List<RowUpdate> changesFrom(WrittenRows older) {
        List<RowUpdate> updates = new ArrayList<>();
        older.rows.forEach((stream, byKey) -> byKey.keySet().stream()
                .filter(key -> row(stream, key) == null)
                .forEach(key -> updates.add(new RowUpdate(stream, key, null))));
        rows.forEach((stream, byKey) -> byKey.forEach((key, json) -> {
            if (!Arrays.equals(json, older.row(stream, key))) {
                updates.add(new RowUpdate(stream, key, json));
            }
        }));
        updates.sort(BY_PLACE);
        return updates;
    }

    /** All rows, sorted by stream and key. */
    List<RowUpdate> all() {
        List<RowUpdate> all = new ArrayList<>();
        rows.forEach((stream, byKey) -> byKey.forEach((key, json) -> all.add(new RowUpdate(stream, key, json))));
        all.sort(BY_PLACE);
        return all;
    }

    /** The rows of one stream, sorted by key. */
    List<RowUpdate> of(Stream stream) {
        List<RowUpdate> ofStream = new ArrayList<>();
        rows.getOrDefault(stream, Map.of()).forEach((key, json) -> ofStream.add(new RowUpdate(stream, key, json)));
        ofStream.sort(Comparator.comparing(RowUpdate::key));
        return ofStream;
    }

    /** How many rows there are in all streams together. */
    int size() {
        return rows.values().stream().mapToInt(Map::size).sum();
    }

    private byte @Nullable [] row(Stream stream, String key) {
        return rows.getOrDefault(stream, Map.of()).get(key);
    }
}
