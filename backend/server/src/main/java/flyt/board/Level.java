package flyt.board;

/** How much a screen may show, by where it hangs (domain 3.13). */
public enum Level {
    /** An unknown or corridor screen: beds, tasks and first names of staff; no patient. */
    BARE(1),
    /** A work station in the cluster: also initials and year, precautions, the day of leaving. */
    HALF_CLOSED(2),
    /** A staff room with its door shut: also early warning, laboratory, care weight, why a discharge waits. */
    CLOSED_ROOM(3);

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /** The level as written in streams and requests: 1, 2 or 3. */
    public int number() {
        return number;
    }
}
