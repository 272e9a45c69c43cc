package flyt.domain.place;

/**
 * Whether those are in the occupancy of whom hospitals think differently (domain 3.1). Whatever is said here, a bed with somebody in it
 * is in use.
 *
 * @param newborns those with their mother: in her bed, or in none of their own
 * @param dayPatients in a bed, and home by the evening
 * @param observation in a bed until it is decided whether to admit
 */
public record Counting(Answer newborns, Answer dayPatients, Answer observation) {
    /** Where a hospital does not say. */
    public static final Counting STANDARD = new Counting(Answer.NOT_COUNTED, Answer.NOT_COUNTED, Answer.APART);

    /** What a hospital says of one kind of patient. */
    public enum Answer {
        NOT_COUNTED,
        COUNTED,
        /** Not in the occupancy, but a figure of its own beside it. */
        APART
    }
}
