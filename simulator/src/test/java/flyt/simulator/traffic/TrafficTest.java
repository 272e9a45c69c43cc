package flyt.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.hospital.Witness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void theSameSeedGivesTheSameReportsByteForByte() {
        Faults faults = new Faults(0.02, 0.02, 0.02);
        String text = threeDays(7, faults);
        assertThat(threeDays(7, faults)).isEqualTo(text);
        assertThat(threeDays(8, faults)).isNotEqualTo(text);
    }

    private static String threeDays(long seed, Faults faults) {
        Traffic traffic = new Traffic(HospitalFile.reference(), MONDAY, seed, faults, new Witness() {});
        StringBuilder text = new StringBuilder();
        traffic.until(traffic.now().plus(Duration.ofDays(3)))
                .forEach(report -> text.append(report.body()).append('\n'));
        return text.toString();
    }

    @Test
    void askedInSmallStepsItTellsTheSameAsInOneGo() {
        Traffic steps = new Traffic(HospitalFile.reference(), MONDAY, 3, Faults.NONE, new Witness() {});
        Traffic oneGo = new Traffic(HospitalFile.reference(), MONDAY, 3, Faults.NONE, new Witness() {});
        Instant end = steps.now().plus(Duration.ofDays(1));
        StringBuilder inSteps = new StringBuilder();
        for (Instant time = steps.now(); !time.isAfter(end); time = time.plusSeconds(97)) {
            steps.until(time).forEach(report -> inSteps.append(report.body()));
        }
        steps.until(end).forEach(report -> inSteps.append(report.body()));
        StringBuilder atOnce = new StringBuilder();
        oneGo.until(end).forEach(report -> atOnce.append(report.body()));
        assertThat(inSteps.toString()).isEqualTo(atOnce.toString());
    }

    @Test
    void everyTypeItClaimsIsSentInAFortnight() {
        Set<String> sent = new HashSet<>();
        Fortnight.faultless(1).reports().forEach(report -> sent.add(report.type()));
        assertThat(sent).containsExactlyInAnyOrderElementsOf(ReportWriter.TYPES);
    }

    @Test
    void aDayHasFiveToTenThousandReports() {
        assertThat(Fortnight.faultless(1).reports().size() / 14).isBetween(5_000, 10_000);
    }

    @Test
    void messageIdsAreUniqueAndNothingIsSentBeforeItHappened() {
        List<Report> reports = Fortnight.faultless(1).reports();
        Set<String> ids = new HashSet<>();
        for (Report report : reports) {
            assertThat(ids.add(report.source() + " " + report.messageId()))
                    .as(report.messageId())
                    .isTrue();
            assertThat(Instant.parse(report.body().get("sentAt").asText()))
                    .isAfterOrEqualTo(
                            Instant.parse(report.body().get("occurredAt").asText()));
        }
    }

    @Test
    void withoutFaultsEverySourceSendsInOrder() {
        Map<String, Long> last = new HashMap<>();
        for (Report report : Fortnight.faultless(1).reports()) {
            assertThat(report.sentAt()).isGreaterThanOrEqualTo(last.getOrDefault(report.source(), 0L));
            last.put(report.source(), report.sentAt());
        }
    }

    @Test
    void faultsComeAsOftenAsAskedFor() {
        List<Report> reports = Fortnight.of(4, new Faults(0.05, 0.03, 0)).reports();
        Set<String> ids = new HashSet<>();
        long repeated = reports.stream()
                .filter(report -> !ids.add(report.source() + " " + report.messageId()))
                .count();
        long late = reports.stream().filter(TrafficTest::late).count();
        int sent = ids.size();
        assertThat(repeated / (double) sent).isBetween(0.03 - tolerance(0.03, sent), 0.03 + tolerance(0.03, sent));
        assertThat(late / (double) reports.size())
                .isBetween(0.05 - tolerance(0.05, sent), 0.05 + tolerance(0.05, sent));
    }

    /** Opening reports tell of what was long before; they are left out by their instant of sending. */
    private static boolean late(Report report) {
        Instant occurred = Instant.parse(report.body().get("occurredAt").asText());
        Instant opened = Instant.parse("2026-11-01T23:00:00Z");
        Instant known = occurred.isBefore(opened) ? opened : occurred;
        return Duration.between(known, Instant.ofEpochSecond(report.sentAt())).toSeconds() >= 180;
    }

    private static double tolerance(double share, int count) {
        return 4 * Math.sqrt(share * (1 - share) / count);
    }

    @Test
    void liveFeedsSayEachMinuteThatTheyLive() {
        Traffic traffic = new Traffic(HospitalFile.reference(), MONDAY, 3, Faults.NONE, new Witness() {});
        traffic.sayAlive();
        Map<String, Integer> alive = new HashMap<>();
        Instant start = traffic.now();
        for (int second = 1; second <= 300; second++) {
            traffic.until(start.plusSeconds(second)).stream()
                    .filter(report -> report.type().equals("FeedAlive"))
                    .forEach(report -> alive.merge(report.source(), 1, Integer::sum));
        }
        assertThat(alive).containsOnlyKeys("pas", "turnus", "kurve", "lab", "renhold");
        assertThat(alive.values()).containsOnly(5);
    }
}
