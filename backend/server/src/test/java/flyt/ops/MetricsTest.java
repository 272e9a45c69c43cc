package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.ops.Metrics.HospitalFigures;
import flyt.ops.Metrics.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics(Set.of("PatientAdmitted"));

    @Test
    void intakeCountsByTypeAndOutcomeAndUnknownTypesTogether() {
        metrics.intake("PatientAdmitted", Outcome.ACCEPTED);
        metrics.intake("PatientAdmitted", Outcome.ACCEPTED);
        metrics.intake("PatientAdmitted", Outcome.NOT_TAKEN);
        metrics.intake("x1", Outcome.REJECTED);
        metrics.intake("x2", Outcome.REJECTED);

        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("flyt_intake")))
                .containsExactlyInAnyOrder(
                        "flyt_intake_total{outcome=\"accepted\",type=\"PatientAdmitted\"} 2.0",
                        "flyt_intake_total{outcome=\"not-taken\",type=\"PatientAdmitted\"} 1.0",
                        "flyt_intake_total{outcome=\"rejected\",type=\"other\"} 2.0");
    }

    @Test
    void timesHaveSteps() {
        metrics.committed(Duration.ofMillis(3));
        metrics.pushed(Duration.ofMillis(30));

        assertThat(metrics.scrape().lines())
                .contains(
                        "flyt_commit_seconds_bucket{le=\"0.002\"} 0",
                        "flyt_commit_seconds_bucket{le=\"0.005\"} 1",
                        "flyt_event_to_socket_seconds_bucket{le=\"0.02\"} 0",
                        "flyt_event_to_socket_seconds_bucket{le=\"0.05\"} 1");
    }

    @Test
    void aHospitalShowsWhileItIsOwned() {
        metrics.clients(() -> 7);
        metrics.owns("FJO", figures(418, Map.of("pas", 3.5)));

        assertThat(metrics.scrape().lines())
                .contains(
                        "flyt_clients 7.0",
                        "flyt_rows{hospital=\"FJO\"} 418.0",
                        "flyt_journal_lag{hospital=\"FJO\"} 2.0",
                        "flyt_feed_age_seconds{hospital=\"FJO\",source=\"pas\"} 3.5");

        metrics.gaveUp("FJO");

        assertThat(metrics.scrape()).doesNotContain("FJO");
    }

    @Test
    void feedsAreBounded() {
        Map<String, Double> feeds = new TreeMap<>();
        for (int i = 0; i < 1000; i++) {
            feeds.put("feed" + i, 1.0);
        }
        metrics.owns("FJO", figures(1, feeds));

        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("flyt_feed_age_seconds{")))
                .hasSize(50);
    }

    private static HospitalFigures figures(long rows, Map<String, Double> feeds) {
        return new HospitalFigures() {
            @Override
            public long rows() {
                return rows;
            }

            @Override
            public long journalLag() {
                return 2;
            }

            @Override
            public Map<String, Double> feedAgesSeconds() {
                return feeds;
            }
        };
    }
}
