package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.AdoptThresholds;
import flyt.domain.Command.AnswerThreshold;
import flyt.domain.Command.DeclareLevel;
import flyt.domain.Command.MarkAction;
import flyt.domain.Decision.Refusal;
import flyt.domain.event.Recorded;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayKind;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.Owner;
import flyt.domain.threshold.Pressure;
import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Pressure.Steps;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.Threshold.Hours;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.Threshold.Severity;
import flyt.domain.threshold.ThresholdEvent.FigureReported;
import flyt.domain.threshold.ThresholdEvent.FiguresMeasured;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.Watch;
import flyt.domain.threshold.Watching.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures that pass their limits, and what people say to it. The hospital is an hour ahead of UTC. */
class ThresholdTest {
    private static final WardId MED = new WardId("MED");
    private static final AdoptThresholds ADOPT = new AdoptThresholds(set(1, corridor(10, List.of())));

    @Test
    void nothingIsWatchedBeforeRulesAreAdopted() {
        Story story = given(at("08:00", admitted("anna", "MED-K")), until("12:00"));
        assertThat(story.hospital().watching().figures()).isEmpty();
        assertThat(ThresholdRules.nextLook(story.hospital())).isNull();
    }

    @Test
    void anAlertComesAfterItsTimeAndGoesBelowTheLowerLimit() {
        Story story = given(at("08:00", ADOPT), at("08:00:30", admitted("anna", "MED-K")));
        assertThat(steps(minutes(story, "08:09"))).containsExactly("08:01 MED PASSED 1.0");
        assertThat(steps(minutes(story, "08:12"))).containsExactly("08:11 MED FIRED 1.0");
        story.when(at("08:12:10", transferred("anna", "MED-1")));
        assertThat(steps(minutes(story, "08:22"))).containsExactly("08:13 MED EASED 0.0");
        assertThat(steps(minutes(story, "08:24"))).containsExactly("08:23 MED ENDED 0.0");
        assertThat(story.hospital().watching().watches()).isEmpty();
        Invariants.replayGives(story.hospital(), story.journal());
    }

    @Test
    void whatPassesForAMomentIsNoAlertAndWhatEasesForAMomentIsTheSameOne() {
        Story story = given(at("08:00", ADOPT), at("08:00:30", admitted("anna", "MED-K")));
        minutes(story, "08:05");
        story.when(at("08:05:10", transferred("anna", "MED-1")));
        assertThat(steps(minutes(story, "08:06"))).containsExactly("08:06 MED ENDED 0.0");
        story.when(at("08:06:10", transferred("anna", "MED-K")));
        minutes(story, "08:20");
        Instant fired = watch(story, "corridor", MED).firedAt();
        story.when(at("08:20:10", transferred("anna", "MED-1")));
        minutes(story, "08:22");
        story.when(at("08:22:10", transferred("anna", "MED-K")));
        assertThat(steps(minutes(story, "08:23"))).containsExactly("08:23 MED RETURNED 1.0");
        assertThat(watch(story, "corridor", MED).firedAt()).isEqualTo(fired).isEqualTo(time("08:17"));
    }

    @Test
    void itIsToldAgainUntilSomebodyAnswers() {
        Story story = given(at("08:00", ADOPT), at("08:00:30", admitted("anna", "MED-K")));
        story.when(at("08:05", new AnswerThreshold("corridor", MED, null))).thenRefused(Refusal.THRESHOLD_GONE);
        minutes(story, "08:11");
        assertThat(steps(minutes(story, "08:42"))).containsExactly("08:41 MED REPEATED 1.0");
        story.when(at("08:50", new AnswerThreshold("corridor", MED, "text")).by("kari"));
        assertThat(watch(story, "corridor", MED).response())
                .isEqualTo(new Watch.Response(time("08:50"), staff("kari"), "text"));
        assertThat(steps(minutes(story, "09:50"))).isEmpty();
    }

    @Test
    void otherHoursHaveOtherLimits() {
        List<Hours> byNight = List.of(new Hours(21, 7, new Limit(2, 2)));
        Story story = given(at("05:00", new AdoptThresholds(set(1, corridor(0, byNight)))));
        story.when(at("05:00:30", admitted("anna", "MED-K")));
        assertThat(steps(minutes(story, "05:59"))).isEmpty();
        assertThat(steps(minutes(story, "06:00")))
                .as("07:00 by the hospital's clock")
                .containsExactly("06:00 MED PASSED 1.0", "06:00 MED FIRED 1.0");
    }

