package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.event.Event;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayFact.StaysMerged;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.fhir.Mirror;
import flyt.fhir.Query;
import flyt.fhir.Shelf;
import flyt.fhir.Stored;
import flyt.fhir.Subscribed;
import flyt.fhir.Subscribed.Status;
import flyt.fhir.Subscriptions;
import flyt.fhir.Topic;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The resources of FHIR that follow a journal. */
class MirrorTest extends InAHouse {

    @Test
    void twoMembersAtOnceMakeOneShelfAndGiveEachNumberOnce() {
        Shelf shelf = new Shelf(house.database);
        Subscriptions subscriptions = new Subscriptions(house.database);
        List<Mirror> members = List.of(mirror(shelf), mirror(shelf));
        await(members.get(0).upToDate("KAL"));
        Subscribed asked = new Subscribed(
                "KAL",
                "S1",
                "system",
                "http://here/fhir/KAL",
                Topic.ENCOUNTER_START,
                new JsonArray(),
                new JsonObject(),
                Status.REQUESTED,
                null,
                0,
                0,
                Instant.EPOCH);
        await(subscriptions.add(asked));
        for (int i = 1; i <= 8; i++) {
            Answer told = house.tell(report("a" + i, NOON.plusSeconds(i), admitted("V" + i, "MED-" + (1 + i % 4))));
            assertThat(told).isInstanceOf(Answer.Accepted.class);
            var unused = await(Future.join(
                    members.stream().map(member -> member.upToDate("KAL")).toList()));
        }
        Subscribed counted = await(subscriptions.one("KAL", "S1")).orElseThrow();
        List<Subscriptions.Event> events = await(subscriptions.events(counted, 1, Long.MAX_VALUE, 100));
        assertThat(counted.events()).isEqualTo(8);
        assertThat(events)
                .extracting(Subscriptions.Event::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 8).boxed().toList());
        assertThat(events)
                .extracting(Subscriptions.Event::focus)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> "Encounter/V" + i)
                        .toList());

        Map<String, Stored> before = all(shelf);
        await(mirror(shelf).upToDate("KAL"));
        assertThat(all(shelf)).as("after a restart").isEqualTo(before);
    }

    @Test
    void whatWasFollowedIsWhatIsMadeAnew() {
        Shelf shelf = new Shelf(house.database);
        Mirror followed = mirror(shelf);
        List<Event> facts = List.of(
                admitted("V1", "MED-1"),
                new LabStatusReported(new StayId("V1"), new OrderId("L1"), LabStatus.ORDERED, false, false, null),
                new IsolationReported(new StayId("V1"), Isolation.AIRBORNE),
                admitted("V2", "MED-2"),
                new PatientTransferred(new StayId("V1"), new Place(new WardId("KIR"), new BedId("KIR-1")), null),
                new CleaningStarted(null, new BedId("MED-1"), null, null),
                new CleaningDone(null, new BedId("MED-1"), true),
                admitted("V3", "KIR-3"),
                new LabStatusReported(new StayId("V3"), new OrderId("L1"), LabStatus.FINAL, true, false, null),
                new StaysMerged(new StayId("V1"), new StayId("V3")),
                new PatientTransferred(new StayId("V2"), new Place(new WardId("MED"), new BedId("NO-SUCH")), null),
                new PatientDischarged(new StayId("V2"), Disposition.HOME));
        for (int i = 0; i < facts.size(); i++) {
            Answer told = house.tell(report("f" + i, NOON.plusSeconds(60L * i), facts.get(i)));
            assertThat(told).isInstanceOf(Answer.Accepted.class);
            if (i == 4) {
                Answer defined = await(house.desk.define(House.ID, House.definition(ClockKind.DRIVEN, "Kalnes nye")));
                assertThat(defined).isInstanceOf(Answer.Accepted.class);
            }
            if (i % 3 == 0) {
                await(followed.upToDate("KAL"));
            }
        }
        await(followed.upToDate("KAL"));
        Map<String, String> left = jsons(shelf);
        testDatabase.run("TRUNCATE fhir_resource, fhir_reading");
        await(mirror(shelf).upToDate("KAL"));
        Map<String, String> anew = jsons(shelf);
        assertThat(anew).hasSizeGreaterThan(15);
        // what is over is not made anew, and that alone
        left.keySet().retainAll(anew.keySet());
        assertThat(left).isEqualTo(anew);
    }

    private Mirror mirror(Shelf shelf) {
        return new Mirror(house.grid.vertx(), house.work, shelf);
    }

    private static Map<String, String> jsons(Shelf shelf) {
        Map<String, String> jsons = new TreeMap<>();
        all(shelf).forEach((name, stored) -> jsons.put(name, stored.json()));
        return jsons;
    }

    private static Map<String, Stored> all(Shelf shelf) {
        Map<String, Stored> all = new TreeMap<>();
        for (String type : List.of("Location", "Encounter", "Task", "ServiceRequest")) {
            List<Stored> found = new ArrayList<>(
                    await(shelf.search("KAL", new Query(type, List.of(), null, null, null, "", 1_000))));
            found.forEach(one -> all.put(type + "/" + one.id(), one));
        }
        return all;
    }
}
