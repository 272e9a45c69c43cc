package flyt.domain.placement;

import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.placement.Wish.About;
import flyt.domain.stay.Isolation;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What speaks for a bed and against it (domain 3.10), each with its weight. */
final class Preferences {
    /** Loads of a cluster's nurses, as shares of what is usual. */
    private static final double LIGHT = 0.75;

    private static final double HEAVY = 1.15;
    private static final double VERY_HEAVY = 1.5;

    private Preferences() {}

    /** The reasons, with nulls between them. */
    static Stream<@Nullable Because> of(Wish wish, Offer offer) {
        return Stream.concat(ofTheBed(wish, offer), ofTheWard(wish, offer));
    }

    private static Stream<@Nullable Because> ofTheBed(Wish wish, Offer offer) {
        boolean near = wish.needs().contains(BedNeed.NEAR_NURSES);
        boolean sharing = offer.strangers() || (!offer.sexes().isEmpty() && wish.sex() == null);
        return Stream.of(
                ready(wish, offer),
                when(near && offer.has(RoomFeature.NEAR_NURSES), Because.NEAR_NURSES),
                when(near && !offer.has(RoomFeature.NEAR_NURSES), Because.FAR_FROM_NURSES),
                when(isolatesForNothing(wish.isolation(), offer), Because.ISOLATION_ROOM),
                when(sharing && offer.bedsInRoom() > 1, Because.SEX_NOT_KNOWN),
                when(offer.extra(), Because.EXTRA_PLACE));
    }

    private static Stream<@Nullable Because> ofTheWard(Wish wish, Offer offer) {
        Because whose = whose(wish, offer);
        boolean outlier = whose == Because.OUTLIER;
        return Stream.of(
                whose,
                when(!wish.isAtHomeIn(offer) && sameFloor(wish.to(), offer.inWard()), Because.SHORT_WAY),
                when(outlier && wish.about().leavesSoon(), Because.LEAVES_SOON),
                when((outlier || offer.extra()) && wish.about().frail(), Because.ANOTHER_MOVE),
                when(offer.ward().equals(wish.about().declinedBy()), Because.DECLINED),
                when(!Collections.disjoint(offer.around().stays(), wish.about().alike()), Because.NAME_ALIKE),
                load(wish, offer.around()));
    }

    private static Because whose(Wish wish, Offer offer) {
        String specialty = wish.to().specialty();
        if (wish.isAtHomeIn(offer)) {
            return Because.OWN_WARD;
        }
        return specialty != null && specialty.equals(offer.inWard().specialty())
                ? Because.OWN_SPECIALTY
                : Because.OUTLIER;
    }

    private static @Nullable Because ready(Wish wish, Offer offer) {
        Instant wanted = wish.about().readyAt();
        if (wanted != null
                && offer.standing() != Offer.Standing.READY
                && offer.readyAt() != null
                && !offer.readyAt().isAfter(wanted)) {
            return Because.READY_IN_TIME;
        }
        return switch (offer.standing()) {
            case READY -> Because.READY_NOW;
            case NOT_MADE -> Because.NEARLY_READY;
            case BEING_CLEANED -> Because.BEING_CLEANED;
            case WAITING_CLEANING -> Because.AFTER_CLEANING;
            case AIR_CHANGE -> Because.AFTER_AIR_CHANGE;
            case LEAVING -> Because.AFTER_DISCHARGE;
            case OCCUPIED -> null;
        };
    }

    /** Whether the room can do what this patient does not need and others may: pressure is for those who need that pressure. */
    private static boolean isolatesForNothing(@Nullable Isolation isolation, Offer offer) {
        if (isolation == null) {
            return offer.has(RoomFeature.NEGATIVE_PRESSURE)
                    || offer.has(RoomFeature.POSITIVE_PRESSURE)
                    || offer.has(RoomFeature.ANTEROOM);
        }
        return isolation != Isolation.AIRBORNE && offer.has(RoomFeature.NEGATIVE_PRESSURE);
    }

    /**
     * What the nurses of the cluster would have each, on average, beside what a nurse should have, or has in that ward now if that is more:
     * by night all have more than they should. Null: much the same, or not known.
     */
    private static @Nullable Because load(Wish wish, Offer.Around around) {
        boolean counted = around.stays().contains(wish.stay());
        int theirs = counted ? 0 : Objects.requireNonNullElse(wish.about().careWeight(), About.TYPICAL_CARE_WEIGHT);
        double usual = StrictMath.max(around.mostPerNurse(), around.ward().perNurse(theirs));
        if (around.cluster().nurses() == 0 || usual == 0) {
            return null;
        }
        double share = around.cluster().perNurse(theirs) / usual;
        if (share > VERY_HEAVY) {
            return Because.VERY_HEAVY_LOAD;
        } else if (share > HEAVY) {
            return Because.HEAVY_LOAD;
        }
        return share <= LIGHT ? Because.LIGHT_LOAD : null;
    }

    private static boolean sameFloor(Ward one, Ward other) {
        return one.floor() != null
                && one.floor().equals(other.floor())
                && Objects.equals(one.building(), other.building());
    }

    private static @Nullable Because when(boolean so, Because because) {
        return so ? because : null;
    }
}
