package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch itself, by running tests that misbehave. They are watched twice: in their own run and in this one. */
@ExpectLog("flyt.ops.WatchTest$Misbehaving")
@ExpectLog("com.hazelcast.test")
@ExpectLog("io.netty.test")
@ExpectLog("io.vertx.core.impl.TaskQueue a task")
@ExpectLog("has been blocked for")
@ExpectLog("Unhandled exception")
@ExpectLog("flyt.ops.Watch the thread forgotten ended with an exception")
class WatchTest {
    @ParameterizedTest
    @CsvSource({
        "warns, unexpected WARN flyt.ops.WatchTest$Misbehaving a warning",
        "failsAsTheGrid, unexpected ERROR com.hazelcast.test an error",
        "leaksAsTheNetwork, unexpected ERROR io.netty.test a leak",
        "warnsOtherThanDeclared, unexpected WARN flyt.ops.WatchTest$Misbehaving a warning",
        "declaresWhatDoesNotCome, expected in the log but not there: a warning",
        "blocksTheEventLoop, has been blocked for",
        "dropsAFailure, dropped on purpose",
        "dropsAFailure, io.vertx.core.impl.ContextImpl Unhandled exception",
        "losesAThread, lost on purpose",
        "failsInItsQueue, unexpected ERROR io.vertx.core.impl.TaskQueue a task"
    })
    void failsATestThat(String method, String because) {
        assertThat(failuresOf(selectMethod(Misbehaving.class, method)))
                .singleElement()
                .asString()
                .contains(because);
    }

    @ParameterizedTest
    @CsvSource({
        "informs",
        "warnsAsDeclared",
        "warnsAsTheGrid",
        "warnsAsTheNetwork",
        "outlivesItsVertx",
        "outlivesItsVertxInItsQueue"
    })
    void letsPassATestThat(String method) {
        assertThat(failuresOf(selectMethod(Misbehaving.class, method))).isEmpty();
    }

    @Test
    void failsAClassThatWarnsWhileItIsClearedAway() {
        assertThat(failuresOf(selectClass(MisbehavingAtTheEnd.class)))
                .singleElement()
                .asString()
                .contains("unexpected WARN flyt.ops.WatchTest$MisbehavingAtTheEnd at the end");
    }

    @Test
    void isOnATestThatDoesNotAskForIt() {
        assertThat(Watch.root().iteratorForAppenders()).toIterable().hasAtLeastOneElementOfType(Watch.Ear.class);
    }

    private static List<String> failuresOf(DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(tests)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }

    /** Run by the tests above; Maven does not look for tests in nested classes. */
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
        void warnsAsTheGrid() {
            Logger grid = LoggerFactory.getLogger("com.hazelcast.test");
            grid.warn("a warning");
            grid.error("The member is not active!");
        }

        @Test
        void warnsAsTheNetwork() {
            LoggerFactory.getLogger("io.netty.test").warn("Failed to register an accepted channel");
        }

        @Test
        void leaksAsTheNetwork() {
            LoggerFactory.getLogger("io.netty.test").error("a leak");
        }

        @Test
        void outlivesItsVertx() throws Exception {
            Thread worker = new Thread(() -> {
                throw new RejectedExecutionException("event executor terminated");
            });
            worker.start();
            worker.join();
        }

        @Test
        void outlivesItsVertxInItsQueue() {
            LoggerFactory.getLogger("io.vertx.core.impl.TaskQueue")
                    .error("a task", new RejectedExecutionException("event executor terminated"));
        }

        @Test
        void failsInItsQueue() {
            LoggerFactory.getLogger("io.vertx.core.impl.TaskQueue")
                    .error("a task", new IllegalStateException("a fault"));
        }

        @Test
        void failsAsTheGrid() {
            LoggerFactory.getLogger("com.hazelcast.test").error("an error");
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
            var said = new CountDownLatch(1);
            var listener = new AppenderBase<ILoggingEvent>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (event.getFormattedMessage().contains("has been blocked for")) {
                        said.countDown();
                    }
                }
            };
            listener.start();
            Watch.root().addAppender(listener);
            vertx.runOnContext(start -> {
                try {
                    boolean unused = said.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(said.await(60, TimeUnit.SECONDS)).isTrue();
            boolean unused = Watch.root().detachAppender(listener);
            vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }

        @Test
        void dropsAFailure() throws Exception {
            Vertx vertx = Vertx.vertx();
            vertx.runOnContext(start -> {
                throw new IllegalStateException("dropped on purpose");
            });
            vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }

        @Test
        void losesAThread() throws Exception {
            Thread thread = new Thread(
                    () -> {
                        throw new IllegalStateException("lost on purpose");
                    },
                    "forgotten");
            thread.start();
            thread.join();
        }
    }

    /** As {@link Misbehaving}. */
    static class MisbehavingAtTheEnd {
        @Test
        void isQuiet() {}

        @AfterAll
        static void warn() {
            LoggerFactory.getLogger(MisbehavingAtTheEnd.class).warn("at the end");
        }
    }
}
