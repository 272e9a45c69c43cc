package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.stay.Disposition;
import flyt.intake.fhir.in.PlaceReader.Found;
import flyt.intake.fhir.in.Remarks.Note;
import flyt.intake.fhir.in.Whereabouts.Coming;
import flyt.journal.WireNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Encounter.StatusHistoryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** What an Encounter says. One of these for each. */
final class EncounterReader {
    /** The ward of who is in no place that was said. */
    static final String UNKNOWN_WARD = "unknown";

    /** {@code discharge-disposition}. */
    private static final Map<String, Disposition> DISPOSITIONS = Map.of(
            "home", Disposition.HOME,
            "alt-home", Disposition.HOME,
            "other-hcf", Disposition.HOSPITAL,
            "psy", Disposition.HOSPITAL,
            "rehab", Disposition.HOSPITAL,
            "long", Disposition.MUNICIPALITY,
            "snf", Disposition.MUNICIPALITY,
            "exp", Disposition.DIED);

    private final Encounter encounter;
    private final References references;
    private final Remarks remarks;
    private final Moments moments;
    private final Whereabouts whereabouts;
    private final Stamp stamp;
    private final Classes classes;
    private final @Nullable ObjectNode patient;
    private final @Nullable Instant begin;
    private final @Nullable Instant end;
    private final boolean saidToBeDischarged;

    private EncounterReader(
            Encounter encounter,
            HospitalDefinition hospital,
            References references,
            Remarks remarks,
            Written written,
            boolean saidToBeDischarged) {
        this.encounter = encounter;
        this.references = references;
        this.remarks = remarks;
        this.saidToBeDischarged = saidToBeDischarged;
        moments = new Moments(hospital.timeZone(), remarks);
        whereabouts = new Whereabouts(encounter, new PlaceReader(hospital, references), moments);
        stamp = written.stamp(encounter, moments);
        classes = new Classes(encounter, moments, remarks);
        patient = PatientReader.of(encounter.getSubject(), references);
        begin = moments.of(encounter.getPeriod().getStartElement());
        end = moments.of(encounter.getPeriod().getEndElement());
    }

    /**
     * What it says; null after a fault, which is in the remarks.
     *
     * @param saidToBeDischarged the message that it came in is of a discharge, whatever its status
     */
    static @Nullable EncounterVersion read(
            Encounter encounter,
            HospitalDefinition hospital,
            References references,
            Remarks remarks,
            Written written,
            boolean saidToBeDischarged) {
        return new EncounterReader(encounter, hospital, references, remarks, written, saidToBeDischarged).read();
    }

    /** The visit number: an identifier of type VN, else the first, else the id. */
    static @Nullable String visit(Encounter encounter) {
        return encounter.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .min(Comparator.comparing(one -> one.getType().hasCoding(null, "VN") ? 0 : 1))
                .map(Identifier::getValue)
                .orElse(encounter.getIdElement().getIdPart());
    }

    private @Nullable EncounterVersion read() {
        String visit = visit(encounter);
        EncounterStatus status = encounter.getStatus();
        if (visit == null) {
            remarks.fault(encounter, "identifier", "is missing, and there is no id either");
        }
        if (status == null) {
            remarks.fault(encounter, "status", "is missing");
        }
        if (patient == null) {
            remarks.fault(encounter, "subject", "must lead to a Patient with an identifier, or name one");
        }
        if (visit == null || status == null || patient == null) {
            return null;
        }
        Standing standing = standing(status);
        boolean happened = standing != Standing.PLANNED && standing != Standing.VOID;
        List<Coming> comings = happened ? whereabouts.comings() : List.of();
        Instant endedAt = standing == Standing.ENDED ? endedAt() : null;
        boolean placed =
                !comings.isEmpty() && (begin == null || !comings.get(0).at().isAfter(begin));
        List<Saying> movements = happened ? movements(comings, placed) : List.of();
        return new EncounterVersion(
                visit,
                stamp,
                standing,
                happened ? begin : null,
                from(happened, placed, comings),
                patient,
                classes.now(),
                WireNames.of(classes.kind()),
                movements,
                happened && !placed ? opening(whereabouts.untimed()) : null,
                standing == Standing.PLANNED ? expected() : null,
                endedAt,
                disposition());
    }

    private Standing standing(EncounterStatus status) {
        if (saidToBeDischarged && status != EncounterStatus.FINISHED && status != EncounterStatus.CANCELLED) {
            remarks.note(Note.EVENT_OTHER_THAN_STATUS);
            return ended();
        }
        return switch (status) {
            case CANCELLED, ENTEREDINERROR -> Standing.VOID;
            case FINISHED -> ended();
            case ONLEAVE -> encounter.hasStatusHistory() ? Standing.AWAY : Standing.AWAY_UNTIMED;
            case PLANNED -> Standing.PLANNED;
            default -> classes.now().equals("P") ? Standing.PLANNED : Standing.PRESENT;
        };
    }

    private Standing ended() {
        return endedAt() == null ? Standing.ENDED_UNTIMED : Standing.ENDED;
    }

