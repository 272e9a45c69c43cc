package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.ops.Health.Report;
import flyt.ops.Health.Verdict;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health();

    @Test
    void withoutChecksItIsUp() throws Exception {
        assertThat(await(health.live()).status()).isEqualTo(200);
        assertThat(await(health.live()).body().encode()).isEqualTo("{\"status\":\"up\",\"checks\":[]}");
    }

    @Test
    void oneCheckDownIsDownAndSaysWhy() throws Exception {
        health.whileReady("journal", () -> Future.succeededFuture(Verdict.down("fsync=off")));
        health.whileReady("grid", () -> Future.succeededFuture(Verdict.UP));

        Report ready = await(health.ready());

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body().encode())
                .isEqualTo("{\"status\":\"down\",\"checks\":[{\"name\":\"grid\",\"status\":\"up\"},"
                        + "{\"name\":\"journal\",\"status\":\"down\",\"why\":\"fsync=off\"}]}");
        assertThat(await(health.live()).status()).isEqualTo(200);
    }

    @Test
    void aCheckThatFailsThrowsOrNeverAnswersIsDownAndItsMessageStaysInside() throws Exception {
        health.whileLive("fails", () -> Future.failedFuture(new IllegalStateException("s3cret")));
        health.whileLive("throws", () -> {
            throw new IllegalStateException("s3cret");
        });
        health.whileLive("hangs", () -> Promise.<Verdict>promise().future());

        Report live = await(health.live());

        assertThat(live.status()).isEqualTo(503);
        assertThat(live.body().encode())
                .doesNotContain("s3cret")
                .doesNotContain("\"status\":\"up\"")
                .contains("\"fails\"", "\"throws\"", "\"hangs\"");
    }

    private static Report await(Future<Report> report) throws Exception {
        return report.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
