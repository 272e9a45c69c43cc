package flyt.simulator.placing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.placement.DeclineReason;
import flyt.journal.WireNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated wards say yes, no for a reason that there is, or nothing in time, and the same of the same seed. */
class WardAnswerTest {
    private static final Instant BY = Instant.parse("2026-11-12T09:30:00Z");
    private static final long SEED = 7;

    @Test
    void mostSayYesInTimeSomeNoAndSomeAreLate() {
        List<WardAnswer> answers = answers(SEED);
        assertThat(answers.stream().filter(answer -> answer.at().isAfter(BY))).hasSizeBetween(120, 180);
        assertThat(answers.stream().filter(answer -> answer.no().isPresent())).hasSizeBetween(120, 180);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.at())
                .isBetween(BY.minus(Duration.ofMinutes(25)), BY.plus(Duration.ofMinutes(29))));
    }

    @Test
    void theReasonsAreThoseThatACommandTakes() {
        List<String> reasons =
                Arrays.stream(DeclineReason.values()).map(WireNames::of).toList();
        assertThat(answers(SEED).stream().flatMap(answer -> answer.no().stream()))
                .isSubsetOf(reasons);
    }

    @Test
    void theSeedDecides() {
        assertThat(answers(SEED)).isEqualTo(answers(SEED)).isNotEqualTo(answers(SEED + 1));
    }

    @Test
    void anotherWardIsFreeToAnswerOtherwise() {
        assertThat(IntStream.range(0, 100)
                        .filter(id -> !WardAnswer.to(request(id, "LUN"), SEED)
                                .equals(WardAnswer.to(request(id, "GAS"), SEED)))
                        .count())
                .isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({"waiting,true", "reserved,true", "accepted,false", "declined,false"})
    void nothingIsSaidTwice(String state, boolean owed) {
        assertThat(WardAnswer.isOwed(request(1, "LUN").put("state", state))).isEqualTo(owed);
    }

    private static List<WardAnswer> answers(long seed) {
        return IntStream.range(0, 1000)
                .mapToObj(id -> WardAnswer.to(request(id, "LUN"), seed))
                .toList();
    }

    private static ObjectNode request(int id, String ward) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("request", "R-" + id);
        row.putObject("asked").put("ward", ward).put("by", BY.toString());
        return row;
    }
}
