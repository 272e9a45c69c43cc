package flyt.board;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A patient as boards name one, and what name-alike is judged by.
 *
 * @param initials one or two capital letters, or null when no name is known
 * @param surname as {@link Surname} folds it; empty when unknown
 * @param isProtected whether boards show nothing of this person
 * @param given for the names of a ward alone, as are {@code family} and {@code birthDate}
 */
record Person(
        @Nullable String initials,
        String surname,
        boolean isProtected,
        @Nullable String given,
        @Nullable String family,
        @Nullable LocalDate birthDate) {

    /** Somebody of whom nothing is known. */
    static final Person UNKNOWN = new Person(null, "", false, null, null, null);

    /** Somebody of whom nothing may be shown. */
    static final Person PROTECTED = new Person(null, "", true, null, null, null);

    static Person of(Identity.OfPatient identity) {
        if (identity.isProtected()) {
            return PROTECTED;
        }
        return new Person(
                Initials.of(identity.given(), identity.family()),
                identity.family() == null ? "" : Surname.folded(identity.family()),
                false,
                identity.given(),
                identity.family(),
                identity.birthDate());
    }

    /** The year of birth, or null. */
    @Nullable
    Integer year() {
        return birthDate == null ? null : birthDate.getYear();
    }

    /** Whether one may be taken for the other: same initials and year, or equal or similar surnames (domain 3.13). */
    boolean alike(Person other) {
        if (isProtected || other.isProtected) {
            return false;
        }
        boolean sameSign = initials != null
                && initials.equals(other.initials)
                && birthDate != null
                && other.birthDate != null
                && birthDate.getYear() == other.birthDate.getYear();
        return sameSign || Surname.similar(surname, other.surname);
    }

    /** What two who are {@link #alike} have at least one of in common. */
    Set<String> signs() {
        if (isProtected) {
            return Set.of();
        }
        Set<String> signs = Surname.signs(surname);
        if (initials != null && birthDate != null) {
            signs.add(initials + birthDate.getYear());
        }
        return signs;
    }

    @Override
    public String toString() {
        return "Person";
    }
}
