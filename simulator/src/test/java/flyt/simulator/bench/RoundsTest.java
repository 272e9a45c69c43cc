package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.traffic.HospitalFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final HospitalFile file = HospitalFile.reference();

    @Test
    void theSameSeedGivesTheSameReports() {
        assertThat(bodies(new Rounds(file, 7).next(500)))
                .isEqualTo(bodies(new Rounds(file, 7).next(500)))
                .isNotEqualTo(bodies(new Rounds(file, 8).next(500)));
    }

    @Test
    void theMixIsTheOneThatIsPromised() {
        Rounds rounds = new Rounds(file, 1);
        var unused = rounds.opening();
        Map<String, Long> bySource =
                rounds.next(15_000).stream().collect(Collectors.groupingBy(Posting::source, Collectors.counting()));

        assertThat(bySource.get("pas") / 15_000.0).isBetween(0.19, 0.21);
        assertThat(bySource.get("lab") / 15_000.0).isBetween(0.52, 0.55);
        assertThat(bySource.get("renhold") / 15_000.0).isBetween(0.25, 0.28);
    }

    @Test
    void reportsAboutOneBedAreFarFromEachOther() {
        List<Posting> postings = new Rounds(file, 1).next(3_000);
        Map<String, Integer> last = new HashMap<>();
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < postings.size(); i++) {
            if (postings.get(i).body().has("bed")) {
                Integer before = last.put(postings.get(i).body().get("bed").asText(), i);
                nearest = before == null ? nearest : Math.min(nearest, i - before);
            }
        }

        assertThat(nearest).isBetween(40, 3_000);
    }

    private static List<String> bodies(List<Posting> postings) {
        return postings.stream()
                .map(posting -> posting.at(Instant.EPOCH).toString())
                .toList();
    }
}
