package flyt.intake.http;

import flyt.domain.event.Id;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Places;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which ward a bed is in, by each hospital's definition in force. Safe to share between threads. */
public final class WardsOfBeds {
    private final Map<HospitalId, Places> latest = new ConcurrentHashMap<>();

    /** The wards of this definition's beds and rooms. */
    public Function<Id, @Nullable WardId> of(HospitalDefinition definition) {
        Places places = places(definition);
        return id -> {
            BedPlace place = id instanceof BedId bed ? places.bed(bed) : aBedOf(id, places);
            return place == null ? null : place.ward().id();
        };
    }

    /** All places of this definition. */
    public Places places(HospitalDefinition definition) {
        return latest.compute(
                definition.id(),
                (id, known) -> known != null && known.definition() == definition ? known : Places.of(definition));
    }

    private static @Nullable BedPlace aBedOf(Id room, Places places) {
        return places.beds().stream()
                .filter(place -> place.room() != null && place.room().id().equals(room))
                .findFirst()
                .orElse(null);
    }
}
