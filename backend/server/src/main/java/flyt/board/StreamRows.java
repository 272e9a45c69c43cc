package flyt.board;

import java.util.List;

/**
 * All rows of a stream at one moment.
 *
 * @param stream whose rows
 * @param seq the journal's number these rows are as of; every batch up to it is in them, none after it
 * @param rows the rows, none of them dropped, sorted by key
 */
public record StreamRows(Stream stream, long seq, List<RowUpdate> rows) {
    public StreamRows {
        rows = List.copyOf(rows);
    }
}
