package flyt.intake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalId;
import flyt.journal.UnmappedPlaces.Unmapped;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the places are seen that messages named and nobody knew. Nothing here is of a patient. */
public interface PlaceDesk {
    /** How many messages of a place may be told again at one time. */
    int MOST = 1_000;

    /**
     * A place to map.
     *
     * @param reads what the profile in force makes of it, in the shape {@code place}; null: nothing, or there is no such profile, as of
     *     FHIR
     * @param known whether its messages can be told now: the hospital has that place, or the profile passes such places over
     */
    record ToMap(Unmapped place, @Nullable ObjectNode reads, boolean known) {}

    /** All of them, those with the most patients first. */
    Future<List<ToMap>> toMap(HospitalId hospital);
}
