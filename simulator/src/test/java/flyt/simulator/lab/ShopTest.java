package flyt.simulator.lab;

import static flyt.simulator.lab.LabJobs.clean;
import static flyt.simulator.lab.LabJobs.demand;
import static flyt.simulator.lab.LabJobs.minute;
import static flyt.simulator.lab.LabJobs.oneCleaner;
import static flyt.simulator.lab.LabJobs.recorded;
import static flyt.simulator.lab.LabJobs.room;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.simulator.lab.Job.Wish;
import flyt.simulator.lab.Roster.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks of the standard rules: 30 s to another room of a cluster, 90 s within a ward, 3 min on a floor; from the entrance 3 min. */
class ShopTest {

    private static final Set<Skill> TRAINED = Set.of(Skill.INFECTION);

    @Test
    void oneCleanerDoesJobsOneAfterTheOtherAndWalksBetweenThem() {
        Demand demand = demand(
                clean(1, 0, "clean-standard", room("W", "1"), 14),
                clean(2, 5, "clean-standard", room("W", "2"), 10),
                clean(3, 60, "clean-standard", room("W", "2"), 10));
        List<Outcome> done =
                Shop.run(demand, Policy.POOLED, oneCleaner(Set.of())).done();
        assertThat(done).extracting(outcome -> outcome.job().id()).containsExactly(1, 2, 3);
        assertThat(done.get(0).started()).isEqualTo(minute(3));
        assertThat(done.get(0).done()).isEqualTo(minute(17));
        assertThat(done.get(1).taken()).isEqualTo(minute(17));
        assertThat(done.get(1).done()).isEqualTo(minute(17).plusSeconds(30).plus(Duration.ofMinutes(10)));
        assertThat(done.get(2).walk()).isEqualTo(Duration.ZERO);
        assertThat(done.get(2).done()).isEqualTo(minute(70));
    }

    @Test
    void byNeedTheBedThatAPatientWaitsForIsBeforeTheOlderOne() {
        Wish waits = new Wish(minute(3), minute(3), true, null);
        Demand demand = demand(
                clean(1, 0, "clean-standard", room("W", "1"), 14),
                clean(2, 1, "clean-standard", room("W", "2"), 14),
                clean(3, 2, "clean-standard", room("W", "3"), 14, waits));
        assertThat(order(Shop.run(demand, Policy.POOLED, oneCleaner(Set.of())))).containsExactly(1, 2, 3);
        assertThat(order(Shop.run(demand, Policy.NEED_BASED, oneCleaner(Set.of()))))
                .containsExactly(1, 3, 2);
    }

    @Test
    void whoDoesNotAnswerAnOfferInTimeIsAskedAgainTwoMinutesLater() {
        Demand demand = demand(clean(1, 0, "clean-standard", room("W", "1"), 14));
        Outcome outcome =
                Shop.run(demand, Policy.PUSH, oneCleaner(Set.of())).done().get(0);
        // the first answer to this offer of this run takes longer than the 30 s there are
        assertThat(outcome.taken()).isBetween(minute(2).plusSeconds(30), minute(4));
    }

    @Test
    void aPromiseThatIsTakenBackCountsNoMore() {
        Wish withdrawn = new Wish(minute(3), minute(3), true, minute(10));
        Demand demand = demand(
                clean(1, 0, "clean-standard", room("W", "1"), 14),
                clean(2, 1, "clean-standard", room("W", "2"), 14),
                clean(3, 13, "clean-standard", room("W", "3"), 14, withdrawn));
        assertThat(order(Shop.run(demand, Policy.NEED_BASED, oneCleaner(Set.of()))))
                .containsExactly(1, 2, 3);
    }

    @Test
    void whoIsNotTrainedLeavesAnInfectionCleanAndItIsToldAsUndone() {
        Demand demand = demand(clean(1, 0, "clean-contact", room("W", "1"), 50));
        Work untrained = Shop.run(demand, Policy.NEED_BASED, oneCleaner(Set.of()));
        assertThat(untrained.done()).isEmpty();
        assertThat(untrained.undone()).extracting(Job::id).containsExactly(1);
        assertThat(Shop.run(demand, Policy.NEED_BASED, oneCleaner(TRAINED)).done())
                .hasSize(1);
    }

