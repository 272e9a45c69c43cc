package flyt.grid;

import com.hazelcast.map.IMap;
import java.nio.charset.StandardCharsets;

/** All that the grid holds of rows, as text to search in: past every reader. */
public final class RawRows {
    private RawRows() {}

    /** Every key with its bytes. */
    public static String of(Grid grid) {
        StringBuilder all = new StringBuilder();
        IMap<RowKey, RowValue> map = grid.hazelcast().getMap(GridConfig.ROWS);
        map.forEach((key, value) -> {
            byte[] row = value.json();
            all.append(key.key()).append(' ');
            all.append(row == null ? "-" : new String(row, StandardCharsets.UTF_8))
                    .append('\n');
        });
        return all.toString();
    }
}
