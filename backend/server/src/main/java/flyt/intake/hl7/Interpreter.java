package flyt.intake.hl7;

import ca.uhn.hl7v2.HL7Exception;
import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From the text of a message to what it reports. Pure; large messages take long, which is no matter for an event loop. */
final class Interpreter {
    private Interpreter() {}

    /** {@code because}: why it is not taken; null when it is. */
    record Understood(Mapped mapped, Ack.Code code, Ack.@Nullable Because because) {}

    /** @param text segments end with CR */
    static Understood understand(SenderProfile profile, String text, Instant receivedAt) {
        Msh msh = Msh.of(text);
        if (msh == null) {
            return refused(Ack.Because.UNREADABLE);
        }
        Mapped mapped;
        try {
            mapped = map(profile, msh, Hl7Message.parse(msh.sound(text)), receivedAt);
        } catch (HL7Exception | RuntimeException e) {
            // not the cause: whatever it says, it may quote the message
            return refused(Ack.Because.UNREADABLE);
        }
        return switch (mapped.fate()) {
            case READ, KEPT, NOT_NEEDED -> new Understood(mapped, Ack.Code.AA, null);
            case FAULTY -> new Understood(mapped, Ack.Code.AE, Ack.Because.FAULTY);
            case NOT_READ ->
                new Understood(
                        mapped, profile.unknown(), profile.unknown() == Ack.Code.AA ? null : Ack.Because.NOT_READ_HERE);
        };
    }

    private static Understood refused(Ack.Because because) {
        return new Understood(Mapped.nothing(Fate.FAULTY, Note.NOT_A_MESSAGE), Ack.Code.AR, because);
    }

    private static Mapped map(SenderProfile profile, Msh msh, Hl7Message message, Instant receivedAt) {
        String said = msh.component(9, 2);
        if (said.isEmpty()) {
            Hl7Message.Part evn = message.first("EVN");
            said = evn == null || evn.value(1) == null ? "" : evn.value(1);
        }
        String event = profile.triggers().getOrDefault(said, said);
        if (event.equals(SenderProfile.IGNORE)) {
            return Mapped.nothing(Fate.NOT_NEEDED, Note.EVENT_IGNORED);
        }
        String type = msh.component(9, 1);
        if (type.equals("ADT")) {
            return AdtMapper.map(profile, msh, message, event, receivedAt);
        }
        if (type.equals("SIU")) {
            return AppointmentMapper.map(profile, msh, message, event, receivedAt);
        }
        return LabMapper.reads(type)
                ? LabMapper.map(profile, msh, message, receivedAt)
                : Mapped.nothing(Fate.NOT_READ, Note.EVENT_NOT_READ);
    }
}