    @Test
    void aLevelIsProposedByTwoTriggersTogetherAndDeclaredByAPerson() {
        Story story = given(emergencyBesides(), at("08:00", ADOPT));
        story.when(at("08:00:10", admitted("anna", "MED-K")));
        minutes(story, "08:40");
        assertThat(story.hospital().watching().proposed()).as("one trigger").isEqualTo(Level.NORMAL);
        story.when(at("08:40:10", registered("bo", "ER-1")), at("08:40:20", transferExpected("bo", "MED")));
        minutes(story, "09:10");
        assertThat(story.hospital().watching().proposed()).as("29 minutes").isEqualTo(Level.NORMAL);
        minutes(story, "09:11");
        assertThat(story.hospital().watching().proposed()).isEqualTo(Level.GREEN);
        assertThat(story.hospital().watching().level()).isEqualTo(Level.NORMAL);

        story.when(at("09:12", new MarkAction("tell", Done.DONE, null))).thenRefused(Refusal.ACTION_GONE);
        story.when(at("09:12", new DeclareLevel(Level.GREEN, null)).by("kari"));
        story.when(at("09:13", new DeclareLevel(Level.GREEN, null))).thenRefused(Refusal.LEVEL_DECLARED_ALREADY);
        story.when(at("09:13", new MarkAction("tell", Done.NOT_DONE, "text")).by("kari"));
        assertThat(story.hospital().watching().marks().get("tell").done()).isEqualTo(Done.NOT_DONE);

        story.when(at("09:20:10", transferred("anna", "MED-1")));
        minutes(story, "10:30");
        assertThat(story.hospital().watching().proposed()).as("one still holds").isEqualTo(Level.GREEN);
        story.when(at("10:30:10", transferred("bo", "MED-2")));
        minutes(story, "11:30");
        assertThat(story.hospital().watching().proposed()).isEqualTo(Level.GREEN);
        minutes(story, "11:31");
        assertThat(story.hospital().watching().proposed()).isEqualTo(Level.NORMAL);
        assertThat(story.hospital().watching().level())
                .as("leaving is declared too")
                .isEqualTo(Level.GREEN);
        story.when(at("11:32", new DeclareLevel(Level.NORMAL, null)));
        assertThat(story.hospital().watching().marks()).isEmpty();
        Invariants.replayGives(story.hospital(), story.journal());
    }

    @Test
    void figuresAreOfTheWholeHouseAndOfTheEmergencyDepartment() {
        Map<Figure, Steps> all = new TreeMap<>();
        for (Figure figure : List.of(Figure.OCCUPANCY, Figure.BOARDERS, Figure.LONGEST_BOARDING, Figure.NEDOCS)) {
            all.put(figure, new Steps(900, 900, 900));
        }
        Pressure pressure = new Pressure(new TreeMap<>(all), 1, Duration.ZERO, Duration.ZERO, List.of());
        Story story = given(
                emergencyBesides(),
                at("08:00", admitted("anna", "MED-1")),
                at("08:00", admitted("bo", "MED-K")),
                at("08:00", admitted("newborn", StayKind.NEWBORN, "MED-1")),
                at("08:00", registered("dag", "ER")),
                at("08:30", transferred("dag", "ER-1")),
                at("09:00", transferExpected("dag", "SUR")),
                at("10:00", new AdoptThresholds(new ThresholdSet("t", 1, Duration.ofMinutes(1), List.of(), pressure))));
        assertThat(value(story, Figure.OCCUPANCY)).as("2 of 6").isEqualTo(33.3);
        assertThat(value(story, Figure.BOARDERS)).isEqualTo(1.0);
        assertThat(value(story, Figure.LONGEST_BOARDING)).isEqualTo(60.0);
        // -20 + 85.8 * 1/2 + 600 * 1/6 + 0.93 * 1 + 5.64 * 0.5
        assertThat(value(story, Figure.NEDOCS)).isEqualTo(126.7);
    }

    @Test
    void whatAnotherSystemTellsHoldsForHalfAnHour() {
        Map<Figure, Steps> one = Map.of(Figure.STAFF_PRESENT, new Steps(92, 85, 75));
        Pressure pressure = new Pressure(new TreeMap<>(one), 1, Duration.ZERO, Duration.ZERO, List.of());
        Story story = given(
                at("07:00", new AdoptThresholds(new ThresholdSet("t", 1, Duration.ofMinutes(1), List.of(), pressure))));
        assertThat(value(story, Figure.STAFF_PRESENT)).isNull();
        story.when(
                at("08:00", new FigureReported(Figure.STAFF_PRESENT, null, 84.0)),
                at("07:50", new FigureReported(Figure.STAFF_PRESENT, null, 99.0))
                        .toldAt("08:00:10"));
        minutes(story, "08:29");
        assertThat(value(story, Figure.STAFF_PRESENT)).isEqualTo(84.0);
        assertThat(story.hospital().watching().proposed()).isEqualTo(Level.YELLOW);
        minutes(story, "08:30");
        assertThat(value(story, Figure.STAFF_PRESENT)).isNull();
        Invariants.replayGives(story.hospital(), story.journal());
    }

