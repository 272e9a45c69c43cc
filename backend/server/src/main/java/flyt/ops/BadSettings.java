package flyt.ops;

import java.util.List;

/**
 * The start is refused: settings that do not exist or are not allowed; the message lists all of
 * them.
 */
public final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    BadSettings(List<String> faults) {
        super("Flyt does not start because of its settings:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence for each fault, without secrets. */
    public List<String> faults() {
        return faults;
    }
}
