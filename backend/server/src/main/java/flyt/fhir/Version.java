package flyt.fhir;

import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.jspecify.annotations.Nullable;

/**
 * A resource as an event left it.
 *
 * @param type {@code Encounter}
 * @param json without meta; null: it is gone
 * @param terms see {@link Terms}
 * @param patients opaque keys of those it tells of
 */
record Version(String type, String id, @Nullable String json, Set<String> terms, Set<String> patients) {
    Version {
        terms = Set.copyOf(terms);
        patients = Set.copyOf(patients);
    }

    static Version of(DomainResource resource, Terms terms, Set<String> patients) {
        return new Version(
                resource.fhirType(), resource.getIdElement().getIdPart(), R4.write(resource), terms.all(), patients);
    }

    static Version gone(String type, String id) {
        return new Version(type, id, null, Set.of(), Set.of());
    }

    /** {@code Encounter/V1001} */
    String name() {
        return type + "/" + id;
    }
}
