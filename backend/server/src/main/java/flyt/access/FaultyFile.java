package flyt.access;

import java.util.List;

/** A file of settings is faulty. No message quotes what may be a secret. */
public final class FaultyFile extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    public FaultyFile(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong: {@code clients[3].kind: must be integration or laboratory}. */
    public List<String> faults() {
        return faults;
    }
}
