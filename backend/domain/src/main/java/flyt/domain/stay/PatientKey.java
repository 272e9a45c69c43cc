package flyt.domain.stay;

import flyt.domain.event.Id;

/** A patient as an opaque key; number, name and birth date live in the identity store only. */
public record PatientKey(String value) implements Id, Comparable<PatientKey> {

    public PatientKey {
        value = Id.checked(value, "patient key");
    }

    @Override
    public int compareTo(PatientKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
