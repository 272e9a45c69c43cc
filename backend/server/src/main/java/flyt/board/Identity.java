package flyt.board;

import flyt.domain.event.Id;
import flyt.domain.event.StaffKey;
import flyt.domain.stay.PatientKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who is behind an opaque key, as far as anybody has said. Never goes into a log: its text names the kind only. */
public sealed interface Identity {

    /** What the journal knows the person by. */
    Id key();

    /**
     * A patient.
     *
     * @param isProtected whether boards show "occupied" and nothing else (address protection, or marked so by a ward)
     */
    record OfPatient(
            PatientKey key,
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate birthDate,
            boolean isProtected)
            implements Identity {
        @Override
        public String toString() {
            return "Identity.OfPatient";
        }
    }

    /** A member of staff. {@code name}: as the sender writes it, {@code Ingrid} or {@code Ingrid Moe}. */
    record OfStaff(StaffKey key, String name) implements Identity {
        @Override
        public String toString() {
            return "Identity.OfStaff";
        }
    }
}
