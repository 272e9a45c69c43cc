package flyt.domain.priority;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.priority.RuleSet.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Domain 3.8 and 3.9, rule by rule. */
class PriorityTest {
    private static final Instant TEN = Instant.parse("2026-11-12T10:00:00Z");
    private static final RuleSet RULES = StandardRuleSet.SET;

    @Test
    void anOrdinaryCleanIsForTheShift() {
        Rank rank = clean(Map.of(), TEN);
        assertThat(rank.urgency()).isEqualTo(Urgency.SHIFT);
        assertThat(rank.due()).isEqualTo(TEN.plus(Duration.ofHours(4)));
        assertThat(rank.startBy()).isEqualTo(rank.due().minus(Duration.ofMinutes(14)));
        assertThat(rank.reasons()).containsExactly(new Reason(Cause.ORDERED, TEN));
    }

    @Test
    void aPatientWhoWaitsInTheEmergencyDepartmentComesFirstAndTheTimeRunsFromThen() {
        Instant since = minutes(20);
        Rank rank = clean(Map.of(Cause.EMERGENCY_PATIENT_WAITS, since), minutes(25));
        assertThat(rank.urgency()).isEqualTo(Urgency.NOW);
        assertThat(rank.due()).isEqualTo(since.plus(Duration.ofMinutes(25)));
        assertThat(rank.reasons().get(0)).isEqualTo(new Reason(Cause.EMERGENCY_PATIENT_WAITS, since));
        assertThat(rank).isLessThan(clean(Map.of(), minutes(25)));
    }

    @Test
    void aPatientWhoComesMakesItMoreUrgentAsTheHourComesNearer() {
        Map<Cause, Instant> comesAtThree = Map.of(Cause.PATIENT_COMES, minutes(300));
        Rank early = cleanNeverLifted(comesAtThree, minutes(10));
        assertThat(early.urgency()).isEqualTo(Urgency.TODAY);
        assertThat(early.changesAt()).isEqualTo(minutes(180));
        Rank soon = cleanNeverLifted(comesAtThree, minutes(180));
        assertThat(soon.urgency()).isLessThanOrEqualTo(Urgency.SOON);
        Rank now = clean(Map.of(Cause.PATIENT_COMES, minutes(60)), minutes(30));
        assertThat(now.urgency()).isEqualTo(Urgency.NOW);
        assertThat(now.due()).isEqualTo(minutes(55));
    }

