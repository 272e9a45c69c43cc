package flyt.domain.sampling;

import flyt.domain.event.Id;

/** One place in a queue, by the number that the queue's system gave it. It says nothing of who holds it. */
public record TicketId(String value) implements Id, Comparable<TicketId> {

    public TicketId {
        value = Id.checked(value, "ticket");
    }

    @Override
    public int compareTo(TicketId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
