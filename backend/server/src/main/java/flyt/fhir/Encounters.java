package flyt.fhir;

import flyt.domain.Hospital;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.stay.Course;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayKind;
import flyt.domain.stay.StayStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationStatus;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Stays, each with all places it had (domain 3.15). Who the patient is, is an opaque key. */
final class Encounters {
    static final String TYPE = "Encounter";

    private final Hospital hospital;
    private final Locations locations;

    Encounters(Hospital hospital) {
        this.hospital = hospital;
        this.locations = new Locations(hospital);
    }

    /** A stay under the visit number that counts. */
    Version of(Course course) {
        Encounter encounter = new Encounter();
        encounter.setId(id(course.stay()));
        encounter.addIdentifier().setSystem(Codes.VISIT).setValue(course.stay().value());
        encounter.setStatus(status(course.status())).setClass_(classOf(course));
        Terms terms = new Terms()
                .identifier(encounter.getIdentifierFirstRep())
                .code("status", encounter.getStatus().toCode())
                .token("class", encounter.getClass_());
        PatientKey patient = course.patient() == null ? null : hospital.stays().resolve(course.patient());
        if (patient != null) {
            encounter.setSubject(patient(patient));
        }
        if (course.kind() == StayKind.NEWBORN) {
            encounter
                    .getHospitalization()
                    .getAdmitSource()
                    .addCoding()
                    .setSystem(Codes.ADMIT_SOURCE)
                    .setCode("born");
        }
        if (course.admittedAt() != null || course.endedAt() != null) {
            encounter.setPeriod(Times.between(course.admittedAt(), course.endedAt()));
        }
        if (course.responsibleWard() != null) {
            encounter
                    .setServiceProvider(new Reference().setType("Organization"))
                    .getServiceProvider()
                    .getIdentifier()
                    .setSystem(Codes.WARD)
                    .setValue(course.responsibleWard().value());
        }
        for (Course.Placement placement : course.placements()) {
            boolean over = placement.to() != null;
            terms = place(encounter, placement.place(), terms)
                    .say(
                            over ? EncounterLocationStatus.COMPLETED : EncounterLocationStatus.ACTIVE,
                            placement.from(),
                            placement.to());
        }
        if (course.incoming() != null) {
            terms = place(encounter, course.incoming().place(), terms)
                    .say(EncounterLocationStatus.PLANNED, course.incoming().at(), null);
        }
        return Version.of(encounter, terms, patient == null ? Set.of() : Set.of(patient.value()));
    }

    /** A visit number that is another one's now, or was never meant. */
    static Version withdrawn(StayId stay, @Nullable StayId into) {
        Encounter encounter = new Encounter();
        encounter.setId(id(stay));
        encounter.addIdentifier().setSystem(Codes.VISIT).setValue(stay.value());
        encounter.setStatus(EncounterStatus.ENTEREDINERROR).setClass_(coded(null));
        if (into != null) {
            encounter.setPartOf(reference(into));
        }
        Terms terms = new Terms()
                .identifier(encounter.getIdentifierFirstRep())
                .code("status", encounter.getStatus().toCode());
        return Version.of(encounter, terms, Set.of());
    }

    /** One of {@code Encounter.location}, and the terms so far. */
    private record Placed(EncounterLocationComponent location, Terms terms) {
        Terms say(EncounterLocationStatus status, @Nullable Instant from, @Nullable Instant to) {
            EncounterLocationComponent said = location.setStatus(status);
            if (from != null || to != null) {
                said = said.setPeriod(Times.between(from, to));
            }
            return terms;
        }
    }

    private Placed place(Encounter encounter, Place place, Terms terms) {
        BedId bed = place.bed();
        List<String> around = bed == null ? List.of(Locations.ward(place.ward())) : locations.aroundBed(bed);
        EncounterLocationComponent location = encounter.addLocation();
        if (around.isEmpty()) {
            // a bed that nobody has mapped yet, in a ward that may be known
            location.setLocation(new Reference().setType(Locations.TYPE))
                    .getLocation()
                    .getIdentifier()
                    .setSystem(Codes.BED)
                    .setValue(bed == null ? "" : bed.value());
            around = List.of(Locations.ward(place.ward()));
        } else {
            location.setLocation(Locations.reference(around.get(0)));
        }
        location.getPhysicalType().addCoding().setSystem(Codes.PHYSICAL_TYPE).setCode(bed == null ? "wa" : "bd");
        Terms more = terms;
        for (String id : around) {
            more = more.reference("location", Locations.TYPE, id);
        }
        return new Placed(location, more);
    }

    static Optional<PatientKey> patientOf(Hospital hospital, StayId stay) {
        Course course = hospital.stays().course(stay);
        return course == null || course.patient() == null
                ? Optional.empty()
                : Optional.of(hospital.stays().resolve(course.patient()));
    }

    static Reference patient(PatientKey key) {
        Reference reference = new Reference().setType("Patient");
        reference.getIdentifier().setSystem(Codes.PATIENT).setValue(key.value());
        return reference;
    }

    static String id(StayId stay) {
        return Ids.of(stay.value());
    }

    static Reference reference(StayId stay) {
        return new Reference(TYPE + "/" + id(stay));
    }

    private static EncounterStatus status(StayStatus status) {
        return switch (status) {
            case PLANNED -> EncounterStatus.PLANNED;
            case IN_PROGRESS -> EncounterStatus.INPROGRESS;
            case ON_HOLD -> EncounterStatus.ONLEAVE;
            case DISCHARGED -> EncounterStatus.FINISHED;
            case CANCELLED -> EncounterStatus.CANCELLED;
            case UNKNOWN -> EncounterStatus.UNKNOWN;
        };
    }

    /** PV1-2 as v3 ActCode; who is there for observation, or admitted for the day, has a class of its own. */
    private static Coding classOf(Course course) {
        PatientClass patientClass = course.patientClass();
        if (course.kind() == StayKind.OBSERVATION || patientClass == null) {
            return coded(patientClass == null ? null : "OBSENC");
        }
        return coded(
                switch (patientClass) {
                    case E -> "EMER";
                    case I, B -> course.kind() == StayKind.DAY ? "SS" : "IMP";
                    case O, R -> "AMB";
                    case P -> "PRENC";
                    case N, U -> null;
                });
    }

    private static Coding coded(@Nullable String code) {
        return code == null
                ? new Coding().setSystem(Codes.NULL_FLAVOUR).setCode("UNK")
                : new Coding().setSystem(Codes.ENCOUNTER_CLASS).setCode(code);
    }
}
