package flyt.domain.placement;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.WardId;
import flyt.domain.placement.Offer.Around;
import flyt.domain.placement.Offer.Load;
import flyt.domain.placement.Offer.Standing;
import flyt.domain.placement.Wish.About;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is weighed beside ward, floor and cleaning (domain 3.10), and which wards keep to their own. */
class PreferencesTest {
    private static final Instant NOON = Instant.parse("2026-11-12T11:00:00Z");
    private static final StayId ANNA = new StayId("anna");
    private static final StayId BO = new StayId("bo");
    private static final Ward LUN = ward("LUN", "lung", false);
    private static final Ward KIR = ward("KIR", "surgery", false);
    private static final Ward BRS = ward("BRS", "births", true);

    @Test
    void theNursesOfTheClusterCountWithThePatientAddedToThem() {
        assertThat(reasons(anna(weight(3)), in(LUN, around(6, 1)))).doesNotContain(Because.HEAVY_LOAD);
        assertThat(reasons(anna(weight(4)), in(LUN, around(8, 1)))).contains(Because.HEAVY_LOAD);
        assertThat(reasons(anna(weight(4)), in(LUN, around(10, 1)))).contains(Because.VERY_HEAVY_LOAD);
        assertThat(reasons(anna(weight(4)), in(LUN, around(9, 2)))).contains(Because.LIGHT_LOAD);
        assertThat(reasons(anna(weight(4)), in(LUN, around(20, 0))))
                .as("nobody said who is responsible")
                .containsExactly(Because.OWN_WARD, Because.READY_NOW);
    }

    @Test
    void careThatNobodyWeighedIsTypicalAndWhoLiesInTheClusterAlreadyAddsNothing() {
        assertThat(reasons(anna(About.NOTHING), in(LUN, around(8, 1)))).contains(Because.HEAVY_LOAD);
        Around theirs = new Around(new TreeSet<>(Set.of(ANNA, BO)), new Load(10, 1), new Load(0, 0), 9);
        assertThat(reasons(anna(weight(5)), in(LUN, theirs))).doesNotContain(Because.HEAVY_LOAD);
    }

    @Test
    void byNightTheClusterIsSeenBesideItsWard() {
        assertThat(reasons(anna(weight(3)), in(LUN, night(26))))
                .doesNotContain(Because.HEAVY_LOAD, Because.VERY_HEAVY_LOAD);
        assertThat(reasons(anna(weight(3)), in(LUN, night(32)))).contains(Because.HEAVY_LOAD);
        assertThat(reasons(anna(weight(3)), in(LUN, night(14)))).contains(Because.LIGHT_LOAD);
    }

    /** One nurse in each of three clusters, with 78 in all. */
    private static Around night(int careWeight) {
        return new Around(new TreeSet<>(Set.of(BO)), new Load(careWeight, 1), new Load(78, 3), 9);
    }

    @Test
    void theClusterWithHandsFreeComesFirst() {
        Offer heavy = in(LUN, around(20, 2));
        Offer light = offer("LUN-2", LUN, around(8, 2), false, Standing.READY, null);
        assertThat(BedChoice.best(anna(weight(3)), List.of(heavy, light), 1))
                .extracting(Fit::offer)
                .containsExactly(light);
    }

    @Test
    void whoMayBeMixedUpWithSomebodyInTheClusterLiesRatherInAnother() {
        Offer beside = in(LUN, new Around(new TreeSet<>(Set.of(BO)), new Load(3, 0), new Load(0, 0), 9));
        Wish wish = anna(About.NOTHING);
        assertThat(reasons(wish, beside)).doesNotContain(Because.NAME_ALIKE);
        assertThat(reasons(wish.alikeTo(new TreeSet<>(Set.of(BO))), beside)).contains(Because.NAME_ALIKE);
        assertThat(reasons(wish.alikeTo(new TreeSet<>(Set.of(BO))), in(LUN, Around.NOBODY)))
                .doesNotContain(Because.NAME_ALIKE);
    }

    @Test
    void ofTwoOutliersTheOneWhoLeavesSoonIsRatherOne() {
        About soon = new About(null, false, true, null, null, new TreeSet<>());
        int leaves = fit(anna(soon), in(KIR, Around.NOBODY)).score();
        int stays = fit(anna(About.NOTHING), in(KIR, Around.NOBODY)).score();
        assertThat(leaves - stays).isEqualTo(Because.LEAVES_SOON.weight()).isPositive();
        assertThat(reasons(anna(soon), in(LUN, Around.NOBODY)))
                .as("at home it is all the same")
                .doesNotContain(Because.LEAVES_SOON);
    }

    @Test
    void theFrailAreSparedABedTheyWouldHaveToLeaveAgain() {
        About frail = new About(5, true, false, null, null, new TreeSet<>());
        assertThat(reasons(anna(frail), in(KIR, Around.NOBODY))).contains(Because.ANOTHER_MOVE);
        assertThat(reasons(anna(frail), in(LUN, Around.NOBODY))).doesNotContain(Because.ANOTHER_MOVE);
        assertThat(reasons(anna(frail), offer("LUN-K", LUN, Around.NOBODY, true, Standing.READY, null)))
                .contains(Because.ANOTHER_MOVE, Because.EXTRA_PLACE);
        assertThat(reasons(anna(About.NOTHING), in(KIR, Around.NOBODY))).doesNotContain(Because.ANOTHER_MOVE);
    }

