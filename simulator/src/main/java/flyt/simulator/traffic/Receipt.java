package flyt.simulator.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a server has answered to the reports sent so far. Used by one event loop. */
public final class Receipt {

    private static final int KEPT_REJECTIONS = 20;

    private long accepted;
    private long repeated;
    private long rejected;
    private final List<String> rejections = new ArrayList<>();
    private final Map<String, Long> warnings = new TreeMap<>();

    /** One more was taken. */
    public void countAccepted() {
        accepted++;
    }

    void countRepeated() {
        repeated++;
    }

    /** One more was not taken. */
    public void countRejected(Report report, String why) {
        rejected++;
        if (rejections.size() < KEPT_REJECTIONS) {
            rejections.add(report.type() + " " + report.messageId() + ": " + why);
        }
    }

    void countWarning(String warning) {
        warnings.merge(warning, 1L, Long::sum);
    }

    public long accepted() {
        return accepted;
    }

    public long repeated() {
        return repeated;
    }

    public long rejected() {
        return rejected;
    }

    public long all() {
        return accepted + repeated + rejected;
    }

    /** The first twenty, as text: type, message id, faults. */
    public List<String> rejections() {
        return List.copyOf(rejections);
    }

    /** How often each warning was given. */
    public Map<String, Long> warnings() {
        return new TreeMap<>(warnings);
    }
}
