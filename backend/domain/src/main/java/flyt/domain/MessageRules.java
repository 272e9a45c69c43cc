package flyt.domain;

import flyt.domain.Command.EndMessage;
import flyt.domain.Command.ReadMessage;
import flyt.domain.Command.SendMessage;
import flyt.domain.Decision.Refusal;
import flyt.domain.duty.Duties;
import flyt.domain.duty.Message;
import flyt.domain.duty.MessageEvent.MessageEnded;
import flyt.domain.duty.MessageEvent.MessageRead;
import flyt.domain.duty.MessageEvent.MessageSent;
import flyt.domain.duty.MessageId;
import flyt.domain.duty.Worker;
import flyt.domain.event.EventHeader;
import flyt.domain.event.StaffKey;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What follows when a coordinator tells people on duty something, when they have read it, and when its time is over. */
final class MessageRules {

    private MessageRules() {}

    static @Nullable Refusal send(Unfolding told, SendMessage command) {
        EventHeader header = told.header();
        Duties duties = told.now().duties();
        MessageId id = new MessageId(header.message().id());
        Instant until = header.recordedAt().plus(duties.rules().limits().messages());
        Message message = new Message(
                id,
                command.team(),
                command.zone(),
                command.worker(),
                command.text(),
                header.actor(),
                header.effectiveAt(),
                until,
                new TreeSet<>());
        if (duties.addressed(message).isEmpty()) {
            return Refusal.NOBODY_ADDRESSED;
        }
        told.tell(new MessageSent(id, command.team(), command.zone(), command.worker(), command.text(), until));
        return null;
    }

    /** Read again, read when it stands no longer, or by somebody whom it is not for any more: nothing to do. */
    static @Nullable Refusal read(Unfolding told, ReadMessage command) {
        StaffKey actor = told.header().actor();
        Worker worker = told.now().duties().worker(actor);
        Message message = told.now().duties().messages().get(command.message());
        if (actor == null || worker == null) {
            return Refusal.NOT_ON_DUTY;
        } else if (message != null && message.isFor(worker) && !message.read().contains(actor)) {
            told.tell(new MessageRead(message.id(), actor));
        }
        return null;
    }

    static @Nullable Refusal end(Unfolding told, EndMessage command) {
        if (!told.now().duties().messages().containsKey(command.message())) {
            return Refusal.MESSAGE_GONE;
        }
        told.tell(new MessageEnded(command.message()));
        return null;
    }

    /** Ends those whose time is over. */
    static void over(Unfolding told) {
        Instant now = told.header().recordedAt();
        for (Message message : List.copyOf(told.now().duties().messages().values())) {
            if (!message.until().isAfter(now)) {
                told.tell(told.header().at(message.until()), new MessageEnded(message.id()));
            }
        }
    }
}
