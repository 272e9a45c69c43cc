package flyt.domain.undo;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import java.time.Instant;

/**
 * A command that can still be undone.
 *
 * @param command the message that it came in
 * @param by who gave it, and alone may undo it
 * @param at when it was recorded, hospital time
 * @param overtaken whether something else has happened since to what it changed
 */
public record Undoable(MessageKey command, StaffKey by, Instant at, Change change, boolean overtaken) {

    boolean toldBy(EventHeader header) {
        return command.equals(header.message()) && by.equals(header.actor());
    }

    Undoable and(Change more) {
        return new Undoable(command, by, at, change.then(more), overtaken);
    }

    Undoable overtakenBy(Change other) {
        return overtaken || !change.meets(other) ? this : asOvertaken();
    }

    Undoable asOvertaken() {
        return new Undoable(command, by, at, change, true);
    }
}