    private @Nullable Instant endedAt() {
        return end == null ? whereabouts.lastEnd() : end;
    }

    /** Since when this version lists where the patient was. */
    private Instant from(boolean happened, boolean placed, List<Coming> comings) {
        if (!happened || placed) {
            return Mark.EVER;
        } else if (!comings.isEmpty()) {
            return comings.get(0).at();
        }
        return isHereSinceNobodySays() ? stamp.at() : Mark.NEVER;
    }

    /** In a place that is not left, since no hour that is said: since this version, as far as it knows. */
    private boolean isHereSinceNobodySays() {
        return whereabouts.untimed() != null
                && encounter.getStatus() != EncounterStatus.FINISHED
                && whereabouts.comings().isEmpty();
    }

    private List<Saying> movements(List<Coming> comings, boolean placed) {
        List<Saying> all = new ArrayList<>();
        Instant inpatientSince = classes.inpatientSince();
        boolean first = placed;
        for (Coming coming : comings) {
            boolean admitted = coming.at().equals(inpatientSince);
            all.add(first ? admission(coming.at(), coming.place()) : movement(coming, admitted));
            first = false;
        }
        Found then = inpatientSince == null ? null : whereabouts.at(inpatientSince);
        if (then != null && comings.stream().noneMatch(coming -> coming.at().equals(inpatientSince))) {
            all.add(admission(inpatientSince, then));
        }
        Found now = whereabouts.untimed();
        if (now != null && isHereSinceNobodySays()) {
            all.add(movement(new Coming(stamp.at(), now), false));
        }
        all.addAll(leaves());
        all.sort(Comparator.comparing(Saying::at));
        return all;
    }

    private Saying movement(Coming coming, boolean admitted) {
        if (admitted) {
            return admission(coming.at(), coming.place());
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.set("place", coming.place().json());
        return new Saying("PatientTransferred", coming.at(), fields);
    }

    /** As the class then was. */
    private Saying admission(Instant at, @Nullable Found place) {
        String then = classes.at(at);
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.set("patient", patient);
        fields.put("patientClass", then);
        fields.set(
                "place",
                place == null ? JsonNodeFactory.instance.objectNode().put("ward", UNKNOWN_WARD) : place.json());
        return new Saying(Classes.isRegistered(then) ? "PatientRegistered" : "PatientAdmitted", at, fields);
    }

    private Saying opening(@Nullable Found place) {
        if (place == null && whereabouts.comings().isEmpty()) {
            remarks.note(Note.PLACE_MISSING);
        }
        if (begin == null) {
            remarks.note(Note.TIME_MISSING);
        }
        return admission(begin == null ? stamp.at() : begin, place);
    }

    private Saying expected() {
        Found place = whereabouts.planned() == null ? whereabouts.untimed() : whereabouts.planned();
        if (place == null) {
            remarks.note(Note.PLACE_MISSING);
        }
        Instant at = whereabouts.plannedAt() == null ? begin : whereabouts.plannedAt();
        if (at == null) {
            remarks.note(Note.TIME_MISSING);
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.set("patient", patient);
        fields.set(
                "place",
                place == null ? JsonNodeFactory.instance.objectNode().put("ward", UNKNOWN_WARD) : place.json());
        fields.put("expectedAt", (at == null ? stamp.at() : at).toString());
        return new Saying("AdmissionExpected", stamp.at(), fields);
    }

    private List<Saying> leaves() {
        List<Saying> all = new ArrayList<>();
        Instant lastEnd = null;
        for (StatusHistoryComponent one : encounter.getStatusHistory()) {
            Instant from = moments.of(one.getPeriod().getStartElement());
            Instant to = moments.of(one.getPeriod().getEndElement());
            if (one.getStatus() == EncounterStatus.ONLEAVE && from != null) {
                all.add(Saying.of("LeaveStarted", from));
                if (to != null) {
                    all.add(Saying.of("LeaveEnded", to));
                }
            }
            lastEnd = to != null && (lastEnd == null || lastEnd.isBefore(to)) ? to : lastEnd;
        }
        boolean open = encounter.getStatusHistory().stream()
                .anyMatch(one -> one.getStatus() == EncounterStatus.ONLEAVE
                        && one.getPeriod().getEnd() == null);
        if (encounter.getStatus() == EncounterStatus.ONLEAVE && lastEnd != null && !open) {
            all.add(Saying.of("LeaveStarted", lastEnd));
        }
        return all;
    }

    private Disposition disposition() {
        Patient who = references.find(encounter.getSubject(), Patient.class);
        boolean died = who != null
                && who.hasDeceased()
                && (!who.hasDeceasedBooleanType()
                        || who.getDeceasedBooleanType().booleanValue());
        return died
                ? Disposition.DIED
                : encounter.getHospitalization().getDischargeDisposition().getCoding().stream()
                        .map(Coding::getCode)
                        .filter(Objects::nonNull)
                        .map(DISPOSITIONS::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(Disposition.OTHER);
    }
}
