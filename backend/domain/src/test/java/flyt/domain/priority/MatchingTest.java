package flyt.domain.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Domain 3.8: who gets what, among those who may. */
class MatchingTest {
    private static final Instant TEN = Instant.parse("2026-11-12T10:00:00Z");
    private static final RuleSet RULES = StandardRuleSet.SET;
    private static final Spot HERE = new Spot("A", "3", "LUN", "a", "316");
    private static final Spot AWAY = new Spot("B", "1", "GAS", "b", "128");

    @Test
    void ofTasksThatPressAlikeTheNearestIsFirst() {
        assertThat(taskFor(hand(Set.of(), Set.of()), List.of(task("far", 0, AWAY, "R1"), task("near", 59, HERE, "R1"))))
                .contains("near");
        assertThat(taskFor(hand(Set.of(), Set.of()), List.of(task("far", 0, AWAY, "R1"), task("near", 60, HERE, "R1"))))
                .contains("far");
    }

    @Test
    void anotherZoneIsHelpedWhenItHasWaitedAndAfterTheOwn() {
        Hand<String> atHomeInR1 = hand(Set.of("R1"), Set.of());
        Candidate<String> abroad = task("abroad", 0, HERE, "R2");
        Instant borrowed = Matching.borrowedFrom(abroad, RULES);
        assertThat(borrowed).isAfter(TEN);
        assertThat(Matching.may(atHomeInR1, abroad, RULES, borrowed.minusMillis(1)))
                .isFalse();
        assertThat(Matching.may(atHomeInR1, abroad, RULES, borrowed)).isTrue();
        Candidate<String> home = task("home", 9, AWAY, "R1");
        assertThat(Matching.taskFor(atHomeInR1, List.of(abroad, home), RULES, borrowed))
                .contains(home);
    }

    @Test
    void whatOneHasNotLearnedIsForOthers() {
        Candidate<String> infectious =
                new Candidate<>("infectious", rank(0), TEN, HERE, null, Skill.INFECTION, Duration.ofMinutes(30));
        assertThat(taskFor(hand(Set.of(), Set.of()), List.of(infectious))).isEmpty();
        assertThat(taskFor(hand(Set.of(), Set.of(Skill.INFECTION)), List.of(infectious)))
                .contains("infectious");
    }

    @Test
    void whatCannotBeDoneBeforeTheShiftEndsIsForThoseWhoStay() {
        Candidate<String> task = task("long", 0, HERE, null);
        Hand<String> leavesTooEarly = new Hand<>(
                "w", Set.of(), Set.of(), HERE, TEN.plus(task.service()).minusMillis(1), Duration.ZERO);
        Hand<String> leavesInTime = new Hand<>("w", Set.of(), Set.of(), HERE, TEN.plus(task.service()), Duration.ZERO);
        assertThat(Matching.may(leavesTooEarly, task, RULES, TEN)).isFalse();
        assertThat(Matching.may(leavesInTime, task, RULES, TEN)).isTrue();
    }

    @Test
    void theNearestIsAskedAndOfEquallyNearOnesWhoeverHasWorkedLeast() {
        Candidate<String> task = task("t", 0, HERE, null);
        Hand<String> far = new Hand<>("far", Set.of(), Set.of(), AWAY, null, Duration.ZERO);
        Hand<String> tired = new Hand<>("tired", Set.of(), Set.of(), HERE, null, Duration.ofHours(3));
        Hand<String> fresh = new Hand<>("fresh", Set.of(), Set.of(), HERE, null, Duration.ofHours(2));
        assertThat(Matching.handFor(task, List.of(far, tired, fresh), RULES, TEN)
                        .map(Hand::id))
                .contains("fresh");
        assertThat(Matching.handFor(task, List.of(far), RULES, TEN).map(Hand::id))
                .contains("far");
    }

    @Test
    void ofThousandsThatPressAlikeFewAreLookedAt() {
        AtomicInteger read = new AtomicInteger();
        Iterable<Candidate<String>> thousands = () -> IntStream.range(0, 5_000)
                .peek(number -> read.incrementAndGet())
                .mapToObj(number -> task("t" + number, 0, AWAY, null))
                .iterator();
        assertThat(Matching.taskFor(hand(Set.of(), Set.of()), thousands, RULES, TEN)
                        .map(Candidate::id))
                .contains("t0");
        assertThat(read).hasValueLessThan(100);
    }

    private static Optional<String> taskFor(Hand<String> hand, List<Candidate<String>> inOrder) {
        return Matching.taskFor(hand, inOrder, RULES, TEN).map(Candidate::id);
    }

    private static Hand<String> hand(Set<String> zones, Set<Skill> skills) {
        return new Hand<>("w", zones, skills, HERE, null, Duration.ZERO);
    }

    /** An ordinary clean that had to begin so many minutes later than another. */
    private static Candidate<String> task(String id, int minutes, Spot spot, @Nullable String zone) {
        return new Candidate<>(id, rank(minutes), TEN, spot, zone, null, Duration.ofMinutes(14));
    }

    private static Rank rank(int minutes) {
        Instant since = TEN.plus(Duration.ofMinutes(minutes));
        return Priority.rank(
                Need.of(Team.CLEANING, since, Urgency.SHIFT, Duration.ofMinutes(14), Map.of()), RULES, since);
    }
}
