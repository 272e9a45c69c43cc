package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.StayKind;
import flyt.intake.hl7.Hl7Message.Part;
import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import flyt.intake.http.PlaceName;
import flyt.journal.WireNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the events have in common: whose message it is, when it happened, who and which visit it is about. Builds the reports of
 * one message.
 */
final class Telling {
    private static final String UNKNOWN_WARD = "unknown";
    private static final FieldPath ADMISSION_TYPE = new FieldPath("PV1", 4, 1, 1);
    /** HL7 table 0007. */
    private static final String NEWBORN = "N";

    private static final int ID_MAX = 110;

    /** That something needed is not there: nothing of the message is told. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;
        private final Fate fate;
        private final Note what;

        Missing(Note what) {
            this(Fate.FAULTY, what);
        }

        /** {@code fate}: where it is no fault of the sender. */
        Missing(Fate fate, Note what) {
            super(what.name());
            this.fate = fate;
            this.what = what;
        }

        Fate fate() {
            return fate;
        }

        Note what() {
            return what;
        }
    }

    private final SenderProfile profile;
    private final Msh msh;
    private final Hl7Message whole;
    private final Instant receivedAt;
    private final Movement movement;
    private final List<ObjectNode> reports = new ArrayList<>();
    private final Set<PlaceSaid> places = new LinkedHashSet<>();
    private final Set<Note> notes = EnumSet.noneOf(Note.class);

    Telling(SenderProfile profile, Msh msh, Hl7Message whole, Movement movement, Instant receivedAt) {
        this.profile = profile;
        this.msh = msh;
        this.whole = whole;
        this.movement = movement;
        this.receivedAt = receivedAt;
    }

    SenderProfile profile() {
        return profile;
    }

    void note(Note note) {
        notes.add(note);
    }

    Mapped told() {
        return Mapped.read(reports, places, notes);
    }

    Mapped kept(ObjectNode appointment) {
        return Mapped.kept(appointment, notes);
    }

    /** A new report about now; the rest is filled in by who asked. */
    ObjectNode report(String type) {
        return report(type, occurredAt());
    }

    ObjectNode report(String type, Instant occurredAt) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", type);
        report.put("source", profile.source());
        report.put("messageId", messageId() + (reports.isEmpty() ? "" : "/" + (reports.size() + 1)) + movement.name());
        report.put("occurredAt", occurredAt.toString());
        Hl7Time sent = Hl7Time.of(msh.component(7, 1), profile.zone());
        if (sent != null && !sent.dayOnly()) {
            report.put("sentAt", sent.at().toString());
        }
        reports.add(report);
        return report;
    }

    /** The same about a visit. */
    ObjectNode report(String type, Hl7Message section) throws Missing {
        ObjectNode report = report(type);
        report.put("visit", visit(section));
        return report;
    }

    private String messageId() {
        String id = msh.id().strip();
        if (id.isEmpty() || id.length() > ID_MAX - movement.name().length()) {
            notes.add(Note.MESSAGE_ID_MISSING);
            StringBuilder text = new StringBuilder();
            whole.segments().forEach(part -> text.append(part.name())
                    .append(part.whole(1))
                    .append(part.whole(2))
                    .append(part.whole(3)));
            return "x" + UUID.nameUUIDFromBytes((text + msh.field(7)).getBytes(StandardCharsets.UTF_8));
        }
        return id;
    }

    /**
     * When it happened: ZBE-2 where the profile says so, else EVN-6, else when the patient came or went (PV1-44 of an admission,
     * PV1-45 of a discharge), else EVN-2, else MSH-7. What says only the day gives way to what says the hour of that day.
     */
    Instant occurredAt() {
        List<String> said = new ArrayList<>();
        if (profile.zbe()) {
            said.add(at("ZBE", 2));
        }
        said.add(at("EVN", 6));
        String event = movement.event();
        if (event.equals("A01") || event.equals("A04")) {
            said.add(at("PV1", 44));
        } else if (event.equals("A03")) {
            said.add(at("PV1", 45));
        }
        said.add(at("EVN", 2));
        said.add(msh.component(7, 1));
        Hl7Time best = null;
        for (String text : said) {
            Hl7Time time = time(text);
            boolean closer =
                    best != null && time != null && best.dayOnly() && time.day().equals(best.day());
            if (time != null && (best == null || closer)) {
                best = time;
            }
        }
        if (best == null) {
            notes.add(Note.TIME_MISSING);
            return receivedAt;
        }
        return best.at();
    }

    /** A moment, or null; one that cannot be read is noted. */
    @Nullable
    Hl7Time time(@Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("\"\"")) {
            return null;
        }
        Hl7Time time = Hl7Time.of(text, profile.zone());
        if (time == null) {
            notes.add(Note.TIME_UNREADABLE);
        }
        return time;
    }

    private String at(String segment, int field) {
        Part part = whole.first(segment);
        String text = part == null ? null : part.value(field);
        return text == null ? "" : text;
    }

    String visit(Hl7Message section) throws Missing {
        return needed(FieldPath.first(profile.visit(), section), Note.VISIT_MISSING);
    }

    boolean hasVisit(Hl7Message section) {
        return FieldPath.first(profile.visit(), section) != null;
    }

    static String needed(@Nullable String text, Note otherwise) throws Missing {
        if (text == null) {
            throw new Missing(otherwise);
        }
        return text;
    }

    /** The shape {@code patient} of the contract. */
    ObjectNode patient(Hl7Message section) throws Missing {
        Part pid = section.first("PID");
        if (pid == null) {
            throw new Missing(Note.PATIENT_MISSING);
        }
        ObjectNode patient = JsonNodeFactory.instance.objectNode();
        patient.put("number", number(section));
        put(patient, "family", pid.value(5, 1));
        put(patient, "given", pid.value(5, 2));
        Hl7Time born = Hl7Time.of(pid.said(7, 0, 1, 1), profile.zone());
        if (born != null) {
            patient.put("birthDate", born.day().toString());
        }
        return patient;
    }

    private String number(Hl7Message section) throws Missing {
        for (FieldPath path : profile.patient()) {
            Part part = section.first(path.segment());
            if (part != null) {
                String number = number(part, path.field(), profile.patientType());
                if (number != null) {
                    return number;
                }
            }
        }
        throw new Missing(Note.PATIENT_MISSING);
    }

    /** One of the numbers in a list: that of the type asked for, else the first. */
    static @Nullable String number(Part part, int field, @Nullable String type) {
        for (int i = 0; type != null && i < part.repetitions(field); i++) {
            String number = part.value(field, i, 1);
            if (number != null && type.equals(part.value(field, i, 5))) {
                return number;
            }
        }
        return part.value(field, 0, 1);
    }

    /** PV1-2 by the profile, else as it is; null when not said. */
    @Nullable
    String patientClass(Hl7Message section) {
        Part pv1 = section.first("PV1");
        String said = pv1 == null ? null : pv1.value(2);
        if (said == null) {
            return null;
        }
        PatientClass known = profile.classes().get(said);
        known = known == null ? WireNames.parse(PatientClass.class, said.toUpperCase(Locale.ROOT)) : known;
        if (known == null) {
            notes.add(Note.CLASS_UNKNOWN);
            return WireNames.of(PatientClass.U);
        }
        return WireNames.of(known);
    }

    /**
     * Which kind of stay it is: by the profile, else by PV1-4. Null when no field that might say so is filled: then it is what it was.
     */
    @Nullable
    String stayKind(Hl7Message section) {
        for (SenderProfile.KindSign one : profile.kinds()) {
            if (one.sign().isIn(section)) {
                return WireNames.of(one.kind());
            }
        }
        if (ADMISSION_TYPE.said(section).anyMatch(NEWBORN::equals)) {
            return WireNames.of(StayKind.NEWBORN);
        }
        boolean isSaid = Stream.concat(
                        Stream.of(ADMISSION_TYPE),
                        profile.kinds().stream().map(one -> one.sign().field()))
                .anyMatch(field -> field.said(section).findAny().isPresent());
        return isSaid ? WireNames.of(StayKind.ORDINARY) : null;
    }

    /** Where PV1-3 points, in the shape {@code place}; null when it says nothing. */
    @Nullable
    ObjectNode place(Hl7Message section) {
        return place(section, 3);
    }

    @Nullable
    ObjectNode place(Hl7Message section, int field) {
        Part pv1 = section.first("PV1");
        PlaceRule.Found found = pv1 == null ? null : found(pv1, field);
        if (found == null && field == 3 && profile.zbe()) {
            Part zbe = section.first("ZBE");
            String ward = zbe == null ? null : PlaceName.id(zbe.value(7));
            found = ward == null ? null : new PlaceRule.Found(ward, null, null);
        }
        return found == null ? null : json(found);
    }

    /** Where a field points, by the profile; null when it says nothing. What it named is remembered. */
    PlaceRule.@Nullable Found found(Part part, int field) {
        PlaceRule.Found found = PlaceRule.in(part, field, profile.places());
        if (found != null) {
            places.add(new PlaceSaid(part.whole(field), found));
        }
        return found;
    }

    /** A place in the shape {@code place}. */
    static ObjectNode json(PlaceRule.Found found) {
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        put(place, "ward", found.ward());
        put(place, "room", found.room());
        put(place, "bed", found.bed());
        return place;
    }

    /** The same where it is what the message is about. */
    ObjectNode placeNeeded(Hl7Message section) throws Missing {
        ObjectNode place = place(section);
        if (place == null) {
            throw new Missing(Note.PLACE_MISSING);
        }
        return place;
    }

    /** The same where a patient has to be somewhere. */
    ObjectNode placeOrUnknown(Hl7Message section) {
        ObjectNode place = place(section);
        if (place != null) {
            return place;
        }
        notes.add(Note.PLACE_MISSING);
        return JsonNodeFactory.instance.objectNode().put("ward", UNKNOWN_WARD);
    }

    /** Whether the patient is announced and not there, whatever bed is named. */
    boolean isOnlyExpected(Hl7Message section) {
        return "P".equals(patientClass(section)) || profile.expected().stream().anyMatch(sign -> sign.isIn(section));
    }

    static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
