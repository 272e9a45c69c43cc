package flyt.simulator.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.traffic.HospitalFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Simulated cleaners are on duty when they begin a clean, do not rest then, and rest once in a shift. */
class CrewTest {

    private final Map<String, Long> until = new TreeMap<>();
    private final Map<String, Long> resting = new TreeMap<>();
    private final Map<String, Integer> breaks = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int cleans;
    private int shifts;

    private final Witness witness = new Witness() {
        @Override
        public void dutyStarted(long at, Colleague cleaner, String zone, boolean infectionTrained, long end) {
            shifts++;
            note(at, cleaner, resting.containsKey(cleaner.key()), "comes on duty from a break");
            note(at, cleaner, !zone.matches("R\\d"), "begins nowhere");
            until.put(cleaner.key(), end);
        }

        @Override
        public void dutyEnded(long at, Colleague cleaner) {
            Long end = until.remove(cleaner.key());
            note(at, cleaner, end == null || at < end || at > end + 3 * 3600, "goes at the wrong time");
        }

        @Override
        public void breakStarted(long at, Colleague cleaner) {
            note(at, cleaner, !until.containsKey(cleaner.key()), "rests off duty");
            resting.put(cleaner.key(), at);
            breaks.merge(cleaner.key(), 1, Integer::sum);
        }

        @Override
        public void breakEnded(long at, Colleague cleaner) {
            note(at, cleaner, at - resting.remove(cleaner.key()) != 1800, "rests too long");
        }

        @Override
        public void cleaningStarted(long at, CleaningJob job) {
            Colleague cleaner = job.worker();
            if (cleaner != null) {
                cleans++;
                note(at, cleaner, !until.containsKey(cleaner.key()), "cleans off duty");
                note(at, cleaner, resting.containsKey(cleaner.key()), "cleans in a break");
            }
        }
    };

    @Test
    void forThreeDays() {
        SimulatedHospital hospital = new SimulatedHospital(
                HospitalFile.reference().plan(),
                LocalDate.parse("2026-11-12"),
                7,
                CleaningRoutine.POOLED_BY_NEED,
                witness);
        hospital.advanceTo(hospital.now().plus(Duration.ofDays(3)));
        assertThat(wrong).isEmpty();
        assertThat(cleans).isGreaterThan(100);
        assertThat(shifts)
                .as("one at night, eight by day, four in the evening, and who is there at midnight")
                .isEqualTo(40);
        assertThat(breaks).hasSize(12);
        assertThat(breaks.get("C-1")).as("once in each of three shifts").isEqualTo(3);
    }

    private void note(long at, Colleague cleaner, boolean is, String what) {
        if (is) {
            wrong.add(cleaner.name() + " " + what + " at " + at);
        }
    }
}
