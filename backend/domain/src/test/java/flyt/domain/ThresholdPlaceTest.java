package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flyt.domain.Command.AdoptThresholds;
import flyt.domain.Decision.Refusal;
import flyt.domain.capacity.Count;
import flyt.domain.capacity.Counts;
import flyt.domain.capacity.Occupancy;
import flyt.domain.capacity.WardCount;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.WardId;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Owner;
import flyt.domain.threshold.Pressure;
import flyt.domain.threshold.Reading;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.Threshold.Severity;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules on any figure, of the house, of each ward or of one, in force or put aside. */
class ThresholdPlaceTest {
    private static final WardId MED = new WardId("MED");
    private static final WardId SUR = new WardId("SUR");

    /** What only others can tell, or what is not known before forecasts, beds for emergencies or samples are. */
    private static final Set<Figure> NOT_KNOWN_HERE = EnumSet.of(
            Figure.NEDOCS,
            Figure.FREE_IN_FOUR_HOURS,
            Figure.SAMPLING_LONGEST,
            Figure.SAMPLING_P90,
            Figure.STAFF_PRESENT);

    @Test
    void aRuleOfOneWardIsSilentAboutTheOthers() {
        Story story = given(at("08:00", adopt(rule(false, MED, false))));
        story.when(at("08:00:10", admitted("anna", "SUR-1")));
        minute(story, "08:01");
        assertThat(story.hospital().watching().watches()).isEmpty();
        story.when(at("08:01:10", admitted("bo", "MED-1")));
        minute(story, "08:02");
        assertThat(story.hospital().watching().watches())
                .extracting(Watch::rule, Watch::ward)
                .containsExactly(tuple("ours", MED));
        assertThat(wards(story)).as("the others are not measured").containsExactly(MED);
    }

    @Test
    void aRuleThatIsPutAsideGivesNoAlertAndIsMeasuredStill() {
        Story story = given(at("08:00", adopt(rule(true, null, true))));
        story.when(at("08:00:10", admitted("anna", "MED-1")));
        minute(story, "08:01");
        assertThat(story.hospital().watching().watches()).isEmpty();
        assertThat(wards(story)).contains(MED, SUR);
        story.when(at("08:01:10", adopt(2, rule(true, null, false))));
        assertThat(story.hospital().watching().watches()).hasSize(1);
    }

    @Test
    void aWardThatIsNotThereIsRefused() {
        given(at("07:00", admitted("anna", "MED-1")))
                .when(at("08:00", adopt(rule(false, new WardId("NOWHERE"), false))))
                .thenRefused(Refusal.UNKNOWN_PLACE);
    }

    @Test
    void everyFigureOfTheHouseIsMeasuredSoThatRulesToComeCanBeRehearsed() {
        Story story = given(
                at("07:00", admitted("anna", "MED-1")),
                at("07:01", admitted("bo", "MED-K")),
                at("07:02", admitted("cato", "SUR-1")),
                at("07:03", transferExpected("cato", "MED")),
                at("08:00", adopt(rule(true, null, false))));
        assertThat(story.hospital().watching().figures().stream()
                        .filter(one -> one.ward() == null)
                        .map(Reading::figure)
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NOT_KNOWN_HERE)));

        Counts counts = new Counts();
        for (Ward ward : story.hospital().places().definition().wards()) {
            counts.add(WardCount.of(story.hospital(), ward, time("08:00")).counts());
        }
        assertThat(value(story, Figure.OCCUPANCY))
                .as("the number that screens show")
                .isEqualTo(StrictMath.round(1_000 * Occupancy.live(counts).share()) / 10.0);
        assertThat(value(story, Figure.PATIENTS)).isEqualTo(3).isEqualTo(counts.of(Count.PATIENTS));
        assertThat(value(story, Figure.STAFFED_BEDS)).isEqualTo(counts.of(Count.STAFFED));
        assertThat(value(story, Figure.CORRIDOR)).isEqualTo(1);
        assertThat(value(story, Figure.EXPECTED_IN)).isEqualTo(1).isEqualTo(counts.of(Count.INCOMING));
        assertThat(value(story, Figure.READY_BEDS)).isEqualTo(counts.of(Count.READY));
    }

    private static double value(Story story, Figure figure) {
        return story.hospital().watching().value(figure, null);
    }

    private static Set<WardId> wards(Story story) {
        return story.hospital().watching().figures().stream()
                .filter(one -> one.ward() != null)
                .map(Reading::ward)
                .collect(Collectors.toSet());
    }

    private static void minute(Story story, String time) {
        Instant next = ThresholdRules.nextLook(story.hospital());
        assertThat(next).isEqualTo(time(time));
        story.when(new Line(next, next, "time", null));
    }

    private static AdoptThresholds adopt(Threshold rule) {
        return adopt(1, rule);
    }

    private static AdoptThresholds adopt(int version, Threshold rule) {
        Pressure none = new Pressure(new TreeMap<>(), 1, Duration.ZERO, Duration.ZERO, List.of());
        return new AdoptThresholds(new ThresholdSet("t", version, Duration.ofMinutes(1), List.of(rule), none));
    }

    /** One patient is too many. */
    private static Threshold rule(boolean eachWard, @Nullable WardId ward, boolean off) {
        return new Threshold(
                "ours",
                Figure.PATIENTS,
                eachWard,
                ward,
                new Limit(1, 0),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Severity.ATTENTION,
                Owner.BED_MANAGER,
                off,
                null,
                "Ours",
                "Look");
    }
}
