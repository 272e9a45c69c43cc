package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.FactKind;
import flyt.intake.hl7.Hl7Message.Part;
import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import flyt.intake.hl7.Telling.Missing;
import flyt.journal.WireNames;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an ADT message reports. One of these for each message. */
final class AdtMapper {
    /** HL7 table 0112 as most use it, for what a profile does not say: codes for having died. */
    private static final List<String> DIED = List.of("20", "40", "41", "42", "EXP", "DIED");

    private static final Map<String, FactKind> CANCELS = Map.ofEntries(
            Map.entry("A12", FactKind.PATIENT_TRANSFERRED),
            Map.entry("A13", FactKind.PATIENT_DISCHARGED),
            Map.entry("A25", FactKind.DISCHARGE_EXPECTED),
            Map.entry("A26", FactKind.TRANSFER_EXPECTED),
            Map.entry("A27", FactKind.ADMISSION_EXPECTED),
            Map.entry("A38", FactKind.ADMISSION_EXPECTED),
            Map.entry("A32", FactKind.ARRIVED_TEMPORARILY),
            Map.entry("A33", FactKind.DEPARTED_TEMPORARILY),
            Map.entry("A52", FactKind.LEAVE_STARTED),
            Map.entry("A53", FactKind.LEAVE_ENDED));

    private final Telling tell;
    private final Hl7Message message;
    private final Movement movement;
    private final String event;

    private AdtMapper(Telling tell, Hl7Message message, Movement movement) {
        this.tell = tell;
        this.message = message;
        this.movement = movement;
        this.event = movement.event();
    }

    /** @param event as the profile takes it, {@code A01} */
    static Mapped map(SenderProfile profile, Msh msh, Hl7Message message, String event, Instant receivedAt) {
        Movement movement = Movement.of(profile, msh, message, event);
        Telling tell = new Telling(profile, msh, message, movement, receivedAt);
        try {
            return new AdtMapper(tell, message, movement).map();
        } catch (Missing e) {
            return Mapped.nothing(e.fate(), e.what());
        }
    }

    private Mapped map() throws Missing {
        if (movement.cancelled() && !isCancellation(event)) {
            cancel(needed(movement.kind()));
            return tell.told();
        }
        if (movement.corrected() && movement.name().isEmpty()) {
            tell.note(Note.MOVEMENT_UNKNOWN);
        }
        return switch (event) {
            case "A01" -> admitted(null);
            case "A06" -> inpatient();
            case "A04" -> registered(null);
            case "A07" -> outpatient();
            case "A05", "A14" -> expected();
            case "A02" -> transferred();
            case "A03" -> discharged();
            case "A08" -> updated();
            case "A31" -> tell.hasVisit(message) ? updated() : personOnly();
            case "A28", "A29" -> personOnly();
            case "A09" -> departed();
            case "A10" -> arrived();
            case "A11", "A23" -> {
                cancel(cameBy());
                yield tell.told();
            }
            case "A15" -> transferExpected();
            case "A16" -> dischargeExpected();
            case "A17" -> TwoMapper.swapped(tell, message);
            case "A20" -> bedStatus();
            case "A21" -> leaveStarted();
            case "A22" -> leaveEnded();
            case "A18", "A30", "A34", "A36", "A39", "A40", "A43", "A46", "A47" ->
                TwoMapper.patientsMerged(tell, message);
            case "A24" -> TwoMapper.linked(tell, message, "PatientsMerged");
            case "A37" -> TwoMapper.linked(tell, message, "PatientsMergeCancelled");
            case "A35", "A41", "A42", "A50" -> TwoMapper.staysMerged(tell, message);
            case "A49" -> TwoMapper.renumbered(tell, message, "PID", 18, 3);
            case "A51" -> TwoMapper.renumbered(tell, message, "PV1", 50, 6);
            case "A44", "A45" -> TwoMapper.moved(tell, message);
            case "A54", "A55" -> attended();
            default -> {
                cancel(needed(CANCELS.get(event)));
                yield tell.told();
            }
        };
    }

    private static FactKind needed(@Nullable FactKind kind) throws Missing {
        if (kind == null) {
            throw new Missing(Fate.NOT_READ, Note.EVENT_NOT_READ);
        }
        return kind;
    }

