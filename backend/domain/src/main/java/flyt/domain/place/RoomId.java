package flyt.domain.place;

import flyt.domain.event.Id;

/** A room, unique in the hospital. PV1-3.2 {@code LUN-301}. */
public record RoomId(String value) implements Id, Comparable<RoomId> {

    public RoomId {
        value = Id.checked(value, "room");
    }

    @Override
    public int compareTo(RoomId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
