package flyt.simulator.hospital;

import java.util.Locale;

/** One draw of blood with its tests: ordered, taken, received, answered, seen. */
public final class LabOrder {

    private final String id;
    private final Stay stay;
    private final boolean urgent;
    boolean critical;

    /** Sent by pneumatic tube, whose arrival nobody registers; else by porter. */
    boolean tube;

    boolean finished;

    LabOrder(String id, Stay stay, boolean urgent) {
        this.id = id;
        this.stay = stay;
        this.urgent = urgent;
    }

    public String id() {
        return id;
    }

    public Stay stay() {
        return stay;
    }

    public boolean urgent() {
        return urgent;
    }

    public boolean critical() {
        return critical;
    }

    /** What an order's status can be told as. */
    public enum Status {
        ORDERED,
        COLLECTED,
        RECEIVED,
        IN_ANALYSIS,
        PRELIMINARY,
        FINAL,
        CORRECTED,
        REJECTED,
        CANCELLED,
        SEEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
