package flyt.domain.stay;

/** HL7 table 0004, PV1-2: emergency, inpatient, outpatient, pre-admission, recurring, obstetrics, not applicable, unknown. */
public enum PatientClass {
    E,
    I,
    O,
    P,
    R,
    B,
    N,
    U
}
