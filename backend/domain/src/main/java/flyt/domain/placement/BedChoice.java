package flyt.domain.placement;

import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.stay.Isolation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which bed suits whom (domain 3.10): what must hold, and what speaks for and against. A proposal; a person decides. */
public final class BedChoice {

    private BedChoice() {}

    /** The best of these that suit, best first. */
    public static List<Fit> best(Wish wish, Collection<Offer> offers, int most) {
        return offers.stream()
                .map(offer -> fit(wish, offer))
                .filter(Fit::suits)
                .sorted(Fit.BEST_FIRST)
                .limit(most)
                .toList();
    }

    /** How this bed suits. */
    public static Fit fit(Wish wish, Offer offer) {
        return Fit.of(
                offer,
                Stream.of(whetherFree(wish, offer), whetherRight(wish, offer), how(wish, offer))
                        .flatMap(one -> one)
                        .filter(Objects::nonNull));
    }

    private static Stream<@Nullable Because> whetherFree(Wish wish, Offer offer) {
        boolean forAnother = offer.keptFor() != null && !offer.keptFor().equals(wish.stay());
        return Stream.of(
                when(offer.closed(), Because.CLOSED),
                when(offer.standing() == Offer.Standing.OCCUPIED, Because.OCCUPIED),
                when(offer.reserved() && (forAnother || offer.keptFor() == null), Because.RESERVED),
                when(!offer.reserved() && forAnother, Because.EXPECTED));
    }

    private static Stream<@Nullable Because> whetherRight(Wish wish, Offer offer) {
        return Stream.concat(whetherEquipped(wish, offer), whetherAmongTheRight(wish, offer));
    }

    /** What the room must have, and what is kept for those who need it. Places of intensive care have what others may lack. */
    private static Stream<@Nullable Because> whetherEquipped(Wish wish, Offer offer) {
        SortedSet<BedNeed> needs = wish.needs();
        boolean intensive = has(offer, RoomFeature.INTENSIVE_CARE);
        boolean elsewhere = !home(wish, offer);
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
                        intensive && elsewhere && !needs.contains(BedNeed.INTENSIVE_CARE),
                        Because.KEPT_FOR_INTENSIVE_CARE),
                when(
                        elsewhere && lacks(wish, offer, BedNeed.CHILD, RoomFeature.FOR_CHILDREN),
                        Because.NEEDS_CHILDRENS_ROOM),
                when(
                        has(offer, RoomFeature.FOR_CHILDREN) && elsewhere && !needs.contains(BedNeed.CHILD),
                        Because.KEPT_FOR_CHILDREN));
    }

    private static boolean lacks(Wish wish, Offer offer, BedNeed need, RoomFeature feature) {
        return wish.needs().contains(need) && !has(offer, feature);
    }

    private static Stream<@Nullable Because> whetherAmongTheRight(Wish wish, Offer offer) {
        boolean alone = wish.isolation() != null || wish.needs().contains(BedNeed.SINGLE_ROOM);
        boolean shared = offer.bedsInRoom() > 1;
        return Stream.of(
                when(offer.inWard().kind() != WardKind.INPATIENT, Because.NOT_FOR_INPATIENTS),
                when(alone && offer.bedsInRoom() != 1, Because.NEEDS_SINGLE_ROOM),
                when(
                        wish.isolation() == Isolation.AIRBORNE && !has(offer, RoomFeature.NEGATIVE_PRESSURE),
                        Because.NEEDS_NEGATIVE_PRESSURE),
                when(shared && offer.neighbourIsolated(), Because.ROOM_ISOLATED),
                when(
                        shared && wish.sex() != null && offer.sexes().stream().anyMatch(sex -> sex != wish.sex()),
                        Because.OTHER_SEX_IN_ROOM),
                when(wish.home() && !home(wish, offer), Because.TOO_ILL_FOR_ANOTHER_WARD));
    }

    private static Stream<@Nullable Because> how(Wish wish, Offer offer) {
        boolean special = has(offer, RoomFeature.NEGATIVE_PRESSURE) || has(offer, RoomFeature.ANTEROOM);
        boolean near = wish.needs().contains(BedNeed.NEAR_NURSES);
        boolean sharing = offer.strangers() || (!offer.sexes().isEmpty() && wish.sex() == null);
        return Stream.of(
                whose(wish, offer),
                how(offer.standing()),
                when(!home(wish, offer) && sameFloor(wish.to(), offer.inWard()), Because.SHORT_WAY),
                when(near && has(offer, RoomFeature.NEAR_NURSES), Because.NEAR_NURSES),
                when(near && !has(offer, RoomFeature.NEAR_NURSES), Because.FAR_FROM_NURSES),
                when(special && wish.isolation() == null, Because.ISOLATION_ROOM),
                when(sharing && offer.bedsInRoom() > 1, Because.SEX_NOT_KNOWN),
                when(offer.extra(), Because.EXTRA_PLACE));
    }

    private static Because whose(Wish wish, Offer offer) {
        String specialty = wish.to().specialty();
        if (home(wish, offer)) {
            return Because.OWN_WARD;
        }
        return specialty != null && specialty.equals(offer.inWard().specialty())
                ? Because.OWN_SPECIALTY
                : Because.OUTLIER;
    }

    private static @Nullable Because how(Offer.Standing standing) {
        return switch (standing) {
            case READY -> Because.READY_NOW;
            case NOT_MADE -> Because.NEARLY_READY;
            case BEING_CLEANED -> Because.BEING_CLEANED;
            case WAITING_CLEANING -> Because.AFTER_CLEANING;
            case AIR_CHANGE -> Because.AFTER_AIR_CHANGE;
            case LEAVING -> Because.AFTER_DISCHARGE;
            case OCCUPIED -> null;
        };
    }

    private static boolean home(Wish wish, Offer offer) {
        return offer.ward().equals(wish.to().id());
    }

    private static boolean sameFloor(Ward one, Ward other) {
        return one.floor() != null
                && one.floor().equals(other.floor())
                && Objects.equals(one.building(), other.building());
    }

    private static boolean has(Offer offer, RoomFeature feature) {
        return offer.features().contains(feature);
    }

    private static @Nullable Because when(boolean so, Because because) {
        return so ? because : null;
    }
}
