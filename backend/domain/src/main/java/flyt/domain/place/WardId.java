package flyt.domain.place;

import flyt.domain.event.Id;

/** A nursing unit. PV1-3.1 {@code LUN}. */
public record WardId(String value) implements Id, Comparable<WardId> {

    public WardId {
        value = Id.checked(value, "ward");
    }

    @Override
    public int compareTo(WardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
