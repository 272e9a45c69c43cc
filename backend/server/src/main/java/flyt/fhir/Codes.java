package flyt.fhir;

/** The systems of codes and of identifiers: the standard's where it has one, else ours. */
final class Codes {
    static final String BED_STATUS = "http://terminology.hl7.org/CodeSystem/v2-0116";
    static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";
    static final String ENCOUNTER_CLASS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String ADMIT_SOURCE = "http://terminology.hl7.org/CodeSystem/admit-source";
    static final String NULL_FLAVOUR = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";
    static final String SNOMED = "http://snomed.info/sct";
    static final String DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /** Identifiers: visit numbers and opaque keys of patients, as the journal knows them. */
    static final String VISIT = "urn:flyt:visit";

    static final String PATIENT = "urn:flyt:patient";
    static final String HOSPITAL = "urn:flyt:hospital";
    static final String BUILDING = "urn:flyt:building";
    static final String WARD = "urn:flyt:ward";
    static final String ROOM = "urn:flyt:room";
    static final String BED = "urn:flyt:bed";
    static final String STOP = "urn:flyt:stop";
    static final String TASK = "urn:flyt:task";
    static final String LAB_ORDER = "urn:flyt:lab-order";

    /** Our own states, which say more than the standard's. */
    static final String TASK_STATUS = "urn:flyt:task-status";

    static final String TASK_KIND = "urn:flyt:task-kind";
    static final String TEAM = "urn:flyt:team";
    static final String LAB_STATUS = "urn:flyt:lab-status";

    private Codes() {}
}