    static boolean isCancellation(String event) {
        return CANCELS.containsKey(event) || event.equals("A11") || event.equals("A23");
    }

    private Mapped admitted(@Nullable String asClass) throws Missing {
        if (asClass == null && tell.isOnlyExpected(message)) {
            return expected();
        }
        ObjectNode report = tell.report("PatientAdmitted", message);
        report.set("patient", tell.patient(message));
        report.put("patientClass", classOr(asClass, "I"));
        Telling.put(report, "stayKind", tell.stayKind(message));
        report.set("place", tell.placeOrUnknown(message));
        return withIsolation();
    }

    private Mapped registered(@Nullable String asClass) throws Missing {
        if (asClass == null && tell.isOnlyExpected(message)) {
            return expected();
        }
        ObjectNode report = tell.report("PatientRegistered", message);
        report.set("patient", tell.patient(message));
        report.put("patientClass", classOr(asClass, "O"));
        Telling.put(report, "stayKind", tell.stayKind(message));
        report.set("place", tell.placeOrUnknown(message));
        return withIsolation();
    }

    private String classOr(@Nullable String asClass, String usual) {
        String said = asClass == null ? tell.patientClass(message) : asClass;
        return said == null ? usual : said;
    }

    /** A change of class says where the patient lies only if it names a place. */
    private Mapped inpatient() throws Missing {
        return tell.place(message) == null ? reclassified("I") : admitted("I");
    }

    private Mapped outpatient() throws Missing {
        String said = tell.patientClass(message);
        String now = said == null || said.equals("I") ? "O" : said;
        return tell.place(message) == null ? reclassified(now) : registered(now);
    }

    private Mapped reclassified(String now) throws Missing {
        ObjectNode report = tell.report("StayUpdated", message).put("patientClass", now);
        Telling.put(report, "stayKind", tell.stayKind(message));
        return withIsolation();
    }

    /** A bed in it is promised, not taken. */
    private Mapped expected() throws Missing {
        ObjectNode report = tell.report("AdmissionExpected", message);
        report.set("patient", tell.patient(message));
        report.set("place", tell.placeOrUnknown(message));
        Telling.put(report, "stayKind", tell.stayKind(message));
        Hl7Time when = tell.time(value("PV2", 8));
        when = when == null ? tell.time(value("EVN", 3)) : when;
        when = when == null ? tell.time(value("PV1", 44)) : when;
        report.put("expectedAt", (when == null ? tell.occurredAt() : when.at()).toString());
        if (!event.equals("A05") && !event.equals("A14")) {
            tell.note(Note.NOT_THERE_YET);
        }
        return withIsolation();
    }

    private Mapped transferred() throws Missing {
        if (tell.isOnlyExpected(message)) {
            return expected();
        }
        ObjectNode place = tell.placeNeeded(message);
        tell.report("PatientTransferred", message).set("place", place);
        return withIsolation();
    }

    private Mapped discharged() throws Missing {
        ObjectNode report = tell.report("PatientDischarged", message);
        String code = value("PV1", 36);
        Disposition known = code == null ? null : tell.profile().dispositions().get(code);
        if (known == null) {
            boolean died =
                    "Y".equals(value("PID", 30)) || (code != null && DIED.contains(code.toUpperCase(Locale.ROOT)));
            known = died ? Disposition.DIED : Disposition.OTHER;
        }
        report.put("disposition", WireNames.of(known));
        return tell.told();
    }

    private Mapped updated() throws Missing {
        if (!tell.hasVisit(message)) {
            return personOnly();
        }
        ObjectNode report = tell.report("StayUpdated", message);
        report.set("patient", tell.patient(message));
        if (!event.equals("A31")) {
            Telling.put(report, "patientClass", tell.patientClass(message));
            Telling.put(report, "stayKind", tell.stayKind(message));
        }
        return withIsolation();
    }

    private static Mapped personOnly() {
        return Mapped.nothing(Fate.NOT_NEEDED, Note.PERSON_ONLY);
    }

