package flyt.intake.http;

import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalId;
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
    private final HospitalId hospital;
    private final Instant saidAt;
    private final List<IdentityRow> identities = new ArrayList<>();

    People(Pseudonyms pseudonyms, HospitalId hospital, Instant saidAt) {
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
        String number = fields.senderId("number", text -> text);
        String given = fields.maybeText("given");
        String family = fields.maybeText("family");
        LocalDate birthDate = fields.maybeDate("birthDate");
        Boolean isProtected = fields.has("protected") ? fields.maybeFlag("protected") : null;
        if (!fields.faultless()) {
            return null;
        }
        PatientKey key = pseudonyms.patient(hospital, number);
        identities.add(new IdentityRow(key.value(), "patient", number, given, family, birthDate, isProtected, saidAt));
        return key;
    }

    /** The shape {@code person}; null after a fault. */
    @Nullable
    StaffKey person(Fields fields) {
        String number = fields.senderId("key", text -> text);
        String name = fields.maybeText("name");
        if (!fields.faultless()) {
            return null;
        }
        StaffKey key = pseudonyms.staff(hospital, number);
        identities.add(new IdentityRow(key.value(), "staff", number, name, null, null, null, saidAt));
        return key;
    }
}
