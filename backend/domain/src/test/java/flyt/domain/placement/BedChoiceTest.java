package flyt.domain.placement;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.WardId;
import flyt.domain.placement.Offer.Standing;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold of a bed and what speaks for it (domain 3.10). */
class BedChoiceTest {

    private static final Ward LUN = ward("LUN", "lung", "3", WardKind.INPATIENT);
    private static final Ward INF = ward("INF", "lung", "4", WardKind.INPATIENT);
    private static final Ward KIR = ward("KIR", "surgery", "3", WardKind.INPATIENT);
    private static final StayId ANNA = new StayId("anna");

    @Test
    void theOwnWardComesFirstThenTheOwnSpecialtyThenAnother() {
        Offer own = bed("LUN-1", LUN).standing(Standing.WAITING_CLEANING).offer();
        Offer kin = bed("INF-1", INF).offer();
        Offer far = bed("KIR-1", KIR).offer();
        List<Fit> best = BedChoice.best(anna(), List.of(far, kin, own), 2);
        assertThat(best).extracting(Fit::offer).containsExactly(own, kin);
        assertThat(best.get(0).reasons()).containsExactly(Because.OWN_WARD, Because.AFTER_CLEANING);
        assertThat(best.get(1).reasons()).containsExactly(Because.READY_NOW, Because.OWN_SPECIALTY);
        assertThat(BedChoice.fit(anna(), far).reasons())
                .containsExactly(Because.OUTLIER, Because.READY_NOW, Because.SHORT_WAY);
    }

    @Test
    void ofEqualBedsTheFirstIsProposedWhateverTheirOrder() {
        Offer one = bed("LUN-1", LUN).offer();
        Offer two = bed("LUN-2", LUN).offer();
        assertThat(BedChoice.best(anna(), List.of(two, one), 1))
                .extracting(Fit::offer)
                .containsExactly(one);
    }

    @Test
    void aBedThatIsNotToBeHadSaysWhy() {
        assertThat(barriers(bed("LUN-1", LUN).standing(Standing.OCCUPIED))).containsExactly(Because.OCCUPIED);
        assertThat(barriers(bed("LUN-1", LUN).closed())).containsExactly(Because.CLOSED);
        assertThat(barriers(bed("LUN-1", LUN).reservedFor(new StayId("bo")))).containsExactly(Because.RESERVED);
        assertThat(barriers(bed("LUN-1", LUN).reservedFor(null))).containsExactly(Because.RESERVED);
        assertThat(barriers(bed("LUN-1", LUN).reservedFor(ANNA))).isEmpty();
        assertThat(barriers(bed("LUN-1", LUN).expecting(new StayId("bo")))).containsExactly(Because.EXPECTED);
        assertThat(barriers(bed("A-1", ward("AKM", null, "1", WardKind.EMERGENCY))))
                .containsExactly(Because.NOT_FOR_INPATIENTS);
    }

    @Test
    void isolationDemandsItsRoom() {
        Wish airborne = wish(Isolation.AIRBORNE, null, false);
        assertThat(BedChoice.fit(airborne, bed("LUN-1", LUN).inRoomOf(2).offer())
                        .barriers())
                .containsExactly(Because.NEEDS_SINGLE_ROOM, Because.NEEDS_NEGATIVE_PRESSURE);
        Offer room = bed("LUN-1", LUN).with(RoomFeature.NEGATIVE_PRESSURE).offer();
        assertThat(BedChoice.fit(airborne, room).suits()).isTrue();
        assertThat(BedChoice.fit(anna(), room).reasons()).contains(Because.ISOLATION_ROOM);
        Wish droplet = wish(Isolation.DROPLET, null, false);
        assertThat(BedChoice.fit(droplet, bed("LUN-K", LUN).extra().offer()).barriers())
                .containsExactly(Because.NEEDS_SINGLE_ROOM);
        assertThat(barriers(bed("LUN-1", LUN).inRoomOf(2).besideIsolated())).containsExactly(Because.ROOM_ISOLATED);
    }

