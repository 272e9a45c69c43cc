package flyt.simulator.porters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulated porter goes through a task as a person does, one step at a time, and leaves alone what others have. */
class RoundTest {
    private static final Instant NOW = Instant.parse("2026-11-12T09:30:00Z");
    private static final Set<String> ME = Set.of("me");
    private static final String LONG_AGO = "2026-11-12T09:00:00Z";
    private static final String ON_DUTY = "{'kind':'worker','worker':'me','until':'2026-11-12T14:00:00Z'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'state':'offered' | TakeTask",
                "'state':'accepted','since':'2026-11-12T09:00:00Z','patient':{} | ArriveAtTask",
                "'state':'accepted','since':'2026-11-12T09:29:00Z','patient':{} | ",
                "'state':'accepted','patient':{'arrivedAt':'2026-11-12T09:29:00Z'} | ConfirmPatient",
                "'state':'accepted','patient':{'arrivedAt':'2026-11-12T09:28:00Z','confirmedAt':'2026-11-12T09:29:00Z'} | StartTask",
                "'state':'accepted','since':'2026-11-12T09:00:00Z' | StartTask",
                "'state':'in-progress','startedAt':'2026-11-12T09:00:00Z' | FinishTask",
                "'state':'in-progress','startedAt':'2026-11-12T09:29:00Z' | ",
                "'state':'paused' | ResumeTask"
            })
    void oneStepFollowsTheOther(String task, String wish) {
        Optional<Round.Wish> next =
                round(ON_DUTY + "," + task("T-1", task + ",'worker':'me'"), NOW).next(ME);
        assertThat(next.map(Round.Wish::type)).isEqualTo(Optional.ofNullable(wish));
    }

    @Test
    void theFirstInTheQueueIsTakenByOneOfThem() {
        String waits = "'state':'pending','since':'" + LONG_AGO + "'";
        Round round =
                round(ON_DUTY + "," + task("T-1", waits + ",'score':9") + "," + task("T-2", waits + ",'score':4"), NOW);
        assertThat(round.next(ME)).contains(new Round.Wish("TakeTask", "T-2"));
        assertThat(round.next(Set.of("other"))).contains(new Round.Wish("TakeTask", "T-1"));
        assertThat(round.next(Set.of("third"))).isEmpty();
    }

    @Test
    void whatIsNewIsLeftToPeopleForAWhileAndWhatTheyHaveForGood() {
        String justNow = task("T-1", "'state':'pending','since':'2026-11-12T09:29:00Z'");
        String theirs = task("T-2", "'state':'accepted','worker':'amir','since':'" + LONG_AGO + "'");
        assertThat(round(ON_DUTY + "," + justNow + "," + theirs, NOW).next(ME)).isEmpty();
    }

    @Test
    void whoeverIsThroughGoesWhenTheShiftIsOver() {
        Instant late = Instant.parse("2026-11-12T14:00:00Z");
        assertThat(round(ON_DUTY, late).next(ME)).contains(new Round.Wish("EndDuty", ""));
        assertThat(round(ON_DUTY, late).hasOnDuty(ME)).isTrue();
        assertThat(round(ON_DUTY, late).hasOnDuty(Set.of("other"))).isFalse();
        String last = task("T-1", "'state':'in-progress','worker':'me','startedAt':'" + LONG_AGO + "'");
        assertThat(round(ON_DUTY + "," + last, late).next(ME)).contains(new Round.Wish("FinishTask", "T-1"));
    }

    private static String task(String id, String fields) {
        return "{'kind':'queue-task','task':'" + id + "'," + fields + "}";
    }

    private static Round round(String rows, Instant now) {
        try {
            return new Round(new ObjectMapper().readTree(("[" + rows + "]").replace('\'', '"')), now);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
