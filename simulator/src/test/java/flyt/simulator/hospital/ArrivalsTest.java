package flyt.simulator.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.traffic.HospitalFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who comes to the emergency department, over eight weeks; tolerances are four deviations of a Poisson or binomial. */
class ArrivalsTest {

    private static final int DAYS = 56;
    private static final Map<String, Integer> COLOURS = new HashMap<>();
    private static final int[] BY_HOUR = new int[24];
    private static int registered;
    private static int admitted;

    @BeforeAll
    static void eightWeeks() {
        HospitalFile file = HospitalFile.reference();
        WallClock wall = new WallClock(file.plan().zone());
        SimulatedHospital hospital = new SimulatedHospital(
                file.plan(), LocalDate.of(2026, 11, 2), 5, CleaningRoutine.POOLED_BY_NEED, new Witness() {
                    @Override
                    public void registered(long at, Stay stay) {
                        registered++;
                        COLOURS.merge(String.valueOf(stay.triage()), 1, Integer::sum);
                        BY_HOUR[wall.hour(at)]++;
                    }

                    @Override
                    public void admitted(long at, Stay stay) {
                        admitted += stay.emergency() ? 1 : 0;
                    }
                });
        hospital.advanceTo(hospital.now().plus(Duration.ofDays(DAYS)));
    }

    @Test
    void hundredAndFifteenComeADay() {
        assertThat((double) registered).isBetween(115.0 * DAYS - 4 * sd(115 * DAYS), 115.0 * DAYS + 4 * sd(115 * DAYS));
    }

    @Test
    void sixtyOneOfAHundredAreAdmitted() {
        double tolerance = 4 * Math.sqrt(0.605 * 0.395 / registered) + 0.004;
        assertThat(admitted / (double) registered).isBetween(0.605 - tolerance, 0.605 + tolerance);
    }

    @Test
    void coloursComeInTheirShares() {
        Map<String, Double> shares = Map.of("red", 0.03, "orange", 0.21, "yellow", 0.41, "green", 0.30, "blue", 0.05);
        shares.forEach((colour, share) -> {
            double tolerance = 4 * Math.sqrt(share * (1 - share) / registered);
            assertThat(COLOURS.getOrDefault(colour, 0) / (double) registered)
                    .as(colour)
                    .isBetween(share - tolerance, share + tolerance);
        });
    }

    @Test
    void mostComeAroundNoonAndFewestBeforeDawn() {
        double noon = 0.073 * 115 * DAYS;
        double dawn = 0.013 * 115 * DAYS;
        assertThat((double) BY_HOUR[11]).isBetween(noon - 4 * sd(noon), noon + 4 * sd(noon));
        assertThat((double) BY_HOUR[4]).isBetween(dawn - 4 * sd(dawn), dawn + 4 * sd(dawn));
    }

    private static double sd(double mean) {
        return Math.sqrt(mean);
    }
}
