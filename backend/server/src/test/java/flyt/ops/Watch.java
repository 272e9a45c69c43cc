package flyt.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Fails a test in which something was logged above INFO that was not declared with
 * {@link ExpectLog}.
 *
 * <p>That covers a blocked event loop (Vert.x warns) and a failure that nobody handled (Vert.x logs
 * "Unhandled exception"), since both are log lines. Lines of threads that outlive their test count
 * for the next one.
 */
public final class Watch implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Watch.class);

    private static final class Ear extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> heard = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                heard.add(event);
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var ear = new Ear();
        ear.setContext(root().getLoggerContext());
        ear.start();
        root().addAppender(ear);
        context.getStore(NAMESPACE).put(Ear.class, ear);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Ear ear = context.getStore(NAMESPACE).remove(Ear.class, Ear.class);
        boolean unused = root().detachAppender(ear);
        List<String> mustCome = expected(context.getRequiredTestMethod());
        List<String> mayCome = new ArrayList<>(mustCome);
        mayCome.addAll(expected(context.getRequiredTestClass()));
        List<String> faults = new ArrayList<>();
        for (ILoggingEvent event : ear.heard) {
            if (mayCome.stream().noneMatch(line(event)::contains)) {
                faults.add("unexpected " + event.getLevel() + " " + line(event)
                        + (event.getThrowableProxy() == null
                                ? ""
                                : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        }
        for (String part : mustCome) {
            if (ear.heard.stream().noneMatch(event -> line(event).contains(part))) {
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
        List<String> parts = new ArrayList<>();
        for (ExpectLog line : element.getAnnotationsByType(ExpectLog.class)) {
            parts.add(line.value());
        }
        return parts;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
