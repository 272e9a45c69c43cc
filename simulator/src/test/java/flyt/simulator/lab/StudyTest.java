package flyt.simulator.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.domain.priority.Team;
import flyt.simulator.lab.Study.Result;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the laboratory shows on the reference hospital, with six runs of two weeks; thirty of four are in the documentation. */
class StudyTest {

    private static Study study;

    @BeforeAll
    static void run() {
        study = study(Team.CLEANING, 6, 14, Policy.NAMED);
    }

    private static Study study(Team team, int runs, int days, List<Policy> policies) {
        List<Trial> trials = policies.stream()
                .map(policy -> Trial.of(policy, ReferenceRosters.of(team)))
                .toList();
        List<Long> seeds = LongStream.rangeClosed(1, runs).boxed().toList();
        return Study.of(team, seeds, seed -> LabJobs.recorded(seed, days), trials, finished -> {});
    }

    @Test
    void asBeforeTakesAnHourAndNeedBasedTwentyMinutes() {
        assertThat(mean("as-before", Figure.DONE_MEDIAN)).isBetween(55.0, 65.0);
        assertThat(mean("need-based", Figure.DONE_MEDIAN)).isBetween(18.0, 25.0);
    }

    @Test
    void eachChangeSavesSomethingAndTogetherTheySaveTheWhole() {
        List<Contribution> changes = Contribution.of(study);
        assertThat(changes).extracting(Contribution::change).containsExactly("known at once", "pooled", "by need");
        double sum = 0;
        for (Contribution change : changes) {
            assertThat(change.saves(Figure.DONE_MEDIAN).low())
                    .as(change.change())
                    .isPositive();
            sum += change.saves(Figure.DONE_MEDIAN).mean();
        }
        double whole = mean("as-before", Figure.DONE_MEDIAN) - mean("need-based", Figure.DONE_MEDIAN);
        assertThat(sum).isCloseTo(whole, within(1e-6));
    }

    @Test
    void byNeedTheBedsThatPatientsWaitForComeFirst() {
        assertThat(mean("need-based", Figure.WANTED_P90)).isLessThan(35);
        assertThat(mean("need-based", Figure.MARGIN)).isGreaterThan(mean("pooled", Figure.MARGIN) + 3);
        assertThat(mean("need-based", Figure.BED_WAIT)).isLessThan(mean("pooled", Figure.BED_WAIT));
    }

    @Test
    void noFigureOfAPolicyIsBelowTheBound() {
        for (Result result : study.results()) {
            for (Figure figure : List.of(
                    Figure.DONE_MEDIAN,
                    Figure.DONE_P90,
                    Figure.EMPTY_HOURS,
                    Figure.BED_WAIT,
                    Figure.LATE,
                    Figure.LONGEST)) {
                assertThat(result.mean(figure))
                        .as(result.name() + " " + figure)
                        .isGreaterThanOrEqualTo(mean(Study.BOUND, figure));
            }
        }
    }

    @Test
    void ordinaryPortersJobsOnTheCommonRosterAreSeldomLate() {
        Study porters = study(Team.PORTERS, 2, 14, List.of(Policy.NEED_BASED));
        assertThat(porters.result("need-based").mean(Figure.OVER_MAXIMUM)).isZero();
        assertThat(porters.result("need-based").mean(Figure.LATE_NOW)).isLessThan(10);
    }

    @Test
    void thePageNeedsNothingElseAndShowsEachTrial() {
        String page = new LabPage(study).html();
        assertThat(page).startsWith("<!doctype html>").contains("<svg").contains("prefers-color-scheme: dark");
        assertThat(page).doesNotContain("http://").doesNotContain("https://").doesNotContain("<script");
        assertThat(page)
                .contains("as-before → instant-notice")
                .contains("need-based")
                .contains("bound");
        assertThat(page).doesNotContain("NaN");
    }

    @Test
    void theJsonHasMinutesWithTheirIntervals() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(new StudyJson(study).text());
        assertThat(json.get("policies")).hasSize(5);
        JsonNode first = json.get("policies").get(0);
        assertThat(first.get("policy").asText()).isEqualTo("as-before");
        JsonNode done = first.get("orderToDone");
        assertThat(done.get("median").asDouble())
                .isBetween(
                        done.get("interval").get(0).asDouble(),
                        done.get("interval").get(1).asDouble());
        assertThat(done.get("p90").asDouble()).isGreaterThan(done.get("median").asDouble());
        assertThat(json.get("bound").get("orderToDone").get("median").asDouble())
                .isBetween(13.0, 15.0);
        assertThat(json.get("contributions")).hasSize(3);
    }

    @Test
    void theTableNamesEachTrial() {
        String names = study.results().stream().map(Result::name).collect(Collectors.joining(" +"));
        assertThat(new StudyText(study).text()).containsPattern(names);
    }

    @Test
    void aRunIsTheSameWhicheverPoliciesMeetIt() {
        Demand one = LabJobs.recorded(1, 3);
        assertThat(LabJobs.recorded(1, 3)).isEqualTo(one);
        assertThat(LabJobs.recorded(2, 3).jobs()).isNotEqualTo(one.jobs());
        Study alone = study(Team.CLEANING, 2, 3, List.of(Policy.NEED_BASED));
        Study beside = study(Team.CLEANING, 2, 3, Policy.NAMED);
        assertThat(alone.jobs()).isEqualTo(beside.jobs());
        assertThat(alone.result("need-based").figures())
                .isEqualTo(beside.result("need-based").figures());
    }

    @Test
    void anIntervalIsStudents() {
        Interval interval = Interval.of(new double[] {1, 2, 3, Double.NaN});
        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.high() - 2).isCloseTo(4.302653 / StrictMath.sqrt(3), within(1e-5));
        assertThat(Interval.of(new double[] {5}).low()).isNaN();
    }

    private static double mean(String trial, Figure figure) {
        return study.result(trial).mean(figure);
    }
}
