package flyt.domain.priority;

/**
 * The class of a task, most urgent first (domain 3.8 and 3.9). It is shown as a deadline, not as a word: to be done within, for
 * those who clean; to be begun within, for those who carry.
 */
public enum Urgency {
    /** At once: an emergency team, blood in a bleeding. */
    ACUTE,
    /** Somebody stands and waits for it; of porters' jobs, the urgent ones. */
    NOW,
    /** Somebody will wait soon; of porters' jobs, the ordinary ones. */
    SOON,
    TODAY,
    /** Before the shift ends. */
    SHIFT,
    /** By the day's plan, or by appointment. */
    PLAN;

    /** The more urgent of two. */
    public Urgency or(Urgency other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** One class up, at most as urgent as what somebody stands and waits for. */
    public Urgency raised() {
        return this == ACUTE || this == NOW ? this : values()[ordinal() - 1];
    }
}
