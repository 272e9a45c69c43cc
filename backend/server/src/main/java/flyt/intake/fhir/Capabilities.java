package flyt.intake.fhir;

import flyt.domain.place.HospitalDefinition;
import flyt.fhir.Parameter;
import flyt.fhir.R4;
import flyt.fhir.Topic;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** The CapabilityStatement: what is mounted, told in FHIR. */
final class Capabilities {
    private static final String SECURITY = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private static final String OPERATIONS =
            "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-";
    private static final String TOPIC =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/capabilitystatement-subscriptiontopic-canonical";
    private static final String MESSAGE = "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message";

    private Capabilities() {}

    /** As JSON. */
    static String json(HospitalDefinition hospital, List<Interaction> all, Instant since) {
        return R4.write(of(hospital, all, since));
    }

    private static CapabilityStatement of(HospitalDefinition hospital, List<Interaction> all, Instant since) {
        CapabilityStatement statement = new CapabilityStatement();
        statement
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(Date.from(since))
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat("json");
        statement.getSoftware().setName("Flyt");
        statement.getImplementation().setDescription(hospital.name());
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription("A token of the client credentials grant, from /api/v1/access/token")
                .addService()
                .addCoding()
                .setSystem(SECURITY)
                .setCode("OAuth");
        Map<String, List<Interaction>> byType = all.stream()
                .filter(one -> !one.type().isEmpty())
                .collect(Collectors.groupingBy(Interaction::type, TreeMap::new, Collectors.toList()));
        byType.forEach((type, interactions) -> say(rest.addResource().setType(type), interactions));
        all.stream().filter(one -> one.type().isEmpty()).forEach(one -> say(rest, one));
        return statement;
    }

    private static void say(CapabilityStatementRestComponent rest, Interaction one) {
        if (one.kind() == Interaction.Kind.MESSAGE) {
            rest.addOperation().setName(one.kind().code().substring(1)).setDefinition(MESSAGE);
        } else {
            rest.addInteraction()
                    .setCode(SystemRestfulInteraction.fromCode(one.kind().code()));
        }
    }

    private static void say(CapabilityStatementRestResourceComponent resource, List<Interaction> interactions) {
        if (resource.getType().equals("Subscription")) {
            for (Topic topic : Topic.values()) {
                resource.addExtension(TOPIC, new CanonicalType(topic.canonical()));
            }
        }
        resource.setVersioning(ResourceVersionPolicy.VERSIONED);
        for (Interaction one : interactions) {
            if (one.kind().isOperation()) {
                operation(resource, one.kind().code().substring(1));
                continue;
            } else if (one.kind() == Interaction.Kind.SEARCH_BY_FORM) {
                continue;
            }
            resource.addInteraction()
                    .setCode(TypeRestfulInteraction.fromCode(one.kind().code()));
            for (Parameter parameter : one.parameters()) {
                resource.addSearchParam().setName(parameter.name()).setType(SearchParamType.fromCode(parameter.type()));
            }
        }
    }

    /** Of a subscription; one name may have two routes. */
    private static void operation(CapabilityStatementRestResourceComponent resource, String name) {
        if (resource.getOperation().stream().noneMatch(there -> there.getName().equals(name))) {
            resource.addOperation().setName(name).setDefinition(OPERATIONS + name);
        }
    }
}
