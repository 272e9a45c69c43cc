package flyt.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.LoggerFactory;

/**
 * Fails a test in which something was logged above INFO that was not declared with
 * {@link ExpectLog}.
 *
 * <p>That covers a blocked event loop (Vert.x warns), a failure that nobody handled (Vert.x logs
 * "Unhandled exception") and an exception that ended a thread (logged here), since all are log
 * lines. What the engines of the grid and of the network (Hazelcast, Netty) warn of is left out, since
 * that follows how threads and machines fall and not what we wrote: a connection that comes while its
 * server is closed, a member that has gone. Their errors count (a leaked buffer is one), but for those
 * of what is ending. It listens from the first test of a run to the last: what comes between two tests, while
 * they are set up or cleared away, or late from a thread that outlived its test, counts for the
 * test or class that ends next.
 *
 * <p>On every test of this module, and of those that have its test jar: JUnit finds it by
 * {@code META-INF/services}, switched on in {@code junit-platform.properties}.
 */
public final class Watch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Watch.class);
    private static final List<String> ENGINES = List.of("com.hazelcast.", "io.netty.");
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** Hears all lines of a run; JUnit closes it at the end. */
    static final class Ear extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Queue<ILoggingEvent> heard = new ConcurrentLinkedQueue<>();

        Ear() {
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
                if (!isOfAClosedVertx(failure)) {
                    LOG.error("the thread {} ended with an exception", thread.getName(), failure);
                }
            });
            setContext(root().getLoggerContext());
            start();
            root().addAppender(this);
        }

        /** A worker that was still reading when its Vert.x was closed: there is no event loop left to tell. */
        private static boolean isOfAClosedVertx(Throwable failure) {
            return failure instanceof RejectedExecutionException
                    && "event executor terminated".equals(failure.getMessage());
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN) && !isChatter(event)) {
                heard.add(event);
            }
        }

        private static boolean isChatter(ILoggingEvent event) {
            if (event.getThrowableProxy() instanceof ThrowableProxy told && isOfAClosedVertx(told.getThrowable())) {
                return event.getLoggerName().startsWith("io.vertx.");
            }
            boolean ending = event.getFormattedMessage().contains("is not active");
            return ENGINES.stream().anyMatch(event.getLoggerName()::startsWith)
                    && (ending || !event.getLevel().isGreaterOrEqual(Level.ERROR));
        }

        /** What has been heard since it was asked last. */
        List<ILoggingEvent> heard() {
            List<ILoggingEvent> lines = new ArrayList<>();
            for (ILoggingEvent next = heard.poll(); next != null; next = heard.poll()) {
                lines.add(next);
            }
            return lines;
        }

        @Override
        public void close() {
            boolean unused = root().detachAppender(this);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var unused = ear(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> mustCome = expected(context.getRequiredTestMethod());
        List<String> mayCome = new ArrayList<>(mustCome);
        mayCome.addAll(expected(context.getRequiredTestClass()));
        judge(ear(context).heard(), mustCome, mayCome);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        judge(ear(context).heard(), List.of(), expected(context.getRequiredTestClass()));
    }

    private static void judge(List<ILoggingEvent> heard, List<String> mustCome, List<String> mayCome) {
        List<String> faults = new ArrayList<>();
        for (ILoggingEvent event : heard) {
            if (mayCome.stream().noneMatch(line(event)::contains)) {
                faults.add("unexpected " + event.getLevel() + " " + line(event)
                        + (event.getThrowableProxy() == null
                                ? ""
                                : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        }
        for (String part : mustCome) {
            if (heard.stream().noneMatch(event -> line(event).contains(part))) {
                faults.add("expected in the log but not there: " + part);
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static String line(ILoggingEvent event) {
        return event.getLoggerName() + " " + event.getFormattedMessage();
    }

    private static List<String> expected(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, ExpectLog.class).stream()
                .map(ExpectLog::value)
                .toList();
    }

    private static Ear ear(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Ear.class, first -> new Ear(), Ear.class);
    }

    static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
