package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.AdoptRules;
import flyt.domain.Command.AskForHelp;
import flyt.domain.Command.DeclineTask;
import flyt.domain.Command.DelayTask;
import flyt.domain.Command.EndBreak;
import flyt.domain.Command.EndDuty;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.HandBackTask;
import flyt.domain.Command.MoveWorker;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.OrderTask;
import flyt.domain.Command.PinTask;
import flyt.domain.Command.ReceiveOffer;
import flyt.domain.Command.RejectTask;
import flyt.domain.Command.ReopenTask;
import flyt.domain.Command.StartBreak;
import flyt.domain.Command.StartDuty;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.TakeTask;
import flyt.domain.Command.UnpinTask;
import flyt.domain.Decision.Refusal;
import flyt.domain.duty.Duties.Adoption;
import flyt.domain.duty.DutyEvent.DutyEnded;
import flyt.domain.duty.DutyEvent.RulesAdopted;
import flyt.domain.duty.DutyEvent.WorkerSeen;
import flyt.domain.place.WardId;
import flyt.domain.priority.Cause;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Skill;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.OfferEnd;
import flyt.domain.task.TaskEvent.OfferEnded;
import flyt.domain.task.TaskEvent.OfferReceived;
import flyt.domain.task.TaskEvent.TaskAccepted;
import flyt.domain.task.TaskEvent.TaskBecameDue;
import flyt.domain.task.TaskEvent.TaskHandedBack;
import flyt.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How work finds its people: duty, lists, offers, and what goes back (domain 3.7b, 3.8). */
class WorkTest {

    @Test
    void whoTakesFirstHasItAndTheOtherIsTold() {
        onDuty("emil", "leila")
                .when(at("10:01", new TakeTask(task(1))).by("emil"))
                .then(new TaskAccepted(task(1), staff("emil")))
                .when(at("10:01", new TakeTask(task(1))).by("leila"))
                .thenRefused(Refusal.TAKEN_ALREADY)
                .when(at("10:02", new StartTask(task(1))).by("leila"))
                .thenRefused(Refusal.TAKEN_ALREADY)
                .when(at("10:02", new StartTask(task(1))).by("emil"))
                .then(
                        new CleaningStarted(task(1), bed("MED-1"), staff("emil"), null),
                        new WorkerSeen(staff("emil"), Point.bed(bed("MED-1")), Duration.ZERO));
    }

    @Test
    void onlyWhoIsOnDutyForItAndTrainedTakesATask() {
        given(at("09:00", new OrderCleaning(bed("MED-1"), CleaningKind.CONTACT)))
                .when(at("10:01", new TakeTask(task(1))).by("emil"))
                .thenRefused(Refusal.NOT_ON_DUTY)
                .when(
                        duty("emil", Team.PORTERS),
                        at("10:01", new TakeTask(task(1))).by("emil"))
                .thenTask(task(1), TaskStatus.PENDING)
                .when(at("10:01", new TakeTask(task(1))).by("emil"))
                .thenRefused(Refusal.NOT_YOUR_TEAM)
                .when(duty("leila", Team.CLEANING))
                .when(at("10:02", new TakeTask(task(1))).by("leila"))
                .thenRefused(Refusal.NOT_TRAINED)
                .when(duty("leila", Team.CLEANING, Skill.INFECTION))
                .when(at("10:03", new TakeTask(task(1))).by("leila"))
                .then(new TaskAccepted(task(1), staff("leila")));
    }

    @Test
    void anOfferThatDoesNotArriveGoesOnAfterTenSecondsAndOneThatIsNotAnsweredAfterThirty() {
        Story story = pushed("emil", "leila");
        Task offered = open(story, 1);
        assertThat(offered.status()).isEqualTo(TaskStatus.OFFERED);
        String first = offered.offer().worker().value();
        String second = first.equals("emil") ? "leila" : "emil";
        story.when(until("09:00:10"))
                .thenAlso(new OfferEnded(task(1), staff(first), OfferEnd.NOT_RECEIVED))
                .thenOffered(task(1), second)
                .when(at("09:00:12", new ReceiveOffer(task(1))).by(second))
                .then(new OfferReceived(task(1), staff(second), time("09:00:42")))
                .when(at("09:00:13", new ReceiveOffer(task(1))).by(first))
                .thenRefused(Refusal.NOT_OFFERED_TO_YOU)
                .when(until("09:00:42"))
                .then(new OfferEnded(task(1), staff(second), OfferEnd.NOT_ANSWERED))
                .thenTask(task(1), TaskStatus.PENDING);
    }

