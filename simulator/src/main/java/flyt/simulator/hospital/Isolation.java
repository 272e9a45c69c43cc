package flyt.simulator.hospital;

/** Why a patient lies apart, with the service time of the clean it demands (minutes). */
public enum Isolation {
    CONTACT("contact", 50, 12),
    CONTACT_CHLORINE("contact-chlorine", 60, 15),
    DROPLET("droplet", 50, 12),
    AIRBORNE("airborne", 50, 12),
    PROTECTIVE("protective", 14, 4);

    private final String word;
    final double cleanMean;
    final double cleanDeviation;

    Isolation(String word, double cleanMean, double cleanDeviation) {
        this.word = word;
        this.cleanMean = cleanMean;
        this.cleanDeviation = cleanDeviation;
    }

    /** The word on the wire. */
    public String word() {
        return word;
    }

    /** Minutes that the clean afterwards takes on average. */
    public double cleanMean() {
        return cleanMean;
    }

    /** Minutes, around {@link #cleanMean}. */
    public double cleanDeviation() {
        return cleanDeviation;
    }

    /** False for protective isolation: that patient is not a source. */
    public boolean contagious() {
        return this != PROTECTIVE;
    }
}
