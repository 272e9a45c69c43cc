package flyt.fhir;

import flyt.journal.WireNames;
import java.util.Arrays;
import java.util.Optional;

/** What one can be told of as it happens. */
public enum Topic {
    /** Somebody came, or came back after all. */
    ENCOUNTER_START(Shown.ENCOUNTER),
    /** Somebody is in another place. */
    ENCOUNTER_MOVE(Shown.ENCOUNTER),
    /** Somebody is not here any more. */
    ENCOUNTER_END(Shown.ENCOUNTER),
    /** A bed has another status of table 0116. */
    BED_STATUS(Shown.LOCATION),
    /** A task was ordered, or has another status. */
    TASK_STATUS(Shown.TASK);

    private final Shown focus;

    Topic(Shown focus) {
        this.focus = focus;
    }

    /** The type of resource that it is about. */
    public Shown focus() {
        return focus;
    }

    /** Whether it is about a status, which has no more than one change in one message. */
    boolean isStatus() {
        return this == BED_STATUS || this == TASK_STATUS;
    }

    /** {@code urn:flyt:topic:bed-status} */
    public String canonical() {
        return "urn:flyt:topic:" + WireNames.of(this);
    }

    /** The topic of this canonical. */
    public static Optional<Topic> of(String canonical) {
        return Arrays.stream(values())
                .filter(topic -> topic.canonical().equals(canonical))
                .findFirst();
    }
}
