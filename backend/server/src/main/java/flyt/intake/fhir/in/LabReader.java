package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.lab.LabStatus;
import flyt.intake.fhir.in.Remarks.Note;
import flyt.journal.WireNames;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** How far laboratory orders have come, by orders and results: domain 3.11. No values are read. */
final class LabReader {
    private static final Map<String, LabStatus> ORDERS = Map.of(
            "active", LabStatus.ORDERED,
            "on-hold", LabStatus.ORDERED,
            "revoked", LabStatus.CANCELLED,
            "entered-in-error", LabStatus.CANCELLED);

    private static final Map<String, LabStatus> RESULTS = Map.of(
            "registered", LabStatus.RECEIVED,
            "partial", LabStatus.PRELIMINARY,
            "preliminary", LabStatus.PRELIMINARY,
            "final", LabStatus.FINAL,
            "amended", LabStatus.CORRECTED,
            "corrected", LabStatus.CORRECTED,
            "appended", LabStatus.CORRECTED,
            "cancelled", LabStatus.CANCELLED,
            "entered-in-error", LabStatus.CANCELLED);

    /** Of categories: v2 table 0074, {@code observation-category}, and SNOMED CT's laboratory procedure. */
    private static final Set<String> LABORATORY =
            Set.of("LAB", "laboratory", "108252007", "HM", "CH", "MB", "BLB", "PAT");

    /** v3 ObservationInterpretation. */
    private static final Set<String> CRITICAL = Set.of("LL", "HH", "AA");

    private final References references;
    private final Remarks remarks;
    private final Moments moments;
    private final Written written;

    LabReader(References references, Remarks remarks, Moments moments, Written written) {
        this.references = references;
        this.remarks = remarks;
        this.moments = moments;
        this.written = written;
    }

    Part order(ServiceRequest request) {
        String number = number(request.getIdentifier(), request);
        if (isOther(request.getCategory())) {
            return new Part.Nothing(number);
        }
        LabStatus status = request.getStatus() == null
                ? null
                : ORDERS.get(request.getStatus().toCode());
        Stamp stamp = written.stamp(request, moments, Stream.of(request.getAuthoredOnElement()));
        Instant authored = moments.of(request.getAuthoredOnElement());
        // it was withdrawn when it was written so, not when it was ordered
        Instant at = status == LabStatus.ORDERED && authored != null ? authored : stamp.at();
        ObjectNode report = report(request, number, request.getEncounter(), status, stamp, at);
        if (report == null) {
            return new Part.Nothing(number);
        }
        ServiceRequestPriority priority = request.getPriority();
        report.put("urgent", priority != null && priority != ServiceRequestPriority.ROUTINE);
        Instant planned = moment(request.getOccurrence());
        if (planned != null) {
            report.put("plannedAt", planned.toString());
        }
        return new Part.Order(report.path("visit").asText(), number, report);
    }

    Part result(DiagnosticReport result) {
        String number = ordered(result.getBasedOn(), result.getIdentifier(), result);
        if (isOther(result.getCategory())) {
            return new Part.Nothing(number);
        }
        boolean critical = result.getResult().stream()
                .map(one -> references.find(one, Observation.class))
                .anyMatch(one -> one != null && isCritical(one));
        return result(
                result,
                number,
                result.getEncounter(),
                result.getStatus() == null ? null : result.getStatus().toCode(),
                result.getIssuedElement(),
                result.getEffective(),
                critical);
    }

    Part result(Observation result) {
        boolean ordered = result.hasBasedOn() || !result.getCategory().isEmpty();
        String number = ordered(result.getBasedOn(), result.getIdentifier(), result);
        if (!ordered || isOther(result.getCategory())) {
            return new Part.Nothing(number);
        }
        return result(
                result,
                number,
                result.getEncounter(),
                result.getStatus() == null ? null : result.getStatus().toCode(),
                result.getIssuedElement(),
                result.getEffective(),
                isCritical(result));
    }