    @Test
    void whoDeclinesIsNotAskedAgainButWhoComesOnDutyIs() {
        Story story = pushed("emil");
        story.when(at("09:00:02", new DeclineTask(task(1))).by("emil"))
                .then(new OfferEnded(task(1), staff("emil"), OfferEnd.DECLINED))
                .thenTask(task(1), TaskStatus.PENDING)
                .when(duty("leila", Team.CLEANING))
                .thenOffered(task(1), "leila")
                .when(at("09:00:05", new TakeTask(task(1))).by("leila"))
                .then(new TaskAccepted(task(1), staff("leila")));
    }

    @Test
    void whoIsDoneIsOfferedTheNext() {
        Story story = pushed("emil")
                .when(at("09:00:01", new TakeTask(task(1))).by("emil"))
                .when(at("09:01", new StartTask(task(1))).by("emil"))
                .when(at("09:02", new OrderCleaning(bed("SUR-1"), null)));
        assertThat(open(story, 2).status()).as("nobody is free").isEqualTo(TaskStatus.PENDING);
        story.when(at("09:15", new FinishTask(task(1), true)).by("emil"))
                .thenAlso(new WorkerSeen(staff("emil"), Point.bed(bed("MED-1")), Duration.ofMinutes(14)))
                .thenOffered(task(2), "emil");
    }

    @Test
    void theNearestIsAskedFirst() {
        pushed("emil", "leila")
                .when(at("09:00:01", new TakeTask(task(1))).by("emil"))
                .when(at("09:00:02", new OrderCleaning(bed("SUR-1"), null)))
                .thenOffered(task(2), "leila")
                .when(at("09:00:03", new TakeTask(task(2))).by("leila"))
                .when(at("09:01", new StartTask(task(1))).by("emil"))
                .when(at("09:01", new StartTask(task(2))).by("leila"))
                .when(at("09:15", new FinishTask(task(1), true)).by("emil"))
                .when(at("09:15", new FinishTask(task(2), true)).by("leila"))
                .when(at("09:16", new OrderCleaning(bed("SUR-2"), null)))
                .thenOffered(task(3), "leila")
                .when(at("09:16", new OrderCleaning(bed("MED-2"), null)))
                .thenOffered(task(4), "emil");
    }

    @Test
    void aRoomThatAirsIsOfferedWhenNobodyMustWaitAnyMore() {
        Story story = push(given())
                .when(at("08:00", admitted("anna", "MED-1")))
                .when(at("08:10", isolated("anna", flyt.domain.stay.Isolation.AIRBORNE)))
                .when(duty("emil", Team.CLEANING, Skill.INFECTION))
                .when(at("11:00", discharged("anna")));
        assertThat(open(story, 1).status()).isEqualTo(TaskStatus.PENDING);
        story.when(until("11:45")).thenOffered(task(1), "emil");
    }

    @Test
    void whoGoesOffDutyOrRestsGivesBackWhatIsNotBegun() {
        onDuty("emil")
                .when(at("10:01", new TakeTask(task(1))).by("emil"))
                .when(at("10:02", new StartBreak()).by("emil"))
                .thenAlso(new TaskHandedBack(task(1), staff("emil"), null))
                .when(at("10:03", new StartBreak()).by("emil"))
                .thenRefused(Refusal.ON_BREAK_ALREADY)
                .when(at("10:20", new EndBreak()).by("emil"))
                .when(at("10:21", new EndBreak()).by("emil"))
                .thenRefused(Refusal.NOT_ON_BREAK)
                .when(at("10:22", new TakeTask(task(1))).by("emil"))
                .when(at("10:23", new StartTask(task(1))).by("emil"))
                .when(at("10:24", new EndDuty()).by("emil"))
                .thenRefused(Refusal.IN_THE_MIDDLE_OF_A_TASK)
                .when(at("10:25", new FinishTask(task(1), true)).by("emil"))
                .when(at("10:26", new EndDuty()).by("emil"))
                .then(new DutyEnded(staff("emil")))
                .when(at("10:27", new EndDuty()).by("emil"))
                .thenRefused(Refusal.NOT_ON_DUTY);
    }

    @Test
    void aTaskGivenBackWaitsForAnybodyElse() {
        onDuty("emil")
                .when(at("10:01", new HandBackTask(task(1), null)).by("emil"))
                .thenRefused(Refusal.NOT_TAKEN_BY_YOU)
                .when(at("10:01", new TakeTask(task(1))).by("emil"))
                .when(at("10:02", new HandBackTask(task(1), "why")).by("emil"))
                .then(new TaskHandedBack(task(1), staff("emil"), "why"))
                .thenTask(task(1), TaskStatus.PENDING);
    }

