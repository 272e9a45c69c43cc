package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.Input;
import flyt.domain.lab.LabEvent;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.intake.http.Pseudonyms;
import flyt.journal.InboxRow;
import flyt.runtime.Submission;
import java.time.Instant;
import java.util.List;

/** What a report, or an appointment, is about. */
final class About {
    private static final int TEXT_MAX = 80;

    private About() {}

    /** The visits it names. */
    static List<StayId> stays(Submission submission) {
        if (submission.input() instanceof Input.Report report) {
            if (report.fact() instanceof StayFact fact) {
                return fact.concerns();
            } else if (report.fact() instanceof LabEvent lab) {
                return List.of(lab.stay());
            }
        }
        return List.of();
    }

    /** Whose visit to come a message tells of, by opaque keys. */
    record Appointment(InboxRow.Planned planned, List<String> visits, List<String> patients) {}

    /** Out of what {@link AppointmentMapper} made. */
    static Appointment appointment(ObjectNode kept, HospitalId hospital, Pseudonyms pseudonyms) {
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
