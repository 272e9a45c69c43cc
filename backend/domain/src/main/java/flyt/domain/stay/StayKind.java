package flyt.domain.stay;

import org.jspecify.annotations.Nullable;

/** What tells a stay from an ordinary one where patients are counted (domain 3.1). */
public enum StayKind {
    ORDINARY,
    /** Born here. HL7 PV1-4 {@code N} of table 0007; FHIR Encounter.hospitalization.admitSource {@code born}. */
    NEWBORN,
    /** For the day. HL7 PV1-2 {@code O} or {@code R}, FHIR class {@code AMB}; or admitted and home by the evening, FHIR {@code SS}. */
    DAY,
    /** Until it is decided whether to admit. FHIR class {@code OBSENC}; in HL7 v2 as the sender's profile says. */
    OBSERVATION;

    /** What it is by what was said; who is no other is there for the day if the class says so. */
    static StayKind of(@Nullable StayKind said, @Nullable PatientClass patientClass) {
        boolean marked = said != null && said != ORDINARY;
        return marked ? said : patientClass == PatientClass.O || patientClass == PatientClass.R ? DAY : ORDINARY;
    }
}
