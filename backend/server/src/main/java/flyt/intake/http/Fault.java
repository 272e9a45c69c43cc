package flyt.intake.http;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what was sent.
 *
 * @param field its path in the object sent, {@code place.ward}; empty for the whole
 * @param problem plain words, never the value itself
 * @param code which of the known problems it is, for a page that has words of its own; null: it is no such one
 */
public record Fault(String field, String problem, @Nullable String code) {
    /** One that is told by its words alone. */
    public Fault(String field, String problem) {
        this(field, problem, null);
    }
}
