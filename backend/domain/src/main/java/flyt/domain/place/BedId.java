package flyt.domain.place;

import flyt.domain.event.Id;

/** A bed place, unique in the hospital. PV1-3.3 {@code LUN-317-2}. */
public record BedId(String value) implements Id, Comparable<BedId> {

    public BedId {
        value = Id.checked(value, "bed");
    }

    @Override
    public int compareTo(BedId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
