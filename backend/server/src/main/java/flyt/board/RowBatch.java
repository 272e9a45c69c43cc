package flyt.board;

import java.util.List;

/**
 * All rows of one hospital that one committed batch of events changed.
 *
 * <p>Batches of a hospital form a chain: who holds the rows as of {@code prev} holds them as of {@code seq} after
 * taking the batch; who holds older ones has missed something.
 *
 * @param hospital the hospital's id; every row's stream is of this hospital
 * @param prev the {@code seq} of the hospital's batch before this one; 0 when there was none
 * @param seq the journal's number of the last event behind these rows, not below {@code prev}
 * @param rows each row at most once; may be empty
 */
public record RowBatch(String hospital, long prev, long seq, List<RowUpdate> rows) {
    public RowBatch {
        if (prev < 0 || seq < prev) {
            throw new IllegalArgumentException("a batch goes from " + prev + " to " + seq);
        }
        rows = List.copyOf(rows);
    }

    /**
     * A batch without rows that only says where the hospital's chain stands. Sent when a writer takes over: who is
     * behind finds out without waiting for the next change.
     */
    public static RowBatch standsAt(String hospital, long seq) {
        return new RowBatch(hospital, seq, seq, List.of());
    }
}
