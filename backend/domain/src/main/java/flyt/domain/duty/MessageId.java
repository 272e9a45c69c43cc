package flyt.domain.duty;

import flyt.domain.event.Id;

/** A coordinator's message: the id of the command that sent it. */
public record MessageId(String value) implements Id, Comparable<MessageId> {

    public MessageId {
        value = Id.checked(value, "message");
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
