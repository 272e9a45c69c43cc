package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.RollCall.Known;
import flyt.domain.forecast.Standing.Phase;
import flyt.domain.place.WardId;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperienceTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** A Monday at midnight in Oslo. */
    private static final Instant MONDAY = Instant.parse("2026-09-06T22:00:00Z");

    private static final WardId LUN = new WardId("LUN");
    private static final WardId MED = new WardId("MED");
    private static final int BEDS = 30;
    private static final int WEEKS = 2;

    private final Experience experience = new Experience();

    /** Every noon ten people come to LUN, unknown before; at noon three days later they leave. Nobody lies in MED. */
    private static RollCall at(int hour) {
        List<Known> people = new ArrayList<>();
        for (int day = Math.floorDiv(hour - 12, 24) - 2; day <= Math.floorDiv(hour - 12, 24); day++) {
            for (int i = 0; i < 10; i++) {
                people.add(lying("V" + day + "-" + i, LUN, 3 + day - Math.floorDiv(hour, 24)));
            }
        }
        return call(hour, people);
    }

    private static Known lying(String stay, WardId ward, int days) {
        return new Known(
                new StayId(stay), new Standing(Phase.LYING, days, Readiness.NOT_READY, false, null), ward, ward);
    }

    private static RollCall call(int hour, List<Known> people) {
        return call(MONDAY.plus(Duration.ofHours(hour)), people);
    }

    private static RollCall call(Instant at, List<Known> people) {
        TreeMap<WardId, InWard> wards = new TreeMap<>();
        for (WardId ward : List.of(LUN, MED)) {
            int patients =
                    (int) people.stream().filter(one -> ward.equals(one.lies())).count();
            wards.put(ward, new InWard(patients, BEDS, BEDS - patients));
        }
        return new RollCall(at, OSLO, people, wards);
    }

    private Forecast afterSomeWeeks(int hour) {
        for (int i = 0; i < WEEKS * 168 + hour; i++) {
            assertThat(experience.hear(at(i)).house()).hasSize(Forecast.HOURS);
        }
        return experience.hear(at(WEEKS * 168 + hour));
    }

    @Test
    void whoLeavesWhenExpectedIsForecastToLeave() {
        Forecast said = afterSomeWeeks(6);
        // at six in the morning those of the oldest day leave in six hours, and ten new ones come
        assertThat(said.house(5).leaving().mean()).isCloseTo(0, within(1.0));
        assertThat(said.house(7).leaving().mean()).isCloseTo(10, within(1.0));
        assertThat(said.house(7).coming().mean()).isCloseTo(10, within(1.0));
        assertThat(said.house(31).leaving().mean()).isCloseTo(20, within(1.5));
        assertThat(said.house(31).patients().mean()).isCloseTo(30, within(2.0));
    }

    @Test
    void whatNobodyHasLookedBackOnYetIsNotAnEmptyHouse() {
        for (int hour = 0; hour < 30; hour++) {
            assertThat(experience.hear(at(hour)).house()).hasSize(Forecast.HOURS);
        }
        Forecast said = experience.hear(at(30));
        // as many come in two days as stays of the usual length leave; without, some ten would be left
        assertThat(said.house(48).patients().mean()).isBetween(20.0, 40.0);
        assertThat(said.ward(LUN, 48).patients().mean()).isBetween(20.0, 40.0);
    }

    @Test
    void theyLieInTheWardThatIsTheirs() {
        Forecast said = afterSomeWeeks(6);
        assertThat(said.ward(LUN, 24).patients().mean()).isCloseTo(30, within(2.0));
        assertThat(said.ward(MED, 24).patients().mean()).isCloseTo(0, within(0.1));
        assertThat(said.ward(MED, 24).ready().mean()).isCloseTo(BEDS, within(1.0));
        assertThat(said.ward(LUN, 24).ready().mean()).isCloseTo(0, within(2.0));
    }

    @Test
    void whatIsImaginedIsForecastAndNotLearned() {
        Forecast said = afterSomeWeeks(6);
        RollCall real = at(WEEKS * 168 + 6);
        List<Known> fewer = real.people().stream()
                .filter(one -> one.standing().days() != null && one.standing().days() > 0)
                .toList();
        Forecast imagined = experience.forecast(call(WEEKS * 168 + 6, fewer));
        assertThat(imagined.house(1).patients().mean())
                .isCloseTo(said.house(1).patients().mean() - 10, within(0.5));
        assertThat(experience.forecast(real)).isEqualTo(said);
        assertThat(experience.heard()).isEqualTo(WEEKS * 168 + 7);
    }

    @Test
    void whatWasLearnedIsTakenUpAgain() {
        Forecast said = afterSomeWeeks(6);
        int now = WEEKS * 168 + 6;
        Experience again = new Experience(experience.memory());
        for (int hour = now - Forecast.HOURS; hour <= now; hour++) {
            again.recall(at(hour));
        }
        assertThat(again.forecast(at(now))).isEqualTo(said);
        assertThat(again.heard()).isEqualTo(experience.heard());
        assertThat(again.upTo()).isEqualTo(experience.upTo());
        // and it goes on to learn from those that were recalled
        Forecast next = experience.hear(at(now + 1));
        Forecast nextAgain = again.hear(at(now + 1));
        for (int ahead : List.of(1, 24, 48)) {
            assertThat(nextAgain.ward(LUN, ahead).patients().mean())
                    .isCloseTo(next.ward(LUN, ahead).patients().mean(), within(0.01));
        }
        assertThat(again.memory().fates()).hasSameSizeAs(experience.memory().fates());
    }

    @Test
    void hoursThatAreLeftOutHarmNothing() {
        Experience gapless = new Experience();
        Experience other = new Experience();
        for (int i = 0; i < WEEKS * 168; i++) {
            assertThat(gapless.hear(at(i)).madeAt()).isEqualTo(at(i).at());
            if (i % 5 != 3) {
                assertThat(other.hear(at(i)).madeAt()).isEqualTo(at(i).at());
            }
        }
        Forecast whole = gapless.hear(at(WEEKS * 168));
        Forecast holed = other.hear(at(WEEKS * 168));
        for (int ahead : List.of(1, 12, 24, 48)) {
            assertThat(holed.house(ahead).patients().mean())
                    .isCloseTo(whole.house(ahead).patients().mean(), within(1.5));
        }
    }

    /** Every noon by the clock on the wall ten people come; they leave three days later, by the same clock. */
    private static RollCall byTheClock(Instant now) {
        ZonedDateTime local = now.atZone(OSLO);
        List<Known> people = new ArrayList<>();
        for (int day = -3; day <= 0; day++) {
            ZonedDateTime came = local.toLocalDate().plusDays(day).atTime(12, 0).atZone(OSLO);
            boolean lies = !local.isBefore(came) && local.isBefore(came.plusDays(3));
            for (int i = 0; i < 10 && lies; i++) {
                people.add(lying("V" + came.toLocalDate() + "-" + i, LUN, 3 + day));
            }
        }
        return call(now, people);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-24T18:00, 19", "2027-03-27T18:00, 17"})
    void nightsOf25And23HoursEndWhenTheClockSaysSo(LocalDateTime evening, int hoursToNoon) {
        Instant now = evening.atZone(OSLO).toInstant();
        for (Instant hour = now.minus(Duration.ofDays(WEEKS * 7)); hour.isBefore(now); hour = hour.plusSeconds(3_600)) {
            assertThat(experience.hear(byTheClock(hour)).house()).hasSize(Forecast.HOURS);
        }
        Forecast said = experience.hear(byTheClock(now));
        assertThat(said.house(hoursToNoon - 1).leaving().mean()).isCloseTo(0, within(1.0));
        assertThat(said.house(hoursToNoon + 1).leaving().mean()).isCloseTo(10, within(1.0));
        // and what comes of that night teaches nothing wrong
        Instant later = evening.plusDays(3).atZone(OSLO).toInstant();
        for (Instant hour = now.plusSeconds(3_600); !hour.isAfter(later); hour = hour.plusSeconds(3_600)) {
            said = experience.hear(byTheClock(hour));
        }
        assertThat(said.house(17).leaving().mean()).isCloseTo(0, within(1.0));
        assertThat(said.house(19).leaving().mean()).isCloseTo(10, within(1.0));
    }

    @Test
    void aClosedWardHasNoBedThatIsReady() {
        WardId closed = MED;
        RollCall call = new RollCall(
                MONDAY,
                OSLO,
                List.of(),
                new TreeMap<>(Map.of(LUN, new InWard(0, BEDS, BEDS), closed, new InWard(0, 0, 0))));
        Forecast said = experience.hear(call);
        assertThat(said.ward(closed, 24).ready()).isEqualTo(new Spread(0, 0));
        assertThat(said.house(24).ready().mean()).isEqualTo(BEDS);
    }

    @Test
    void aClockThatLeapsLeavesHoursOut() {
        Forecast before = afterSomeWeeks(6);
        Forecast after = experience.hear(at(WEEKS * 168 + 6 + 40 * 24));
        assertThat(after.madeAt()).isEqualTo(before.madeAt().plus(Duration.ofDays(40)));
        assertThat(after.house(31).patients().mean())
                .isCloseTo(before.house(31).patients().mean(), within(1.0));
    }

    @Test
    void beforeAnythingIsLearnedTheMeanStayIsAssumed() {
        Forecast said = experience.forecast(at(6));
        assertThat(experience.heard()).isZero();
        assertThat(said.house(24).leaving().mean()).isCloseTo(30 * (1 - StrictMath.exp(-24 / 93.6)), within(0.01));
        // and that as many come: nothing says that the house empties
        assertThat(said.house(24).patients().mean()).isCloseTo(30, within(0.01));
        assertThat(said.ward(LUN, 48).patients().mean()).isCloseTo(30, within(0.01));
    }

    @Test
    void aClockThatGoesBackIsRefused() {
        assertThat(experience.hear(at(6)).madeAt()).isEqualTo(at(6).at());
        assertThatThrownBy(() -> experience.hear(at(6))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> experience.hear(at(5))).isInstanceOf(IllegalArgumentException.class);
        assertThat(experience.hear(at(7)).madeAt()).isEqualTo(at(7).at());
    }
}