    @Test
    void anOlderSetIsRefusedAndANewOneBeginsAnew() {
        Story story = given(at("08:00", ADOPT), at("08:00:30", admitted("anna", "MED-K")));
        minutes(story, "08:20");
        story.when(at("08:21", ADOPT)).thenRefused(Refusal.OLDER_RULES);
        story.when(at("08:21", new AdoptThresholds(set(2, corridor(10, List.of())))));
        assertThat(watch(story, "corridor", MED).phase()).isEqualTo(Watch.Phase.PASSED);
    }

    @Test
    void whatWentByWhileTheClockStoodIsNotMeasuredMinuteByMinute() {
        Story story = given(at("08:00", ADOPT));
        Input late = new Input.TimePassed(message("t"), time("11:30:20"));
        Decision decision = Decider.decide(story.hospital(), late, time("08:01"));
        Hospital after = ((Decision.Accepted) decision).after();
        assertThat(ThresholdRules.nextLook(after)).isEqualTo(time("11:31"));
    }

    private static ThresholdSet set(int version, Threshold rule) {
        Map<Figure, Steps> triggers = Map.of(
                Figure.CORRIDOR, new Steps(1, 8, 16),
                Figure.BOARDERS, new Steps(1, 8, 16));
        ActionCard card = new ActionCard(
                Level.GREEN, Owner.DUTY_LEADER, List.of(new Action("tell", "Tell", Duration.ofMinutes(30))));
        Pressure pressure =
                new Pressure(new TreeMap<>(triggers), 2, Duration.ofMinutes(30), Duration.ofMinutes(60), List.of(card));
        return new ThresholdSet("t", version, Duration.ofMinutes(1), List.of(rule), pressure);
    }

    private static Threshold corridor(int minutes, List<Hours> hours) {
        Duration after = Duration.ofMinutes(minutes);
        return new Threshold(
                "corridor",
                Figure.CORRIDOR,
                true,
                null,
                new Limit(1, 1),
                hours,
                after,
                after,
                Severity.CRITICAL,
                Owner.WARD_COORDINATOR,
                false,
                Duration.ofMinutes(30),
                null,
                null);
    }

    private static HospitalDefinition emergencyBesides() {
        Ward er = SmallHospital.ward("ER", true, 2);
        Ward emergency = new Ward(
                er.id(),
                er.name(),
                WardKind.EMERGENCY,
                null,
                null,
                null,
                null,
                false,
                er.leaving(),
                er.clusters(),
                List.of());
        return SmallHospital.with(SmallHospital.ward("MED", true, 3), SmallHospital.ward("SUR", false, 3), emergency);
    }

    /** Lets time pass minute by minute, as the writer does; the story from where it was. */
    @CanIgnoreReturnValue
    private static List<Recorded> minutes(Story story, String until) {
        int before = story.journal().size();
        Instant next = ThresholdRules.nextLook(story.hospital());
        while (next != null && !next.isAfter(time(until))) {
            story.when(new Line(next, next, "time", null));
            next = ThresholdRules.nextLook(story.hospital());
        }
        return story.journal().subList(before, story.journal().size());
    }

    private static List<String> steps(List<Recorded> told) {
        assertThat(told).anyMatch(one -> one.event() instanceof FiguresMeasured);
        return told.stream()
                .filter(one -> one.event() instanceof ThresholdMoved moved
                        && moved.rule().equals("corridor"))
                .map(one -> {
                    ThresholdMoved moved = (ThresholdMoved) one.event();
                    String clock = one.header().recordedAt().toString().substring(11, 16);
                    return clock + " " + moved.ward() + " " + moved.step() + " " + moved.value();
                })
                .toList();
    }

    private static Watch watch(Story story, String rule, @Nullable WardId ward) {
        Watch watch = story.hospital().watching().watch(rule, ward);
        assertThat(watch).as("watch of %s", rule).isNotNull();
        return watch;
    }

    private static @Nullable Double value(Story story, Figure figure) {
        return story.hospital().watching().value(figure, null);
    }
}