    @Test
    void whatCannotBeFinishedBeforeTheShiftEndsWaitsForTheNext() {
        Demand demand = demand(clean(1, 6 * 60 + 50, "clean-standard", room("W", "1"), 14));
        Outcome outcome =
                Shop.run(demand, Policy.NEED_BASED, oneCleaner(Set.of())).done().get(0);
        // the shift ends at 15, the next begins at seven in the morning
        assertThat(outcome.taken()).isEqualTo(minute(23 * 60));
    }

    @Test
    void aBreakIsTakenWhenItIsDueOrAfterTheJobUnderWay() {
        Shift shift = new Shift(
                "one",
                LocalTime.of(7, 0),
                LocalTime.of(15, 0),
                Set.of(DayOfWeek.values()),
                Set.of(),
                Set.of(),
                Set.of(),
                LocalTime.of(8, 10),
                30);
        Roster roster = new Roster("with a break", Team.CLEANING, List.of(shift));
        Demand demand = demand(
                clean(1, 0, "clean-standard", room("W", "1"), 14), clean(2, 5, "clean-standard", room("W", "1"), 10));
        List<Outcome> done = Shop.run(demand, Policy.NEED_BASED, roster).done();
        assertThat(done.get(0).done()).isEqualTo(minute(17));
        assertThat(done.get(1).taken()).isEqualTo(minute(47));
    }

    @Test
    void asBeforeAJobIsKnownLaterAndEqualWhateverTheRosterIs() {
        Demand demand = demand(clean(1, 0, "clean-standard", room("W", "1"), 14));
        Outcome one =
                Shop.run(demand, Policy.AS_BEFORE, oneCleaner(Set.of())).done().get(0);
        Outcome trained =
                Shop.run(demand, Policy.AS_BEFORE, oneCleaner(TRAINED)).done().get(0);
        assertThat(one.taken()).isAfter(minute(0)).isEqualTo(trained.taken());
    }

    @Test
    void eachJobIsDoneExactlyOnceUnderEachPolicyAndNobodyDoesTwoAtOnce() {
        for (Team team : List.of(Team.CLEANING, Team.PORTERS)) {
            Demand demand = recorded(3, 4).of(team);
            for (Policy policy : Policy.NAMED) {
                Work work = Shop.run(demand, policy, ReferenceRosters.of(team));
                assertThat(work.undone()).as(policy.name()).isEmpty();
                assertThat(order(work).stream().sorted().toList())
                        .as(policy.name())
                        .isEqualTo(demand.jobs().stream().map(Job::id).sorted().toList());
                assertThat(mostAtOnce(work)).as(policy.name()).isLessThanOrEqualTo(team == Team.CLEANING ? 12 : 20);
            }
        }
    }

    @Test
    void theSameDemandGivesTheSameResult() {
        Demand demand = recorded(5, 3);
        for (Policy policy : Policy.NAMED) {
            assertThat(Shop.run(demand, policy, ReferenceRosters.CLEANERS))
                    .isEqualTo(Shop.run(recorded(5, 3), policy, ReferenceRosters.CLEANERS));
        }
    }

    @Test
    void noPolicyBeatsTheBoundInAnyJob() {
        for (Team team : List.of(Team.CLEANING, Team.PORTERS)) {
            Demand demand = recorded(2, 4).of(team);
            for (Policy policy : Policy.NAMED) {
                for (Outcome outcome :
                        Shop.run(demand, policy, ReferenceRosters.of(team)).done()) {
                    Outcome bound = Bound.of(outcome.job());
                    assertThat(outcome.done()).as(policy.name()).isAfterOrEqualTo(bound.done());
                    assertThat(outcome.started()).as(policy.name()).isAfterOrEqualTo(bound.started());
                }
            }
        }
    }

    private static List<Integer> order(Work work) {
        return work.done().stream().map(outcome -> outcome.job().id()).toList();
    }

    private static int mostAtOnce(Work work) {
        List<Outcome> begun = work.done().stream()
                .sorted(Comparator.comparing(Outcome::taken))
                .toList();
        int most = 0;
        for (Outcome outcome : begun) {
            int atWork = 0;
            for (Outcome other : begun) {
                boolean overlaps =
                        !other.taken().isAfter(outcome.taken()) && other.done().isAfter(outcome.taken());
                atWork += overlaps ? 1 : 0;
            }
            most = Math.max(most, atWork);
        }
        return most;
    }
}