    private Part result(
            Resource result,
            String number,
            Reference encounter,
            @Nullable String status,
            BaseDateTimeType issued,
            Type effective,
            boolean critical) {
        Instant issuedAt = moments.of(issued);
        Instant taken = moment(effective);
        Stamp stamp = written.stamp(
                result,
                moments,
                Stream.of(issuedAt, taken).filter(at -> at != null).map(LabReader::dateTime));
        ObjectNode report = report(
                result,
                number,
                encounter,
                status == null ? null : RESULTS.get(status),
                stamp,
                issuedAt == null ? stamp.at() : issuedAt);
        return report == null ? new Part.Nothing(number) : new Part.Answer(report.put("critical", critical));
    }

    /** Null where nothing is to be told, which is in the remarks. */
    private @Nullable ObjectNode report(
            Resource resource,
            String number,
            Reference encounter,
            @Nullable LabStatus status,
            Stamp stamp,
            Instant at) {
        String visit = visit(encounter);
        if (visit == null) {
            // orders and results of people who have no visit here are no fault of the laboratory
            remarks.note(Note.VISIT_MISSING);
            return null;
        } else if (status == null) {
            remarks.note(Note.NOTHING_NEEDED);
            return null;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "LabStatusReported")
                .put("messageId", resource.fhirType() + "/" + number + "/" + Mark.text(stamp))
                .put("occurredAt", at.toString())
                .put("sentAt", stamp.at().toString())
                .put("visit", visit)
                .put("order", number)
                .put("status", WireNames.of(status));
    }

    private @Nullable String visit(Reference reference) {
        Encounter encounter = references.find(reference, Encounter.class);
        return encounter == null ? References.name(reference) : EncounterReader.visit(encounter);
    }

    /** The number of the order that a result answers, else its own. */
    private String ordered(List<Reference> basedOn, List<Identifier> own, Resource result) {
        for (Reference reference : basedOn) {
            ServiceRequest request = references.find(reference, ServiceRequest.class);
            String name = request == null ? References.name(reference) : number(request.getIdentifier(), request);
            if (name != null && !name.isEmpty()) {
                return name;
            }
        }
        return number(own, result);
    }

    /** The placer's number, else the first, else the id. */
    private String number(List<Identifier> identifiers, Resource resource) {
        String number = identifiers.stream()
                .filter(Identifier::hasValue)
                .min(Comparator.comparing(one -> one.getType().hasCoding(null, "PLAC") ? 0 : 1))
                .map(Identifier::getValue)
                .orElse(resource.getIdElement().getIdPart());
        if (number == null) {
            remarks.fault(resource, "identifier", "is missing, and there is no id either");
        }
        return number == null ? "" : number;
    }

    private boolean isOther(List<CodeableConcept> categories) {
        boolean other = !categories.isEmpty()
                && categories.stream()
                        .flatMap(one -> one.getCoding().stream())
                        .map(Coding::getCode)
                        .noneMatch(code -> code != null && LABORATORY.contains(code));
        if (other) {
            remarks.note(Note.NOT_FOR_A_LABORATORY);
        }
        return other;
    }

    private static boolean isCritical(Observation observation) {
        return observation.getInterpretation().stream()
                .flatMap(one -> one.getCoding().stream())
                .anyMatch(code -> code.getCode() != null && CRITICAL.contains(code.getCode()));
    }

    private @Nullable Instant moment(@Nullable Type time) {
        if (time instanceof DateTimeType moment) {
            return moments.of(moment);
        } else if (time instanceof org.hl7.fhir.r4.model.InstantType moment) {
            return moments.of(moment);
        }
        return time instanceof org.hl7.fhir.r4.model.Period period ? moments.of(period.getStartElement()) : null;
    }

    private static DateTimeType dateTime(Instant at) {
        return new DateTimeType(java.util.Date.from(at));
    }
}
