package flyt.intake.fhir.in;

import flyt.intake.http.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** What is to be said about the resources of one request: what is wrong, and what somebody who keeps the feed should know. */
final class Remarks {
    /** Something about a resource; in the inbox as a code. */
    enum Note {
        CLASS_UNKNOWN,
        EVENT_OTHER_THAN_STATUS,
        EVENT_NOT_READ,
        KIND_NOT_READ,
        NOT_FOR_A_LABORATORY,
        NOTHING_NEEDED,
        PATIENT_WITHOUT_NUMBER,
        PLACE_MISSING,
        TIME_MISSING,
        TIME_UNREADABLE,
        UNKNOWN_ELEMENT,
        VISIT_MISSING
    }

    private final List<Fault> faults = new ArrayList<>();
    private final Set<Note> notes = EnumSet.noneOf(Note.class);

    void note(Note note) {
        notes.add(note);
    }

    /** {@code element}: a path, {@code Encounter.status}. */
    void fault(String element, String problem) {
        faults.add(new Fault(element, problem));
    }

    /** The same of an element of a resource. */
    void fault(Resource resource, String element, String problem) {
        fault(resource.fhirType() + "." + element, problem);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    Set<Note> notes() {
        return notes;
    }
}
