package flyt.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** FHIR R4 as the library knows it, one for the whole process. To be called after {@link Fhir#load}, or where one may wait. */
public final class R4 {
    private static final FhirContext CONTEXT = FhirContext.forR4();

    private R4() {}

    /** The library. */
    public static FhirContext context() {
        return CONTEXT;
    }

    /** A resource as JSON. */
    public static String write(IBaseResource resource) {
        return CONTEXT.newJsonParser().encodeResourceToString(resource);
    }
}
