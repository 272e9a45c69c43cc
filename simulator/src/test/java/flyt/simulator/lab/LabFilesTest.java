package flyt.simulator.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Counted;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.RuleSet.Order;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules and rosters as people write them. */
class LabFilesTest {

    @Test
    void whatARuleFileLeavesOutIsAsInTheStandardRules() {
        RuleSet rules = RuleFile.read("{\"name\":\"standard\"}");
        assertThat(rules).isEqualTo(Policy.STANDARD);
        assertThat(RuleFile.read("{}").name()).isEqualTo("your-rules");
    }

    @Test
    void aRuleFileChangesWhatItNames() {
        RuleSet rules = RuleFile.read(
                """
                {"name": "patient", "version": 3, "order": "arrival", "comesNow": 45, "answerWithin": 0.5,
                 "within": {"cleaning": {"within": {"now": 20.5}}, "porters": {"counted": "done"}},
                 "borrowAfter": {"now": 7}, "walks": {"building": 6},
                 "shifts": [{"team": "cleaning", "from": 7, "to": 15, "mode": "push"}],
                 "kinds": {"clean-standard": {"service": 16}, "clean-deep": {"name": "Deep clean", "team": "cleaning",
                   "asked": "plan", "service": 90, "skill": "infection"}}}
                """);
        assertThat(rules.version()).isEqualTo(3);
        assertThat(rules.order()).isEqualTo(Order.ARRIVAL);
        assertThat(rules.comesNow()).hasMinutes(45);
        assertThat(rules.answerWithin()).hasSeconds(30);
        assertThat(rules.within(Team.CLEANING, Urgency.NOW)).isEqualTo(Duration.ofSeconds(20 * 60 + 30));
        assertThat(rules.within(Team.CLEANING, Urgency.SOON)).hasMinutes(45);
        assertThat(rules.within().get(Team.PORTERS).counted()).isEqualTo(Counted.DONE);
        assertThat(rules.borrowAfter()).hasSize(1).containsEntry(Urgency.NOW, Duration.ofMinutes(7));
        assertThat(rules.walks().building()).hasMinutes(6);
        assertThat(rules.walks().floor()).hasMinutes(3);
        assertThat(rules.mode(Team.CLEANING, LocalTime.NOON)).isEqualTo(Mode.PUSH);
        assertThat(rules.kinds().get("clean-standard").service()).hasMinutes(16);
        assertThat(rules.kinds().get("clean-deep").skill()).isEqualTo(Skill.INFECTION);
    }

    @Test
    void aFaultInARuleFileIsSaidWithItsPlace() {
        assertThatThrownBy(() -> RuleFile.read("{\"comesNoww\": 1}")).hasMessageContaining("comesNoww");
        assertThatThrownBy(() -> RuleFile.read("{\"comesNow\": -1}")).hasMessageContaining("comesNow is not positive");
        assertThatThrownBy(() -> RuleFile.read("{\"order\": \"mood\"}"))
                .hasMessage("order: mood is not one of [need, arrival]");
        assertThatThrownBy(() -> RuleFile.read("{\"within\": {\"cleaning\": {\"within\": {\"now\": 60}}}}"))
                .hasMessageContaining("within.cleaning.soon is out of order");
        assertThatThrownBy(() -> RuleFile.read("{")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> RuleFile.read("{\"kinds\": {\"x\": {\"service\": 1}}}"))
                .hasMessageContaining("kinds.x");
    }

    @Test
    void aRosterIsReadAndWrittenAsItWas() throws JsonProcessingException {
        assertThat(RosterFile.read(RosterFile.text(ReferenceRosters.CLEANERS))).isEqualTo(ReferenceRosters.CLEANERS);
        assertThat(RosterFile.read(RosterFile.text(ReferenceRosters.PORTERS))).isEqualTo(ReferenceRosters.PORTERS);
        Roster roster = RosterFile.read(
                """
                {"name": "ours", "team": "cleaning", "shifts": [{"name": "late", "from": "17:00", "to": "01:00", "count": 2,
                 "days": ["friday", "saturday"], "skills": ["infection"], "pauseAt": "20:30", "pauseMinutes": 30}]}
                """);
        assertThat(roster.shifts()).hasSize(2);
        assertThat(roster.shifts().get(0).days()).containsExactlyInAnyOrder(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(roster.weeklyHours()).isEqualTo(32);
        assertThat(RosterFile.read(RosterFile.text(roster)).shifts()).isEqualTo(roster.shifts());
    }

    @Test
    void theReferenceRosterHasEightFourAndOneHalfOfThemTrained() {
        for (int hour : List.of(8, 16, 23)) {
            long onDuty = ReferenceRosters.CLEANERS.shifts().stream()
                    .filter(shift -> on(shift, hour))
                    .count();
            long trained = ReferenceRosters.CLEANERS.shifts().stream()
                    .filter(shift -> on(shift, hour) && shift.skills().contains(Skill.INFECTION))
                    .count();
            assertThat(onDuty).isEqualTo(hour == 8 ? 8 : hour == 16 ? 4 : 1);
            assertThat(trained).isEqualTo((onDuty + 1) / 2);
        }
    }

    private static boolean on(Roster.Shift shift, int hour) {
        LocalTime time = LocalTime.of(hour, 0);
        return shift.overMidnight()
                ? !time.isBefore(shift.from()) || time.isBefore(shift.to())
                : !time.isBefore(shift.from()) && time.isBefore(shift.to());
    }

    @Test
    void aFaultInARosterIsSaidWithItsPlace() {
        assertThatThrownBy(() -> RosterFile.read("{\"team\":\"cleaning\",\"shifts\":[]}"))
                .hasMessageContaining("team and shifts");
        assertThatThrownBy(
                        () -> RosterFile.read("{\"team\":\"cleaning\",\"shifts\":[{\"from\":\"7\",\"to\":\"15:00\"}]}"))
                .hasMessage("shifts[0].from: 7 is not a time like 07:30");
        assertThatThrownBy(
                        () -> RosterFile.read(
                                "{\"team\":\"cleaning\",\"shifts\":[{\"from\":\"07:00\",\"to\":\"15:00\",\"pauseMinutes\":30}]}"))
                .hasMessageContaining("go together");
    }
}
