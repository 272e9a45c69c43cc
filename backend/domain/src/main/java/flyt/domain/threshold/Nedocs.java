package flyt.domain.threshold;

/** How crowded an emergency department is (Weiss 2004; domain 3.2). Above 180 it is dangerous. */
public final class Nedocs {

    private Nedocs() {}

    /**
     * The score.
     *
     * @param beds treatment places of the department, one at least
     * @param boarders admitted patients who wait there
     * @param hospitalBeds one at least
     * @param longestHours how long the admitted patient who has waited longest has waited
     * @param waitingRoomHours how long the last patient who was given a place there had waited for it
     */
    public static double score(
            int patients,
            int beds,
            int boarders,
            int hospitalBeds,
            int ventilated,
            double longestHours,
            double waitingRoomHours) {
        return -20
                + 85.8 * patients / beds
                + 600.0 * boarders / hospitalBeds
                + 13.4 * ventilated
                + 0.93 * longestHours
                + 5.64 * waitingRoomHours;
    }
}
