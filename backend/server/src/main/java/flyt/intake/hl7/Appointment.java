package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalId;
import flyt.intake.http.Pseudonyms;
import flyt.journal.InboxRow;
import java.time.Instant;
import java.util.List;

/** Whose visit to come a message tells of, by opaque keys. */
record Appointment(InboxRow.Planned planned, List<String> visits, List<String> patients) {
    private static final int TEXT_MAX = 80;

    /** Out of what {@link AppointmentMapper} made. */
    static Appointment of(ObjectNode kept, HospitalId hospital, Pseudonyms pseudonyms) {
        String startsAt = kept.path("startsAt").textValue();
        String patient = kept.path("patient").path("number").textValue();
        String visit = kept.path("visit").textValue();
        return new Appointment(
                new InboxRow.Planned(
                        printable(
                                pseudonyms.id(hospital, kept.path("appointment").textValue())),
                        startsAt == null ? null : Instant.parse(startsAt)),
                visit == null ? List.of() : List.of(printable(pseudonyms.id(hospital, visit))),
                patient == null
                        ? List.of()
                        : List.of(pseudonyms.patient(hospital, patient).value()));
    }

    /** What a sender calls something, short and fit to be stored. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(TEXT_MAX)
                .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
