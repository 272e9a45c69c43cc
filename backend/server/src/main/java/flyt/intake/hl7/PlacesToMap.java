package flyt.intake.hl7;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.board.Stream;
import flyt.domain.conflict.Conflict;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Places;
import flyt.domain.place.WardId;
import flyt.intake.http.PlaceDesk;
import flyt.intake.http.PlaceName;
import flyt.intake.http.WardsOfBeds;
import flyt.journal.UnmappedPlaces;
import flyt.journal.UnmappedPlaces.Unmapped;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places that messages named and nobody knew, beside what the profiles in force make of them. */
public final class PlacesToMap implements PlaceDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hospitals hospitals;
    private final UnmappedPlaces unmapped;
    private final PortsInForce ports;
    private final WardsOfBeds places = new WardsOfBeds();

    /** {@code ports}: with the profiles in force. */
    public PlacesToMap(Hospitals hospitals, UnmappedPlaces unmapped, PortsInForce ports) {
        this.hospitals = hospitals;
        this.unmapped = unmapped;
        this.ports = ports;
    }

    @Override
    public Future<List<ToMap>> toMap(HospitalId hospital) {
        return hospitals.definition(hospital).compose(definition -> hospitals
                .rows(new Stream(hospital.value(), "conflicts", "-"), null)
                .compose(rows -> unmapped.of(hospital.value(), astray(rows.rows()), MOST))
                .map(all -> all.stream().map(one -> toMap(definition, one)).toList()));
    }

    /** The visits of whom nobody knows where they are: each is a conflict on the boards too. */
    private static List<String> astray(List<byte[]> conflicts) {
        List<String> visits = new ArrayList<>();
        for (byte[] row : conflicts) {
            JsonNode conflict = read(row);
            if (WireNames.of(Conflict.Type.UNKNOWN_PLACE)
                    .equals(conflict.path("type").asText())) {
                conflict.path("visits").forEach(visit -> visits.add(visit.asText()));
            }
        }
        return visits;
    }

    private static JsonNode read(byte[] row) {
        try {
            return JSON.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ToMap toMap(HospitalDefinition definition, Unmapped place) {
        Optional<SenderProfile> profile = ports.ports().stream()
                .flatMap(port -> port.senders().stream())
                .filter(sender -> sender.hospital().equals(definition.id().value()))
                .map(MllpPort.Sender::profile)
                .filter(one -> one.id().equals(place.profile()))
                .findFirst();
        Places known = places.places(definition);
        if (profile.isEmpty()) {
            // of FHIR, where places are named by our ids
            return new ToMap(place, null, isOurs(place.said(), known));
        }
        PlaceRule.Found found = PlaceRule.in(place.said(), profile.orElseThrow().places());
        return found == null
                ? new ToMap(place, null, true)
                : new ToMap(place, Telling.json(found), new PlaceSaid(place.said(), found).isAmong(known));
    }

    private static boolean isOurs(String said, Places known) {
        String id = PlaceName.id(said);
        return id != null && (known.bed(new BedId(id)) != null || known.ward(new WardId(id)) != null);
    }
}
