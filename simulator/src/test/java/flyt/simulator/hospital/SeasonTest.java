package flyt.simulator.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.traffic.HospitalFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTest {

    @ParameterizedTest
    @CsvSource({"1961, 4, 2", "2000, 4, 23", "2024, 3, 31", "2025, 4, 20", "2026, 4, 5", "2027, 3, 28", "2038, 4, 25"})
    void easterIsWhereTheAlmanacHasIt(int year, int month, int day) {
        assertThat(Season.easter(year)).isEqualTo(LocalDate.of(year, month, day));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, HOLIDAY",
        "2026-01-02, AFTER_HOLIDAY",
        "2026-01-08, AFTER_HOLIDAY",
        "2026-01-09, WINTER",
        "2026-03-28, WINTER",
        "2026-03-29, HOLIDAY",
        "2026-04-06, HOLIDAY",
        "2026-04-07, AFTER_HOLIDAY",
        "2026-04-13, AFTER_HOLIDAY",
        "2026-04-14, ORDINARY",
        "2026-06-30, ORDINARY",
        "2026-07-01, JULY",
        "2026-07-31, JULY",
        "2026-08-01, ORDINARY",
        "2026-12-23, ORDINARY",
        "2026-12-24, HOLIDAY"
    })
    void aDayHasItsSeason(LocalDate day, Season season) {
        assertThat(Season.of(day)).isEqualTo(season);
    }

    @Test
    void inJulyFewAreCalledInAndBedsAreClosed() {
        Weeks july = new Weeks(LocalDate.of(2026, 7, 6));
        Weeks autumn = new Weeks(LocalDate.of(2026, 9, 7));
        assertThat(july.calledIn).hasValueBetween(1, (int) (0.5 * autumn.calledIn.get()));
        assertThat(july.closedBeds).isBetween(55L, 80L);
        assertThat(autumn.closedBeds).isBetween(4L, 14L);
    }

    @Test
    void winterBringsMoreInfections() {
        Weeks winter = new Weeks(LocalDate.of(2026, 2, 2));
        Weeks autumn = new Weeks(LocalDate.of(2026, 9, 7));
        assertThat((double) winter.isolated.get()).isGreaterThan(1.2 * autumn.isolated.get());
        assertThat(winter.arrived.get()).isGreaterThan(autumn.arrived.get());
    }

    /** Three weeks of one seed, counted. */
    private static final class Weeks {
        final AtomicInteger calledIn = new AtomicInteger();
        final long closedBeds;
        final AtomicInteger isolated = new AtomicInteger();
        final AtomicInteger arrived = new AtomicInteger();

        Weeks(LocalDate firstDay) {
            HospitalFile file = HospitalFile.reference();
            SimulatedHospital hospital =
                    new SimulatedHospital(file.plan(), firstDay, 11, CleaningRoutine.POOLED_BY_NEED, new Witness() {
                        @Override
                        public void registered(long at, Stay stay) {
                            arrived.incrementAndGet();
                        }

                        @Override
                        public void admitted(long at, Stay stay) {
                            boolean birth = stay.responsibleWard().numbers().births() > 0;
                            calledIn.addAndGet(stay.emergency() || birth ? 0 : 1);
                        }

                        @Override
                        public void isolationChanged(long at, Stay stay) {
                            isolated.addAndGet(stay.isolation() == null ? 0 : 1);
                        }
                    });
            hospital.advanceTo(hospital.now().plus(Duration.ofDays(21)));
            closedBeds = hospital.wards().stream()
                    .flatMap(ward -> ward.beds().stream())
                    .filter(bed -> bed.closedBecause() != null)
                    .count();
        }
    }
}
