package flyt.domain.bed;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What happens to a bed, apart from who lies in it. */
public sealed interface BedEvent extends Event {

    BedId bed();

    /** The beds after this event. */
    Beds applyTo(Beds beds, EventHeader header);

    /** HL7 table 0116: closed, housekeeping, occupied, unoccupied, contaminated, isolated. */
    enum ReportedStatus {
        C,
        H,
        O,
        U,
        K,
        I
    }

    /** Why a bed is closed. */
    enum CloseReason {
        STAFFING,
        INFECTION,
        REPAIR,
        OTHER
    }

    /** Another system reported the bed's state. ADT^A20, table 0116. What follows is told by the events after it. */
    record BedStatusReported(BedId bed, ReportedStatus status) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return beds;
        }
    }

    /**
     * A status that another system reported was a mistake. What it had done is put back by the events after this one, unless
     * something else has happened to the bed since.
     *
     * @param cancels the message that told it
     */
    record BedStatusCancelled(BedId bed, MessageKey cancels) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return beds;
        }
    }

    /** Staff released the room after a death. Who had officially gone by then is told as having left by the events after it. */
    record RoomReleased(BedId bed) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return beds.with(bed, beds.of(bed).released(header.effectiveAt()));
        }
    }

    /** The bed may not be used, until it is opened or the time has come. */
    record BedClosed(BedId bed, CloseReason reason, @Nullable Instant until) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return beds.with(bed, beds.of(bed).closed(new Bed.Closure(reason, header.effectiveAt(), until)));
        }
    }

    /** The bed may be used again. */
    record BedOpened(BedId bed) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return beds.with(bed, beds.of(bed).closed(null));
        }
    }

    /** The bed is promised, to a named patient or for a purpose, always with an end. */
    record BedReserved(BedId bed, Instant until, @Nullable StayId stay, @Nullable String purpose) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return beds.with(bed, beds.of(bed).reserved(new Bed.Reservation(until, stay, purpose, header.actor())));
        }
    }

    /** The promise is over: used, taken back, or lapsed. */
    record ReservationEnded(BedId bed) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return beds.with(bed, beds.of(bed).reserved(null));
        }
    }

    /**
     * The bed is dirty: a patient left it, or somebody found it so.
     *
     * @param isolation the isolation the patient had, which passes on to the room until it is cleaned
     * @param airChangeUntil when the room may be entered, after airborne isolation
     */
    record BedSoiled(BedId bed, @Nullable Isolation isolation, @Nullable Instant airChangeUntil) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return changed(beds, bed, now -> now.soiled(header.effectiveAt(), isolation, airChangeUntil));
        }
    }

    /** The air of the room has been changed; it may be entered. */
    record AirChangeEnded(BedId bed) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return changed(beds, bed, now -> now.aired(header.effectiveAt()));
        }
    }

    /** The bed is clean; {@code made}: and made. */
    record BedCleaned(BedId bed, boolean made) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return changed(beds, bed, now -> now.cleaned(header.effectiveAt(), made));
        }
    }

    /** The bed is made. */
    record BedMade(BedId bed) implements BedEvent {
        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return changed(beds, bed, now -> now.madeUp(header.effectiveAt()));
        }
    }

    /** Staff said that these stays share the bed on purpose. */
    record BedShared(BedId bed, List<StayId> stays) implements BedEvent {
        public BedShared {
            stays = List.copyOf(stays);
        }

        @Override
        public Beds applyTo(Beds beds, EventHeader header) {
            return beds.with(bed, beds.of(bed).sharedBy(stays));
        }
    }

    private static Beds changed(Beds beds, BedId bed, UnaryOperator<Hygiene> change) {
        Bed was = beds.of(bed);
        return beds.with(bed, was.with(change.apply(was.hygiene())));
    }
}
