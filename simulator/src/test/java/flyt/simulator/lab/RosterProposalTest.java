package flyt.simulator.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterProposalTest {

    @Test
    void aProposalDoesTheWorkWithHalfOfTheHoursTrained() {
        Demand demand = LabJobs.recorded(1, 7).of(Team.CLEANING);
        RosterProposal proposal = RosterProposal.measured(Team.CLEANING, List.of(demand));
        Roster roster = proposal.roster(0.75, 1_000);
        assertThat(roster.weeklyHours()).isGreaterThan(proposal.weeklyWork() / 0.75);
        double trained = new Roster(
                        "trained",
                        Team.CLEANING,
                        roster.shifts().stream()
                                .filter(shift -> shift.skills().contains(Skill.INFECTION))
                                .toList())
                .weeklyHours();
        assertThat(trained / roster.weeklyHours()).isCloseTo(0.5, within(0.05));
        Work work = Shop.run(demand, Policy.NEED_BASED, roster);
        assertThat(work.undone()).isEmpty();
        assertThat(work.done()).hasSameSizeAs(demand.jobs());
    }

    @Test
    void theWorkOfAWeekIsServiceAndWalks() {
        Demand demand = LabJobs.recorded(1, 7).of(Team.CLEANING);
        double service = demand.jobs().stream()
                        .filter(demand::counted)
                        .mapToLong(job -> job.service().toSeconds())
                        .sum()
                / 3600.0;
        double work = RosterProposal.measured(Team.CLEANING, List.of(demand)).weeklyWork();
        assertThat(work).isBetween(service * 1.1, service * 1.5);
    }
}
