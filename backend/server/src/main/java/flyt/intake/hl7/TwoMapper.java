package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.intake.hl7.Hl7Message.Part;
import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import flyt.intake.hl7.Telling.Missing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ADT events report that are about two patients or two visits: swaps, merges, a visit that was another patient's. */
final class TwoMapper {
    private TwoMapper() {}

    /** PID and PV1 twice, each place is that after the swap; without beds, two moves. */
    static Mapped swapped(Telling tell, Hl7Message message) throws Missing {
        List<Hl7Message> two = message.sections("PID");
        if (two.size() != 2) {
            throw new Missing(Note.OTHER_PATIENT_MISSING);
        }
        ObjectNode one = tell.placeNeeded(two.get(0));
        ObjectNode other = tell.placeNeeded(two.get(1));
        if (one.has("bed") && other.has("bed")) {
            ObjectNode report = tell.report("BedsSwapped", two.get(0));
            report.set("place", one);
            report.put("otherVisit", tell.visit(two.get(1)));
            report.set("otherPlace", other);
        } else {
            tell.report("PatientTransferred", two.get(0)).set("place", one);
            tell.report("PatientTransferred", two.get(1)).set("place", other);
        }
        return tell.told();
    }

    /** Each PID with the MRG behind it; neither PV1 nor types of numbers are asked for. */
    static Mapped patientsMerged(Telling tell, Hl7Message message) throws Missing {
        boolean any = false;
        for (Hl7Message section : message.sections("PID")) {
            Part mrg = section.first("MRG");
            String merged =
                    mrg == null ? null : Telling.number(mrg, 1, tell.profile().patientType());
            if (merged != null) {
                ObjectNode report = tell.report("PatientsMerged");
                report.set("patient", tell.patient(section));
                report.putObject("mergedPatient").put("number", merged);
                any = true;
            }
        }
        if (!any) {
            throw new Missing(Note.OTHER_PATIENT_MISSING);
        }
        return tell.told();
    }

    /** Two PID, one behind the other, that are one person from now on or are not: both numbers stay in use. */
    static Mapped linked(Telling tell, Hl7Message message, String type) throws Missing {
        List<Hl7Message> two = message.sections("PID");
        if (two.size() != 2) {
            throw new Missing(Note.OTHER_PATIENT_MISSING);
        }
        ObjectNode report = tell.report(type);
        report.set("patient", tell.patient(two.get(0)));
        report.set("mergedPatient", tell.patient(two.get(1)));
        return tell.told();
    }

    /** Another number for the same visit, where this sender's visits go by that number. {@code prior}: the field of MRG. */
    static Mapped renumbered(Telling tell, Hl7Message message, String segment, int field, int prior) throws Missing {
        Part part = message.first(segment);
        String now = part == null ? null : part.value(field);
        String before = value(message, "MRG", prior);
        FieldPath first = tell.profile().visit().get(0);
        if (!first.segment().equals(segment) || first.field() != field) {
            throw new Missing(Fate.NOT_NEEDED, Note.NUMBER_NOT_USED);
        }
        ObjectNode report = tell.report("StaysMerged");
        report.put("visit", Telling.needed(now, Note.VISIT_MISSING));
        report.put("mergedVisit", Telling.needed(before, Note.VISIT_MISSING));
        return tell.told();
    }

    /** Each MRG says which visit became one with that of its patient. */
    static Mapped staysMerged(Telling tell, Hl7Message message) throws Missing {
        for (Hl7Message section : withPrior(message)) {
            tell.report("StaysMerged", section)
                    .put("mergedVisit", Telling.needed(priorVisit(section), Note.VISIT_MISSING));
        }
        return tell.told();
    }

    /** Each MRG names a visit that was another patient's. */
    static Mapped moved(Telling tell, Hl7Message message) throws Missing {
        for (Hl7Message section : withPrior(message)) {
            String prior = priorVisit(section);
            ObjectNode report = tell.report("StayUpdated");
            report.put("visit", prior == null ? tell.visit(section) : prior);
            report.set("patient", tell.patient(section));
        }
        return tell.told();
    }

    /** One section for each MRG, with the patient before it and the visit behind it; the whole where there is but one. */
    private static List<Hl7Message> withPrior(Hl7Message message) {
        if (message.all("MRG").count() < 2) {
            return List.of(message);
        }
        List<Hl7Message> sections = new ArrayList<>();
        for (Hl7Message patient : message.sections("PID")) {
            sections.addAll(patient.sections("MRG", "PID"));
        }
        return sections;
    }

    /** MRG-5, the prior visit number, else MRG-3, the prior account. */
    private static @Nullable String priorVisit(Hl7Message message) {
        String visit = value(message, "MRG", 5);
        return visit == null ? value(message, "MRG", 3) : visit;
    }

    private static @Nullable String value(Hl7Message message, String segment, int field) {
        Part part = message.first(segment);
        return part == null ? null : part.value(field);
    }
}
