package flyt.domain.stay;

/** Where a discharged patient went. PV1-36. */
public enum Disposition {
    HOME,
    MUNICIPALITY,
    HOSPITAL,
    DIED,
    OTHER
}
