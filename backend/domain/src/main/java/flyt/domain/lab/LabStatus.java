package flyt.domain.lab;

/** How far a laboratory order has come (domain 3.11). The order is the tie-break for reports of equal time. */
public enum LabStatus {
    ORDERED,
    COLLECTED,
    RECEIVED,
    IN_ANALYSIS,
    PRELIMINARY,
    FINAL,
    SEEN,
    CORRECTED,
    REJECTED,
    CANCELLED;

    /** Whether there is an answer that a doctor can read. */
    public boolean answered() {
        return this == FINAL || this == SEEN || this == CORRECTED;
    }
}
