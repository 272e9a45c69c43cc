package flyt.board;

import flyt.domain.bed.Bed;
import flyt.domain.place.Places.BedPlace;

/** Whether a place may be used (domain 3.7, the first axis). What is in it is told by its use. */
enum BedClass {
    OPEN,
    EXTRA,
    RESERVED,
    CLOSED;

    /** Closed before all; an extra place stays one when it is promised to somebody. */
    static BedClass of(BedPlace place, Bed condition) {
        if (condition.closure() != null) {
            return CLOSED;
        }
        if (place.extra() != null) {
            return EXTRA;
        }
        return condition.reservation() != null ? RESERVED : OPEN;
    }
}