    @Test
    void menAndWomenDoNotShareARoomAndWhatNobodySaidIsSaid() {
        Wish woman = wish(null, Sex.FEMALE, false);
        Offer menRoom = bed("LUN-1", LUN).inRoomOf(2).beside(Sex.MALE).offer();
        assertThat(BedChoice.fit(woman, menRoom).barriers()).containsExactly(Because.OTHER_SEX_IN_ROOM);
        Offer womenRoom = bed("LUN-1", LUN).inRoomOf(2).beside(Sex.FEMALE).offer();
        assertThat(BedChoice.fit(woman, womenRoom).reasons()).containsExactly(Because.OWN_WARD, Because.READY_NOW);
        assertThat(BedChoice.fit(anna(), womenRoom).reasons()).contains(Because.SEX_NOT_KNOWN);
    }

    @Test
    void equipmentAndLevelOfCareAreDemandedAndKept() {
        Wish monitored = new Wish(ANNA, LUN, new TreeSet<>(Set.of(BedNeed.TELEMETRY)), null, null, false);
        assertThat(BedChoice.fit(monitored, bed("LUN-1", LUN).offer()).barriers())
                .containsExactly(Because.NEEDS_TELEMETRY);
        Wish intensive = new Wish(ANNA, LUN, new TreeSet<>(Set.of(BedNeed.INTENSIVE_CARE)), null, null, false);
        Offer place = bed("KIR-1", KIR).with(RoomFeature.INTENSIVE_CARE).offer();
        assertThat(BedChoice.fit(intensive, place).suits()).isTrue();
        assertThat(BedChoice.fit(intensive, bed("KIR-2", KIR).offer()).barriers())
                .containsExactly(Because.NEEDS_INTENSIVE_CARE);
        assertThat(BedChoice.fit(anna(), place).barriers()).containsExactly(Because.KEPT_FOR_INTENSIVE_CARE);
    }

    @Test
    void dialysisAndSuctionAreDemandedAndNotKept() {
        assertThat(barriers(BedNeed.DIALYSIS, bed("LUN-1", LUN))).containsExactly(Because.NEEDS_DIALYSIS);
        assertThat(barriers(BedNeed.DIALYSIS, bed("LUN-1", LUN).with(RoomFeature.DIALYSIS)))
                .isEmpty();
        assertThat(barriers(BedNeed.SUCTION, bed("LUN-1", LUN))).containsExactly(Because.NEEDS_SUCTION);
        assertThat(barriers(BedNeed.SUCTION, bed("LUN-1", LUN).with(RoomFeature.SUCTION)))
                .isEmpty();
        assertThat(barriers(BedNeed.SUCTION, bed("LUN-1", LUN).with(RoomFeature.INTENSIVE_CARE)))
                .isEmpty();
        assertThat(barriers(bed("LUN-1", LUN).with(RoomFeature.DIALYSIS))).isEmpty();
    }

    @Test
    void aChildLiesAmongChildrenAndNobodyElseDoesButWhomTheirWardTakes() {
        Bed forChildren = bed("KIR-1", KIR).with(RoomFeature.FOR_CHILDREN);
        assertThat(barriers(BedNeed.CHILD, bed("KIR-2", KIR))).containsExactly(Because.NEEDS_CHILDRENS_ROOM);
        assertThat(barriers(BedNeed.CHILD, forChildren)).isEmpty();
        assertThat(barriers(BedNeed.CHILD, bed("LUN-1", LUN))).isEmpty();
        assertThat(barriers(forChildren)).containsExactly(Because.KEPT_FOR_CHILDREN);
        assertThat(barriers(bed("LUN-1", LUN).with(RoomFeature.FOR_CHILDREN))).isEmpty();
    }

    @Test
    void nearTheNursesIsAWish() {
        Wish near = new Wish(ANNA, LUN, new TreeSet<>(Set.of(BedNeed.NEAR_NURSES)), null, null, false);
        Offer close = bed("LUN-2", LUN).with(RoomFeature.NEAR_NURSES).offer();
        assertThat(BedChoice.best(near, List.of(bed("LUN-1", LUN).offer(), close), 2))
                .extracting(Fit::offer)
                .startsWith(close);
    }

