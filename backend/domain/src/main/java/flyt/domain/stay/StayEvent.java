package flyt.domain.stay;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import java.util.List;

/** What happens to stays: facts about one of them, and the few things that concern several. */
public sealed interface StayEvent extends Event
        permits StayFact, StayEvent.PatientsMerged, StayEvent.PatientsMergeCancelled, StayEvent.StaysArchived {

    /** The stays after this event. */
    Stays applyTo(Stays stays, EventHeader header);

    /** Two patient numbers are one person; {@code patient} survives. ADT^A24, A40. */
    record PatientsMerged(PatientKey patient, PatientKey merged) implements StayEvent {
        @Override
        public Stays applyTo(Stays stays, EventHeader header) {
            return stays.withPatientLink(merged, patient, header);
        }
    }

    /** Two patient numbers are two people after all. ADT^A37. */
    record PatientsMergeCancelled(PatientKey patient, PatientKey merged) implements StayEvent {
        @Override
        public Stays applyTo(Stays stays, EventHeader header) {
            return stays.withoutPatientLink(patient, merged, header);
        }
    }

    /** Ended stays left memory; the journal keeps them. Told by the first moment of a day. */
    record StaysArchived(List<StayId> stays) implements StayEvent {
        public StaysArchived {
            stays = List.copyOf(stays);
        }

        @Override
        public Stays applyTo(Stays all, EventHeader header) {
            return all.without(stays);
        }
    }
}
