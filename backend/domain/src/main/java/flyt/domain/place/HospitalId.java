package flyt.domain.place;

import flyt.domain.event.Id;

/** A hospital, for example {@code FJO}. */
public record HospitalId(String value) implements Id, Comparable<HospitalId> {

    public HospitalId {
        value = Id.checked(value, "hospital");
    }

    @Override
    public int compareTo(HospitalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
