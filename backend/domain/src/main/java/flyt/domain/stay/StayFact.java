package flyt.domain.stay;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact about one stay. It is kept among the stay's facts, ordered by {@link FactKey}; what it means is worked out by {@link
 * CourseFold} over all of them, so that the order of arrival does not matter.
 */
public sealed interface StayFact extends StayEvent {

    StayId stay();

    FactKind kind();

    /** The visit numbers among whose facts this one is kept: its own, and where two are concerned, the other. */
    default List<StayId> concerns() {
        return List.of(stay());
    }

    @Override
    default Stays applyTo(Stays stays, EventHeader header) {
        return stays.with(new Told(header, this));
    }

    /**
     * A patient came to the emergency department or a clinic. ADT^A04.
     *
     * @param triage the level's colour, lower case, where one was set
     * @param stayKind null: an ordinary one of its class
     */
    record PatientRegistered(
            StayId stay,
            PatientKey patient,
            PatientClass patientClass,
            Place place,
            @Nullable WardId responsibleWard,
            @Nullable String triage,
            @Nullable StayKind stayKind)
            implements StayFact {
        /** One of whom nothing is said but the class. */
        public PatientRegistered(
                StayId stay,
                PatientKey patient,
                PatientClass patientClass,
                Place place,
                @Nullable WardId responsibleWard,
                @Nullable String triage) {
            this(stay, patient, patientClass, place, responsibleWard, triage, null);
        }

        @Override
        public FactKind kind() {
            return FactKind.PATIENT_REGISTERED;
        }
    }

    /**
     * An admission is expected. ADT^A05, A14.
     *
     * @param from the ward the patient comes from, or null for home
     * @param stayKind null: nobody has said
     */
    record AdmissionExpected(
            StayId stay,
            PatientKey patient,
            Place place,
            Instant expectedAt,
            @Nullable WardId from,
            @Nullable StayKind stayKind)
            implements StayFact {
        /** One of which nothing else is said. */
        public AdmissionExpected(
                StayId stay, PatientKey patient, Place place, Instant expectedAt, @Nullable WardId from) {
            this(stay, patient, place, expectedAt, from, null);
        }

        @Override
        public FactKind kind() {
            return FactKind.ADMISSION_EXPECTED;
        }
    }

    /**
     * A patient was given a place on a ward. ADT^A01, A06: PV1-3 and PV1-19.
     *
     * @param responsibleWard the ward with medical responsibility, where told; another than the place's makes an outlier
     * @param stayKind null: an ordinary one of its class
     */
    record PatientAdmitted(
            StayId stay,
            PatientKey patient,
            PatientClass patientClass,
            Place place,
            @Nullable WardId responsibleWard,
            @Nullable StayKind stayKind)
            implements StayFact {
        /** One of whom nothing is said but the class. */
        public PatientAdmitted(
                StayId stay,
                PatientKey patient,
                PatientClass patientClass,
                Place place,
                @Nullable WardId responsibleWard) {
            this(stay, patient, patientClass, place, responsibleWard, null);
        }

        @Override
        public FactKind kind() {
            return FactKind.PATIENT_ADMITTED;
        }
    }

