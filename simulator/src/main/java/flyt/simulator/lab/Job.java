package flyt.simulator.lab;

import flyt.domain.priority.Cause;
import flyt.domain.priority.Spot;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that was to be done, as it was recorded: the same for every policy.
 *
 * @param id unique in its run
 * @param kind one of the rule set's, {@code clean-contact}
 * @param ordered when it was ordered; a bed has been empty since then
 * @param possible from when on it can be done: after an airborne patient the air is changed first
 * @param from where it begins
 * @param to where it ends; of a clean, the same
 * @param zone whose work it is while each has a zone of their own, {@code R3}
 * @param service how long it takes whoever does it, the walk there not counted
 * @param asked how urgent it is by itself; null: as its kind
 * @param causes what makes it urgent from the beginning, each with its moment
 * @param wishes who is to lie in the bed, as it became known
 */
record Job(
        int id,
        Team team,
        String kind,
        Instant ordered,
        Instant possible,
        Spot from,
        Spot to,
        @Nullable String zone,
        Duration service,
        @Nullable Urgency asked,
        SortedMap<Cause, Instant> causes,
        List<Wish> wishes) {

    Job {
        causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
        wishes = List.copyOf(wishes);
    }

    /**
     * A bed is promised to a patient.
     *
     * @param known when it was promised
     * @param ready when the patient can lie down in it
     * @param emergency whether the patient waits in the emergency department
     * @param withdrawn when the promise was taken back; null: the patient came into this bed
     */
    record Wish(Instant known, Instant ready, boolean emergency, @Nullable Instant withdrawn) {

        boolean holds(Instant now) {
            return !known.isAfter(now) && (withdrawn == null || withdrawn.isAfter(now));
        }
    }

    /** The wish of the patient who came into this bed, or null. */
    @Nullable
    Wish taker() {
        return wishes.stream()
                .filter(wish -> wish.withdrawn() == null)
                .findFirst()
                .orElse(null);
    }
}
