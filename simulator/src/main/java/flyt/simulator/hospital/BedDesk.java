package flyt.simulator.hospital;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The bed coordinator: hears who needs a bed where, promises one, and has the patient moved when it stands ready. Beside people who are
 * not simulated the desk leaves who waits to them for a while, and keeps what they promise.
 */
final class BedDesk {

    /** How long people may take before the desk finds a bed itself. */
    private static final long LEFT_TO_PEOPLE = 45 * House.MINUTE;

    private final House house;
    private final Chance chance;
    private final BedChoice choice;
    private final List<BedRequest> open = new ArrayList<>();

    /** What people have promised, a bed's id by the visit; null: there are none who could. */
    private @Nullable Map<String, String> byPeople;

    BedDesk(House house, Chance chance) {
        this.house = house;
        this.chance = chance;
        this.choice = new BedChoice(house);
        house.every(10 * House.MINUTE, this::look);
    }

    /** Asks for a bed; {@code request.move} runs when the patient may lie down in it. */
    void ask(BedRequest request) {
        if (request.stay.request != null) {
            withdraw(request.stay);
        }
        request.stay.request = request;
        open.add(request);
        if (byPeople != null && request.origin == BedRequest.Origin.WARD) { // of the others the systems have told
            expect(request, null, request.notBefore);
        }
        look();
        house.agenda.at(request.notBefore, this::look);
    }

    /** What people have promised by now: a bed's id by the visit, until told otherwise. */
    void placedByPeople(Map<String, String> beds) {
        if (!beds.equals(byPeople)) {
            byPeople = Map.copyOf(beds);
            look();
        }
    }

    /** The visits of those who wait for a bed. */
    Set<String> waiting() {
        Set<String> visits = new TreeSet<>();
        open.forEach(request -> visits.add(request.stay.visit()));
        return visits;
    }

    /** The need is gone: moved otherwise, discharged, cancelled. */
    void withdraw(Stay stay) {
        BedRequest request = stay.request;
        if (request != null) {
            stay.request = null;
            open.remove(request);
            release(request);
        }
    }

    private void release(BedRequest request) {
        Bed bed = request.bed;
        if (bed != null) {
            request.bed = null;
            bed.promisedTo = null;
            if (!request.byPeople) { // those who promised it take it back themselves
                house.bedChanged(bed);
                house.witness.reservationEnded(house.now(), bed);
            }
            request.byPeople = false;
        }
    }

    /** Promises what can be promised and moves who can move. */
    void look() {
        List<BedRequest> inTurn = new ArrayList<>(open);
        inTurn.sort(Comparator.<BedRequest>comparingInt(BedDesk::turn).thenComparingLong(request -> request.since));
        for (BedRequest request : inTurn) {
            if (request.stay.request == request) {
                heed(request);
                reconsider(request);
                promise(request);
                move(request);
            }
        }
    }

    private static int turn(BedRequest request) {
        if (request.ward.numbers().field() == WardProfile.Field.INTENSIVE) {
            return 0;
        }
        return request.origin == BedRequest.Origin.MISPLACED && !request.stay.outlier() ? 1 : 2;
    }

    /** What people have promised is kept, whatever the desk had in mind; what they take back is nobody's. */
    private void heed(BedRequest request) {
        Bed theirs = byPeople == null ? null : house.bed(byPeople.get(request.stay.visit()));
        boolean can = theirs != null && theirs.canBePromisedTo(request.stay) && !request.own.contains(theirs);
        if (request.byPeople ? theirs != request.bed : can) {
            release(request);
            if (can) {
                request.bed = theirs;
                request.byPeople = true;
                theirs.promisedTo = request.stay;
            }
        }
    }

    private boolean isLeftToPeople(BedRequest request) {
        return byPeople != null
                && request.origin != BedRequest.Origin.MISPLACED
                && house.now() < Math.max(request.since + LEFT_TO_PEOPLE, request.notBefore);
    }

    /** A promise is given back when the bed no longer suits, or when another one stands ready and this one does not. */
    private void reconsider(BedRequest request) {
        Bed bed = request.bed;
        if (bed == null || request.byPeople) {
            return;
        }
        Isolation isolation = request.stay.isolation;
        boolean suits = isolation == Isolation.AIRBORNE || bed.suits(isolation);
        boolean waitsForCleaning = bed.use() != Use.READY && house.now() >= request.notBefore;
        if (!suits || (waitsForCleaning && choice.readyInOwnWard(request).isPresent())) {
            release(request);
        }
    }

    private void promise(BedRequest request) {
        if (request.bed != null || isLeftToPeople(request)) {
            return;
        }
        Bed bed = choice.forRequest(request);
        if (bed == null) {
            return;
        }
        request.bed = bed;
        boolean first = request.own.add(bed);
        bed.promisedTo = request.stay;
        long expected = Math.max(request.notBefore, house.now() + 20 * House.MINUTE);
        house.bedChanged(bed);
        house.witness.reserved(house.now(), bed, request.stay, expected + 4 * House.HOUR);
        expect(request, bed, expected);
    }

    private void expect(BedRequest request, @Nullable Bed bed, long expected) {
        switch (request.origin) {
            case EMERGENCY ->
                house.witness.admissionExpected(
                        house.now(), request.stay, request.ward, bed, expected, house.emergency);
            case PLANNED ->
                house.witness.admissionExpected(house.now(), request.stay, request.ward, bed, expected, null);
            case WARD -> house.witness.transferExpected(house.now(), request.stay, request.ward, bed, expected);
            case MISPLACED -> {}
        }
    }

    private void move(BedRequest request) {
        Bed bed = request.bed;
        if (bed == null || !bed.standsReady() || house.now() < request.notBefore || request.stay.gone) {
            return;
        }
        open.remove(request);
        house.agenda.in(chance.normal(6, 2, 1) * House.MINUTE, () -> {
            if (request.stay.request == request && request.bed == bed) {
                request.stay.request = null;
                request.move.run();
            }
        });
    }
}