    /** A patient was moved. ADT^A02. */
    record PatientTransferred(StayId stay, Place place, @Nullable WardId responsibleWard) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.PATIENT_TRANSFERRED;
        }
    }

    /** A move is expected. ADT^A15. */
    record TransferExpected(StayId stay, Place place, @Nullable Instant expectedAt) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.TRANSFER_EXPECTED;
        }
    }

    /** A patient was discharged, which is an administrative fact: having left the room is another. ADT^A03. */
    record PatientDischarged(StayId stay, Disposition disposition) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.PATIENT_DISCHARGED;
        }
    }

    /**
     * The day of leaving was set, moved or cleared. ADT^A16.
     *
     * @param expectedOn the day, or null when it is not set
     * @param expectedAt the hour too, where known
     */
    record DischargeExpected(StayId stay, @Nullable LocalDate expectedOn, @Nullable Instant expectedAt)
            implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.DISCHARGE_EXPECTED;
        }
    }

    /** A leave began; the bed is held. ADT^A21. */
    record LeaveStarted(StayId stay, @Nullable Instant expectedBackAt) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.LEAVE_STARTED;
        }
    }

    /** A leave ended. ADT^A22. */
    record LeaveEnded(StayId stay, @Nullable Place place) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.LEAVE_ENDED;
        }
    }

    /**
     * A patient is out for a while, at an examination or in theatre; the bed is held. ADT^A09.
     *
     * @param destination a short word for the board, {@code Rtg.}
     */
    record DepartedTemporarily(StayId stay, String destination, @Nullable Instant expectedBackAt) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.DEPARTED_TEMPORARILY;
        }
    }

    /** A patient is back. ADT^A10. */
    record ArrivedTemporarily(StayId stay, @Nullable Place place) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.ARRIVED_TEMPORARILY;
        }
    }

    /** Two patients changed places; both places are those after the swap. ADT^A17. */
    record BedsSwapped(StayId stay, Place place, StayId otherStay, Place otherPlace) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.BEDS_SWAPPED;
        }

        @Override
        public List<StayId> concerns() {
            return List.of(stay, otherStay);
        }
    }

    /** Two visit numbers are one stay; facts about either belong to {@code stay} from now on. ADT^A42, A45. */
    record StaysMerged(StayId stay, StayId merged) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.STAYS_MERGED;
        }

        @Override
        public List<StayId> concerns() {
            return List.of(stay, merged);
        }
    }

    /** Something about the stay was corrected; what is null was not said. ADT^A08. */
    record StayUpdated(
            StayId stay,
            @Nullable PatientKey patient,
            @Nullable PatientClass patientClass,
            @Nullable WardId responsibleWard,
            @Nullable StayKind stayKind)
            implements StayFact {
        /** One that says nothing of the kind. */
        public StayUpdated(
                StayId stay,
                @Nullable PatientKey patient,
                @Nullable PatientClass patientClass,
                @Nullable WardId responsibleWard) {
            this(stay, patient, patientClass, responsibleWard, null);
        }

        @Override
        public FactKind kind() {
            return FactKind.STAY_UPDATED;
        }
    }

    /**
     * A fact was taken back. ADT^A11, A12, A13, A25 to A27, A32, A33, A52, A53.
     *
     * @param cancelsKind any kind but a cancellation, which cannot be taken back: the fact is told again instead
     * @param cancels the message that told it; null means the latest of that kind not after this, else the earliest after
     * @param fact the very fact, where that message told another one of the same moment too; null where its name is enough
     */
    record FactCancelled(StayId stay, FactKind cancelsKind, @Nullable MessageKey cancels, @Nullable StayFact fact)
            implements StayFact {
        /** By the message's name, or by none. */
        public FactCancelled(StayId stay, FactKind cancelsKind, @Nullable MessageKey cancels) {
            this(stay, cancelsKind, cancels, null);
        }

        @Override
        public FactKind kind() {
            return FactKind.FACT_CANCELLED;
        }
    }

    /**
     * The patient has left the room: a fact of its own (domain 3.7).
     *
     * @param bed the bed that was left; null: every bed the stay held at that moment
     * @param because the movement that counts as leaving on this ward, or after which staff released the room; the fact is void
     *     as soon as that movement is. Null when a person or a tracking system said it, which never releases a room after a
     *     death.
     */
    record RoomLeft(StayId stay, @Nullable BedId bed, @Nullable MessageKey because) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.ROOM_LEFT;
        }
    }

    /** Isolation began, changed, or ended (null). */
    record IsolationReported(StayId stay, @Nullable Isolation isolation) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.ISOLATION_REPORTED;
        }
    }

    /** Whether the patient can leave, as told. */
    record ReadinessReported(StayId stay, Readiness readiness) implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.READINESS_REPORTED;
        }
    }

    /** Something the discharge waits for was opened, answered or closed. */
    record MilestoneReported(
            StayId stay,
            Milestone.Kind milestone,
            Milestone.State state,
            @Nullable Instant dueAt,
            @Nullable OrderId order)
            implements StayFact {
        @Override
        public FactKind kind() {
            return FactKind.MILESTONE_REPORTED;
        }
    }

    /**
     * What a person says because no system does. It is kept beside what systems report; which of the two shows is worked out
     * from both and from {@link flyt.domain.place.HospitalDefinition.ByHand}. Where the value is null, the hand takes back what
     * it had said.
     */
    sealed interface ByHand extends StayFact {}

    /** Who is the patient's nurse. */
    record NurseAssigned(StayId stay, @Nullable Said<StaffKey> nurse) implements ByHand {
        @Override
        public FactKind kind() {
            return FactKind.NURSE_ASSIGNED;
        }
    }

    /** Who is the patient's doctor. */
    record DoctorAssigned(StayId stay, @Nullable Said<StaffKey> doctor) implements ByHand {
        @Override
        public FactKind kind() {
            return FactKind.DOCTOR_ASSIGNED;
        }
    }

    /** The day of leaving. */
    record DischargeSet(StayId stay, @Nullable Said<DischargeDay> discharge) implements ByHand {
        @Override
        public FactKind kind() {
            return FactKind.DISCHARGE_SET;
        }
    }

    /**
     * When a patient is expected to leave.
     *
     * @param on null only where a system says that it is not set
     * @param at the hour too, where known
     */
    record DischargeDay(@Nullable LocalDate on, @Nullable Instant at) {}

    /** How the patient is isolated, or that they are not. */
    record IsolationSet(StayId stay, @Nullable Said<Isolation> isolation) implements ByHand {
        @Override
        public FactKind kind() {
            return FactKind.ISOLATION_SET;
        }
    }

    /**
     * The patient was put into a place that is not in the plan: corridor, day room.
     *
     * @param place null: back to where systems say the patient is
     */
    record ExtraPlaceUsed(StayId stay, @Nullable Place place) implements ByHand {
        @Override
        public FactKind kind() {
            return FactKind.EXTRA_PLACE_USED;
        }
    }
}
