package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.RollCall.Known;
import flyt.domain.forecast.Standing.Phase;
import flyt.domain.place.WardId;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The first days of a hospital of 240 beds into which some 55 come a day, most of them by day, through the emergency department, and from
 * which people go home between ten and four after one to eight days: however little was seen, the course that is forecast is one that
 * could be.
 */
class LittleHistoryTest {
    private static final Instant MONDAY = Instant.parse("2026-10-05T00:00:00Z");
    private static final int WARDS = 4;
    private static final int BEDS = 60;
    private static final int HOURS = 72;
    private static final int LIVED_BEFORE = 12 * 24;

    private record Patient(String stay, WardId ward, int arrives, int lies, int leaves) {}

    private static List<Patient> patients(Random random) {
        List<Patient> patients = new ArrayList<>();
        for (int hour = -LIVED_BEFORE; hour < HOURS + Forecast.HOURS; hour++) {
            int ofDay = Math.floorMod(hour, 24);
            double rate = ofDay >= 8 && ofDay < 20 ? 3.3 : 1.3;
            for (int i = 0; i < 8; i++) {
                if (random.nextDouble() < rate / 8) {
                    int lies = hour + 2 + random.nextInt(4);
                    int day = Math.floorDiv(lies, 24) + 1 + random.nextInt(8);
                    WardId ward = new WardId("W" + random.nextInt(WARDS));
                    patients.add(
                            new Patient("V" + hour + "-" + i, ward, hour, lies, day * 24 + 10 + random.nextInt(6)));
                }
            }
        }
        return patients;
    }

    private static RollCall call(List<Patient> patients, int hour) {
        List<Known> people = new ArrayList<>();
        for (Patient one : patients) {
            if (hour >= one.lies && hour < one.leaves) {
                int days = Math.min(5, Math.floorDiv(one.leaves, 24) - Math.floorDiv(hour, 24));
                people.add(new Known(
                        new StayId(one.stay),
                        new Standing(Phase.LYING, days, Readiness.NOT_READY, false, null),
                        one.ward,
                        one.ward));
            } else if (hour >= one.arrives && hour < one.lies) {
                Standing waits = new Standing(Phase.ARRIVED, null, null, false, hour - one.arrives);
                people.add(new Known(new StayId(one.stay), waits, null, null));
            }
        }
        TreeMap<WardId, InWard> wards = new TreeMap<>();
        for (int i = 0; i < WARDS; i++) {
            WardId ward = new WardId("W" + i);
            int there =
                    (int) people.stream().filter(one -> ward.equals(one.lies())).count();
            wards.put(ward, new InWard(there, BEDS, Math.max(0, BEDS - there)));
        }
        return new RollCall(MONDAY.plus(Duration.ofHours(hour)), ZoneOffset.UTC, people, wards);
    }

    private static double largestStep(double now, List<Outcome> hours) {
        double largest = 0;
        double before = now;
        for (Outcome hour : hours) {
            largest = Math.max(largest, Math.abs(hour.patients().mean() - before));
            before = hour.patients().mean();
        }
        return largest;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noHourIsFarFromTheOneBeforeIt(long seed) {
        List<Patient> patients = patients(new Random(seed));
        Experience experience = new Experience();
        for (int hour = 0; hour < HOURS; hour++) {
            RollCall now = call(patients, hour);
            Forecast said = experience.hear(now);
            // ten go home in such an hour as a mean and sixteen in the worst: what is farther is none of this
            // hospital's
            assertThat(largestStep(now.house().patients(), said.house()))
                    .as("step of the house after %d hours", hour + 1)
                    .isLessThan(0.07 * WARDS * BEDS);
            said.wards().forEach((ward, hours) -> assertThat(
                            largestStep(now.ward(ward).patients(), hours))
                    .as("step of " + ward)
                    .isLessThan(0.15 * BEDS));
            for (int ahead : new int[] {24, 48}) {
                int came = call(patients, hour + ahead).house().patients();
                assertThat(said.house(ahead).patients().mean())
                        .as("%d hours ahead, after %d", ahead, hour + 1)
                        .isBetween(came - 0.15 * WARDS * BEDS, came + 0.15 * WARDS * BEDS);
            }
        }
    }
}
