package flyt.pages;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Decides whether the tests marked {@link NeedsBrowser} run, are left out loudly, or fail. */
final class BrowserCondition implements ExecutionCondition {

    private static final Namespace HERE = Namespace.create(BrowserCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent() || Browser.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("a browser is there");
        }
        if (Browser.isRequired()) {
            return ConditionEvaluationResult.enabled("a browser is required, so the test will fail");
        }
        context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(LeftOut.class)
                .tests
                .add(context.getDisplayName());
        return ConditionEvaluationResult.disabled("no browser was found");
    }

    /** The names of the classes left out, told once when the run ends. */
    static final class LeftOut implements AutoCloseable {

        private static final Logger LOG = System.getLogger(BrowserCondition.class.getName());

        final Set<String> tests = new ConcurrentSkipListSet<>();

        LeftOut() {}

        @Override
        public void close() {
            LOG.log(
                    Level.WARNING,
                    "\n*** NO BROWSER WAS FOUND. These tests were LEFT OUT: {0}."
                            + "\n*** Install chromium or name one in FLYT_CHROMIUM; flyt.browser=required makes this a failure.",
                    String.join(", ", tests));
        }
    }
}
