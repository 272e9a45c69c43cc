package flyt.domain.task;

import flyt.domain.priority.Team;
import flyt.domain.stay.StayId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, and where.
 *
 * @param kind the kind's id in the rule set, {@code clean-standard}
 * @param cleaning of a clean: which one, else null
 * @param to where it ends, where that is elsewhere
 * @param stay the patient who is moved, or null
 * @param note what to know or bring, in the words of whoever ordered it
 */
public record Job(
        String kind,
        Team team,
        @Nullable CleaningKind cleaning,
        Point at,
        @Nullable Point to,
        @Nullable StayId stay,
        @Nullable String note) {}
