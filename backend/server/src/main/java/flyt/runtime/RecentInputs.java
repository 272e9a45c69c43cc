package flyt.runtime;

import flyt.journal.InputKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of the inputs that came last, so that a repeat needs no look into the journal. What has fallen out of here is
 * still found there, by its key. Used by one writer.
 */
final class RecentInputs {
    private static final int KEPT = 50_000;

    private record Sender(String source, String messageId) {}

    private final Map<InputKey, Answer> outcomes = new LinkedHashMap<>();
    private final Map<Sender, InputKey> latest = new HashMap<>();

    /** The outcome of this input, or null when it is not remembered. */
    @Nullable
    Answer outcome(InputKey key) {
        return outcomes.get(key);
    }

    /** Whether the same sender used the same id for other content. */
    boolean otherContent(InputKey key) {
        InputKey known = latest.get(new Sender(key.source(), key.messageId()));
        return known != null && !known.equals(key);
    }

    void remember(InputKey key, Answer outcome) {
        outcomes.put(key, outcome);
        latest.put(new Sender(key.source(), key.messageId()), key);
        if (outcomes.size() > KEPT) {
            var oldest = outcomes.keySet().iterator();
            InputKey gone = oldest.next();
            oldest.remove();
            boolean unused = latest.remove(new Sender(gone.source(), gone.messageId()), gone);
        }
    }
}