    @Test
    void theWardThatHasSaidNoComesLast() {
        About declined = new About(null, false, false, null, LUN.id(), new TreeSet<>());
        List<Fit> best = BedChoice.best(anna(declined), List.of(in(LUN, Around.NOBODY), in(KIR, Around.NOBODY)), 2);
        assertThat(best).extracting(fit -> fit.offer().ward()).containsExactly(KIR.id(), LUN.id());
        assertThat(best.get(1).reasons()).startsWith(Because.DECLINED);
    }

    @Test
    void aBedThatIsReadyWhenThePatientIsIsAlmostAsGoodAsOneThatIsReadyNow() {
        About atNoon = new About(null, false, false, NOON, null, new TreeSet<>());
        Offer before = offer("LUN-1", LUN, Around.NOBODY, false, Standing.LEAVING, NOON.minusSeconds(60));
        Offer after = offer("LUN-2", LUN, Around.NOBODY, false, Standing.LEAVING, NOON.plusSeconds(60));
        assertThat(reasons(anna(atNoon), before)).containsExactly(Because.OWN_WARD, Because.READY_IN_TIME);
        assertThat(reasons(anna(atNoon), after)).contains(Because.AFTER_DISCHARGE);
        assertThat(reasons(anna(About.NOTHING), before)).contains(Because.AFTER_DISCHARGE);
    }

    @Test
    void aWardThatKeepsToItsOwnIsNotOfferedToOthers() {
        Wish infected = new Wish(ANNA, LUN, new TreeSet<>(), Isolation.CONTACT, null, false);
        assertThat(fit(infected, in(BRS, Around.NOBODY)).barriers()).containsExactly(Because.OWN_PATIENTS_ONLY);
        Wish mother = new Wish(ANNA, BRS, new TreeSet<>(), null, null, false);
        assertThat(fit(mother, in(BRS, Around.NOBODY)).suits()).isTrue();
        assertThat(fit(mother, in(KIR, Around.NOBODY)).suits()).isTrue();
    }

    @Test
    void positivePressureIsForTheProtectedAndNeverForTheContagious() {
        Offer room = with(RoomFeature.POSITIVE_PRESSURE);
        assertThat(fit(isolated(Isolation.DROPLET), room).barriers()).containsExactly(Because.POSITIVE_PRESSURE);
        assertThat(reasons(isolated(Isolation.PROTECTIVE), room)).containsExactly(Because.OWN_WARD, Because.READY_NOW);
        assertThat(reasons(anna(About.NOTHING), room)).contains(Because.ISOLATION_ROOM);
    }

    @Test
    void negativePressureIsLeftToTheAirborne() {
        Offer room = with(RoomFeature.NEGATIVE_PRESSURE);
        assertThat(reasons(isolated(Isolation.DROPLET), room)).contains(Because.ISOLATION_ROOM);
        assertThat(reasons(isolated(Isolation.AIRBORNE), room)).containsExactly(Because.OWN_WARD, Because.READY_NOW);
    }

    private static List<Because> reasons(Wish wish, Offer offer) {
        return fit(wish, offer).reasons();
    }

    private static Fit fit(Wish wish, Offer offer) {
        return BedChoice.fit(wish, offer);
    }

    private static Wish anna(About about) {
        return new Wish(ANNA, LUN, new TreeSet<>(), null, null, false, about);
    }

    private static Wish isolated(Isolation isolation) {
        return new Wish(ANNA, LUN, new TreeSet<>(), isolation, null, false);
    }

    private static About weight(int careWeight) {
        return new About(careWeight, false, false, null, null, new TreeSet<>());
    }

    private static Around around(int careWeight, int nurses) {
        return new Around(new TreeSet<>(Set.of(BO)), new Load(careWeight, nurses), new Load(0, 0), 9);
    }

    private static Offer in(Ward ward, Around around) {
        return offer(ward.id() + "-1", ward, around, false, Standing.READY, null);
    }

    private static Offer with(RoomFeature feature) {
        return offer("LUN-1", LUN, Around.NOBODY, false, Standing.READY, null, feature);
    }

    private static Offer offer(
            String id,
            Ward ward,
            Around around,
            boolean extra,
            Standing standing,
            @Nullable Instant readyAt,
            RoomFeature... features) {
        return new Offer(
                new BedId(id),
                ward,
                extra,
                List.of(features),
                extra ? 0 : 1,
                standing,
                readyAt,
                false,
                false,
                null,
                false,
                new TreeSet<>(),
                false,
                around);
    }

    private static Ward ward(String id, String specialty, boolean ownPatientsOnly) {
        return new Ward(
                new WardId(id),
                id,
                WardKind.INPATIENT,
                null,
                null,
                specialty,
                null,
                true,
                new Leaving(true, true),
                List.of(),
                List.of(),
                ownPatientsOnly);
    }
}