    @Test
    void whatCannotBeDoneGoesToTheCoordinatorWhoLetsItWaitAgain() {
        Story story = onDuty("emil")
                .when(at("10:01", new TakeTask(task(1))).by("emil"))
                .when(at("10:02", new RejectTask(task(1), "locked")).by("emil"))
                .thenTask(task(1), TaskStatus.NOT_POSSIBLE);
        assertThat(story.hospital().tasks().waitingCount(Team.CLEANING)).isZero();
        story.when(at("10:03", new ReopenTask(task(1)))).thenTask(task(1), TaskStatus.PENDING);
        assertThat(story.hospital().tasks().waitingCount(Team.CLEANING)).isEqualTo(1);
        assertThat(open(story, 1).reason()).isNull();
    }

    @Test
    void delayAndHelpAreSaidOfATask() {
        Story story = onDuty("emil")
                .when(at("10:01", new AskForHelp(task(1), true)).by("emil"))
                .thenRefused(Refusal.NOT_TAKEN_BY_YOU)
                .when(at("10:01", new TakeTask(task(1))).by("emil"))
                .when(at("10:02", new AskForHelp(task(1), true)).by("emil"))
                .when(at("10:02", new DelayTask(task(1), "lift")).by("emil"));
        assertThat(open(story, 1).helpWanted()).isTrue();
        assertThat(open(story, 1).delay()).isEqualTo("lift");
    }

    @Test
    void anAppointmentBecomesSomethingToDoWhenItsHourIsNear() {
        Story story = given(duty("ali", Team.PORTERS))
                .when(at("10:00", transport("patient-bed", time("13:00"))))
                .thenTask(task(1), TaskStatus.SCHEDULED)
                .when(at("10:01", new TakeTask(task(1))).by("ali"))
                .thenRefused(Refusal.NOT_TO_BE_DONE_YET);
        // 30 minutes and the 18 that it takes
        story.when(until("12:11")).then().when(until("12:12")).then(new TaskBecameDue(task(1)));
        assertThat(open(story, 1).rank().due()).isEqualTo(time("12:42"));
        assertThat(open(story, 1).rank().reasons())
                .extracting(reason -> reason.cause())
                .contains(Cause.APPOINTMENT);
    }

    @Test
    void whatNobodyKnowsIsNotOrdered() {
        given().when(at("10:00", transport("flying-carpet", null)))
                .thenRefused(Refusal.UNKNOWN_KIND)
                .when(at("10:00", transport("clean-standard", null)))
                .thenRefused(Refusal.UNKNOWN_KIND)
                .when(at("10:00", transport("waste", time("09:00"))))
                .thenRefused(Refusal.END_IN_THE_PAST)
                .when(at("10:00", new OrderTask("waste", Point.ward(new WardId("NO")), null, null, null, null, null)))
                .thenRefused(Refusal.UNKNOWN_PLACE)
                .when(at(
                        "10:00",
                        new OrderTask("patient-bed", Point.bed(bed("MED-1")), null, stay("nobody"), null, null, null)))
                .thenRefused(Refusal.UNKNOWN_STAY);
    }

    @Test
    void aCoordinatorPutsATaskFirstUntilATime() {
        Story story = given(
                        at("09:00", new OrderCleaning(bed("MED-1"), null)),
                        at("09:01", new OrderCleaning(bed("MED-2"), null)))
                .when(at("09:02", new PinTask(task(2), time("10:00"), "why")));
        assertThat(order(story)).containsExactly("MED-2", "MED-1");
        assertThat(open(story, 2).rank().reasons().get(0).cause()).isEqualTo(Cause.PINNED);
        story.when(until("10:00"));
        assertThat(order(story)).containsExactly("MED-1", "MED-2");
        story.when(at("10:05", new PinTask(task(2), time("11:00"), "why")), at("10:06", new UnpinTask(task(2))));
        assertThat(order(story)).containsExactly("MED-1", "MED-2");
        story.when(at("10:07", new UnpinTask(task(2)))).thenRefused(Refusal.NOT_PINNED);
        story.when(at("10:08", new PinTask(task(2), time("10:08"), "why"))).thenRefused(Refusal.END_IN_THE_PAST);
    }

