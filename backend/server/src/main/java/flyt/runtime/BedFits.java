package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.Offers;
import flyt.domain.Placements;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.WardId;
import flyt.domain.placement.Because;
import flyt.domain.placement.BedChoice;
import flyt.domain.placement.Fit;
import flyt.domain.placement.Request;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Wish;
import flyt.domain.stay.StayId;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How every bed of the wards suits one who waits, best first.
 *
 * @param asked the ward that was asked, or null when nobody waits under that id
 * @param stay the visit number, or null
 * @param beds as they are sent: bed, ward, version, whether it suits, whether it is another's who waits, why not, why, and from when
 */
public record BedFits(@Nullable WardId asked, @Nullable String stay, JsonArray beds) {

    /** {@code namesakes}: by stay, with whom those who wait may be mixed up by name. */
    static BedFits of(@Nullable Hospital hospital, RequestId id, Map<StayId, SortedSet<StayId>> namesakes) {
        Request request = hospital == null ? null : hospital.requests().request(id);
        Wish asked = request == null || hospital == null ? null : Placements.wish(hospital, request);
        if (request == null || asked == null || hospital == null) {
            return new BedFits(null, null, new JsonArray());
        }
        Wish wish = asked.alikeTo(namesakes.getOrDefault(asked.stay(), Collections.emptySortedSet()));
        Offers offers = new Offers(hospital);
        List<Fit> fits = hospital.places().beds().stream()
                .filter(place -> place.ward().kind() == WardKind.INPATIENT)
                .map(place -> BedChoice.fit(wish, offers.of(place)))
                .sorted(Fit.BEST_FIRST)
                .toList();
        return new BedFits(
                request.asked().ward(),
                wish.stay().value(),
                new JsonArray(fits.stream().map(fit -> json(hospital, fit)).toList()));
    }

    private static JsonObject json(Hospital hospital, Fit fit) {
        var offer = fit.offer();
        var place = Objects.requireNonNull(hospital.places().bed(offer.bed()));
        return new JsonObject()
                .put("bed", offer.bed().value())
                .put("ward", offer.ward().value())
                .put("label", place.label())
                .put("suffix", place.suffix())
                .put("version", Placements.version(hospital, offer.bed()))
                .put("suits", fit.suits())
                .put("promised", fit.barriers().contains(Because.RESERVED) && offer.keptFor() != null)
                .put("standing", WireNames.of(offer.standing()))
                .put("readyAt", offer.readyAt() == null ? null : offer.readyAt().toString())
                .put("barriers", words(fit.barriers()))
                .put("reasons", words(fit.reasons()));
    }

    private static JsonArray words(List<? extends Enum<?>> words) {
        return new JsonArray(words.stream().map(WireNames::of).toList());
    }

    /** As it travels between members. */
    JsonObject json() {
        return new JsonObject()
                .put("asked", asked == null ? null : asked.value())
                .put("stay", stay)
                .put("beds", beds);
    }

    static BedFits read(JsonObject json) {
        String asked = json.getString("asked");
        return new BedFits(asked == null ? null : new WardId(asked), json.getString("stay"), json.getJsonArray("beds"));
    }
}
