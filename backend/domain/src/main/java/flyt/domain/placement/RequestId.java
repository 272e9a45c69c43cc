package flyt.domain.placement;

import flyt.domain.event.Id;

/** A request for a bed, numbered by this system: {@code R-17}. */
public record RequestId(String value) implements Id, Comparable<RequestId> {

    public RequestId {
        value = Id.checked(value, "request");
    }

    @Override
    public int compareTo(RequestId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
