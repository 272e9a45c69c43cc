package flyt.domain.stay;

import flyt.domain.event.EventHeader;

/** A fact about a stay, with when and by which message it was told. */
public record Told(EventHeader header, StayFact fact) {

    /** Its place among the facts of the stay. */
    public FactKey key() {
        return new FactKey(header.effectiveAt(), header.message(), fact);
    }
}
