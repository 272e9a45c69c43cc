package flyt.fhir;

import flyt.domain.Hospital;
import flyt.domain.lab.LabOrder;
import flyt.domain.lab.LabStatus;
import flyt.domain.stay.StayId;
import flyt.journal.WireNames;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Laboratory orders and how far they have come (domain 3.11): never what was ordered, nor what came out. */
final class LabOrders {
    static final String TYPE = "ServiceRequest";
    private static final String LABORATORY = "108252007";

    private final Hospital hospital;

    LabOrders(Hospital hospital) {
        this.hospital = hospital;
    }

    Version of(LabOrder order) {
        ServiceRequest request = new ServiceRequest();
        // under the number it was told, which stays when visits are merged
        request.setId(Ids.within(order.stay().value(), order.order().value()));
        request.addIdentifier()
                .setSystem(Codes.LAB_ORDER)
                .setValue(order.order().value());
        request.setStatus(status(order.status())).setIntent(ServiceRequestIntent.ORDER);
        request.addCategory().addCoding().setSystem(Codes.SNOMED).setCode(LABORATORY);
        request.setPriority(order.urgent() ? ServiceRequestPriority.URGENT : ServiceRequestPriority.ROUTINE);
        String ours = WireNames.of(order.status());
        request.addExtension(Codes.LAB_STATUS, new CodeType(ours));
        StayId stay = hospital.stays().resolve(order.stay());
        request.setEncounter(Encounters.reference(stay));
        if (order.plannedAt() != null) {
            request.setOccurrence(Times.of(order.plannedAt()));
        }
        Set<String> patients = Encounters.patientOf(hospital, stay)
                .map(key -> {
                    request.setSubject(Encounters.patient(key));
                    return Set.of(key.value());
                })
                .orElse(Set.of());
        if (patients.isEmpty()) {
            Reference nobodySaid = new Reference().setType("Patient");
            nobodySaid.addExtension(Codes.DATA_ABSENT, new CodeType("unknown"));
            request.setSubject(nobodySaid);
        }
        Terms terms = new Terms()
                .identifier(request.getIdentifierFirstRep())
                .code("status", request.getStatus().toCode())
                .reference("encounter", Encounters.TYPE, Encounters.id(stay));
        return Version.of(request, terms, patients);
    }

    private static ServiceRequestStatus status(LabStatus status) {
        return switch (status) {
            case ORDERED, COLLECTED, RECEIVED, IN_ANALYSIS, PRELIMINARY -> ServiceRequestStatus.ACTIVE;
            case FINAL, SEEN, CORRECTED -> ServiceRequestStatus.COMPLETED;
            case REJECTED, CANCELLED -> ServiceRequestStatus.REVOKED;
        };
    }
}
