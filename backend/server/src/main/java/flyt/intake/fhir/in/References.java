package flyt.intake.fhir.in;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What resources of one request mean by their references: another that came along, or only an id or an identifier. */
final class References {
    private record Known(String fullUrl, Resource resource) {}

    private final List<Known> known = new ArrayList<>();

    private References() {}

    /** Of a resource that came alone; what it refers to can only be inside it. */
    static References none() {
        return new References();
    }

    static References of(Bundle bundle) {
        References references = new References();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() != null) {
                references.known.add(
                        new Known(entry.getFullUrl() == null ? "" : entry.getFullUrl(), entry.getResource()));
            }
        }
        return references;
    }

    /** What a reference leads to; null when that did not come along. */
    <T extends Resource> @Nullable T find(Reference reference, Class<T> type) {
        IBaseResource linked = reference.getResource();
        if (type.isInstance(linked)) {
            return type.cast(linked);
        }
        String told = reference.getReference();
        if (told == null) {
            return null;
        }
        String id = id(reference);
        for (Known one : known) {
            boolean byUrl = told.equals(one.fullUrl())
                    || (told.contains("/") && one.fullUrl().endsWith("/" + told));
            boolean byId = told.contains("/")
                    && one.resource().getIdElement().getIdPart() != null
                    && one.resource().getIdElement().getIdPart().equals(id)
                    && told.startsWith(one.resource().fhirType() + "/");
            if (type.isInstance(one.resource()) && (byUrl || byId)) {
                return type.cast(one.resource());
            }
        }
        return null;
    }

    /** What a reference calls what it leads to: its identifier, else the id in it; null when it says neither. */
    static @Nullable String name(Reference reference) {
        if (reference.getIdentifier().hasValue()) {
            return reference.getIdentifier().getValue();
        }
        return id(reference);
    }

    private static @Nullable String id(Reference reference) {
        String told = reference.getReference();
        if (told == null || told.startsWith("#") || told.startsWith("urn:")) {
            return null;
        }
        return new IdType(told).getIdPart();
    }
}
