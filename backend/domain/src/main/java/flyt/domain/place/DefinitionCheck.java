package flyt.domain.place;

import flyt.domain.place.FeedDefinition.Norm;
import flyt.domain.place.HospitalDefinition.Cleaning;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.ExtraPlace;
import flyt.domain.place.HospitalDefinition.Named;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.Routine;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.Zone;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that a hospital definition holds together. Finds everything that is wrong at once. */
public final class DefinitionCheck {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int LONGEST_NAME = 80;

    private final List<Fault> faults = new ArrayList<>();
    private final SortedMap<String, String> bedsSeen = new TreeMap<>();
    private final SortedMap<String, String> roomsSeen = new TreeMap<>();

    private DefinitionCheck() {}

    /** Every fault of the definition, in the order of its file; none when a hospital can be run on it. */
    public static List<Fault> faults(HospitalDefinition definition) {
        DefinitionCheck check = new DefinitionCheck();
        check.hospital(definition);
        return List.copyOf(check.faults);
    }

    private void hospital(HospitalDefinition definition) {
        id("id", definition.id().value());
        name("name", definition.name());
        named("buildings", definition.buildings());
        named("specialties", definition.specialties());
        zones(definition.zones());
        feeds(definition.feeds());
        cleaning(definition.cleaning());
        if (definition.wards().isEmpty()) {
            fault("wards", "a hospital needs at least one ward");
        }
        SortedMap<String, String> seen = new TreeMap<>();
        for (int i = 0; i < definition.wards().size(); i++) {
            Ward ward = definition.wards().get(i);
            String path = "wards[" + i + "]";
            id(path + ".id", ward.id().value());
            unique(path + ".id", ward.id().value(), seen);
            ward(path, ward, definition);
        }
        positive("thresholds.careWeightPerNurse", definition.thresholds().careWeightPerNurse());
        positive("thresholds.bedAnswerMinutes", (int)
                definition.thresholds().bedAnswer().toMinutes());
        named("orders.stops", definition.orders().stops());
        routines(definition);
    }

    private void routines(HospitalDefinition definition) {
        Set<String> wards =
                definition.wards().stream().map(ward -> ward.id().value()).collect(Collectors.toSet());
        SortedMap<String, String> seen = new TreeMap<>();
        List<Routine> routines = definition.orders().routines();
        for (int i = 0; i < routines.size(); i++) {
            String path = "orders.routines[" + i + "]";
            id(path + ".id", routines.get(i).id());
            unique(path + ".id", routines.get(i).id(), seen);
            known(path + ".ward", "ward", routines.get(i).ward().value(), wards);
        }
    }

    private void named(String list, List<Named> all) {
        SortedMap<String, String> seen = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            String path = list + "[" + i + "]";
            id(path + ".id", all.get(i).id());
            unique(path + ".id", all.get(i).id(), seen);
            name(path + ".name", all.get(i).name());
        }
    }

    private void zones(List<Zone> zones) {
        named(
                "zones",
                zones.stream().map(zone -> new Named(zone.id(), zone.name())).toList());
        for (int i = 0; i < zones.size(); i++) {
            name("zones[" + i + "].kind", zones.get(i).kind());
        }
    }

    private void feeds(List<FeedDefinition> feeds) {
        SortedMap<String, String> seen = new TreeMap<>();
        for (int i = 0; i < feeds.size(); i++) {
            FeedDefinition feed = feeds.get(i);
            String path = "feeds[" + i + "]";
            id(path + ".source", feed.source());
            unique(path + ".source", feed.source(), seen);
            name(path + ".name", feed.name());
            positive(path + ".silentAfterMinutes", feed.silentAfterMinutes());
            positive(path + ".silentAfterMinutesAtNight", feed.silentAfterMinutesAtNight());
            for (int n = 0; n < feed.norms().size(); n++) {
                Norm norm = feed.norms().get(n);
                positive(path + ".norms[" + n + "].silentAfterMinutes", norm.silentAfterMinutes());
                if (!norm.from().isBefore(norm.to()) && !norm.to().equals(LocalTime.MIDNIGHT)) {
                    fault(path + ".norms[" + n + "].to", "must be after from; 00:00 is the end of the day");
                }
            }
        }
    }

    private void cleaning(Cleaning cleaning) {
        positive("cleaning.airChangeMinutes", cleaning.airChangeMinutes());
    }

    private void ward(String path, Ward ward, HospitalDefinition definition) {
        name(path + ".name", ward.name());
        known(path + ".building", "building", ward.building(), ids(definition.buildings()));
        known(path + ".specialty", "specialty", ward.specialty(), ids(definition.specialties()));
        known(
                path + ".zone",
                "zone",
                ward.zone(),
                definition.zones().stream().map(Zone::id).collect(Collectors.toSet()));
        SortedMap<String, String> clusters = new TreeMap<>();
        for (int i = 0; i < ward.clusters().size(); i++) {
            String at = path + ".clusters[" + i + "]";
            unique(at + ".id", ward.clusters().get(i).id(), clusters);
            cluster(at, ward.clusters().get(i));
        }
        for (int i = 0; i < ward.extraPlaces().size(); i++) {
            ExtraPlace extra = ward.extraPlaces().get(i);
            bed(path + ".extraPlaces[" + i + "]", extra.id(), extra.label());
        }
    }

    private void cluster(String path, Cluster cluster) {
        id(path + ".id", cluster.id());
        name(path + ".name", cluster.name());
        for (int i = 0; i < cluster.rooms().size(); i++) {
            Room room = cluster.rooms().get(i);
            String at = path + ".rooms[" + i + "]";
            id(at + ".id", room.id().value());
            unique(at + ".id", room.id().value(), roomsSeen);
            name(at + ".name", room.name());
            for (int b = 0; b < room.beds().size(); b++) {
                bed(
                        at + ".beds[" + b + "]",
                        room.beds().get(b).id(),
                        room.beds().get(b).label());
            }
        }
    }

    private void bed(String path, BedId bed, String label) {
        id(path + ".id", bed.value());
        unique(path + ".id", bed.value(), bedsSeen);
        name(path + ".label", label);
    }

    private static Set<String> ids(List<Named> all) {
        return all.stream().map(Named::id).collect(Collectors.toSet());
    }

    private void id(String path, String id) {
        if (!ID.matcher(id).matches()) {
            fault(path, "must be 1 to 40 of A-Z a-z 0-9 . _ -");
        }
    }

    private void name(String path, String name) {
        if (name.isBlank()) {
            fault(path, "must not be blank");
        } else if (name.length() > LONGEST_NAME) {
            fault(path, "must not be longer than " + LONGEST_NAME + " characters");
        }
    }

    private void unique(String path, String id, SortedMap<String, String> seen) {
        String first = seen.putIfAbsent(id, path);
        if (first != null) {
            fault(path, "is taken: " + first + " is " + id + " too");
        }
    }

    private void known(String path, String what, @Nullable String id, Set<String> ids) {
        if (id != null && !ids.contains(id)) {
            fault(path, "no " + what + " has the id " + id);
        }
    }

    private void positive(String path, int number) {
        if (number <= 0) {
            fault(path, "must be more than 0");
        }
    }

    private void fault(String path, String problem) {
        faults.add(new Fault(path, problem));
    }
}
