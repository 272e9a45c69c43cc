package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Who a patient is: as much as reports say, and no more. */
final class PatientReader {
    /** National identity number and D number, domain 3.14. */
    private static final Set<String> NATIONAL =
            Set.of("urn:oid:2.16.578.1.12.4.1.4.1", "urn:oid:2.16.578.1.12.4.1.4.2");

    private PatientReader() {}

    /** The shape {@code patient} of the contract; null when no number is said. */
    static @Nullable ObjectNode of(Reference subject, References references) {
        Patient patient = references.find(subject, Patient.class);
        String number = patient == null ? References.name(subject) : number(patient);
        if (number == null) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("number", number);
        if (patient != null) {
            HumanName name = name(patient);
            put(json, "family", name.getFamily());
            put(json, "given", name.getGivenAsSingleString());
            String born = patient.getBirthDateElement().getValueAsString();
            put(json, "birthDate", born != null && born.matches("\\d{4}-\\d{2}-\\d{2}") ? born : null);
        }
        return json;
    }

    /** The national number, else the one that is used, else any, else the id. */
    private static @Nullable String number(Patient patient) {
        List<Predicate<Identifier>> best = List.of(
                one -> one.hasSystem() && NATIONAL.contains(one.getSystem()),
                one -> one.getUse() == Identifier.IdentifierUse.OFFICIAL,
                one -> one.getUse() == Identifier.IdentifierUse.USUAL,
                one -> one.getUse() != Identifier.IdentifierUse.OLD);
        return best.stream()
                .flatMap(fits -> patient.getIdentifier().stream()
                        .filter(Identifier::hasValue)
                        .filter(fits))
                .map(Identifier::getValue)
                .findFirst()
                .orElseGet(() -> id(patient));
    }

    private static @Nullable String id(Patient patient) {
        String id = patient.getIdElement().getIdPart();
        return id == null || id.startsWith("#") || id.startsWith("urn:") ? null : id;
    }

    private static HumanName name(Patient patient) {
        return Stream.of(HumanName.NameUse.OFFICIAL, HumanName.NameUse.USUAL)
                .flatMap(use -> patient.getName().stream().filter(name -> name.getUse() == use))
                .findFirst()
                .orElseGet(patient::getNameFirstRep);
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            json.put(name, value.strip());
        }
    }
}
