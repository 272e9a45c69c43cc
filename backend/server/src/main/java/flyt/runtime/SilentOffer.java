package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.event.StaffKey;
import flyt.domain.task.Offer;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A task that is offered to somebody whose phone has not said yet that the offer has arrived.
 *
 * @param until when it goes on to the next, by the hospital's clock
 */
public record SilentOffer(TaskId task, StaffKey worker, Instant until) {

    /** All of a hospital now. */
    static Set<SilentOffer> of(Hospital hospital) {
        return hospital.duties().workers().keySet().stream()
                .flatMap(worker -> hospital.tasks().of(worker).stream())
                .map(id -> hospital.tasks().task(id))
                .filter(Objects::nonNull)
                .filter(task -> task.offer() != null && !task.offer().received())
                .map(SilentOffer::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SilentOffer of(Task task) {
        Offer offer = Objects.requireNonNull(task.offer());
        return new SilentOffer(task.id(), offer.worker(), offer.until());
    }
}
