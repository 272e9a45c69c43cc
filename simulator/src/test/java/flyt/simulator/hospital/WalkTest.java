package flyt.simulator.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.traffic.HospitalFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through weeks of the hospital; after each step nothing may be that cannot be. */
class WalkTest {

    private static final Map<Use, Set<Use>> NEXT = Map.of(
            Use.READY, EnumSet.of(Use.READY, Use.OCCUPIED, Use.WAITING_CLEANING),
            Use.OCCUPIED, EnumSet.of(Use.OCCUPIED, Use.HELD, Use.WAITING_CLEANING, Use.AIR_CHANGE),
            Use.HELD, EnumSet.of(Use.OCCUPIED, Use.HELD),
            Use.WAITING_CLEANING, EnumSet.of(Use.WAITING_CLEANING, Use.BEING_CLEANED),
            Use.AIR_CHANGE, EnumSet.of(Use.AIR_CHANGE, Use.WAITING_CLEANING),
            Use.BEING_CLEANED, EnumSet.of(Use.BEING_CLEANED, Use.CLEANING_PAUSED, Use.READY, Use.NOT_MADE),
            Use.CLEANING_PAUSED, EnumSet.of(Use.CLEANING_PAUSED, Use.BEING_CLEANED),
            Use.NOT_MADE, EnumSet.of(Use.NOT_MADE, Use.READY));

    /** Sees each change of a bed and of a stay. */
    private static final class Inspector implements Witness {
        private final Map<String, Use> uses = new HashMap<>();
        private final Map<String, String> bedOf = new HashMap<>();
        private int changes;

        @Override
        public void bedChanged(long at, Bed bed) {
            changes++;
            Use before = uses.put(bed.id(), bed.use());
            assertThat(NEXT.get(before == null ? bed.use() : before))
                    .as("%s at %d, was %s", bed.id(), at, before)
                    .contains(bed.use());
            boolean taken = bed.use() == Use.OCCUPIED || bed.use() == Use.HELD;
            assertThat(bed.occupant() != null).as(bed.id() + " is " + bed.use()).isEqualTo(taken);
            assertThat(taken && bed.closedBecause() != null).as(bed.id()).isFalse();
        }

        void nobodyInTwoBeds(SimulatedHospital hospital) {
            bedOf.clear();
            for (Ward ward : hospital.wards()) {
                ward.beds().forEach(this::enter);
                ward.extraPlaces().forEach(this::enter);
            }
            for (Stay stay : hospital.stays()) {
                Bed bed = stay.bed();
                assertThat(bedOf.get(stay.visit())).as(stay.visit()).isEqualTo(bed == null ? null : bed.id());
            }
        }

        private void enter(Bed bed) {
            Stay stay = bed.occupant();
            String other = stay == null ? null : bedOf.put(stay.visit(), bed.id());
            assertThat(other).as("%s lies in two beds", bed.id()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void nothingImpossibleHappens(long seed) {
        Inspector inspector = new Inspector();
        SimulatedHospital hospital = new SimulatedHospital(
                HospitalFile.reference().plan(),
                LocalDate.of(2027, 3, 22),
                seed,
                CleaningRoutine.POOLED_BY_NEED,
                inspector);
        for (int step = 0; step < 14 * 48; step++) {
            hospital.advanceTo(hospital.now().plus(Duration.ofMinutes(30)));
            inspector.nobodyInTwoBeds(hospital);
        }
        assertThat(inspector.changes).isGreaterThan(10_000);
    }
}
