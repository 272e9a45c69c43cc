package flyt.simulator.hospital;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patient's time in the hospital, from the door of the emergency department or the ward to the way home. */
public final class Stay {

    private final String visit;
    private Person person;
    final long arrivedAt;

    @Nullable
    String triage;

    /** Null before admission. */
    @Nullable
    Ward responsible;

    /** Where the patient is, with or without a bed; null before arrival and after leaving. */
    @Nullable
    Ward place;

    @Nullable
    Bed bed;

    /** Seconds; -1 before admission. */
    long admittedAt = -1;

    long phaseSince;
    boolean emergency;
    boolean gone;
    boolean away;

    @Nullable
    Isolation isolation;

    /** Latent illness, a standard normal that moves slowly; the early-warning score is read from it. */
    double illness;

    long illnessAt;
    int score = -1;
    int careWeight;

    @Nullable
    LocalDate expectedOn;

    /** When the patient will leave if nothing holds it; -1 when the next step is another ward. */
    long leavesAt = -1;

    /** Since when declared ready to a municipality; -1 when not. */
    long readySince = -1;

    String disposition = "home";
    boolean dying;
    boolean waitsForLab;
    boolean leavesWhenSeen;

    @Nullable
    Colleague nurse;

    @Nullable
    Colleague doctor;

    @Nullable
    BedRequest request;

    final List<LabOrder> openOrders = new ArrayList<>();

    Stay(String visit, Person person, long arrivedAt) {
        this.visit = visit;
        this.person = person;
        this.arrivedAt = arrivedAt;
    }

    public String visit() {
        return visit;
    }

    public Person person() {
        return person;
    }

    /** The patient turns out to be somebody else than was written down. */
    void become(Person real) {
        person = real;
    }

    public long arrivedAt() {
        return arrivedAt;
    }

    public @Nullable String triage() {
        return triage;
    }

    /** The ward with medical responsibility; null before admission. */
    public @Nullable Ward responsible() {
        return responsible;
    }

    public @Nullable Ward place() {
        return place;
    }

    /** The bed, or null: without a bed, or not here. */
    public @Nullable Bed bed() {
        return bed;
    }

    /** Seconds since 1970, or -1 before admission to a ward. */
    public long admittedAt() {
        return admittedAt;
    }

    public boolean admitted() {
        return admittedAt >= 0;
    }

    /** Came by the emergency department. */
    public boolean emergency() {
        return emergency;
    }

    public @Nullable Isolation isolation() {
        return isolation;
    }

    public @Nullable LocalDate expectedOn() {
        return expectedOn;
    }

    /** Since when declared ready to a municipality, or -1. */
    public long readySince() {
        return readySince;
    }

    public boolean away() {
        return away;
    }

    public @Nullable Colleague nurse() {
        return nurse;
    }

    public @Nullable Colleague doctor() {
        return doctor;
    }

    /** The last care weight told, 1 to 5, or 0. */
    public int careWeight() {
        return careWeight;
    }

    /**
     * When the patient can lie down in the bed that is asked for, seconds since 1970; -1 when none is, or when the patient lies
     * in another bed that only is not the best.
     */
    public long bedNeededFrom() {
        return request == null || request.origin == BedRequest.Origin.MISPLACED ? -1 : request.notBefore;
    }

    /** Waits for a bed in the emergency department. */
    public boolean waitsInEmergency() {
        return request != null && request.origin == BedRequest.Origin.EMERGENCY;
    }

    /** Lies in a ward while another one is responsible. */
    public boolean outlier() {
        return bed != null && responsible != null && bed.ward() != responsible;
    }

    /** The bed; only for a patient who has one. */
    Bed inBed() {
        if (bed == null) {
            throw new IllegalStateException(visit + " has no bed");
        }
        return bed;
    }

    Ward responsibleWard() {
        if (responsible == null) {
            throw new IllegalStateException(visit + " is not admitted");
        }
        return responsible;
    }
}
