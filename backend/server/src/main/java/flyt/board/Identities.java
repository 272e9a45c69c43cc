package flyt.board;

import flyt.domain.event.Id;
import flyt.domain.event.StaffKey;
import flyt.domain.event.TextKey;
import flyt.domain.stay.PatientKey;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * What boards call the people behind opaque keys: patients by initials and year, staff by name; and free texts. Immutable; full names do not
 * stay in it longer than it takes to shorten them.
 */
public final class Identities {

    /** Nobody known. */
    public static final Identities NONE =
            new Identities(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    private record Staff(String asGiven, String first, @Nullable String number) {
        static Staff of(Identity.OfStaff member) {
            String given = member.name().strip();
            int end = given.indexOf(' ');
            return new Staff(given, end < 0 ? given : given.substring(0, end), member.number());
        }
    }

    private final HashPMap<PatientKey, Person> patients;
    private final HashPMap<StaffKey, Staff> staff;
    private final HashPMap<TextKey, String> texts;

    private Identities(
            HashPMap<PatientKey, Person> patients, HashPMap<StaffKey, Staff> staff, HashPMap<TextKey, String> texts) {
        this.patients = patients;
        this.staff = staff;
        this.texts = texts;
    }

    /** These people; of two with the same key the later counts. */
    public static Identities of(Collection<? extends Identity> people) {
        Identities all = NONE;
        for (Identity one : people) {
            all = all.with(one);
        }
        return all;
    }

    /** These and one more, or one known better; this very object when boards show nothing new by it. */
    public Identities with(Identity identity) {
        if (identity instanceof Identity.OfPatient patient) {
            Person person = Person.of(patient);
            return person.equals(patients.get(patient.key()))
                    ? this
                    : new Identities(patients.plus(patient.key(), person), staff, texts);
        }
        if (identity instanceof Identity.OfText text) {
            return text.words().equals(texts.get(text.key()))
                    ? this
                    : new Identities(patients, staff, texts.plus(text.key(), text.words()));
        }
        Identity.OfStaff member = (Identity.OfStaff) identity;
        if (member.name().isBlank()) {
            return without(member.key());
        }
        Staff named = Staff.of(member);
        return named.equals(staff.get(member.key()))
                ? this
                : new Identities(patients, staff.plus(member.key(), named), texts);
    }

    /** These without the person or the text, which were erased; this very object when the key is not known. */
    public Identities without(Id key) {
        if (key instanceof PatientKey patient && patients.containsKey(patient)) {
            return new Identities(patients.minus(patient), staff, texts);
        }
        if (key instanceof StaffKey member && staff.containsKey(member)) {
            return new Identities(patients, staff.minus(member), texts);
        }
        if (key instanceof TextKey text && texts.containsKey(text)) {
            return new Identities(patients, staff, texts.minus(text));
        }
        return this;
    }

    /**
     * The same people without any name, initials, year or free text: for who looks back in time without a reason. Who is protected stays
     * protected.
     */
    public Identities withoutNames() {
        HashPMap<PatientKey, Person> hidden = HashTreePMap.empty();
        for (var entry : patients.entrySet()) {
            hidden = entry.getValue().isProtected() ? hidden.plus(entry.getKey(), Person.PROTECTED) : hidden;
        }
        return new Identities(hidden, HashTreePMap.empty(), HashTreePMap.empty());
    }

    /**
     * The patient as boards know one.
     *
     * @param key the key the stay was told under
     * @param survivor the key that counts after merges; one that is protected under either is protected
     */
    Person patient(PatientKey key, PatientKey survivor) {
        Person own = patients.getOrDefault(key, Person.UNKNOWN);
        Person merged = patients.getOrDefault(survivor, own);
        return own.isProtected() ? own : merged;
    }

    /** The first name, for nurses, cleaners and coordinators; null for nobody or somebody unknown. */
    @Nullable
    String firstName(@Nullable StaffKey key) {
        Staff member = key == null ? null : staff.get(key);
        return member == null ? null : member.first();
    }

    /** The name as the sender writes it, for doctors; null for nobody or somebody unknown. */
    @Nullable
    String name(@Nullable StaffKey key) {
        Staff member = key == null ? null : staff.get(key);
        return member == null ? null : member.asGiven();
    }

    /** The words of a free text; null for none, and for one that was erased. */
    @Nullable
    String text(@Nullable String key) {
        return key == null ? null : texts.get(new TextKey(key));
    }

    /** What tells one member of staff from another, whatever the shift; a stranger has only the key. */
    String person(StaffKey key) {
        Staff member = staff.get(key);
        return member == null || member.number() == null ? key.value() : member.number();
    }
}
