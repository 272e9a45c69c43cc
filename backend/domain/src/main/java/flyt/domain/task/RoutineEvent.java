package flyt.domain.task;

import flyt.domain.event.Event;
import java.time.Instant;

/** What happens to work that comes back every day. */
public sealed interface RoutineEvent extends Event {

    /** The tasks after this event. */
    Tasks applyTo(Tasks tasks);

    /** All that was due by then has been ordered. */
    record RoutinesOrdered(Instant upTo) implements RoutineEvent {
        @Override
        public Tasks applyTo(Tasks tasks) {
            return tasks.routinesOrdered(upTo);
        }
    }
}
