package flyt.domain;

import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Bed;
import flyt.domain.place.HospitalDefinition.ByHand;
import flyt.domain.place.HospitalDefinition.Cleaning;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.ExtraKind;
import flyt.domain.place.HospitalDefinition.ExtraPlace;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.Standing;
import flyt.domain.place.HospitalDefinition.Thresholds;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.HospitalId;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Three wards and eight beds. On MED a discharge or a transfer counts as having left the room, on SUR neither does, on ER
 * both do. The air change takes 45 minutes; a clean bed must be made.
 */
final class SmallHospital {

    private SmallHospital() {}

    static HospitalDefinition asDefined() {
        return with(ward("MED", true, 3), ward("SUR", false, 3), ward("ER", true, 2));
    }

    /** The same, where all that is said by hand holds. */
    static HospitalDefinition whereHandsHold() {
        Standing holds = Standing.HOLDS;
        return with(
                new ByHand(holds, holds, holds, holds, holds),
                ward("MED", true, 3),
                ward("SUR", false, 3),
                ward("ER", true, 2));
    }

    static HospitalDefinition with(Ward... wards) {
        return with(ByHand.GIVES_WAY, wards);
    }

    private static HospitalDefinition with(ByHand byHand, Ward... wards) {
        return new HospitalDefinition(
                new HospitalId("TST"),
                "Test",
                ZoneId.of("Europe/Oslo"),
                "nb",
                ClockKind.SYSTEM,
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Cleaning(45, true),
                List.of(wards),
                new Thresholds(9),
                byHand);
    }

    /** A ward with beds {@code MED-1}, {@code MED-2} … and a corridor place {@code MED-K}. */
    static Ward ward(String id, boolean movesCountAsLeaving, int beds) {
        List<Room> rooms = IntStream.rangeClosed(1, beds)
                .mapToObj(n -> id + "-" + n)
                .map(bed -> new Room(new RoomId(bed), bed, List.of(), List.of(new Bed(new BedId(bed), bed, null))))
                .toList();
        return new Ward(
                new WardId(id),
                id,
                WardKind.INPATIENT,
                null,
                null,
                null,
                null,
                true,
                new Leaving(movesCountAsLeaving, movesCountAsLeaving),
                List.of(new Cluster("A", "Tun A", rooms)),
                List.of(new ExtraPlace(new BedId(id + "-K"), "K", ExtraKind.CORRIDOR)));
    }
}
