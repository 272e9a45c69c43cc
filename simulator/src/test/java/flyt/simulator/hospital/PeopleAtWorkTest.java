package flyt.simulator.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.traffic.HospitalFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Beside people who clean, simulated cleaners leave alone what those have taken or are offered. */
class PeopleAtWorkTest {

    private final Set<String> started = new TreeSet<>();
    private final SimulatedHospital hospital = new SimulatedHospital(
            HospitalFile.reference().plan(),
            LocalDate.parse("2026-11-12"),
            7,
            CleaningRoutine.POOLED_BY_NEED,
            new Witness() {
                @Override
                public void cleaningStarted(long at, CleaningJob job) {
                    boolean first = started.add(job.bed().id());
                }
            });

    @Test
    void whatPeopleHaveIsNotStartedAndIsReadyWhenTheyHaveDoneIt() {
        live(Duration.ofHours(11));
        assertThat(started).isNotEmpty();
        hospital.leaveToPeople(all(), Set.of());
        started.clear();
        live(Duration.ofHours(2));
        assertThat(started).as("all is left to people").isEmpty();

        hospital.leaveToPeople(all(), Set.of());
        Set<String> waiting = dirty();
        assertThat(waiting).hasSizeGreaterThan(10);
        String done = waiting.iterator().next();
        Set<String> back = new TreeSet<>(waiting);
        back.remove(done);
        hospital.leaveToPeople(Set.of(), back);
        assertThat(dirty()).as("somebody has done it").doesNotContain(done);
        live(Duration.ofHours(2));
        assertThat(started).as("given back").isNotEmpty().doesNotContain(done);
    }

    private void live(Duration time) {
        Instant until = hospital.now().plus(time);
        hospital.advanceTo(until);
    }

    private Set<String> all() {
        return beds().stream().map(Bed::id).collect(Collectors.toSet());
    }

    private Set<String> dirty() {
        return beds().stream()
                .filter(bed -> bed.use() == Use.WAITING_CLEANING)
                .map(Bed::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Bed> beds() {
        return hospital.wards().stream()
                .flatMap(ward -> Stream.concat(ward.beds().stream(), ward.extraPlaces().stream()))
                .toList();
    }
}
