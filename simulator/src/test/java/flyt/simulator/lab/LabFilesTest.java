package flyt.simulator.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.intake.http.RuleSetJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules and rosters as people write them. */
class LabFilesTest {

    @Test
    void theRulesThatAServerAnswersAreAFileForTheLaboratory(@TempDir Path folder) throws IOException {
        RuleSet adopted = Policy.STANDARD.handedOut(3, List.of(new HandingOut(Team.CLEANING, 7, 15, Mode.PUSH)));
        JsonObject answer = new JsonObject()
                .put("rules", RuleSetJson.of(adopted))
                .put(
                        "adopted",
                        new JsonObject().put("at", "2026-11-12T09:42:00Z").putNull("by"));
        assertThat(Lab.rules(written(folder, answer))).isEqualTo(adopted);
    }

    @Test
    void aFaultInARuleFileIsSaidWithItsPlace(@TempDir Path folder) throws IOException {
        JsonObject rules = RuleSetJson.of(Policy.STANDARD);
        assertFault(
                folder, new JsonObject().put("rules", rules.copy().put("comesNoww", 1)), "rules.comesNoww is not a");
        assertFault(
                folder, new JsonObject().put("rules", rules.copy().put("order", "mood")), "rules.order must be one");
        var hurried = rules.getJsonObject("within").getJsonObject("cleaning").put("now", 60);
        assertFault(
                folder,
                new JsonObject().put("rules", rules),
                "rules.within.cleaning.soon must not be shorter than that");
        assertFault(folder, rules, "rules is missing");
        assertThatThrownBy(() -> Lab.rules(Files.writeString(folder.resolve("mine.json"), "{")))
                .hasMessageContaining("mine.json: trouble in line 1");
    }

    private static void assertFault(Path folder, JsonObject file, String fault) throws IOException {
        Path mine = written(folder, file);
        assertThatThrownBy(() -> Lab.rules(mine)).hasMessageContaining("mine.json: " + fault);
    }

    private static Path written(Path folder, JsonObject file) throws IOException {
        return Files.writeString(folder.resolve("mine.json"), file.encodePrettily());
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
