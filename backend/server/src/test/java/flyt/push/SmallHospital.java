package flyt.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.runtime.LookBack;
import flyt.runtime.Playback;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A hospital that is nothing but its rows: what the writer, the projections and the grid are in earnest. */
final class SmallHospital implements StreamSource {
    static final Stream WARD = Stream.ward("FJO", "LUN", 3);

    private final Map<Stream, TreeMap<String, RowUpdate>> rows = new HashMap<>();
    private long seq;

    /** Changes rows and says so. */
    synchronized RowBatch change(RowUpdate... updates) {
        long prev = seq++;
        for (RowUpdate row : updates) {
            TreeMap<String, RowUpdate> there = rows.computeIfAbsent(row.stream(), stream -> new TreeMap<>());
            if (row.dropped()) {
                there.remove(row.key());
            } else {
                there.put(row.key(), row);
            }
        }
        return new RowBatch("FJO", prev, seq, List.of(updates));
    }

    synchronized StreamRows now(Stream stream) {
        return new StreamRows(
                stream,
                seq,
                new ArrayList<>(rows.getOrDefault(stream, new TreeMap<>()).values()));
    }

    /** What a screen of this stream must show now. */
    synchronized Map<String, JsonObject> truth(Stream stream) {
        Map<String, JsonObject> truth = new TreeMap<>();
        rows.getOrDefault(stream, new TreeMap<>())
                .forEach((key, row) -> truth.put(key, new JsonObject(new String(row.json(), UTF_8))));
        return truth;
    }

    @Override
    public Optional<Refusal> refusal(Stream stream) {
        return stream.scope().equals("NOWHERE")
                ? Optional.of(new Refusal("unknown-ward", "There is no ward \"NOWHERE\""))
                : Optional.empty();
    }

    @Override
    public Future<StreamRows> snapshot(Stream stream) {
        return Future.succeededFuture(now(stream));
    }

    @Override
    public Future<Playback> past(String hospital, LookBack back) {
        return Future.failedFuture(new UnsupportedOperationException("it has no past"));
    }

    @Override
    public Optional<byte[]> beat(String hospital) {
        return Optional.of("{\"type\":\"beat\",\"hospital\":\"FJO\"}".getBytes(UTF_8));
    }

    static RowUpdate bed(String bed, Object value) {
        return row(WARD, "bed/" + bed, value);
    }

    static RowUpdate row(Stream stream, String key, @Nullable Object value) {
        return new RowUpdate(
                stream,
                key,
                value == null
                        ? null
                        : new JsonObject()
                                .put("key", key)
                                .put("value", value)
                                .encode()
                                .getBytes(UTF_8));
    }
}
