package flyt.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.HospitalDefinition.Bed;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.place.HospitalDefinition.Cleaning;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.ExtraKind;
import flyt.domain.place.HospitalDefinition.ExtraPlace;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.HospitalDefinition.Named;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.Thresholds;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.HospitalDefinition.Zone;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A definition is checked whole: every fault is named, with where it is. */
class DefinitionCheckTest {

    @Test
    void aSoundDefinitionHasNoFaults() {
        HospitalDefinition sound = definition(
                "TST",
                List.of(new Named("A", "Building A")),
                List.of(feed("pas", 30)),
                45,
                List.of(ward("MED", "A", room("M1", "M1-1", "M1-2"), "M-K")));

        assertThat(DefinitionCheck.faults(sound)).isEmpty();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        HospitalDefinition faulty = definition(
                "no spaces",
                List.of(new Named("A", "Building A"), new Named("A", " ")),
                List.of(feed("pas", 30), feed("pas", 0)),
                0,
                List.of(
                        ward("MED", "B", room("M1", "M1-1", "M1-1"), "M1-1"),
                        ward("MED", "A", room("M1", "x".repeat(41)), "M-K")));

        assertThat(DefinitionCheck.faults(faulty))
                .extracting(Fault::path)
                .containsExactly(
                        "id",
                        "buildings[1].id",
                        "buildings[1].name",
                        "feeds[1].source",
                        "feeds[1].silentAfterMinutes",
                        "cleaning.airChangeMinutes",
                        "wards[0].building",
                        "wards[0].clusters[0].rooms[0].beds[1].id",
                        "wards[0].extraPlaces[0].id",
                        "wards[1].id",
                        "wards[1].clusters[0].rooms[0].id",
                        "wards[1].clusters[0].rooms[0].beds[0].id",
                        "wards[1].clusters[0].rooms[0].beds[0].label");
    }

    @Test
    void everyFieldIsLookedAt() {
        HospitalDefinition faulty = new HospitalDefinition(
                new HospitalId("TST"),
                " ",
                ZoneId.of("Europe/Oslo"),
                "nb",
                ClockKind.SYSTEM,
                true,
                List.of(new Named("no spaces", "A")),
                List.of(new Named("LUN", " ")),
                List.of(new Zone("no spaces", " ", " ")),
                List.of(new FeedDefinition("no spaces", " ", List.of(), 30, 0)),
                new Cleaning(45, true),
                List.of(new Ward(
                        new WardId("no spaces"),
                        " ",
                        WardKind.INPATIENT,
                        null,
                        null,
                        "NOBODYS",
                        "NOWHERE",
                        true,
                        new Leaving(true, true),
                        List.of(
                                new Cluster("no spaces", " ", List.of()),
                                new Cluster(
                                        "no spaces",
                                        "B",
                                        List.of(new Room(new RoomId("no spaces"), " ", List.of(), List.of())))),
                        List.of())),
                new Thresholds(0),
                HospitalDefinition.ByHand.GIVES_WAY);

        assertThat(DefinitionCheck.faults(faulty))
                .extracting(Fault::path)
                .containsExactly(
                        "name",
                        "buildings[0].id",
                        "specialties[0].name",
                        "zones[0].id",
                        "zones[0].name",
                        "zones[0].kind",
                        "feeds[0].source",
                        "feeds[0].name",
                        "feeds[0].silentAfterMinutesAtNight",
                        "wards[0].id",
                        "wards[0].name",
                        "wards[0].specialty",
                        "wards[0].zone",
                        "wards[0].clusters[0].id",
                        "wards[0].clusters[0].name",
                        "wards[0].clusters[1].id",
                        "wards[0].clusters[1].id",
                        "wards[0].clusters[1].rooms[0].id",
                        "wards[0].clusters[1].rooms[0].name",
                        "thresholds.careWeightPerNurse");
    }

    @Test
    void anIdGivenTwiceNamesTheFirst() {
        HospitalDefinition faulty =
                definition("TST", List.of(), List.of(), 45, List.of(ward("MED", null, room("M1", "M1-1"), "M1-1")));

        assertThat(DefinitionCheck.faults(faulty))
                .containsExactly(new Fault(
                        "wards[0].extraPlaces[0].id",
                        "is taken: wards[0].clusters[0].rooms[0].beds[0].id is M1-1 too"));
    }

    @Test
    void aHospitalWithoutWardsIsNone() {
        HospitalDefinition empty = definition("TST", List.of(), List.of(), 45, List.of());

        assertThat(DefinitionCheck.faults(empty))
                .containsExactly(new Fault("wards", "a hospital needs at least one ward"));
    }

    @Test
    void aLargeClusterIsNoFaultSinceAScreenMayShowAPartOfIt() {
        String[] thirty =
                java.util.stream.IntStream.range(0, 30).mapToObj(n -> "M1-" + n).toArray(String[]::new);
        HospitalDefinition large =
                definition("TST", List.of(), List.of(), 45, List.of(ward("MED", null, room("M1", thirty), "M-K")));

        assertThat(DefinitionCheck.faults(large)).isEmpty();
    }

    @Test
    void aNameHasAtMostEightyCharacters() {
        HospitalDefinition longName = definition(
                "TST",
                List.of(new Named("A", "x".repeat(80)), new Named("B", "x".repeat(81))),
                List.of(),
                45,
                List.of(ward("MED", null, room("M1", "M1-1"), "M-K")));

        assertThat(DefinitionCheck.faults(longName))
                .containsExactly(new Fault("buildings[1].name", "must not be longer than 80 characters"));
    }

    private static HospitalDefinition definition(
            String id, List<Named> buildings, List<FeedDefinition> feeds, int airChange, List<Ward> wards) {
        return new HospitalDefinition(
                new HospitalId(id),
                "Test",
                ZoneId.of("Europe/Oslo"),
                "nb",
                ClockKind.SYSTEM,
                true,
                buildings,
                List.of(new Named("LUN", "Lungs")),
                List.of(new Zone("R1", "Zone 1", "cleaning")),
                feeds,
                new Cleaning(airChange, true),
                wards,
                new Thresholds(9),
                HospitalDefinition.ByHand.GIVES_WAY);
    }

    private static FeedDefinition feed(String source, int minutes) {
        return new FeedDefinition(source, "Feed", List.of(Carried.PATIENT), minutes, 90);
    }

    private static Ward ward(String id, @Nullable String building, Room room, String extra) {
        return new Ward(
                new WardId(id),
                "Ward",
                WardKind.INPATIENT,
                building,
                "3",
                "LUN",
                "R1",
                true,
                new Leaving(true, true),
                List.of(new Cluster("A", "Tun A", List.of(room))),
                List.of(new ExtraPlace(new BedId(extra), "K", ExtraKind.CORRIDOR)));
    }

    private static Room room(String id, String... beds) {
        return new Room(
                new RoomId(id),
                id,
                List.of(),
                java.util.Arrays.stream(beds)
                        .map(bed -> new Bed(new BedId(bed), bed.length() > 40 ? " " : bed, null))
                        .toList());
    }
}
