package flyt.domain.event;

/** A member of staff as an opaque key; the name lives in the identity store only. */
public record StaffKey(String value) implements Id, Comparable<StaffKey> {

    public StaffKey {
        value = Id.checked(value, "staff key");
    }

    @Override
    public int compareTo(StaffKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
