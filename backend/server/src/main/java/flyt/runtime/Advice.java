package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.Placements;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.placement.Fit;
import flyt.domain.placement.Offer;
import flyt.domain.placement.RequestId;
import flyt.domain.stay.StayId;
import flyt.journal.WireNames;
import flyt.proposal.Help;
import flyt.proposal.Plan;
import flyt.proposal.Proposal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is proposed to whoever places patients, as it is sent: {@code places}, {@code moves}, and what the plan is worth beside others. */
public record Advice(JsonObject json) {

    /** Takes up to two seconds; not for an event loop. {@code namesakes}: by stay, with whom those who wait may be mixed up by name. */
    static Advice of(@Nullable Hospital hospital, Map<StayId, SortedSet<StayId>> namesakes) {
        if (hospital == null) {
            return new Advice(new JsonObject().put("places", new JsonArray()).put("moves", new JsonArray()));
        }
        Instant now = hospital.recordedAt();
        long begun = System.nanoTime();
        Proposal proposal = Proposal.of(hospital, now, namesakes);
        return new Advice(new JsonObject()
                .put("at", now.toString())
                .put("worth", proposal.plan().worth())
                .put("greedy", proposal.greedy().worth())
                .put("greedyPlaced", proposal.greedy().places().size())
                .put("ceiling", proposal.ceiling())
                .put("tookMs", Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .put("places", array(proposal.plan().places(), place -> place(hospital, place)))
                .put("moves", array(proposal.helps(), help -> move(hospital, help))));
    }

    private static JsonObject place(Hospital hospital, Plan.Place place) {
        Fit fit = place.fit();
        return bed(hospital, fit.offer())
                .put("request", place.request().value())
                .put("version", Placements.version(hospital, fit.offer().bed()))
                .put(
                        "reasons",
                        new JsonArray(fit.reasons().stream().map(WireNames::of).toList()));
    }

    private static JsonObject move(Hospital hospital, Help help) {
        boolean lies = help.offer().standing() == Offer.Standing.LEAVING;
        return bed(hospital, help.offer())
                .put("what", lies ? "discharge" : "clean")
                .put("gain", help.gain())
                .put(
                        "frees",
                        new JsonArray(
                                help.frees().stream().map(RequestId::value).toList()));
    }

    private static JsonObject bed(Hospital hospital, Offer offer) {
        BedPlace place = hospital.places().bed(offer.bed());
        return new JsonObject()
                .put("bed", offer.bed().value())
                .put("ward", offer.ward().value())
                .put("label", place == null ? offer.bed().value() : place.label())
                .put("suffix", place == null ? null : place.suffix())
                .put("standing", WireNames.of(offer.standing()))
                .put("readyAt", offer.readyAt() == null ? null : offer.readyAt().toString());
    }

    private static <T> JsonArray array(List<T> all, Function<T, JsonObject> json) {
        return new JsonArray(all.stream().map(json).toList());
    }
}
