package flyt.domain.placement;

import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.stay.Isolation;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of a bed (domain 3.10): each that does not is a barrier. */
final class Demands {

    private Demands() {}

    /** The barriers, with nulls between them. */
    static Stream<@Nullable Because> unmet(Wish wish, Offer offer) {
        return Stream.of(
                        whetherFree(wish, offer),
                        whetherEquipped(wish, offer),
                        whetherKept(wish, offer),
                        whetherAmongTheRight(wish, offer))
                .flatMap(one -> one);
    }

    private static Stream<@Nullable Because> whetherFree(Wish wish, Offer offer) {
        boolean forAnother = offer.keptFor() != null && !offer.keptFor().equals(wish.stay());
        return Stream.of(
                when(offer.closed(), Because.CLOSED),
                when(offer.standing() == Offer.Standing.OCCUPIED, Because.OCCUPIED),
                when(offer.reserved() && (forAnother || offer.keptFor() == null), Because.RESERVED),
                when(!offer.reserved() && forAnother, Because.EXPECTED));
    }

    /** What the room must have. Places of intensive care have what others may lack. */
    private static Stream<@Nullable Because> whetherEquipped(Wish wish, Offer offer) {
        boolean intensive = offer.has(RoomFeature.INTENSIVE_CARE);
        return Stream.of(
                when(
                        lacks(wish, offer, BedNeed.TELEMETRY, RoomFeature.TELEMETRY) && !intensive,
                        Because.NEEDS_TELEMETRY),
                when(lacks(wish, offer, BedNeed.SUCTION, RoomFeature.SUCTION) && !intensive, Because.NEEDS_SUCTION),
                when(lacks(wish, offer, BedNeed.DIALYSIS, RoomFeature.DIALYSIS), Because.NEEDS_DIALYSIS),
                when(
                        lacks(wish, offer, BedNeed.INTENSIVE_CARE, RoomFeature.INTENSIVE_CARE),
                        Because.NEEDS_INTENSIVE_CARE),
                when(
                        !wish.isAtHomeIn(offer) && lacks(wish, offer, BedNeed.CHILD, RoomFeature.FOR_CHILDREN),
                        Because.NEEDS_CHILDRENS_ROOM));
    }

    /** What is kept for those who need it; a ward's own patients lie in any bed of it. */
    private static Stream<@Nullable Because> whetherKept(Wish wish, Offer offer) {
        if (wish.isAtHomeIn(offer)) {
            return Stream.empty();
        }
        SortedSet<BedNeed> needs = wish.needs();
        return Stream.of(
                when(
                        offer.has(RoomFeature.INTENSIVE_CARE) && !needs.contains(BedNeed.INTENSIVE_CARE),
                        Because.KEPT_FOR_INTENSIVE_CARE),
                when(offer.has(RoomFeature.FOR_CHILDREN) && !needs.contains(BedNeed.CHILD), Because.KEPT_FOR_CHILDREN),
                when(offer.inWard().ownPatientsOnly(), Because.OWN_PATIENTS_ONLY),
                when(wish.home(), Because.TOO_ILL_FOR_ANOTHER_WARD));
    }

    private static Stream<@Nullable Because> whetherAmongTheRight(Wish wish, Offer offer) {
        boolean alone = wish.isolation() != null || wish.needs().contains(BedNeed.SINGLE_ROOM);
        boolean contagious = wish.isolation() != null && wish.isolation().contagious();
        boolean shared = offer.bedsInRoom() > 1;
        return Stream.of(
                when(offer.inWard().kind() != WardKind.INPATIENT, Because.NOT_FOR_INPATIENTS),
                when(alone && offer.bedsInRoom() != 1, Because.NEEDS_SINGLE_ROOM),
                when(
                        wish.isolation() == Isolation.AIRBORNE && !offer.has(RoomFeature.NEGATIVE_PRESSURE),
                        Because.NEEDS_NEGATIVE_PRESSURE),
                when(contagious && offer.has(RoomFeature.POSITIVE_PRESSURE), Because.POSITIVE_PRESSURE),
                when(shared && offer.neighbourIsolated(), Because.ROOM_ISOLATED),
                when(
                        shared && wish.sex() != null && offer.sexes().stream().anyMatch(sex -> sex != wish.sex()),
                        Because.OTHER_SEX_IN_ROOM));
    }

    private static boolean lacks(Wish wish, Offer offer, BedNeed need, RoomFeature feature) {
        return wish.needs().contains(need) && !offer.has(feature);
    }

    private static @Nullable Because when(boolean so, Because because) {
        return so ? because : null;
    }
}
