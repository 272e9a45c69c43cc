package flyt.domain.undo;

import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;

/** What people take back. */
public sealed interface UndoEvent extends Event {

    /**
     * A person undid a command. What it had changed is as before it; its facts are no longer among the stay's.
     *
     * @param command the message that the command came in
     */
    record Undone(MessageKey command) implements UndoEvent {}
}