    /** Somebody in X-ray keeps the ward bed, whatever place is named. */
    private Mapped departed() throws Missing {
        ObjectNode report = tell.report("DepartedTemporarily", message);
        String to = value("PV1", 11);
        report.put("destination", to == null ? "?" : to);
        return tell.told();
    }

    private Mapped arrived() throws Missing {
        var unused = tell.report("ArrivedTemporarily", message);
        return tell.told();
    }

    private Mapped transferExpected() throws Missing {
        ObjectNode pending = tell.place(message, 42);
        ObjectNode report = tell.report("TransferExpected", message);
        report.set("place", pending == null ? tell.placeNeeded(message) : pending);
        Hl7Time when = tell.time(value("EVN", 3));
        if (when != null) {
            report.put("expectedAt", when.at().toString());
        }
        return tell.told();
    }

    private Mapped dischargeExpected() throws Missing {
        ObjectNode report = tell.report("DischargeExpected", message);
        Hl7Time when = tell.time(value("PV2", 9));
        when = when == null ? tell.time(value("EVN", 3)) : when;
        report.put("expectedOn", when == null ? null : when.day().toString());
        if (when != null && !when.dayOnly()) {
            report.put("expectedAt", when.at().toString());
        }
        return tell.told();
    }

    /** PV1-7 is the doctor from now on, also where a change is taken back. */
    private Mapped attended() throws Missing {
        Part pv1 = message.first("PV1");
        boolean nobody = pv1 != null && pv1.said(7, 0, 1, 1).equals("\"\"");
        String key = value("PV1", 7);
        if (key == null && !nobody) {
            throw new Missing(Note.DOCTOR_MISSING);
        }
        ObjectNode report = tell.report("ResponsibilityReported", message);
        ObjectNode doctor = key == null ? null : report.putObject("doctor").put("key", key);
        if (doctor == null || pv1 == null) {
            report.putNull("doctor");
        } else {
            Telling.put(doctor, "name", pv1.value(7, 2));
        }
        return tell.told();
    }

    private Mapped leaveStarted() throws Missing {
        ObjectNode report = tell.report("LeaveStarted", message);
        Hl7Time back = tell.time(value("PV2", 47));
        if (back != null) {
            report.put("expectedBackAt", back.at().toString());
        }
        return tell.told();
    }

    private Mapped leaveEnded() throws Missing {
        ObjectNode report = tell.report("LeaveEnded", message);
        ObjectNode place = tell.place(message);
        if (place != null) {
            report.set("place", place);
        }
        return tell.told();
    }

    private Mapped bedStatus() throws Missing {
        Part npu = message.first("NPU");
        PlaceRule.Found bed = npu == null ? null : tell.found(npu, 1);
        String status = npu == null ? null : npu.value(2);
        if (bed == null || bed.bed() == null) {
            throw new Missing(Note.PLACE_MISSING);
        }
        ObjectNode report = tell.report("BedStatusReported");
        report.put("bed", bed.bed());
        report.put("status", Telling.needed(status, Note.BED_STATUS_MISSING));
        return tell.told();
    }

    /** Names no message: the hospital's own history says which one it was, and no place is believed. */
    private void cancel(FactKind kind) throws Missing {
        tell.report("FactCancelled", message).put("cancelsType", WireNames.of(kind));
    }

    /** A11 takes back A01 and A04 alike, and what was only expected by them. */
    private FactKind cameBy() {
        if (tell.isOnlyExpected(message)) {
            return FactKind.ADMISSION_EXPECTED;
        }
        String by = tell.patientClass(message);
        return by != null && List.of("E", "O", "R").contains(by)
                ? FactKind.PATIENT_REGISTERED
                : FactKind.PATIENT_ADMITTED;
    }

    private Mapped withIsolation() throws Missing {
        for (SenderProfile.IsolationSign sign : tell.profile().isolations()) {
            if (sign.sign().isIn(message)) {
                ObjectNode report = tell.report("IsolationReported", message);
                report.put("isolation", sign.isolation() == null ? null : WireNames.of(sign.isolation()));
                break;
            }
        }
        return tell.told();
    }

    private @Nullable String value(String segment, int field) {
        Part part = message.first(segment);
        return part == null ? null : part.value(field);
    }
}
