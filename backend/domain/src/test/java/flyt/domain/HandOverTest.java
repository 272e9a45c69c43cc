package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.ArriveAtTask;
import flyt.domain.Command.ConfirmPatient;
import flyt.domain.Command.DeclineTask;
import flyt.domain.Command.EndDuty;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.HandOverTask;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.OrderTask;
import flyt.domain.Command.ResumeTask;
import flyt.domain.Command.StartBreak;
import flyt.domain.Command.StartDuty;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.TakeTask;
import flyt.domain.Command.Undo;
import flyt.domain.Decision.Refusal;
import flyt.domain.duty.DutyEvent.DutyEnded;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.HandOverEnded;
import flyt.domain.task.TaskEvent.HandOverOffered;
import flyt.domain.task.TaskEvent.OfferEnd;
import flyt.domain.task.TaskEvent.OfferEnded;
import flyt.domain.task.TaskEvent.TaskHandedBack;
import flyt.domain.task.TaskEvent.TaskTakenOver;
import flyt.domain.task.TaskStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Handing what one has to a colleague: it is theirs until the colleague takes it, and never nobody's on the way. */
class HandOverTest {

    @Test
    void itIsTheirsUntilTheColleagueTakesIt() {
        Story story = taken().when(at("10:02", to("leila")).by("emil"))
                .then(new HandOverOffered(task(1), staff("leila")))
                .thenTask(task(1), TaskStatus.ACCEPTED);
        assertThat(open(story).by()).isEqualTo(staff("emil"));
        story.when(at("10:03", new TakeTask(task(1))).by("leila")).then(new TaskTakenOver(task(1), staff("leila")));
        assertThat(open(story).isWith(staff("leila"))).isTrue();
        assertThat(open(story).handOverTo()).isNull();
        assertThat(open(story).passedBy()).as("not asked again").containsExactly(staff("emil"));
        story.when(at("10:04", new StartTask(task(1))).by("emil")).thenRefused(Refusal.TAKEN_ALREADY);
    }

    @Test
    void whoeverSaysNoGivesItBackToTheOneWhoHasIt() {
        Story story = taken().when(at("10:02", to("leila")).by("emil"))
                .when(at("10:03", new DeclineTask(task(1))).by("leila"))
                .then(new HandOverEnded(task(1), staff("leila"), OfferEnd.DECLINED));
        assertThat(open(story).isWith(staff("emil"))).isTrue();
        story.when(at("10:04", new TakeTask(task(1))).by("leila")).thenRefused(Refusal.TAKEN_ALREADY);
    }

    @Test
    void whoHasItMayKeepItByAWordOrByGoingOn() {
        taken().when(at("10:02", to(null)).by("emil"))
                .thenRefused(Refusal.NOT_HANDED_OVER)
                .when(at("10:02", to("leila")).by("emil"))
                .when(at("10:03", to("leila")).by("emil"))
                .then()
                .when(at("10:03", to(null)).by("emil"))
                .then(new HandOverEnded(task(1), staff("leila"), OfferEnd.WITHDRAWN))
                .when(at("10:04", to("leila")).by("emil"))
                .when(at("10:05", new StartTask(task(1))).by("emil"))
                .when(at("10:06", new TakeTask(task(1))).by("leila"))
                .thenRefused(Refusal.TAKEN_ALREADY);
    }

    @Test
    void onlyWhoHasItHandsItToAColleagueWhoIsThereAndTrained() {
        given(at("09:00", new OrderCleaning(bed("MED-1"), CleaningKind.CONTACT)))
                .when(duty("emil", Team.CLEANING, Skill.INFECTION), duty("leila", Team.CLEANING))
                .when(duty("ali", Team.PORTERS), duty("amina", Team.CLEANING, Skill.INFECTION))
                .when(at("10:01", to("amina")).by("emil"))
                .thenRefused(Refusal.NOT_TAKEN_BY_YOU)
                .when(at("10:01", new TakeTask(task(1))).by("emil"))
                .when(at("10:02", to("amina")).by("leila"))
                .thenRefused(Refusal.NOT_TAKEN_BY_YOU)
                .when(at("10:02", to("leila")).by("emil"))
                .thenRefused(Refusal.COLLEAGUE_NOT_TRAINED)
                .when(at("10:02", to("ali")).by("emil"))
                .thenRefused(Refusal.COLLEAGUE_NOT_THERE)
                .when(at("10:02", to("emil")).by("emil"))
                .thenRefused(Refusal.COLLEAGUE_NOT_THERE)
                .when(at("10:03", new StartBreak()).by("amina"))
                .when(at("10:04", to("amina")).by("emil"))
                .thenRefused(Refusal.COLLEAGUE_NOT_THERE);
    }

    @Test
    void whoGoesOffDutyLeavesItToTheColleagueAndWhoeverIsNext() {
        Story story = taken().when(at("10:02", to("leila")).by("emil"))
                .when(at("10:03", new EndDuty()).by("emil"))
                .thenAlso(new TaskHandedBack(task(1), staff("emil"), null))
                .thenAlso(new DutyEnded(staff("emil")))
                .thenOffered(task(1), "leila");
        story.when(at("10:03", new DeclineTask(task(1))).by("leila"))
                .then(new OfferEnded(task(1), staff("leila"), OfferEnd.DECLINED))
                .thenTask(task(1), TaskStatus.PENDING);
        assertThat(open(story).by()).isNull();
    }

