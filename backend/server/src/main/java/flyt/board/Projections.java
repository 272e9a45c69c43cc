package flyt.board;

import flyt.domain.Hospital;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    /** The rows of view {@code forecast} alone, in which nobody is. */
    public static List<byte[]> forecast(Hospital hospital) {
        List<byte[]> rows = new ArrayList<>();
        ForecastRows.write(
                Moment.of(hospital, Identities.NONE), (stream, key, json) -> rows.add(Objects.requireNonNull(json)));
        return rows;
    }
}
