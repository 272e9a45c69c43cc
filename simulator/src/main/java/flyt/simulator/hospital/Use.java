package flyt.simulator.hospital;

import java.util.Locale;

/** What is in a bed now. */
public enum Use {
    READY,
    OCCUPIED,
    HELD,
    WAITING_CLEANING,
    AIR_CHANGE,
    BEING_CLEANED,
    CLEANING_PAUSED,
    NOT_MADE;

    /** The word on the wire: {@code waiting-cleaning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
