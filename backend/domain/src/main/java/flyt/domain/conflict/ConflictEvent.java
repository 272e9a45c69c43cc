package flyt.domain.conflict;

import flyt.domain.event.Event;

/** What people said about conflicts. */
public sealed interface ConflictEvent extends Event {

    /** What was said so far and this. */
    Dismissals applyTo(Dismissals dismissals);

    /** Somebody looked at the conflict and it stays as it is. */
    record ConflictDismissed(Conflict.Key conflict) implements ConflictEvent {
        @Override
        public Dismissals applyTo(Dismissals dismissals) {
            return dismissals.with(conflict);
        }
    }
}
