package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.stay.Disposition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an Encounter says, without the library's types.
 *
 * @param visit the visit number
 * @param begin when it began, where that is said
 * @param from see {@link Mark#from}
 * @param patient the shape {@code patient} of the contract
 * @param patientClass of HL7 table 0004
 * @param stayKind by the name that reports have for it
 * @param movements the admission, moves and leaves that have an hour, in order
 * @param opening the admission where no place is said for it; told only if no other version knows the place
 * @param expected the admission that is to come; null unless it is planned
 * @param endedAt when it ended; null when it has not, or nobody says
 * @param disposition where the patient went, if it has ended
 */
record EncounterVersion(
        String visit,
        Stamp stamp,
        Standing standing,
        @Nullable Instant begin,
        Instant from,
        ObjectNode patient,
        String patientClass,
        String stayKind,
        List<Saying> movements,
        @Nullable Saying opening,
        @Nullable Saying expected,
        @Nullable Instant endedAt,
        Disposition disposition) {
    EncounterVersion {
        movements = List.copyOf(movements);
    }
}
