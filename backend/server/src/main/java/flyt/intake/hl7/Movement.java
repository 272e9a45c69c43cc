package flyt.intake.hl7;

import flyt.domain.stay.FactKind;
import flyt.intake.hl7.Hl7Message.Part;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the segment ZBE says of the movement that a message is about (IHE PAM, Germany, Austria): whether it is told, corrected or
 * taken back, and which one it is.
 *
 * @param event what happened, {@code A02}: of a correction the event that it corrects, ZBE-6
 * @param cancelled whether it did not happen after all
 * @param corrected whether it had been told before
 * @param name the end of the ids of what is told of it: the sender's id for it and when this was said, so that of several tellings
 *     the last counts ({@link flyt.domain.event.MessageKey}); empty when it has no id
 */
record Movement(String event, boolean cancelled, boolean corrected, String name) {
    /** What messages have that move nobody. */
    static final Movement NONE = new Movement("", false, false, "");

    private static final Map<String, FactKind> KINDS = Map.ofEntries(
            Map.entry("A01", FactKind.PATIENT_ADMITTED),
            Map.entry("A06", FactKind.PATIENT_ADMITTED),
            Map.entry("A04", FactKind.PATIENT_REGISTERED),
            Map.entry("A07", FactKind.PATIENT_REGISTERED),
            Map.entry("A02", FactKind.PATIENT_TRANSFERRED),
            Map.entry("A03", FactKind.PATIENT_DISCHARGED),
            Map.entry("A05", FactKind.ADMISSION_EXPECTED),
            Map.entry("A14", FactKind.ADMISSION_EXPECTED),
            Map.entry("A15", FactKind.TRANSFER_EXPECTED),
            Map.entry("A16", FactKind.DISCHARGE_EXPECTED),
            Map.entry("A21", FactKind.LEAVE_STARTED),
            Map.entry("A22", FactKind.LEAVE_ENDED));

    private static final Pattern PLAIN = Pattern.compile("(?!.*[0-9]{11})[A-Za-z0-9._-]{1,24}");
    private static final DateTimeFormatter SAID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** By the profile; what a sender without such segments tells has no name. */
    static Movement of(SenderProfile profile, Msh msh, Hl7Message message, String event) {
        Part zbe = profile.zbe() ? message.first("ZBE") : null;
        String action = zbe == null ? null : zbe.value(4);
        if (zbe == null || action == null) {
            return new Movement(event, false, false, "");
        }
        boolean cancelled = action.equals("CANCEL");
        boolean corrected = action.equals("UPDATE");
        String original = cancelled || corrected ? zbe.value(6) : null;
        String moved = original == null ? event : original;
        String id = zbe.value(1);
        String name = id == null || !tells(moved, cancelled)
                ? ""
                : "#" + plain(id) + "#" + said(profile, msh, message) + "-" + (cancelled ? 3 : corrected ? 2 : 1);
        return new Movement(moved, cancelled, corrected, name);
    }

    /** What kind of fact it is; null where it is none that moves anybody. */
    @Nullable
    FactKind kind() {
        return KINDS.get(event);
    }

    private static boolean tells(String event, boolean cancelled) {
        return KINDS.containsKey(event) || (cancelled && AdtMapper.isCancellation(event));
    }

    private static String plain(String id) {
        return PLAIN.matcher(id).matches()
                ? id
                : "x"
                        + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, 18);
    }

    /** MSH-7, else EVN-2: which of two tellings is the later one. */
    private static String said(SenderProfile profile, Msh msh, Hl7Message message) {
        Hl7Time sent = Hl7Time.of(msh.component(7, 1), profile.zone());
        Part evn = sent == null ? message.first("EVN") : null;
        String recorded = evn == null ? null : evn.value(2);
        Hl7Time time = recorded == null ? sent : Hl7Time.of(recorded, profile.zone());
        return time == null ? "00000000T000000Z" : SAID.format(time.at());
    }
}
