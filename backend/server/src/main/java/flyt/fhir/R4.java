package flyt.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;

/** FHIR R4 as the library knows it, one for the whole process. To be called after {@link Fhir#load}, or where one may wait. */
public final class R4 {
    private static final FhirContext CONTEXT = FhirContext.forR4();

    private R4() {}

    /** The library. */
    public static FhirContext context() {
        return CONTEXT;
    }

    /** Reads in what every answer is written with, which takes longer than an event loop has. */
    static void prepare() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setDiagnostics("-").getDetails().addCoding().setCode("-");
        var unused = write(outcome);
    }

    /** A resource as JSON. */
    public static String write(IBaseResource resource) {
        return CONTEXT.newJsonParser().encodeResourceToString(resource);
    }
}
