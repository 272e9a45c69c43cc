package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.Places;
import java.util.Collection;
import java.util.List;

/**
 * What a message says, in the words of the HTTP contract.
 *
 * @param reports as an HTTP sender would have sent them, in order; of {@link Fate#KEPT} the one appointment, which is told to nobody yet
 * @param places all that it named, whether or not it tells of them
 * @param notes what somebody who looks into the feed should know; codes, nothing of the message
 */
record Mapped(Fate fate, List<ObjectNode> reports, List<PlaceSaid> places, List<Note> notes) {
    /** What is to become of it. */
    enum Fate {
        /** Its reports go to the hospital. */
        READ,
        /** It says nothing that is needed here, and nothing is wrong with it. */
        NOT_NEEDED,
        /** It tells of a visit to come; it is kept until then, and found by its appointment. */
        KEPT,
        /** Nothing here reads such an event. */
        NOT_READ,
        /** It should say something, and does not. */
        FAULTY
    }

    /** Something about a message. */
    enum Note {
        NOT_A_MESSAGE,
        CHARSET_OTHER_THAN_SAID,
        MESSAGE_ID_MISSING,
        TIME_UNREADABLE,
        TIME_MISSING,
        PLACE_MISSING,
        NOT_THERE_YET,
        VISIT_MISSING,
        PATIENT_MISSING,
        OTHER_PATIENT_MISSING,
        ORDER_MISSING,
        BED_STATUS_MISSING,
        STATUS_UNKNOWN,
        CLASS_UNKNOWN,
        MOVEMENT_UNKNOWN,
        NUMBER_NOT_USED,
        DOCTOR_MISSING,
        APPOINTMENT_MISSING,
        APPOINTMENT_BOOKED,
        APPOINTMENT_MOVED,
        APPOINTMENT_CHANGED,
        APPOINTMENT_CANCELLED,
        APPOINTMENT_MISSED,
        EVENT_IGNORED,
        EVENT_NOT_READ,
        PERSON_ONLY
    }

    Mapped {
        reports = List.copyOf(reports);
        places = List.copyOf(places);
        notes = List.copyOf(notes);
    }

    static Mapped nothing(Fate fate, Note why) {
        return new Mapped(fate, List.of(), List.of(), List.of(why));
    }

    static Mapped kept(ObjectNode appointment, Collection<Note> notes) {
        return new Mapped(Fate.KEPT, List.of(appointment), List.of(), List.copyOf(notes));
    }

    static Mapped read(Collection<ObjectNode> reports, Collection<PlaceSaid> places, Collection<Note> notes) {
        return new Mapped(Fate.READ, List.copyOf(reports), List.copyOf(places), List.copyOf(notes));
    }

    /** With these reports instead. */
    Mapped with(List<ObjectNode> others) {
        return new Mapped(fate, others, places, notes);
    }

    /** The places in it that are none of these, as it named them. */
    List<String> unmapped(Places known) {
        return places.stream()
                .filter(place -> !place.isAmong(known))
                .map(place -> Appointment.printable(place.said()))
                .distinct()
                .toList();
    }
}
