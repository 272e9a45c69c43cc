package flyt.board;

import flyt.domain.Hospital;
import java.util.List;

/** From a hospital's state to all its rows; pure. Row by row, as events come, {@link RowBook} does it. */
public final class Projections {

    private Projections() {}

    /**
     * All rows of a hospital as it is, or was, in all streams and at all levels, sorted by stream and key.
     *
     * @param identities who is behind the keys; {@link Identities#withoutNames()} for who may not know
     */
    public static List<RowUpdate> allRows(Hospital hospital, Identities identities) {
        return new RowBook(hospital, identities).rows();
    }
}
