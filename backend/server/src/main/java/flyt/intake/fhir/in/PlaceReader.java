package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.Places;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.intake.http.PlaceName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Which of a hospital's places a Location is: by its identifiers or its id, which are to be the ids of the definition. */
final class PlaceReader {
    private static final int PARTS_MAX = 8;

    /** Ids of Locations as they are read here: {@link flyt.fhir.Ids}. */
    private static final Pattern OURS = Pattern.compile("(ward|room|bed)-(.+)");

    private final Places places;
    private final References references;

    PlaceReader(HospitalDefinition hospital, References references) {
        this.places = Places.of(hospital);
        this.references = references;
    }

    /** How exactly a place says where one is. */
    enum Precision {
        WARD,
        ROOM,
        BED
    }

    /** A place. {@code ward} null: of a bed in no ward that is said. */
    record Found(@Nullable String ward, @Nullable String room, @Nullable String bed) {
        Precision precision() {
            return bed != null ? Precision.BED : room != null ? Precision.ROOM : Precision.WARD;
        }

        /** The shape {@code place} of the contract. */
        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            Stream.of("ward", "room", "bed").forEach(name -> {
                String value = name.equals("ward") ? ward : name.equals("room") ? room : bed;
                if (value != null) {
                    json.put(name, value);
                }
            });
            return json;
        }
    }

    /** Where a reference leads, with what is said of its physical type beside it; null for a building, a house, nowhere. */
    @Nullable
    Found find(Reference reference, CodeableConcept type) {
        Location location = references.find(reference, Location.class);
        List<String> names = location == null ? names(References.name(reference)) : names(location);
        String said = location != null && location.hasPhysicalType() ? code(location.getPhysicalType()) : code(type);
        return find(names, said, location, 0);
    }

    /** The bed that a resource is; null when it is none. */
    @Nullable
    String bed(Location location) {
        Found found = find(names(location), code(location.getPhysicalType()), location, 0);
        return found == null ? null : found.bed();
    }

    private @Nullable Found find(List<String> names, String type, @Nullable Location location, int depth) {
        for (String name : names) {
            Found known = known(name);
            Matcher ours = known == null ? OURS.matcher(name) : null;
            known = ours != null && ours.matches()
                    ? known(ours.group(2).replace(".-", "_").replace("..", "."))
                    : known;
            if (known != null) {
                return known;
            }
        }
        if (names.isEmpty() || depth > PARTS_MAX) {
            return null;
        }
        String name = names.get(0);
        Reference whole = location == null ? null : location.getPartOf();
        Location part = whole == null ? null : references.find(whole, Location.class);
        Found in = whole == null || whole.isEmpty()
                ? null
                : find(
                        part == null ? names(References.name(whole)) : names(part),
                        wholeType(type, part),
                        part,
                        depth + 1);
        String ward = in == null ? null : in.ward();
        return switch (type) {
            case "bd" -> new Found(ward, in == null ? null : in.room(), name);
            case "ro" -> new Found(ward == null ? name : ward, name, null);
            case "wa", "" -> new Found(name, null, null);
            default -> null;
        };
    }

    /** What a bed or a room is part of is a ward, where it does not say what it is. */
    private static String wholeType(String partType, @Nullable Location whole) {
        String said = whole == null ? "" : code(whole.getPhysicalType());
        return said.isEmpty() && !partType.isEmpty() ? "wa" : said;
    }

    /** The places that these reports name and a hospital has not, by the id under which it shows them: a bed, else its ward. */
    static List<String> unknown(List<ObjectNode> reports, Places known) {
        Set<String> unknown = new LinkedHashSet<>();
        for (ObjectNode report : reports) {
            JsonNode place = report.path("place");
            String bed = place.path("bed").asText(report.path("bed").asText());
            String ward = place.path("ward").asText();
            String said = bed.isEmpty() ? ward : bed;
            if (!said.isEmpty() && !said.equals(EncounterReader.UNKNOWN_WARD) && !isAmong(known, said)) {
                unknown.add(said);
            }
        }
        return List.copyOf(unknown);
    }

    /** Whether it is the id of a bed or a ward. */
    static boolean isAmong(Places known, String id) {
        return known.bed(new BedId(id)) != null || known.ward(new WardId(id)) != null;
    }

    /** Of the definition; a ward before a room before a bed never matters, since their ids differ. */
    private @Nullable Found known(String name) {
        BedPlace bed = places.bed(new BedId(name));
        if (bed != null) {
            return new Found(
                    bed.ward().id().value(),
                    bed.room() == null ? null : bed.room().id().value(),
                    name);
        } else if (places.ward(new WardId(name)) != null) {
            return new Found(name, null, null);
        }
        return places.beds().stream()
                .filter(one -> one.room() != null && one.room().id().value().equals(name))
                .findFirst()
                .map(one -> new Found(one.ward().id().value(), name, null))
                .orElse(null);
    }

    private static List<String> names(Location location) {
        List<String> names = new ArrayList<>();
        location.getIdentifier().stream()
                .map(Identifier::getValue)
                .filter(Objects::nonNull)
                .forEach(value -> names.addAll(names(value)));
        String id = location.getIdElement().getIdPart();
        if (id != null && !id.startsWith("#") && !id.startsWith("urn:")) {
            names.addAll(names(id));
        }
        return names;
    }

    private static List<String> names(@Nullable String name) {
        String id = PlaceName.id(name);
        return id == null ? List.of() : List.of(id);
    }

    private static String code(CodeableConcept type) {
        return type.getCoding().stream()
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
