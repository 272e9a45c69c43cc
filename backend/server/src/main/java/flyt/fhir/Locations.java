package flyt.fhir;

import flyt.domain.Hospital;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.Named;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import flyt.domain.task.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Places: hospital, buildings, wards, rooms, beds, and the stops that things are taken to; and what is in each bed (domain 3.7). */
final class Locations {
    static final String TYPE = "Location";
    private static final String STATUS = "operational-status";

    private final Hospital hospital;

    Locations(Hospital hospital) {
        this.hospital = hospital;
    }

    /** All places of the definition, beds included. */
    List<Version> all() {
        HospitalDefinition definition = hospital.places().definition();
        List<Version> all = new ArrayList<>();
        String site = site();
        all.add(place(
                site, definition.name(), "si", Codes.HOSPITAL, definition.id().value(), null));
        for (Named building : definition.buildings()) {
            all.add(place(
                    Ids.of("building", building.id()), building.name(), "bu", Codes.BUILDING, building.id(), site));
        }
        for (Named stop : definition.orders().stops()) {
            all.add(place(Ids.of("stop", stop.id()), stop.name(), "area", Codes.STOP, stop.id(), site));
        }
        for (Ward ward : definition.wards()) {
            String partOf = ward.building() == null ? site : Ids.of("building", ward.building());
            all.add(place(
                    ward(ward.id()), ward.name(), "wa", Codes.WARD, ward.id().value(), partOf));
            for (Cluster cluster : ward.clusters()) {
                for (Room room : cluster.rooms()) {
                    all.add(place(
                            room(room), room.name(), "ro", Codes.ROOM, room.id().value(), ward(ward.id())));
                }
            }
        }
        hospital.places().beds().forEach(bed -> all.add(bed(bed)));
        return all;
    }

    /** A bed as it is now; null where the definition does not know it. */
    @Nullable
    Version bed(BedId id) {
        BedPlace place = hospital.places().bed(id);
        return place == null ? null : bed(place);
    }

    private Version bed(BedPlace place) {
        String partOf = place.room() == null ? ward(place.ward().id()) : room(place.room());
        String name = place.suffix() == null ? place.label() : place.label() + " " + place.suffix();
        Location bed =
                location(bedId(place.bed()), name, "bd", Codes.BED, place.bed().value(), partOf);
        boolean closed = hospital.beds().of(place.bed()).closure() != null;
        bed.setStatus(closed ? LocationStatus.SUSPENDED : LocationStatus.ACTIVE);
        Coding status = new Coding()
                .setSystem(Codes.BED_STATUS)
                .setCode(hospital.status(place.bed()).name());
        bed.setOperationalStatus(status);
        Set<String> patients = new TreeSet<>();
        for (StayId stay : hospital.stays().occupants(place.bed())) {
            Encounters.patientOf(hospital, stay).ifPresent(key -> patients.add(key.value()));
        }
        return Version.of(bed, terms(bed).token(STATUS, status), patients);
    }

    private Version place(String id, String name, String type, String system, String value, @Nullable String partOf) {
        Location location = location(id, name, type, system, value, partOf).setStatus(LocationStatus.ACTIVE);
        return Version.of(location, terms(location), Set.of());
    }

    private static Location location(
            String id, String name, String type, String system, String value, @Nullable String partOf) {
        Location location = new Location().setName(name).setMode(LocationMode.INSTANCE);
        location.setId(id);
        location.addIdentifier().setSystem(system).setValue(value);
        location.getPhysicalType().addCoding().setSystem(Codes.PHYSICAL_TYPE).setCode(type);
        if (partOf != null) {
            location.setPartOf(reference(partOf));
        }
        return location;
    }

    private static Terms terms(Location location) {
        Terms terms = new Terms().identifier(location.getIdentifierFirstRep());
        if (location.getStatus() != null) {
            terms = terms.code("status", location.getStatus().toCode());
        }
        return location.hasPartOf() ? terms.reference("partof", TYPE, idIn(location.getPartOf())) : terms;
    }

    /** Where a task begins or ends: the place itself, with those that it lies in, the innermost first. */
    List<String> around(Point point) {
        if (point.stop() != null) {
            return List.of(Ids.of("stop", point.stop()));
        } else if (point.bed() != null) {
            return aroundBed(point.bed());
        }
        return point.ward() == null ? List.of() : List.of(ward(point.ward()));
    }

    /** The bed, its room and its ward; none where the definition does not know it. */
    List<String> aroundBed(BedId id) {
        BedPlace bed = hospital.places().bed(id);
        if (bed == null) {
            return List.of();
        }
        List<String> around = new ArrayList<>(List.of(bedId(id)));
        if (bed.room() != null) {
            around.add(room(bed.room()));
        }
        around.add(ward(bed.ward().id()));
        return around;
    }

    private String site() {
        return Ids.of("site", hospital.places().definition().id().value());
    }

    static String bedId(BedId bed) {
        return Ids.of("bed", bed.value());
    }

    static String ward(WardId ward) {
        return Ids.of("ward", ward.value());
    }

    private static String room(Room room) {
        return Ids.of("room", room.id().value());
    }

    static Reference reference(String id) {
        return new Reference(TYPE + "/" + id);
    }

    private static String idIn(Reference reference) {
        return reference.getReference().substring(TYPE.length() + 1);
    }
}
