package flyt.board;

import flyt.domain.Placements;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Bed;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Request;
import flyt.domain.stay.StayId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What each bed has to give, kept so that the rows of those who wait are made anew only when a bed they might get, or something
 * about them, has changed. For one thread.
 */
final class RequestBook {
    private final Map<BedId, Offer> offers = new TreeMap<>();

    /** Makes the rows of all who wait. */
    void writeAll(Moment moment, Sink sink) {
        offers.clear();
        moment.hospital().places().beds().forEach(place -> offers.put(place.bed(), offer(moment, place)));
        write(moment, sink);
    }

    /** Makes their rows anew where something about these beds, these stays or who waits makes a difference to them. */
    void follow(Moment before, Moment moment, Collection<BedId> beds, Collection<StayId> stays, Sink sink) {
        dropEnded(before, moment, sink);
        boolean sexes = before.hospital().requests().sexes()
                != moment.hospital().requests().sexes();
        SortedSet<BedId> about = sexes ? new TreeSet<>(offers.keySet()) : withNeighbours(moment, beds);
        boolean changed = before.hospital().requests() != moment.hospital().requests() || waits(moment, stays);
        for (BedId bed : about) {
            BedPlace place = moment.hospital().places().bed(bed);
            if (place != null) {
                Offer offer = offer(moment, place);
                changed |= !offer.equals(offers.put(bed, offer));
            }
        }
        if (changed) {
            write(moment, sink);
        }
    }

    private static Offer offer(Moment moment, BedPlace place) {
        return Placements.offer(moment.hospital(), place);
    }

    /** Who lies in a room makes a difference to its other beds. */
    private static SortedSet<BedId> withNeighbours(Moment moment, Collection<BedId> beds) {
        SortedSet<BedId> all = new TreeSet<>(beds);
        for (BedId bed : beds) {
            BedPlace place = moment.hospital().places().bed(bed);
            if (place != null && place.room() != null) {
                place.room().beds().stream().map(Bed::id).forEach(all::add);
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
                RequestRows.drop(moment, was, moment.plan().requests(), sink);
            }
            if (is == null || !is.asked().ward().equals(was.asked().ward())) {
                RequestRows.drop(moment, was, moment.plan().requests(was.asked().ward()), sink);
            }
        }
    }

    private void write(Moment moment, Sink sink) {
        Collection<Request> open = moment.hospital().requests().open();
        if (open.isEmpty()) {
            return;
        }
        List<Offer> candidates = offers.values().stream()
                .filter(offer -> !offer.closed()
                        && offer.standing() != Offer.Standing.OCCUPIED
                        && offer.inWard().kind() == WardKind.INPATIENT)
                .collect(Collectors.toUnmodifiableList());
        open.forEach(request -> RequestRows.write(moment, request, candidates, sink));
    }
}
