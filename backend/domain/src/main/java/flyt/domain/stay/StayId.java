package flyt.domain.stay;

import flyt.domain.event.Id;

/** A stay by the sender's visit number. PV1-19 {@code V100234}. */
public record StayId(String value) implements Id, Comparable<StayId> {

    public StayId {
        value = Id.checked(value, "stay");
    }

    @Override
    public int compareTo(StayId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
