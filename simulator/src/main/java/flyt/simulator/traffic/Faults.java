package flyt.simulator.traffic;

/**
 * What may go wrong on the way, as shares of the reports, 0 to 1 each.
 *
 * @param late sent 3 to 30 minutes later than it would have been, after others
 * @param repeated sent a second time, the same bytes, within five minutes
 * @param reordered delivered up to 40 seconds later than it was sent, so that it changes places with its neighbours
 */
public record Faults(double late, double repeated, double reordered) {

    public static final Faults NONE = new Faults(0, 0, 0);

    public Faults {
        if (!share(late) || !share(repeated) || !share(reordered)) {
            throw new IllegalArgumentException("shares of faults are 0 to 1");
        }
    }

    private static boolean share(double value) {
        return value >= 0 && value <= 1;
    }
}
