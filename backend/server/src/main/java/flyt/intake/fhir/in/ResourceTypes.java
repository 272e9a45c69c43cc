package flyt.intake.fhir.in;

import java.util.Set;

/** The types that say something here. Apart from what reads them, so that to know them loads nothing of the library. */
final class ResourceTypes {
    static final Set<String> READ =
            Set.of("Encounter", "Location", "ServiceRequest", "DiagnosticReport", "Observation", "Task");

    private ResourceTypes() {}
}
