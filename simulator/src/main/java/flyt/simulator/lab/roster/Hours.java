package flyt.simulator.lab.roster;

/**
 * When a shift is: half hours of the day.
 *
 * @param from its first half hour, 0 to 47
 * @param length in half hours; over midnight it ends on the next day
 */
public record Hours(int from, int length) {

    /** How many half hours a week has. */
    public static final int WEEK = 7 * 48;

    /** The half hour of the week in which the n-th half hour of this shift is, begun on that day, 0 Monday. */
    public int at(int day, int n) {
        return (day * 48 + from + n) % WEEK;
    }
}