    @Test
    void aWardWithoutAFreeBedComesSoon() {
        assertThat(clean(Map.of(Cause.NO_FREE_BED, TEN), TEN).urgency()).isEqualTo(Urgency.SOON);
        assertThat(clean(Map.of(Cause.ISOLATION_ROOM_NEEDED, TEN), TEN).urgency())
                .isEqualTo(Urgency.SOON);
        assertThat(clean(Map.of(Cause.SHORTAGE_EXPECTED, TEN), TEN).urgency()).isEqualTo(Urgency.TODAY);
        assertThat(clean(Map.of(Cause.INTENSIVE_CARE, TEN), TEN).urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void whatWillBeIsNoReasonBeforeItIs() {
        Map<Cause, Instant> later = Map.of(Cause.NO_FREE_BED, minutes(30));
        assertThat(clean(later, TEN).reasons()).containsExactly(new Reason(Cause.ORDERED, TEN));
        assertThat(clean(later, TEN).changesAt()).isEqualTo(minutes(30));
        assertThat(clean(later, minutes(30)).reasons()).contains(new Reason(Cause.NO_FREE_BED, minutes(30)));
    }

    @Test
    void whatHasWaitedTwiceItsTimeIsOneClassUpAndSaysSo() {
        Map<Cause, Instant> shortage = Map.of(Cause.SHORTAGE_EXPECTED, TEN);
        assertThat(cleanNeverLifted(shortage, TEN).changesAt()).isEqualTo(minutes(180));
        Rank old = cleanNeverLifted(shortage, minutes(180));
        assertThat(old.urgency()).isEqualTo(Urgency.SOON);
        assertThat(old.reasons()).contains(new Reason(Cause.WAITED_LONG, TEN));
    }

    @Test
    void whatHasWaitedAnHourIsAmongTheMostUrgentAndStillDueWhenItWas() {
        Rank before = clean(Map.of(), minutes(59));
        assertThat(before.urgency()).isEqualTo(Urgency.SHIFT);
        assertThat(before.changesAt()).isEqualTo(minutes(60));
        Rank lifted = clean(Map.of(), minutes(60));
        assertThat(lifted.urgency()).isEqualTo(Urgency.NOW);
        assertThat(lifted.reasons().get(0)).isEqualTo(new Reason(Cause.WAITED_TOO_LONG, TEN));
        assertThat(lifted.changesAt()).isNull();
        assertThat(lifted.due()).isEqualTo(before.due());
        assertThat(lifted.startBy()).isEqualTo(before.startBy());
    }

    @Test
    void aTeamThatSaysNothingIsLiftedAtTheLongestWait() {
        Need fault = Need.of(Team.TECHNICAL, TEN, Urgency.TODAY, Duration.ofMinutes(30), Map.of());
        assertThat(Priority.rank(fault, RULES, minutes(239)).urgency()).isEqualTo(Urgency.TODAY);
        assertThat(Priority.rank(fault, RULES, minutes(240)).urgency()).isEqualTo(Urgency.NOW);
    }

    /** The guard against starving: whatever comes later and waits for a bed, it stands behind what was lifted. */
    @Test
    void whatWasLiftedStandsBeforeAllThatComesLater() {
        for (Team team : Team.values()) {
            Instant lifted = TEN.plus(RULES.liftedAfter(team));
            for (Urgency asked : Urgency.values()) {
                Need old = Need.of(team, TEN, asked, Duration.ofMinutes(14), Map.of());
                Need later = Need.of(
                        team, lifted, Urgency.NOW, Duration.ofMinutes(14), Map.of(Cause.EMERGENCY_PATIENT_WAITS, TEN));
                assertThat(Priority.rank(old, RULES, lifted))
                        .as("%s of %s", asked, team)
                        .isLessThan(Priority.rank(later, RULES, lifted));
            }
        }
    }

    /** One worker and always something more urgent to do: the plainest job is begun when it is lifted and one job is done. */
    @Test
    void nobodyStarvesThoughMoreUrgentWorkNeverEnds() {
        Duration service = Duration.ofMinutes(20);
        Need plain = Need.of(Team.CLEANING, TEN, Urgency.PLAN, service, Map.of());
        Instant now = TEN;
        for (boolean begun = false; !begun; now = now.plus(service)) {
            Need urgent =
                    Need.of(Team.CLEANING, now, Urgency.SHIFT, service, Map.of(Cause.EMERGENCY_PATIENT_WAITS, now));
            begun = Priority.rank(plain, RULES, now).compareTo(Priority.rank(urgent, RULES, now)) < 0;
            assertThat(Duration.between(TEN, now))
                    .isLessThanOrEqualTo(RULES.liftedAfter(Team.CLEANING).plus(service));
        }
    }

    @Test
    void aPatientUnattendedIsOneClassUpAfterAQuarter() {
        Map<Cause, Instant> waits = Map.of(Cause.PATIENT_UNATTENDED, TEN);
        Need fetch = Need.of(Team.PORTERS, TEN, Urgency.SOON, Duration.ofMinutes(15), waits);
        assertThat(Priority.rank(fetch, RULES, minutes(14)).urgency()).isEqualTo(Urgency.SOON);
        assertThat(Priority.rank(fetch, RULES, minutes(14)).changesAt()).isEqualTo(minutes(15));
        assertThat(Priority.rank(fetch, RULES, minutes(15)).urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void anAppointmentIsDueThenAndDoesNotAge() {
        Need linen = Need.of(
                Team.PORTERS, TEN, Urgency.PLAN, Duration.ofMinutes(15), Map.of(Cause.APPOINTMENT, minutes(600)));
        Rank rank = Priority.rank(linen, RULES, minutes(500));
        assertThat(rank.urgency()).isEqualTo(Urgency.PLAN);
        assertThat(rank.due()).isEqualTo(minutes(600));
    }

    @Test
    void anAppointmentThatComesNearStandsAmongTheOrdinaryJobsAndAgesFromThenOn() {
        Need toTheatre = Need.of(
                Team.PORTERS, TEN, Urgency.PLAN, Duration.ofMinutes(20), Map.of(Cause.APPOINTMENT, minutes(600)));
        Rank before = Priority.rank(toTheatre, RULES, minutes(569));
        assertThat(before.urgency()).isEqualTo(Urgency.PLAN);
        assertThat(before.changesAt()).isEqualTo(minutes(570));
        Rank near = Priority.rank(toTheatre, RULES, minutes(570));
        assertThat(near.urgency()).isEqualTo(Urgency.SOON);
        assertThat(near.due()).isEqualTo(minutes(600));
        assertThat(near.changesAt()).isEqualTo(minutes(660));
        assertThat(Priority.rank(toTheatre, RULES, minutes(660)).urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void aPinnedTaskIsFirstUntilThePinEnds() {
        Map<Cause, Instant> pinned = Map.of(Cause.PINNED, minutes(60));
        Rank acute = clean(Map.of(Cause.ORDERED_ACUTE, TEN), TEN);
        assertThat(clean(pinned, TEN)).isLessThan(acute);
        assertThat(clean(pinned, TEN).changesAt()).isEqualTo(minutes(60));
        Rank ended = clean(pinned, minutes(60));
        assertThat(ended).isGreaterThan(acute);
        assertThat(ended.reasons()).extracting(Reason::cause).doesNotContain(Cause.PINNED);
    }

    @Test
    void byArrivalOnlyArrivalCounts() {
        RuleSet arrival = RULES.in(Order.ARRIVAL);
        Need pressing = Need.of(
                Team.CLEANING,
                minutes(1),
                Urgency.SHIFT,
                Duration.ofMinutes(14),
                Map.of(Cause.EMERGENCY_PATIENT_WAITS, TEN));
        Need older = Need.of(Team.CLEANING, TEN, Urgency.PLAN, Duration.ofMinutes(60), Map.of());
        assertThat(Priority.rank(older, arrival, minutes(2))).isLessThan(Priority.rank(pressing, arrival, minutes(2)));
    }

    /** What {@link Rank#changesAt()} promises: between now and then, the rank stays. */
    @RepeatedTest(200)
    void aRankStaysAsItIsUntilItSaysThatItChanges(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<Cause, Instant> causes = new TreeMap<>();
        for (Cause cause : Cause.values()) {
            if (cause.compareTo(Cause.WAITED_TOO_LONG) < 0 && random.nextInt(4) == 0) {
                causes.put(cause, minutes(random.nextInt(400)));
            }
        }
        Urgency asked = Urgency.values()[random.nextInt(Urgency.values().length)];
        Need need = Need.of(Team.CLEANING, TEN, asked, Duration.ofMinutes(1 + random.nextInt(60)), causes);
        Instant now = TEN;
        Rank rank = Priority.rank(need, RULES, now);
        int changes = 0;
        for (int minute = 1; minute < 600; minute++) {
            now = minutes(minute);
            Rank next = Priority.rank(need, RULES, now);
            if (rank.changesAt() != null && !now.isBefore(rank.changesAt())) {
                changes++;
            } else {
                assertThat(next).usingRecursiveComparison().isEqualTo(rank);
            }
            rank = next;
        }
        assertThat(changes).as("moments at which it changes").isLessThanOrEqualTo(12);
    }

    private static Rank clean(Map<Cause, Instant> causes, Instant now) {
        return Priority.rank(Need.of(Team.CLEANING, TEN, Urgency.SHIFT, Duration.ofMinutes(14), causes), RULES, now);
    }

    /** A clean under rules by which nothing is lifted for having waited. */
    private static Rank cleanNeverLifted(Map<Cause, Instant> causes, Instant now) {
        Need need = Need.of(Team.CLEANING, TEN, Urgency.SHIFT, Duration.ofMinutes(14), causes);
        return Priority.rank(need, RULES.liftedAfter(Duration.ofDays(1)), now);
    }

    private static Instant minutes(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }
}
