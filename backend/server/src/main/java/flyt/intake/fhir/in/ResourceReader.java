package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalDefinition;
import flyt.intake.fhir.in.Remarks.Note;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** What each resource of a request comes to, by its type. One of these for each request. */
final class ResourceReader {
    private final HospitalDefinition hospital;
    private final References references;
    private final Remarks remarks;
    private final Moments moments;
    private final Written written;
    private final boolean saidToBeDischarged;

    /** {@code saidToBeDischarged}: by the event of the message that they came in. */
    ResourceReader(
            HospitalDefinition hospital,
            References references,
            Remarks remarks,
            Written written,
            boolean saidToBeDischarged) {
        this.hospital = hospital;
        this.references = references;
        this.remarks = remarks;
        this.moments = new Moments(hospital.timeZone(), remarks);
        this.written = written;
        this.saidToBeDischarged = saidToBeDischarged;
    }

    Part read(Resource resource) {
        LabReader lab = new LabReader(references, remarks, moments, written);
        if (resource instanceof Encounter encounter) {
            EncounterVersion version =
                    EncounterReader.read(encounter, hospital, references, remarks, written, saidToBeDischarged);
            return version == null ? new Part.Nothing(EncounterReader.visit(encounter)) : new Part.Version(version);
        } else if (resource instanceof ServiceRequest request) {
            return lab.order(request);
        } else if (resource instanceof DiagnosticReport result) {
            return lab.result(result);
        } else if (resource instanceof Observation result) {
            return lab.result(result);
        } else if (resource instanceof Location location) {
            return bed(location);
        } else if (resource instanceof Task task) {
            return new TaskReader(hospital, references, remarks, moments, written).read(task);
        }
        return new Part.Nothing(resource.getIdElement().getIdPart());
    }

    /** The status of a bed, by HL7 table 0116. */
    private Part bed(Location location) {
        String bed = new PlaceReader(hospital, references).bed(location);
        String status = location.getOperationalStatus().getCode();
        if (bed == null || status == null) {
            remarks.note(Note.NOTHING_NEEDED);
            return new Part.Nothing(bed == null ? name(location) : bed);
        }
        Stamp stamp = written.stamp(location, moments, Stream.of());
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("type", "BedStatusReported")
                .put("messageId", "Location/" + bed + "/" + Mark.text(stamp))
                .put("occurredAt", stamp.at().toString())
                .put("sentAt", stamp.at().toString())
                .put("bed", bed)
                .put("status", status);
        return new Part.Bed(bed, report);
    }

    private static @Nullable String name(Resource resource) {
        return resource.getIdElement().getIdPart();
    }
}
