package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.AdoptRules;
import flyt.domain.Command.DeclineTask;
import flyt.domain.Command.EndBreak;
import flyt.domain.Command.HandBackTask;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.PauseTask;
import flyt.domain.Command.ResumeTask;
import flyt.domain.Command.StartBreak;
import flyt.domain.Command.StartDuty;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.TakeTask;
import flyt.domain.priority.Limits;
import flyt.domain.priority.Skill;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Stage;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.LimitPassed;
import flyt.domain.task.TaskStatus;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What does not go on by itself: time finds jobs nobody was told of and offers them, and tells which ones are stuck. */
class StuckTest {

    @Test
    void aJobOfWhichNobodyWasToldIsOfferedToWhoeverIsFreeAndFitThoughPeopleChooseFromTheirList() {
        Story story = given(
                duty("emil"),
                duty("leila", Skill.INFECTION),
                at("09:00", new OrderCleaning(bed("MED-1"), CleaningKind.CONTACT)));
        story.when(until("09:14:59")).thenTask(task(1), TaskStatus.PENDING);
        story.when(until("09:15"))
                .thenAlso(new LimitPassed(task(1), Stage.UNTOLD, Duration.ofMinutes(15)))
                .thenOffered(task(1), "leila");
    }

    @Test
    void whoDeclinesPassesItOnAndThenItWaitsForSomebodyToBecomeFree() {
        Story story = given(duty("emil"), duty("leila"), at("09:00", new OrderCleaning(bed("MED-1"), null)))
                .when(at("09:05", new StartBreak()).by("leila"))
                .when(until("09:15"))
                .thenOffered(task(1), "emil")
                .when(at("09:15:05", new DeclineTask(task(1))).by("emil"))
                .thenTask(task(1), TaskStatus.PENDING)
                .when(at("09:30", new EndBreak()).by("leila"))
                .thenOffered(task(1), "leila")
                .when(at("09:30:05", new TakeTask(task(1))).by("leila"));
        assertThat(open(story).stuck()).isNull();
    }

    @Test
    void whatIsNotOverlookedIsNotOffered() {
        Story story = given(
                duty("emil"),
                at("09:00", new OrderCleaning(bed("MED-1"), null)),
                at("09:01", new TakeTask(task(1))).by("emil"),
                at("09:02", new StartTask(task(1))).by("emil"),
                at("09:10", new OrderCleaning(bed("SUR-1"), null)));
        story.when(until("09:20"));
        assertThat(story.hospital().tasks().task(task(2)).status()).isEqualTo(TaskStatus.PENDING);
        assertThat(story.hospital().tasks().overlooked(Team.CLEANING)).isEmpty();
        story.when(until("09:25"));
        assertThat(story.hospital().tasks().task(task(2)).stuck().stage()).isEqualTo(Stage.UNTOLD);
        story.when(at("09:30", new HandBackTask(task(1), null)).by("emil"));
        assertThat(story.hospital().tasks().overlooked(Team.CLEANING))
                .as("nobody is free")
                .extracting(Task::id)
                .containsExactly(task(2));
    }

    @Test
    void whatNobodyHasShortlyBeforeItMustBeginIsStuck() {
        // within 4 hours, and 14 minutes of work
        Story story = given(
                duty("emil"),
                at("09:00", new OrderCleaning(bed("MED-1"), null)),
                at("09:01", new TakeTask(task(1))).by("emil"),
                at("09:02", new HandBackTask(task(1), null)).by("emil"));
        story.when(until("12:40:59"));
        assertThat(open(story).stuck()).isNull();
        story.when(until("12:41")).thenAlso(new LimitPassed(task(1), Stage.UNTAKEN, Duration.ofMinutes(5)));
        assertThat(open(story).stuck().since()).isEqualTo(time("12:41"));
    }

    @Test
    void whatIsTakenAndNotBegunIsStuckUntilItIsBegun() {
        Story story = taken().when(until("09:15:59")).then();
        story.when(until("09:16")).then(new LimitPassed(task(1), Stage.NOT_BEGUN, Duration.ofMinutes(15)));
        story.when(at("09:17", new StartTask(task(1))).by("emil"));
        assertThat(open(story).stuck()).isNull();
    }

    @Test
    void whatRestsForTooLongIsStuckUntilItGoesOn() {
        Story story = taken().when(at("09:02", new StartTask(task(1))).by("emil"))
                .when(at("09:10", new PauseTask(task(1), "words")).by("emil"))
                .when(until("09:29:59"))
                .then()
                .when(until("09:30"))
                .then(new LimitPassed(task(1), Stage.PAUSED, Duration.ofMinutes(20)));
        story.when(at("09:31", new ResumeTask(task(1))).by("emil"));
        assertThat(open(story).stuck()).isNull();
    }

    @Test
    void aRoomThatAirsHasNobodyToBeTold() {
        Story story = given(
                duty("emil", Skill.INFECTION), at("08:31", new OrderCleaning(bed("MED-1"), CleaningKind.AIRBORNE)));
        story.when(until("09:30"));
        assertThat(open(story).stuck()).isNull();
    }

    @Test
    void otherLimitsHoldFromNowOn() {
        Limits sooner = new Limits(
                Duration.ofMinutes(2),
                Limits.USUAL.untaken(),
                Limits.USUAL.notBegun(),
                Limits.USUAL.paused(),
                Limits.USUAL.unattended(),
                Limits.USUAL.shortage(),
                Limits.USUAL.messages());
        Story story = given(
                duty("emil"),
                at("09:00", new OrderCleaning(bed("MED-1"), null)),
                at("09:01", new AdoptRules(StandardRuleSet.SET.limited(2, sooner))));
        story.when(until("09:02"))
                .thenAlso(new LimitPassed(task(1), Stage.UNTOLD, Duration.ofMinutes(2)))
                .thenOffered(task(1), "emil");
    }

    private static Story taken() {
        return given(
                duty("emil"),
                at("09:00", new OrderCleaning(bed("MED-1"), null)),
                at("09:01", new TakeTask(task(1))).by("emil"));
    }

    private static Line duty(String person, Skill... skills) {
        return at("08:30", new StartDuty(Team.CLEANING, new TreeSet<>(), new TreeSet<>(Set.of(skills)), null))
                .by(person);
    }

    private static Task open(Story story) {
        @Nullable Task task = story.hospital().tasks().task(task(1));
        assertThat(task).isNotNull();
        return task;
    }
}
