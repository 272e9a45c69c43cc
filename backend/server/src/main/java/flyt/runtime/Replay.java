package flyt.runtime;

import flyt.board.RowBook;
import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.domain.Hospital;
import flyt.domain.place.HospitalDefinition;
import flyt.journal.Database;
import flyt.journal.EventCodec;
import flyt.journal.Identities;
import flyt.journal.Journal;
import flyt.journal.Snapshots;
import io.vertx.core.Future;

/**
 * A hospital worked out from the first event of its journal, without snapshots: what a check compares a running server with.
 *
 * @param seq number of the last event in it
 */
public record Replay(Hospital hospital, long seq, RowBook book) {

    /**
     * Replays a journal.
     *
     * @param upTo number of the last event to take, inclusive; {@link Long#MAX_VALUE} for all there are
     * @return fails when the journal has a gap, an unreadable event or no event at all
     */
    public static Future<Replay> of(Database database, String hospital, long upTo) {
        StateLoader loader = new StateLoader(new Journal(database), new Snapshots(database), new EventCodec());
        return loader.goOn(hospital, StateLoader.Loaded.NOTHING, upTo, (recorded, after) -> {})
                .compose(loaded -> new Identities(database).all(hospital).map(known -> {
                    Hospital state = loaded.hospital();
                    if (state == null) {
                        throw new IllegalStateException("The journal of " + hospital + " is empty");
                    }
                    return new Replay(state, loaded.seq(), new RowBook(state, IdentityReading.of(known.values())));
                }));
    }

    /** The rows of a stream, with the names of people as they are known today. */
    public StreamRows rows(Stream stream) {
        return new StreamRows(stream, seq, book.rows(stream));
    }

    /** The definition in force. */
    public HospitalDefinition definition() {
        return hospital.places().definition();
    }
}
