package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch itself, by running tests that misbehave. */
class WatchTest {
    @ParameterizedTest
    @CsvSource({
        "warns, unexpected WARN flyt.ops.WatchTest$Misbehaving a warning",
        "warnsOtherThanDeclared, unexpected WARN flyt.ops.WatchTest$Misbehaving a warning",
        "declaresWhatDoesNotCome, expected in the log but not there: a warning",
        "blocksTheEventLoop, has been blocked for",
        "dropsAFailure, dropped on purpose"
    })
    void failsATestThat(String method, String because) {
        assertThat(failureOf(method))
                .hasValueSatisfying(message -> assertThat(message).contains(because));
    }

    @ParameterizedTest
    @CsvSource({"informs", "warnsAsDeclared"})
    void letsPassATestThat(String method) {
        assertThat(failureOf(method)).isEmpty();
    }

    @Test
    void hearsVertxThroughSlf4j() {
        assertThat(failureOf("dropsAFailure")).hasValueSatisfying(message -> assertThat(message)
                .contains("io.vertx.core.impl.ContextImpl", "Unhandled exception"));
    }

    private static Optional<String> failureOf(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Misbehaving.class, method))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .findFirst();
    }

    @org.junit.jupiter.api.Disabled("run by the tests above only")
    @ExtendWith(Watch.class)
    static class Misbehaving {
        private static final Logger LOG = LoggerFactory.getLogger(Misbehaving.class);

        @Test
        void informs() {
            LOG.info("nothing to see");
        }

        @Test
        void warns() {
            LOG.warn("a warning");
        }

        @Test
        @ExpectLog("a warning")
        void warnsAsDeclared() {
            LOG.warn("a warning");
        }

        @Test
        @ExpectLog("another warning")
        void warnsOtherThanDeclared() {
            LOG.warn("a warning");
        }

        @Test
        @ExpectLog("a warning")
        void declaresWhatDoesNotCome() {
            LOG.info("all is well");
        }

        @Test
        void blocksTheEventLoop() throws Exception {
            Vertx vertx = Vertx.vertx(new VertxOptions()
                    .setMaxEventLoopExecuteTime(Duration.ofMillis(20).toNanos())
                    .setBlockedThreadCheckInterval(10));
            var over = new CountDownLatch(1);
            vertx.runOnContext(start -> {
                long until = System.nanoTime() + Duration.ofMillis(200).toNanos();
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                over.countDown();
            });
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }

        @Test
        void dropsAFailure() throws Exception {
            Vertx vertx = Vertx.vertx();
            vertx.runOnContext(start -> {
                throw new IllegalStateException("dropped on purpose");
            });
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }
}
