package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.intake.hl7.Hl7Message.Part;
import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import flyt.intake.hl7.Telling.Missing;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What SIU messages say of a visit to come: which appointment (SCH-2, else SCH-1), what became of it, when (AIL-6, AIS-4, TQ1-7,
 * SCH-11.4), where (AIL-3, else PV1-3), and whose it is. No board shows visits to come yet, so it is kept and told to nobody.
 */
final class AppointmentMapper {
    private static final Map<String, Note> LIFE = Map.ofEntries(
            Map.entry("S12", Note.APPOINTMENT_BOOKED),
            Map.entry("S13", Note.APPOINTMENT_MOVED),
            Map.entry("S14", Note.APPOINTMENT_CHANGED),
            Map.entry("S15", Note.APPOINTMENT_CANCELLED),
            Map.entry("S16", Note.APPOINTMENT_CANCELLED),
            Map.entry("S17", Note.APPOINTMENT_CANCELLED),
            Map.entry("S18", Note.APPOINTMENT_CHANGED),
            Map.entry("S19", Note.APPOINTMENT_CHANGED),
            Map.entry("S20", Note.APPOINTMENT_CHANGED),
            Map.entry("S21", Note.APPOINTMENT_CHANGED),
            Map.entry("S22", Note.APPOINTMENT_CHANGED),
            Map.entry("S26", Note.APPOINTMENT_MISSED));

    private static final Map<Note, String> TYPES = Map.of(
            Note.APPOINTMENT_BOOKED, "AppointmentBooked",
            Note.APPOINTMENT_MOVED, "AppointmentMoved",
            Note.APPOINTMENT_CHANGED, "AppointmentChanged",
            Note.APPOINTMENT_CANCELLED, "AppointmentCancelled",
            Note.APPOINTMENT_MISSED, "AppointmentMissed");

    private AppointmentMapper() {}

    static Mapped map(SenderProfile profile, Msh msh, Hl7Message message, String event, Instant receivedAt) {
        Note life = LIFE.get(event);
        if (life == null) {
            // S23, S24: a stretch of time that nobody can book
            return Mapped.nothing(Fate.NOT_READ, Note.EVENT_NOT_READ);
        }
        Telling tell = new Telling(profile, msh, message, Movement.NONE, receivedAt);
        tell.note(life);
        try {
            return tell.kept(appointment(tell, message, life));
        } catch (Missing e) {
            return Mapped.nothing(e.fate(), e.what());
        }
    }

    private static ObjectNode appointment(Telling tell, Hl7Message message, Note life) throws Missing {
        String filler = value(message, "SCH", 2, 1);
        String id = filler == null ? value(message, "SCH", 1, 1) : filler;
        ObjectNode appointment = tell.report(Objects.requireNonNull(TYPES.get(life)));
        appointment.put("appointment", Telling.needed(id, Note.APPOINTMENT_MISSING));
        Hl7Time starts = Stream.of(
                        value(message, "AIL", 6, 1),
                        value(message, "AIS", 4, 1),
                        value(message, "TQ1", 7, 1),
                        value(message, "SCH", 11, 4))
                .map(tell::time)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (starts != null) {
            appointment.put("startsAt", starts.at().toString());
        }
        Part ail = message.first("AIL");
        PlaceRule.Found found = ail == null ? null : tell.found(ail, 3);
        ObjectNode place = found == null ? tell.place(message) : Telling.json(found);
        if (place != null) {
            appointment.set("place", place);
        }
        if (tell.hasVisit(message)) {
            appointment.put("visit", tell.visit(message));
        }
        if (message.first("PID") != null) {
            appointment.set("patient", tell.patient(message));
        }
        return appointment;
    }

    private static @Nullable String value(Hl7Message message, String segment, int field, int component) {
        Part part = message.first(segment);
        return part == null ? null : part.value(field, component);
    }
}
