package flyt.simulator.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.traffic.HospitalFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Beside people who place patients the simulated bed desk keeps what they promise, and finds beds itself only when they let it lie. */
class PeoplePlacingTest {

    private final Map<String, String> lies = new HashMap<>();
    private final Map<String, String> promised = new HashMap<>();
    private final SimulatedHospital hospital = new SimulatedHospital(
            HospitalFile.reference().plan(),
            LocalDate.parse("2026-11-12"),
            7,
            CleaningRoutine.POOLED_BY_NEED,
            new Witness() {
                @Override
                public void admitted(long at, Stay stay) {
                    arrived(stay);
                }

                @Override
                public void transferred(long at, Stay stay) {
                    arrived(stay);
                }

                @Override
                public void reserved(long at, Bed bed, Stay stay, long until) {
                    promised.put(stay.visit(), bed.id());
                }

                @Override
                public void reservationEnded(long at, Bed bed) {
                    var unused = promised.values().remove(bed.id());
                }
            });

    @Test
    void aPromiseIsKeptAndWhatNobodyPromisesIsLeftAWhile() {
        live(Duration.ofHours(9));
        hospital.placedByPeople(Map.of());
        promised.clear();
        String visit = newcomer();
        Bed chosen = readyFarFrom(visit);
        hospital.placedByPeople(Map.of(visit, chosen.id()));
        live(Duration.ofHours(3));
        assertThat(lies.get(visit)).as("where people wanted").isEqualTo(chosen.id());
        assertThat(promised).as("not the desk's").doesNotContainKey(visit);
    }

    @Test
    void whoWaitsIsLeftToPeopleAndGetsABedOfTheDeskWhenNobodyFindsOne() {
        live(Duration.ofHours(18));
        hospital.placedByPeople(Map.of());
        Set<String> before = withoutBed();
        promised.clear();
        live(Duration.ofMinutes(40));
        Set<String> newcomers = withoutBed();
        newcomers.removeAll(before);
        assertThat(newcomers).isNotEmpty();
        assertThat(promised).as("left to people").doesNotContainKeys(newcomers.toArray(String[]::new));
        live(Duration.ofHours(4));
        assertThat(lies).as("the desk has found beds").containsKeys(newcomers.toArray(String[]::new));
    }

    @Test
    void aPromiseTakenBackIsNobodys() {
        live(Duration.ofHours(9));
        hospital.placedByPeople(Map.of());
        String visit = newcomer();
        Bed chosen = readyFarFrom(visit);
        hospital.placedByPeople(Map.of(visit, chosen.id()));
        assertThat(chosen.free()).as("kept").isFalse();
        hospital.placedByPeople(Map.of());
        assertThat(chosen.free()).as("taken back").isTrue();
        live(Duration.ofHours(4));
        assertThat(lies.get(visit)).isNotNull().isNotEqualTo(chosen.id());
    }

    /** Lets time go by until somebody else begins to wait; that one. */
    private String newcomer() {
        Set<String> before = withoutBed();
        Set<String> now = new TreeSet<>();
        while (now.isEmpty()) {
            live(Duration.ofMinutes(1));
            now.addAll(withoutBed());
            now.removeAll(before);
        }
        return now.iterator().next();
    }

    /** Who waits to be admitted; others wait for another bed. */
    private Set<String> withoutBed() {
        Set<String> visits = hospital.waitingForBed();
        hospital.stays().stream().filter(Stay::admitted).map(Stay::visit).forEach(visits::remove);
        return visits;
    }

    /** A bed that the desk would hardly have chosen: the last one that stands ready. */
    private Bed readyFarFrom(String visit) {
        assertThat(lies).as("waits still").doesNotContainKey(visit);
        return hospital.wards().stream()
                .filter(Ward::inOccupancy)
                .flatMap(ward -> ward.beds().stream())
                .filter(Bed::free)
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private void arrived(Stay stay) {
        Bed bed = stay.bed();
        note(stay.visit(), bed == null || !stay.admitted() ? null : bed.id());
    }

    private void note(String visit, @Nullable String bed) {
        if (bed != null) {
            lies.put(visit, bed);
        }
    }

    private void live(Duration time) {
        hospital.advanceTo(hospital.now().plus(time));
    }
}
