package flyt.board;

import flyt.domain.place.BedId;
import flyt.domain.place.FeedDefinition;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Bed;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.place.HospitalDefinition.Cleaning;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.ExtraKind;
import flyt.domain.place.HospitalDefinition.ExtraPlace;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.Thresholds;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.HospitalId;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A small hospital: Lunge (LUN, two clusters of two rooms, one of them for two, and a corridor place), Nevrologi (NEV, a ward that is
 * asked whether a room is left) and Akuttmottak (AKM).
 */
final class Fjordlia {
    static final List<FeedDefinition> ALL_FEEDS = List.of(
            feed("pas", Carried.PATIENT, Carried.DISCHARGE, Carried.INCOMING),
            feed("turnus", Carried.STAFF, Carried.CARE_WEIGHT),
            feed("kurve", Carried.EWS, Carried.ISOLATION),
            feed("lab", Carried.LAB),
            feed("renhold", Carried.BED, Carried.TASK));

    private Fjordlia() {}

    static FeedDefinition feed(String source, Carried... carries) {
        return new FeedDefinition(source, source.toUpperCase(java.util.Locale.ROOT), List.of(carries), 30, 90);
    }

    static HospitalDefinition definition() {
        return definition(ALL_FEEDS, List.of(lunge("Lunge"), nevrologi(true), akuttmottak()));
    }

    static HospitalDefinition definition(List<FeedDefinition> feeds, List<Ward> wards) {
        return new HospitalDefinition(
                new HospitalId("FJL"),
                "Fjordlia sykehus",
                ZoneId.of("Europe/Oslo"),
                "nb",
                ClockKind.SYSTEM,
                true,
                List.of(),
                List.of(),
                List.of(),
                feeds,
                new Cleaning(45, true),
                wards,
                new Thresholds(9),
                HospitalDefinition.ByHand.GIVES_WAY);
    }

    static Ward lunge(String name) {
        return ward(
                "LUN",
                name,
                WardKind.INPATIENT,
                new Leaving(true, true),
                List.of(
                        new Cluster("A", "Tun A", List.of(single("LUN-301"), single("LUN-302"))),
                        new Cluster(
                                "B",
                                "Tun B",
                                List.of(
                                        single("LUN-310"),
                                        new Room(
                                                new RoomId("LUN-317"),
                                                "317",
                                                List.of(),
                                                List.of(
                                                        new Bed(new BedId("LUN-317-1"), "317", "1"),
                                                        new Bed(new BedId("LUN-317-2"), "317", "2")))))),
                List.of(new ExtraPlace(new BedId("LUN-K1"), "K1", ExtraKind.CORRIDOR)));
    }

    static Ward nevrologi(boolean lastRoomToo) {
        List<Room> rooms = new ArrayList<>(List.of(single("NEV-411"), single("NEV-412")));
        if (lastRoomToo) {
            rooms.add(single("NEV-413"));
        }
        return ward(
                "NEV",
                "Nevrologi",
                WardKind.INPATIENT,
                new Leaving(false, false),
                List.of(new Cluster("A", "Tun A", rooms)),
                List.of());
    }

    static Ward akuttmottak() {
        return ward(
                "AKM",
                "Akuttmottak",
                WardKind.EMERGENCY,
                new Leaving(true, true),
                List.of(new Cluster("A", "Tun A", List.of(single("AKM-1"), single("AKM-2")))),
                List.of());
    }

    private static Ward ward(
            String id, String name, WardKind kind, Leaving leaving, List<Cluster> clusters, List<ExtraPlace> extra) {
        boolean inOccupancy = kind == WardKind.INPATIENT;
        return new Ward(new WardId(id), name, kind, null, null, null, null, inOccupancy, leaving, clusters, extra);
    }

    private static Room single(String id) {
        String label = id.substring(id.indexOf('-') + 1);
        return new Room(new RoomId(id), label, List.of(), List.of(new Bed(new BedId(id), label, null)));
    }
}