    @Test
    void whoComesToABedMakesItsCleanUrgentAndWhoDoesNotComeDoesNot() {
        Story story = given(
                        at("09:00", new OrderCleaning(bed("MED-1"), null)),
                        at("09:01", new OrderCleaning(bed("MED-2"), null)))
                .when(at("09:10", admissionExpected("bo", "MED-2", "09:30")));
        assertThat(order(story)).containsExactly("MED-2", "MED-1");
        assertThat(open(story, 2).rank().urgency()).isEqualTo(Urgency.NOW);
        assertThat(open(story, 2).rank().reasons().get(0).cause()).isEqualTo(Cause.PATIENT_COMES);
        story.when(at("09:11", cancelled("bo", flyt.domain.stay.FactKind.ADMISSION_EXPECTED)));
        assertThat(order(story)).containsExactly("MED-1", "MED-2");
    }

    @Test
    void aWardWithoutAFreeBedForSomebodyWhoComesNeedsOneSoon() {
        Story story = given(
                        at("08:00", admitted("a", "MED-1")),
                        at("08:00", admitted("b", "MED-2")),
                        at("09:00", new OrderCleaning(bed("SUR-1"), null)),
                        at("09:01", new OrderCleaning(bed("MED-3"), null)))
                .when(at("09:10", admissionExpected("bo", "MED", "09:00")));
        assertThat(order(story)).containsExactly("MED-3", "SUR-1");
        assertThat(open(story, 2).rank().reasons().get(0).cause()).isEqualTo(Cause.NO_FREE_BED);
    }

    @Test
    void peopleAreMovedToOtherZones() {
        Story story = onDuty("emil").when(at("10:01", new MoveWorker(staff("emil"), new TreeSet<>(Set.of("R2")))));
        assertThat(story.hospital().duties().worker(staff("emil")).zones()).containsExactly("R2");
        story.when(at("10:01", new MoveWorker(staff("nobody"), new TreeSet<>())))
                .thenRefused(Refusal.NOT_ON_DUTY);
    }

    @Test
    void rulesComeIntoForceForAllThatWaitsAndOlderOnesDoNot() {
        RuleSet arrival = StandardRuleSet.SET.in(RuleSet.Order.ARRIVAL);
        RuleSet second = version(arrival, 2, List.of());
        Story story = given(at("09:00", new OrderCleaning(bed("MED-1"), null)))
                .when(at("09:01", new AdoptRules(arrival)))
                .thenRefused(Refusal.OLDER_RULES);
        assertThat(story.hospital().duties().adopted()).isNull();
        story.when(at("09:01", new AdoptRules(second)).by("kari")).then(new RulesAdopted(second));
        assertThat(story.hospital().duties().adopted()).isEqualTo(new Adoption(time("09:01"), staff("kari")));
    }

    private static Story onDuty(String... people) {
        Story story = given(at("09:00", new OrderCleaning(bed("MED-1"), null)));
        for (String person : people) {
            story.when(duty(person, Team.CLEANING));
        }
        return story;
    }

    /** Work is offered; these are on duty before the clean of MED-1 is ordered. */
    private static Story pushed(String... people) {
        Story story = push(given());
        for (String person : people) {
            story.when(duty(person, Team.CLEANING));
        }
        return story.when(at("09:00", new OrderCleaning(bed("MED-1"), null)));
    }

    private static Story push(Story story) {
        HandingOut always = new HandingOut(Team.CLEANING, 0, 24, Mode.PUSH);
        return story.when(at("07:00", new AdoptRules(version(StandardRuleSet.SET, 2, List.of(always)))));
    }

    static RuleSet version(RuleSet rules, int version, List<HandingOut> shifts) {
        return rules.handedOut(version, shifts);
    }

    private static Line duty(String person, Team team, Skill... skills) {
        return at("08:30", new StartDuty(team, new TreeSet<>(), new TreeSet<>(Set.of(skills)), null))
                .by(person);
    }

    private static OrderTask transport(String kind, @Nullable Instant due) {
        return new OrderTask(kind, Point.bed(bed("MED-1")), Point.stop("XRAY"), null, null, due, null);
    }

    private static Task open(Story story, int number) {
        Task task = story.hospital().tasks().task(Facts.task(number));
        assertThat(task).isNotNull();
        return task;
    }

    private static List<String> order(Story story) {
        List<String> beds = new java.util.ArrayList<>();
        story.hospital()
                .tasks()
                .waiting(Team.CLEANING)
                .forEach(task -> beds.add(task.bed().value()));
        return beds;
    }
}
