package flyt.runtime;

import flyt.journal.InputKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of the inputs that came last, so that a repeat needs no look into the journal. What has fallen out of here is
 * still found there, by its key. Used by one writer.
 */
final class RecentInputs {
    private static final int KEPT = 50_000;

    private final Map<InputKey, Answer> outcomes = new LinkedHashMap<>();

    /** The outcome of this input, or null when it is not remembered. */
    @Nullable
    Answer outcome(InputKey key) {
        return outcomes.get(key);
    }

    void remember(InputKey key, Answer outcome) {
        outcomes.put(key, outcome);
        if (outcomes.size() > KEPT) {
            var oldest = outcomes.keySet().iterator();
            InputKey gone = oldest.next();
            oldest.remove();
        }
    }
}
