package flyt.runtime;

import java.time.Instant;
import java.util.List;

/**
 * The rows of a stream at one moment.
 *
 * @param seq number of the last event in them
 * @param at the moment shown, hospital time
 * @param time hospital time now
 * @param rows each one a JSON object in UTF-8, encoded where it changed; not to be altered
 */
public record RowsAt(long seq, Instant at, Instant time, List<byte[]> rows) {
    public RowsAt {
        rows = List.copyOf(rows);
    }
}
