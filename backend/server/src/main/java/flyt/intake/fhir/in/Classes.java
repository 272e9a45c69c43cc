package flyt.intake.fhir.in;

import flyt.domain.stay.StayKind;
import flyt.intake.fhir.in.Remarks.Note;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.ClassHistoryComponent;
import org.jspecify.annotations.Nullable;

/** The class of an Encounter, v3 ActCode, as one of HL7 table 0004: now, and before it became an inpatient's; and which kind of stay it is. */
final class Classes {
    private static final String INPATIENT = "I";
    private static final String UNKNOWN = "U";

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("IMP", INPATIENT),
            Map.entry("ACUTE", INPATIENT),
            Map.entry("NONAC", INPATIENT),
            Map.entry("OBSENC", INPATIENT),
            Map.entry("SS", INPATIENT),
            Map.entry("EMER", "E"),
            Map.entry("AMB", "O"),
            Map.entry("FLD", "O"),
            Map.entry("HH", "O"),
            Map.entry("VR", "O"),
            Map.entry("PRENC", "P"));

    /** Inpatients that not every hospital counts. */
    private static final Map<String, StayKind> KINDS = Map.of("OBSENC", StayKind.OBSERVATION, "SS", StayKind.DAY);
    /** {@code admit-source}. */
    private static final String BORN = "born";
    /** HL7 table 0007, PV1-4, which stands in {@code Encounter.type}. */
    private static final String ADMISSION_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0007";

    private static final String NEWBORN = "N";

    private final String now;
    private final StayKind kind;
    private final String first;
    private final @Nullable Instant inpatientSince;

    Classes(Encounter encounter, Moments moments, Remarks remarks) {
        now = of(encounter.getClass_());
        kind = isBornHere(encounter)
                ? StayKind.NEWBORN
                : KINDS.getOrDefault(
                        Objects.requireNonNullElse(encounter.getClass_().getCode(), ""), StayKind.ORDINARY);
        if (now.equals(UNKNOWN)) {
            remarks.note(Note.CLASS_UNKNOWN);
        }
        List<ClassHistoryComponent> before = encounter.getClassHistory().stream()
                .filter(one -> isRegistered(of(one.getClass_())))
                .toList();
        first = before.isEmpty() ? now : of(before.get(0).getClass_());
        inpatientSince = before.stream()
                .map(one -> moments.of(one.getPeriod().getEndElement()))
                .filter(Objects::nonNull)
                .filter(end -> now.equals(INPATIENT))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Of this version. */
    String now() {
        return now;
    }

    /** Which kind of stay it is, of this version. */
    StayKind kind() {
        return kind;
    }

    private static boolean isBornHere(Encounter encounter) {
        return encounter.getHospitalization().getAdmitSource().getCoding().stream()
                        .anyMatch(coding -> BORN.equals(coding.getCode()))
                || encounter.getType().stream().anyMatch(type -> type.hasCoding(ADMISSION_TYPES, NEWBORN));
    }

    /** As it was at that moment. */
    String at(Instant time) {
        return inpatientSince != null && time.isBefore(inpatientSince) ? first : now;
    }

    /** When it became an inpatient's, where its history says; null: it was no other. */
    @Nullable
    Instant inpatientSince() {
        return inpatientSince;
    }

    /** Of who comes without being admitted. */
    static boolean isRegistered(String patientClass) {
        return Set.of("E", "O", "R").contains(patientClass);
    }

    private static String of(Coding coding) {
        return coding.getCode() == null ? UNKNOWN : CLASSES.getOrDefault(coding.getCode(), UNKNOWN);
    }
}
