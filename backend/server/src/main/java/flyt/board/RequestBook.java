package flyt.board;

import flyt.domain.Hospital;
import flyt.domain.Offers;
import flyt.domain.Placements;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Bed;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Request;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Wish;
import flyt.domain.stay.StayId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each bed has to give and what each who waits needs, kept so that their rows are made anew only when one of these, or
 * something about them, has changed. For one thread.
 */
final class RequestBook {
    private final Map<BedId, Given> beds = new TreeMap<>();
    private Map<RequestId, Wish> wishes = new TreeMap<>();
    private Map<StayId, SortedSet<StayId>> namesakes = Map.of();

    /** What a bed has to give, and its version as rows tell it. */
    private record Given(Offer offer, String version) {
        static Given of(Hospital hospital, Offers offers, BedPlace place) {
            return new Given(offers.of(place), Placements.version(hospital, place.bed()));
        }
    }

    /** Makes the rows of all who wait. */
    void writeAll(Moment moment, Sink sink) {
        beds.clear();
        Offers offers = new Offers(moment.hospital());
        moment.hospital()
                .places()
                .beds()
                .forEach(place -> beds.put(place.bed(), Given.of(moment.hospital(), offers, place)));
        namesakes = Namesakes.of(moment);
        wishes = wishes(moment);
        write(moment, sink);
    }

    /** With whom those who wait may be mixed up by name. */
    Map<StayId, SortedSet<StayId>> namesakes() {
        return namesakes;
    }

    /** Makes their rows anew where something about these beds, these stays or who waits makes a difference to them. */
    void follow(Moment before, Moment moment, Collection<BedId> touched, Collection<StayId> stays, Sink sink) {
        boolean changed = before.hospital().requests() != moment.hospital().requests() || waits(moment, stays);
        if (changed || !touched.isEmpty()) {
            namesakes = Namesakes.of(moment);
        }
        Map<RequestId, Wish> now = wishes(moment);
        changed |= !now.equals(wishes);
        wishes = now;
        Offers offers = new Offers(moment.hospital());
        for (BedId bed : concerned(before, moment, touched)) {
            BedPlace place = moment.hospital().places().bed(bed);
            if (place == null) {
                changed = true; // it may be promised, though the definition does not know it
            } else {
                Given given = Given.of(moment.hospital(), offers, place);
                changed |= !given.equals(beds.put(bed, given));
            }
        }
        dropEnded(before, moment, sink);
        if (changed) {
            write(moment, sink);
        }
    }

    private Map<RequestId, Wish> wishes(Moment moment) {
        Map<RequestId, Wish> wishes = new TreeMap<>();
        for (Request request : moment.hospital().requests().open()) {
            Wish wish = Placements.wish(moment.hospital(), request);
            if (wish != null) {
                wishes.put(
                        request.id(), wish.alikeTo(namesakes.getOrDefault(wish.stay(), Collections.emptySortedSet())));
            }
        }
        return wishes;
    }

    /** These and the other beds of their wards, whose load they share; all, where another thing was said of who shares a room with whom. */
    private SortedSet<BedId> concerned(Moment before, Moment moment, Collection<BedId> touched) {
        if (before.hospital().requests().sexes() != moment.hospital().requests().sexes()) {
            return new TreeSet<>(beds.keySet());
        }
        SortedSet<BedId> all = new TreeSet<>(touched);
        for (BedId bed : touched) {
            BedPlace place = moment.hospital().places().bed(bed);
            if (place != null && place.cluster() != null) {
                place.ward().clusters().stream()
                        .flatMap(cluster -> cluster.rooms().stream())
                        .flatMap(room -> room.beds().stream())
                        .map(Bed::id)
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static boolean waits(Moment moment, Collection<StayId> stays) {
        return stays.stream()
                .anyMatch(stay -> moment.hospital()
                                .requests()
                                .ofStay(moment.hospital().stays().numbers(stay))
                        != null);
    }

    private static void dropEnded(Moment before, Moment moment, Sink sink) {
        for (Request was : before.hospital().requests().open()) {
            Request is = moment.hospital().requests().request(was.id());
            if (is == null) {
                RequestRows.drop(was, moment.plan().requests(), sink);
            }
            if (is == null || !is.asked().ward().equals(was.asked().ward())) {
                RequestRows.drop(was, moment.plan().requests(was.asked().ward()), sink);
            }
        }
    }

    private void write(Moment moment, Sink sink) {
        Collection<Request> open = moment.hospital().requests().open();
        if (open.isEmpty()) {
            return;
        }
        List<Offer> candidates = beds.values().stream()
                .map(Given::offer)
                .filter(offer -> !offer.closed()
                        && offer.standing() != Offer.Standing.OCCUPIED
                        && offer.inWard().kind() == WardKind.INPATIENT)
                .toList();
        open.forEach(request -> RequestRows.write(moment, request, wishes.get(request.id()), candidates, sink));
    }
}
