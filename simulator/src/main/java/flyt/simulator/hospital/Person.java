package flyt.simulator.hospital;

import java.time.LocalDate;

/**
 * An invented patient.
 *
 * @param number the simulator's own number, {@code P100234}; never a birth number
 * @param addressProtected boards say "Opptatt" and nothing else
 */
public record Person(
        String number, String given, String family, LocalDate birthDate, boolean woman, boolean addressProtected) {

    /** Whole years at a date. */
    public int age(LocalDate at) {
        return birthDate.until(at).getYears();
    }
}
