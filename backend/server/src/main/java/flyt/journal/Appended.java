package flyt.journal;

import java.util.List;
import java.util.Set;

/**
 * What became of an append. Nothing was written unless it is {@link Committed}.
 *
 * <p>When the outcome is not known (the connection broke, no answer in time) there is no value but
 * a future failed with {@link JournalAway}: the writer reads the head and decides again.
 */
public sealed interface Appended {

    /**
     * All rows are on disk, or there were none and the writer still stands at the head.
     *
     * @param head the number of the hospital's last event now
     * @param otherContent those of the inputs whose id their sender had used before for something
     *     else, as far as earlier appends go
     */
    record Committed(long head, Set<InputKey> otherContent) implements Appended {
        public Committed {
            otherContent = Set.copyOf(otherContent);
        }

        /** Committed, with no id used before. */
        public Committed(long head) {
            this(head, Set.of());
        }
    }

    /**
     * Somebody else has written to the hospital, or nobody has created it: the expected head is not
     * the head.
     */
    record Fenced() implements Appended {}

    /**
     * Some of the inputs have been answered before.
     *
     * @param known their first outcomes, in no order; never empty
     */
    record RepeatedInputs(List<InputRow> known) implements Appended {}
}
