package flyt.intake.http;

import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.stay.PatientKey;
import flyt.journal.IdentityRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people that one report names: an opaque key for each, and apart from it who they are. */
final class People {
    private final Pseudonyms pseudonyms;
    private final HospitalDefinition hospital;
    private final Instant saidAt;
    private final List<IdentityRow> identities = new ArrayList<>();

    People(Pseudonyms pseudonyms, HospitalDefinition hospital, Instant saidAt) {
        this.pseudonyms = pseudonyms;
        this.hospital = hospital;
        this.saidAt = saidAt;
    }

    /** Who they are, in the order of asking. */
    List<IdentityRow> identities() {
        return identities;
    }

    /** The shape {@code patient}; null after a fault. */
    @Nullable
    PatientKey patient(Fields fields) {
        String number = number(fields, "number");
        String given = fields.maybeText("given");
        String family = fields.maybeText("family");
        LocalDate birthDate = fields.maybeDate("birthDate");
        Boolean isProtected = fields.has("protected") ? fields.maybeFlag("protected") : null;
        if (!fields.faultless()) {
            return null;
        }
        PatientKey key = pseudonyms.patient(hospital.id(), number);
        identities.add(new IdentityRow(
                key.value(), IdentityRow.PATIENT, number, given, family, birthDate, isProtected, saidAt));
        return key;
    }

    /** The shape {@code person}; null after a fault. */
    @Nullable
    StaffKey person(Fields fields) {
        String number = number(fields, "key");
        String name = fields.maybeText("name");
        if (!fields.faultless()) {
            return null;
        }
        StaffKey key = pseudonyms.staff(hospital.id(), hospital.timeZone(), number, saidAt);
        identities.add(new IdentityRow(key.value(), IdentityRow.STAFF, number, name, null, null, null, saidAt));
        return key;
    }

    /** What the journal may have of a sender's id; see {@link Pseudonyms#id}. */
    String id(String id) {
        return pseudonyms.id(hospital.id(), id);
    }

    /** What the journal may have of a message's id; see {@link Pseudonyms#messageId}. */
    String messageId(String id) {
        return pseudonyms.messageId(hospital.id(), id);
    }

    /** A person's number; where all people are invented it must not be somebody's. The fault does not repeat it. */
    private String number(Fields fields, String name) {
        String number = fields.senderId(name, text -> text);
        if (number != null
                && hospital.synthetic()
                && NationalNumber.isValid(number)
                && !NationalNumber.isSynthetic(number)) {
            fields.fault(name, "must not be a real identity number in a hospital of invented people");
        }
        return number;
    }
}
