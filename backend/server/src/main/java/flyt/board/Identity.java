package flyt.board;

import flyt.domain.event.Id;
import flyt.domain.event.StaffKey;
import flyt.domain.event.TextKey;
import flyt.domain.stay.PatientKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who or what is behind an opaque key, as far as anybody has said. Never goes into a log: its text names the kind only. */
public sealed interface Identity {

    /** What the journal knows them by. */
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

    /**
     * A member of staff in one shift.
     *
     * @param name as the sender writes it, {@code Ingrid} or {@code Ingrid Moe}
     * @param number the same in all shifts, or null: who has another key in the next shift is one person on a board
     */
    record OfStaff(StaffKey key, String name, @Nullable String number) implements Identity {

        /** Somebody whose number nobody said. */
        public OfStaff(StaffKey key, String name) {
            this(key, name, null);
        }

        @Override
        public String toString() {
            return "Identity.OfStaff";
        }
    }

    /** Words that somebody chose, which may name anybody. */
    record OfText(TextKey key, String words) implements Identity {
        @Override
        public String toString() {
            return "Identity.OfText";
        }
    }
}