    @Test
    void aColleagueWhoGoesLeavesItWhereItWas() {
        Story story = taken().when(at("10:02", to("leila")).by("emil"))
                .when(at("10:03", new StartBreak()).by("leila"))
                .thenAlso(new HandOverEnded(task(1), staff("leila"), OfferEnd.WITHDRAWN));
        assertThat(open(story).isWith(staff("emil"))).isTrue();
        story.when(at("10:04", new TakeTask(task(1))).by("leila")).thenRefused(Refusal.TAKEN_ALREADY);
    }

    @Test
    void anotherTeamTakesWhatOneHadBackToTheQueue() {
        taken().when(at("10:02", new StartDuty(Team.PORTERS, new TreeSet<>(), new TreeSet<>(), null))
                        .by("emil"))
                .thenAlso(new TaskHandedBack(task(1), staff("emil"), null));
    }

    @Test
    void aCleanGoesOnWhereItWas() {
        Story story = taken().when(at("10:02", new StartTask(task(1))).by("emil"))
                .when(at("10:03", to("leila")).by("emil"))
                .when(at("10:04", new EndDuty()).by("emil"))
                .thenRefused(Refusal.IN_THE_MIDDLE_OF_A_TASK)
                .when(at("10:05", new TakeTask(task(1))).by("leila"))
                .thenTask(task(1), TaskStatus.IN_PROGRESS)
                .when(at("10:06", new EndDuty()).by("emil"))
                .then(new DutyEnded(staff("emil")));
        assertThat(open(story).startedAt()).isEqualTo(time("10:02"));
        assertThat(story.hospital().use(bed("MED-1"))).isEqualTo(BedUse.BEING_CLEANED);
    }

    @Test
    void whatWasTakenOverIsNotGivenBackByUndoing() {
        Story story = taken().when(at("10:02", to("leila")).by("emil"));
        story.when(at("10:03:00", new TakeTask(task(1))).by("leila"));
        var taking = story.journal().get(story.journal().size() - 1).header().message();
        story.when(at("10:03:02", new Undo(taking)).by("leila")).thenRefused(Refusal.TOO_LATE);
    }

    @Test
    void aPatientIsMetAnewAndWhatIsHeldStaysHeld() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("08:00", admitted("bo", "MED-2")))
                .when(duty("ali", Team.PORTERS), duty("eva", Team.PORTERS))
                .when(at("10:00", chair("anna")), at("10:00", chair("bo")))
                .when(at("10:01", new TakeTask(task(1))).by("ali"))
                .when(at("10:02", new ArriveAtTask(task(1))).by("ali"))
                .when(at("10:02", new ConfirmPatient(task(1), null)).by("ali"))
                .when(at("10:03", new StartTask(task(1))).by("ali"))
                .when(at("10:04", to("eva")).by("ali"))
                .when(at("10:05", new TakeTask(task(1))).by("eva"))
                .thenTask(task(1), TaskStatus.PAUSED);
        assertThat(open(story).check())
                .as("ali's look at the wristband is not eva's")
                .isNull();
        story.when(at("10:05", new TakeTask(task(2))).by("ali"))
                .when(at("10:05", new ArriveAtTask(task(2))).by("ali"))
                .when(at("10:05", new ConfirmPatient(task(2), null)).by("ali"))
                .when(at("10:05", new StartTask(task(2))).by("ali"))
                .thenRefused(Refusal.EQUIPMENT_HELD)
                .when(at("10:06", new ResumeTask(task(1))).by("eva"))
                .thenRefused(Refusal.WRISTBAND_NOT_CONFIRMED)
                .when(at("10:06", new FinishTask(task(1), false)).by("eva"))
                .thenRefused(Refusal.WRISTBAND_NOT_CONFIRMED)
                .when(at("10:07", new ArriveAtTask(task(1))).by("ali"))
                .thenRefused(Refusal.NOT_TAKEN_BY_YOU)
                .when(at("10:07", new ArriveAtTask(task(1))).by("eva"))
                .when(at("10:07", new ConfirmPatient(task(1), null)).by("eva"))
                .when(at("10:08", new ResumeTask(task(1))).by("eva"))
                .thenTask(task(1), TaskStatus.IN_PROGRESS);
    }

    /** emil has the clean of MED-1; leila is on duty. */
    private static Story taken() {
        return given(at("09:00", new OrderCleaning(bed("MED-1"), null)))
                .when(duty("emil", Team.CLEANING), duty("leila", Team.CLEANING))
                .when(at("10:01", new TakeTask(task(1))).by("emil"));
    }

    private static HandOverTask to(@Nullable String colleague) {
        return new HandOverTask(task(1), colleague == null ? null : staff(colleague));
    }

    private static OrderTask chair(String stay) {
        return new OrderTask(
                "patient-wheelchair",
                null,
                Point.stop("XRAY"),
                stay(stay),
                null,
                null,
                null,
                List.of(),
                new TreeSet<>(Set.of("WC-1")),
                false,
                false);
    }

    private static Line duty(String person, Team team, Skill... skills) {
        return at("08:50", new StartDuty(team, new TreeSet<>(), new TreeSet<>(Set.of(skills)), null))
                .by(person);
    }

    private static Task open(Story story) {
        return Objects.requireNonNull(story.hospital().tasks().task(task(1)));
    }
}
