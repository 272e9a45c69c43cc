package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.board.Identities;
import flyt.board.RowBook;
import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.intake.http.DefinitionFile;
import flyt.intake.http.DefinitionReader;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReadReport;
import flyt.intake.http.ReportReader;
import flyt.runtime.Submission;
import flyt.simulator.traffic.HospitalFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Test
    void everyReportChangesARowOnTheBoardOfEachWardItNames() {
        Rounds rounds = new Rounds(file, 1);
        List<Posting> all = new ArrayList<>(rounds.opening());
        int opening = all.size();
        all.addAll(rounds.next(6_000));
        HospitalId id = new HospitalId(file.id());
        HospitalDefinition definition = DefinitionFile.read(
                        file.json().toString().getBytes(StandardCharsets.UTF_8), new DefinitionReader(d -> List.of()))
                .fold(read -> read, faults -> {
                    throw new AssertionError(faults.toString());
                });
        Instant time = Instant.parse("2026-11-12T08:00:00Z");
        MessageKey message = new MessageKey(new Source("flyt"), "definition");
        Hospital hospital =
                ((Decision.Accepted) Decider.decide(null, new Input.Define(message, definition), time)).after();
        RowBook book = new RowBook(hospital, Identities.NONE);
        ReportReader reader = new ReportReader(new Pseudonyms(new byte[32]));
        List<String> idle = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Posting posting = all.get(i);
            time = time.plusMillis(20);
            ObjectNode body = posting.body().deepCopy();
            Submission told = ((ReadReport.Fact)
                            reader.read(definition, body.put("occurredAt", time.toString()), bed -> null)
                                    .fold(read -> read, faults -> {
                                        throw new AssertionError(faults.toString());
                                    }))
                    .submission();
            Decision.Accepted accepted = (Decision.Accepted) Decider.decide(hospital, told.input(), time);
            hospital = accepted.after();
            Set<String> changed = book.follow(hospital, accepted.events(), List.of()).stream()
                    .map(row -> row.stream().view() + "/" + row.stream().scope())
                    .collect(Collectors.toSet());
            for (String ward : posting.wards()) {
                if (i >= opening && !changed.contains("ward.3/" + ward)) {
                    idle.add(i + " " + body);
                }
            }
        }

        assertThat(idle).isEmpty();
    }

    private static List<String> bodies(List<Posting> postings) {
        return postings.stream()
                .map(posting -> posting.at(Instant.EPOCH).toString())
                .toList();
    }
}