    @Test
    void whoIsVeryIllIsNoOutlier() {
        Wish ill = wish(null, null, true);
        assertThat(BedChoice.fit(ill, bed("KIR-1", KIR).offer()).barriers())
                .containsExactly(Because.TOO_ILL_FOR_ANOTHER_WARD);
        assertThat(BedChoice.fit(ill, bed("LUN-1", LUN).offer()).suits()).isTrue();
    }

    private static List<Because> barriers(BedNeed need, Bed bed) {
        Wish wish = new Wish(ANNA, LUN, new TreeSet<>(Set.of(need)), null, null, false);
        return BedChoice.fit(wish, bed.offer()).barriers();
    }

    private static List<Because> barriers(Bed bed) {
        return BedChoice.fit(anna(), bed.offer()).barriers();
    }

    private static Wish anna() {
        return wish(null, null, false);
    }

    private static Wish wish(@Nullable Isolation isolation, @Nullable Sex sex, boolean home) {
        return new Wish(ANNA, LUN, new TreeSet<>(), isolation, sex, home);
    }

    private static Ward ward(String id, @Nullable String specialty, String floor, WardKind kind) {
        return new Ward(
                new WardId(id),
                id,
                kind,
                "A",
                floor,
                specialty,
                null,
                true,
                new Leaving(true, true),
                List.of(),
                List.of());
    }

    private static Bed bed(String id, Ward ward) {
        return new Bed(id, ward, Standing.READY, 1, List.of(), false, false, null, false, new TreeSet<>(), false);
    }

    /** A bed in words. */
    private record Bed(
            String id,
            Ward ward,
            Standing standing,
            int inRoom,
            List<RoomFeature> features,
            boolean isClosed,
            boolean reserved,
            @Nullable StayId keptFor,
            boolean isolated,
            TreeSet<Sex> sexes,
            boolean isExtra) {

        Offer offer() {
            return new Offer(
                    new BedId(id),
                    ward,
                    isExtra,
                    features,
                    inRoom,
                    standing,
                    null,
                    isClosed,
                    reserved,
                    keptFor,
                    isolated,
                    sexes,
                    false,
                    Offer.Around.NOBODY);
        }

        Bed standing(Standing other) {
            return new Bed(id, ward, other, inRoom, features, isClosed, reserved, keptFor, isolated, sexes, isExtra);
        }

        Bed closed() {
            return new Bed(id, ward, standing, inRoom, features, true, reserved, keptFor, isolated, sexes, isExtra);
        }

        Bed reservedFor(@Nullable StayId stay) {
            return new Bed(id, ward, standing, inRoom, features, isClosed, true, stay, isolated, sexes, isExtra);
        }

        Bed expecting(StayId stay) {
            return new Bed(id, ward, standing, inRoom, features, isClosed, false, stay, isolated, sexes, isExtra);
        }

        Bed inRoomOf(int beds) {
            return new Bed(id, ward, standing, beds, features, isClosed, reserved, keptFor, isolated, sexes, isExtra);
        }

        Bed with(RoomFeature feature) {
            List<RoomFeature> one = List.of(feature);
            return new Bed(id, ward, standing, inRoom, one, isClosed, reserved, keptFor, isolated, sexes, isExtra);
        }

        Bed besideIsolated() {
            return new Bed(id, ward, standing, inRoom, features, isClosed, reserved, keptFor, true, sexes, isExtra);
        }

        Bed beside(Sex sex) {
            TreeSet<Sex> one = new TreeSet<>(Set.of(sex));
            return new Bed(id, ward, standing, inRoom, features, isClosed, reserved, keptFor, isolated, one, isExtra);
        }

        Bed extra() {
            return new Bed(id, ward, standing, 0, features, isClosed, reserved, keptFor, isolated, sexes, true);
        }
    }
}
