package flyt.access;

/** How far a reach must go for a view or a deed. */
enum Breadth {
    /** The ward and the zone it is about; for all of a hospital, no limit. */
    PLACE,
    /** The hospital: it shows no patient and changes no bed, or is meant to reach beyond one's own wards. */
    HOSPITAL,
    /** Nowhere in particular: the server, or oneself. */
    ANYWHERE
}
