package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.RollCall.Known;
import flyt.domain.forecast.Standing.Phase;
import flyt.domain.forecast.WhatIf.Contradiction;
import flyt.domain.place.WardId;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is imagined of two wards of thirty beds, into each of which two come every hour and stay for ten. */
class WhatIfTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final WardId LUN = new WardId("LUN");
    private static final WardId MED = new WardId("MED");
    private static final int WEEKS = 1;

    /** A Thursday at eight in the morning. */
    private static final Instant EIGHT = Instant.parse("2026-11-12T07:00:00Z");

    /** Nothing is learned from what is imagined, so one will do. */
    private static final Experience EXPERIENCE = new Experience();

    private static RollCall at(Instant now) {
        long hour = now.getEpochSecond() / 3_600;
        List<Known> people = new ArrayList<>();
        SortedMap<WardId, InWard> wards = new TreeMap<>();
        for (WardId ward : List.of(LUN, MED)) {
            for (long came = hour - 9; came <= hour; came++) {
                for (int i = 0; i < 2; i++) {
                    Standing standing = new Standing(
                            Phase.LYING,
                            0,
                            came < hour - 7 ? Readiness.READY_TO_LEAVE : Readiness.NOT_READY,
                            false,
                            null);
                    people.add(new Known(new StayId(ward.value() + came + "-" + i), standing, ward, ward));
                }
            }
            // six beds wait for a clean at any time
            wards.put(ward, new InWard(20, 30, 4));
        }
        return new RollCall(now, OSLO, people, wards);
    }

    @BeforeAll
    static void learn() {
        for (Instant hour = EIGHT.minus(Duration.ofDays(7 * WEEKS));
                !hour.isAfter(EIGHT);
                hour = hour.plusSeconds(3_600)) {
            assertThat(EXPERIENCE.hear(at(hour)).house()).hasSize(Forecast.HOURS);
        }
    }

    private static WhatIf whatIf(
            Set<WardId> closed,
            Map<WardId, Integer> opened,
            int cleaners,
            Map<WardId, Integer> discharged,
            int percent,
            Set<WardId> outbreaks) {
        return new WhatIf(
                new TreeSet<>(closed),
                new TreeMap<>(opened),
                cleaners,
                new TreeMap<>(discharged),
                percent,
                new TreeSet<>(outbreaks));
    }

    private Forecast imagine(WhatIf whatIf) {
        assertThat(whatIf.contradiction(at(EIGHT))).isNull();
        return EXPERIENCE.imagine(at(EIGHT), whatIf, 2).imagined();
    }

    private Forecast asItIs() {
        return EXPERIENCE.forecast(at(EIGHT));
    }

    @Test
    void whoWouldComeToAClosedWardComesToTheOther() {
        Forecast closed = imagine(whatIf(Set.of(LUN), Map.of(), 0, Map.of(), 0, Set.of()));
        assertThat(closed.ward(LUN, 12).coming().mean()).isZero();
        assertThat(closed.ward(LUN, 12).ready()).isEqualTo(new Spread(0, 0));
        assertThat(closed.ward(MED, 12).coming().mean())
                .isCloseTo(2 * asItIs().ward(MED, 12).coming().mean(), within(0.5));
        assertThat(closed.house(12).patients().mean())
                .isCloseTo(asItIs().house(12).patients().mean(), within(0.1));
    }

    @Test
    void anOutbreakShutsAWardInTheSameWay() {
        Forecast outbreak = imagine(whatIf(Set.of(), Map.of(), 0, Map.of(), 0, Set.of(LUN)));
        assertThat(outbreak.ward(LUN, 12).coming().mean()).isZero();
        assertThat(outbreak.ward(LUN, 4).ready()).isEqualTo(new Spread(0, 0));
    }

    @Test
    void openedBedsAreReady() {
        Forecast opened = imagine(whatIf(Set.of(), Map.of(MED, 5), 0, Map.of(), 0, Set.of()));
        assertThat(opened.ward(MED, 12).ready().mean())
                .isCloseTo(asItIs().ward(MED, 12).ready().mean() + 5, within(1.0));
        assertThat(opened.ward(LUN, 12)).isEqualTo(asItIs().ward(LUN, 12));
    }

    @Test
    void moreCleanersTonightLeaveFewerBedsWaitingTonightAlone() {
        Forecast cleaned = imagine(whatIf(Set.of(), Map.of(), 2, Map.of(), 0, Set.of()));
        // at 17 the six beds that wait in each ward are three
        assertThat(cleaned.house(9).ready().mean())
                .isGreaterThan(asItIs().house(9).ready().mean() + 2);
        assertThat(cleaned.house(6)).isEqualTo(asItIs().house(6));
        assertThat(cleaned.house(16)).isEqualTo(asItIs().house(16));
    }

    @Test
    void whoIsDischargedBeforeNoonIsGoneFromNoonOn() {
        Forecast discharged = imagine(whatIf(Set.of(), Map.of(), 0, Map.of(MED, 10), 0, Set.of()));
        assertThat(discharged.ward(MED, 3)).isEqualTo(asItIs().ward(MED, 3));
        assertThat(discharged.ward(MED, 4).patients().mean())
                .isLessThan(asItIs().ward(MED, 4).patients().mean() - 2);
        assertThat(discharged.ward(LUN, 4)).isEqualTo(asItIs().ward(LUN, 4));
    }

    @Test
    void moreArrivalsAreMorePatients() {
        Forecast more = imagine(whatIf(Set.of(), Map.of(), 0, Map.of(), 20, Set.of()));
        assertThat(more.house(24).coming().mean())
                .isCloseTo(1.2 * asItIs().house(24).coming().mean(), within(0.5));
    }

    @Test
    void nothingIsLearnedFromWhatIsImagined() {
        Forecast before = asItIs();
        assertThat(imagine(whatIf(Set.of(LUN), Map.of(), 3, Map.of(MED, 2), 50, Set.of())))
                .isNotEqualTo(before);
        assertThat(asItIs()).isEqualTo(before);
    }

    @Test
    void whatContradictsItselfIsNamed() {
        assertThat(why(whatIf(Set.of(), Map.of(), 0, Map.of(), 0, Set.of()))).isEqualTo(Contradiction.NOTHING_CHANGED);
        assertThat(why(whatIf(Set.of(new WardId("X")), Map.of(), 0, Map.of(), 0, Set.of())))
                .isEqualTo(Contradiction.UNKNOWN_WARD);
        assertThat(why(whatIf(Set.of(LUN), Map.of(LUN, 5), 0, Map.of(), 0, Set.of())))
                .isEqualTo(Contradiction.OPENED_AND_CLOSED);
        assertThat(why(whatIf(Set.of(LUN), Map.of(), 0, Map.of(), 0, Set.of(LUN))))
                .isEqualTo(Contradiction.OUTBREAK_IN_A_CLOSED_WARD);
        assertThat(why(whatIf(Set.of(), Map.of(), 0, Map.of(LUN, 21), 0, Set.of())))
                .isEqualTo(Contradiction.MORE_THAN_LIE_THERE);
        assertThat(why(whatIf(Set.of(LUN), Map.of(), 0, Map.of(), 0, Set.of(MED))))
                .isEqualTo(Contradiction.NO_WARD_LEFT);
        assertThat(why(whatIf(Set.of(), Map.of(), -1, Map.of(), 0, Set.of()))).isEqualTo(Contradiction.OUT_OF_RANGE);
        assertThat(why(whatIf(Set.of(), Map.of(), 0, Map.of(), -101, Set.of()))).isEqualTo(Contradiction.OUT_OF_RANGE);
    }

    private static Contradiction why(WhatIf whatIf) {
        return whatIf.contradiction(at(EIGHT));
    }
}
