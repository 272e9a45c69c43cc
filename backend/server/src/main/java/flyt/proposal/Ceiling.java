package flyt.proposal;

import java.util.Arrays;

/**
 * What no plan for those who wait can be worth more than: the best of all plans that give no bed twice, whoever shares a room. Where a plan
 * is worth as much, there is no better one.
 */
public final class Ceiling {
    /*
     * The assignment problem, by the Hungarian method in its form with shortest paths (Kuhn 1955; Jonker and Volgenant 1987), in time
     * patients² × beds. Each patient has a bed of their own besides, which is worth nothing: whoever is in it gets none.
     */
    private static final long NEVER = 1_000_000_000L;

    private final Waiting waiting;
    private final int patients;
    private final int columns;
    private final long[] ofRow;
    private final long[] ofColumn;
    /** By column, from 1: the row that has it, 0: none. Column 0 is where a row begins. */
    private final int[] rowOf;

    private Ceiling(Waiting waiting) {
        this.waiting = waiting;
        this.patients = waiting.size();
        this.columns = waiting.seats().size() + patients;
        this.ofRow = new long[patients + 1];
        this.ofColumn = new long[columns + 1];
        this.rowOf = new int[columns + 1];
    }

    /** In points, as {@link Plan#worth()}. */
    public static long of(Waiting waiting) {
        Ceiling ceiling = new Ceiling(waiting);
        for (int row = 1; row <= ceiling.patients; row++) {
            ceiling.seat(row);
        }
        long worth = 0;
        for (int column = 1; column <= ceiling.columns; column++) {
            worth -= ceiling.rowOf[column] == 0 ? 0 : ceiling.cost(ceiling.rowOf[column], column);
        }
        return worth;
    }

    private long cost(int row, int column) {
        if (column > waiting.seats().size()) {
            return 0;
        }
        int worth = waiting.worth(row - 1, column - 1);
        return worth == Waiting.NEVER ? NEVER : -worth;
    }

    /** Gives one more row a column, moving others along the cheapest way. */
    private void seat(int row) {
        long[] least = new long[columns + 1];
        int[] from = new int[columns + 1];
        boolean[] done = new boolean[columns + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        rowOf[0] = row;
        int at = 0;
        while (rowOf[at] != 0) {
            done[at] = true;
            at = next(at, least, from, done);
        }
        while (at != 0) {
            rowOf[at] = rowOf[from[at]];
            at = from[at];
        }
    }

    private int next(int at, long[] least, int[] from, boolean[] done) {
        int nearest = 0;
        long delta = Long.MAX_VALUE;
        for (int column = 1; column <= columns; column++) {
            if (!done[column]) {
                long cost = cost(rowOf[at], column) - ofRow[rowOf[at]] - ofColumn[column];
                if (cost < least[column]) {
                    least[column] = cost;
                    from[column] = at;
                }
                if (least[column] < delta) {
                    delta = least[column];
                    nearest = column;
                }
            }
        }
        for (int column = 0; column <= columns; column++) {
            if (done[column]) {
                ofRow[rowOf[column]] += delta;
                ofColumn[column] -= delta;
            } else if (column > 0) {
                least[column] -= delta;
            }
        }
        return nearest;
    }
}
