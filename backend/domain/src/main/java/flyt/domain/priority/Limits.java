package flyt.domain.priority;

import java.time.Duration;

/**
 * From when on something counts that only time brings (domain 3.8, 3.9), and how long a message stands.
 *
 * @param untold a task of which nobody was told has waited so long: it is offered as soon as somebody is free and fit, also where
 *     people choose from their list
 * @param untaken nobody has a task so long before somebody must begin
 * @param notBegun somebody has taken a task and not begun for so long
 * @param paused a task rests for so long
 * @param unattended a patient who waits to be fetched from where there is no bed is unattended after so long
 * @param shortage a ward that will have too few beds within this time is short of them
 * @param messages so long a coordinator's message stands on the phones; then its words are erased
 */
public record Limits(
        Duration untold,
        Duration untaken,
        Duration notBegun,
        Duration paused,
        Duration unattended,
        Duration shortage,
        Duration messages) {

    /** Those of a rule set that says nothing of them. */
    public static final Limits USUAL = new Limits(
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(20),
            Duration.ofMinutes(15),
            Duration.ofHours(4),
            Duration.ofHours(1));
}
