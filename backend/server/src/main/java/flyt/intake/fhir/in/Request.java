package flyt.intake.fhir.in;

import flyt.domain.place.HospitalDefinition;
import flyt.intake.fhir.in.BodyReader.Unreadable;
import flyt.intake.fhir.in.Remarks.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a request says: a resource, a transaction or a message.
 *
 * @param type for the inbox: {@code Encounter}, {@code Bundle^message^notification-admit}
 * @param messageId as its sender calls it; empty where it does not
 * @param entries in the order of the Bundle; one where there is none
 * @param header of a message, to answer it; else null
 * @param unreadable what the library says of a body that is no resource; else null
 */
record Request(
        String type,
        String messageId,
        List<Entry> entries,
        Remarks remarks,
        @Nullable MessageHeader header,
        @Nullable String unreadable) {
    private static final Set<String> DISCHARGED = Set.of("notification-discharge", "A03");
    private static final Set<HTTPVerb> VERBS = Set.of(HTTPVerb.POST, HTTPVerb.PUT);

    /** {@code created}: whether the sender leaves the id to us. */
    record Entry(String type, boolean created, Part part) {}

    Request {
        entries = List.copyOf(entries);
    }

    /** Reads a body, which takes the time it takes: not for event loops. */
    static Request read(HospitalDefinition hospital, Asked asked, byte[] body, Instant receivedAt) {
        Remarks remarks = new Remarks();
        try {
            Resource resource = BodyReader.read(body, remarks);
            if (!resource.fhirType().equals(asked.type())) {
                return none(asked, remarks, "is " + resource.fhirType() + ", and " + asked.type() + " goes there");
            }
            return resource instanceof Bundle bundle
                    ? of(bundle, hospital, remarks, receivedAt)
                    : of(resource, asked, hospital, remarks, receivedAt);
        } catch (Unreadable e) {
            return none(asked, remarks, Objects.requireNonNull(e.getMessage()));
        }
    }

    private static Request none(Asked asked, Remarks remarks, String why) {
        return new Request(asked.type(), "", List.of(), remarks, null, why);
    }

    /** Whether all of it can be told. */
    boolean isSound() {
        return unreadable == null && remarks.faults().isEmpty();
    }

    private static Request of(
            Resource resource, Asked asked, HospitalDefinition hospital, Remarks remarks, Instant receivedAt) {
        String said = resource.getIdElement().getIdPart();
        if (asked.id() != null && said != null && !said.equals(asked.id())) {
            return none(asked, remarks, "has the id " + said + ", and the address another");
        }
        if (asked.id() != null) {
            resource.setId(asked.id());
        } else {
            // of a resource that is to be created, the id is not the sender's to give
            resource.setId((String) null);
        }
        Written written = new Written(null, receivedAt);
        Part part = new ResourceReader(hospital, References.none(), remarks, written, false).read(resource);
        String version = resource.getMeta().getVersionId();
        String messageId = asked.id() == null
                ? ""
                : asked.type() + "/" + asked.id() + (version == null ? "" : "/_history/" + version);
        return new Request(
                asked.type(),
                messageId,
                List.of(new Entry(asked.type(), asked.id() == null, part)),
                remarks,
                null,
                null);
    }

    private static Request of(Bundle bundle, HospitalDefinition hospital, Remarks remarks, Instant receivedAt) {
        if (bundle.getType() == BundleType.TRANSACTION) {
            return transaction(bundle, hospital, remarks, receivedAt);
        } else if (bundle.getType() == BundleType.MESSAGE) {
            return message(bundle, hospital, remarks, receivedAt);
        }
        remarks.fault(bundle, "type", "must be transaction or message");
        return new Request("Bundle", name(bundle), List.of(), remarks, null, null);
    }

    private static Request transaction(
            Bundle bundle, HospitalDefinition hospital, Remarks remarks, Instant receivedAt) {
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            BundleEntryComponent entry = bundle.getEntry().get(i);
            String at = "Bundle.entry[" + i + "].";
            HTTPVerb verb = entry.getRequest().getMethod();
            if (entry.getResource() == null) {
                remarks.fault(at + "resource", "is missing");
            } else if (verb == null || !VERBS.contains(verb)) {
                remarks.fault(at + "request.method", "must be POST or PUT");
            } else if (verb == HTTPVerb.PUT) {
                IdType url = new IdType(entry.getRequest().getUrl());
                if (url.getIdPart() == null || !entry.getResource().fhirType().equals(url.getResourceType())) {
                    remarks.fault(at + "request.url", "must be the type and the id of the resource");
                } else {
                    entry.getResource().setId(url.getIdPart());
                }
            }
        }
        if (!remarks.faults().isEmpty()) {
            return new Request("Bundle^transaction", name(bundle), List.of(), remarks, null, null);
        }
        Written written = new Written(time(bundle), receivedAt);
        References references = References.of(bundle);
        ResourceReader reader = new ResourceReader(hospital, references, remarks, written, false);
        Set<Resource> reported = reported(bundle, references);
        List<Entry> entries = new ArrayList<>();
        for (BundleEntryComponent one : bundle.getEntry()) {
            Resource resource = one.getResource();
            entries.add(new Entry(
                    resource.fhirType(),
                    one.getRequest().getMethod() == HTTPVerb.POST,
                    reported.contains(resource)
                            ? new Part.Nothing(resource.getIdElement().getIdPart())
                            : reader.read(resource)));
        }
        return new Request("Bundle^transaction", name(bundle), entries, remarks, null, null);
    }

    /** The observations whose report came along: the report says how far the order has come. */
    private static Set<Resource> reported(Bundle bundle, References references) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(DiagnosticReport.class::isInstance)
                .flatMap(report -> ((DiagnosticReport) report).getResult().stream())
                .map(result -> references.find(result, Observation.class))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a message is about is what its header leads to; the rest is there to be referred to. */
    private static Request message(Bundle bundle, HospitalDefinition hospital, Remarks remarks, Instant receivedAt) {
        Resource first = bundle.getEntryFirstRep().getResource();
        if (!(first instanceof MessageHeader header)) {
            remarks.fault("Bundle.entry[0].resource", "must be the MessageHeader");
            return new Request("Bundle^message", name(bundle), List.of(), remarks, null, null);
        }
        String event = header.hasEventCoding() ? header.getEventCoding().getCode() : "";
        Written written = new Written(time(bundle), receivedAt);
        References references = References.of(bundle);
        boolean discharged = event != null && DISCHARGED.contains(event);
        ResourceReader reader = new ResourceReader(hospital, references, remarks, written, discharged);
        List<Entry> entries = new ArrayList<>();
        for (Reference focus : header.getFocus()) {
            Resource resource = references.find(focus, Resource.class);
            if (resource == null) {
                remarks.fault(header, "focus", "leads to nothing in the message");
            } else {
                entries.add(new Entry(resource.fhirType(), false, reader.read(resource)));
            }
        }
        if (entries.stream().noneMatch(entry -> ResourceTypes.READ.contains(entry.type()))) {
            remarks.note(Note.EVENT_NOT_READ);
        }
        boolean known = event != null && event.matches("[A-Za-z0-9-]{1,40}");
        String id = name(bundle).isEmpty() ? header.getIdElement().getIdPart() : name(bundle);
        return new Request(
                "Bundle^message" + (known ? "^" + event : ""), id == null ? "" : id, entries, remarks, header, null);
    }

    private static String name(Bundle bundle) {
        if (bundle.getIdentifier().hasValue()) {
            return bundle.getIdentifier().getValue();
        }
        String id = bundle.getIdElement().getIdPart();
        return id == null ? "" : id;
    }

    private static @Nullable Instant time(Bundle bundle) {
        return bundle.getTimestamp() == null ? null : bundle.getTimestamp().toInstant();
    }
}
