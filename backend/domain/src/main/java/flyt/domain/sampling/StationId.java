package flyt.domain.sampling;

import flyt.domain.event.Id;

/** A place where blood is drawn, or from which phlebotomists can come to help: {@code POL}, {@code LAB}. */
public record StationId(String value) implements Id, Comparable<StationId> {

    public StationId {
        value = Id.checked(value, "station");
    }

    @Override
    public int compareTo(StationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
