package flyt.domain.lab;

import flyt.domain.event.Id;

/** A laboratory order by the sender's number. ORC-2 {@code L-20261112-77}. */
public record OrderId(String value) implements Id, Comparable<OrderId> {

    public OrderId {
        value = Id.checked(value, "order");
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
