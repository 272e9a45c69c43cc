package flyt.outbound.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import flyt.domain.Hospital;
import flyt.domain.bed.BedEvent.BedCleaned;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Place;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.WardId;
import flyt.domain.priority.Team;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Job;
import flyt.domain.task.Point;
import flyt.domain.task.TaskEvent.TaskDone;
import flyt.domain.task.TaskEvent.TaskNotPossible;
import flyt.domain.task.TaskEvent.TaskOrdered;
import flyt.domain.task.TaskEvent.TaskReopened;
import flyt.domain.task.TaskId;
import flyt.journal.JournalJson;
import flyt.outbound.Message;
import flyt.outbound.Receiver.Terms;
import flyt.outbound.hl7.Hl7Receiver.Kind;
import flyt.runtime.Follower.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a receiver of HL7 v2 is told of which event, to the letter. */
class Hl7TellerTest {
    private static final Instant NOON = Instant.parse("2026-11-12T11:00:00Z");
    private static final JsonMapper JSON = JournalJson.mapper();
    private static final BedId BED = new BedId("LUN-301");
    private static final TaskId TASK = new TaskId("T-1");

    private final HospitalDefinition definition = fjordvik();
    private Hospital hospital = Hospital.begin(header(NOON), new HospitalDefined(definition));
    private Hl7Teller teller = new Hl7Teller(receiver("2.5", EnumSet.allOf(Kind.class), ".*", List.of()));
    private long seq = 1;

    @Test
    void aBedThatIsTakenIsToldWithoutWhoTookIt() {
        assertThat(told(admitted()))
                .containsExactly(
                        """
                MSH|^~\\&|FLYT|FJO|CAP|HQ|20261112120000+0100||ADT^A20^ADT_A20|FJO-2-1|P|2.5
                EVN|A20|20261112120000+0100||||20261112115500+0100
                NPU|LUN^LUN-301^LUN-301|O
                """);
    }

    @Test
    void theSameEventIsTheSameMessageWheneverItIsTold() {
        Step step = step(admitted());
        assertThat(teller.of(step)).isEqualTo(teller.of(step)).hasSize(1);
        Message message = teller.of(step).get(0);
        assertThat(message.id() + " " + message.subject() + " " + message.last())
                .isEqualTo("2-1 bed/LUN-301 true");
    }

    @Test
    void onlyAChangeIsTold() {
        assertThat(told(new BedClosed(BED, CloseReason.REPAIR, null))).hasSize(1);
        assertThat(told(new BedClosed(BED, CloseReason.INFECTION, null))).isEmpty();
    }

    /** HL7 table 0116. */
    @Test
    void everyStatusOfABedIsToldByItsCode() {
        assertThat(statuses(
                        admitted(),
                        new IsolationReported(new StayId("V1"), Isolation.CONTACT),
                        new IsolationReported(new StayId("V1"), null)))
                .containsExactly("O", "I", "O");
        BedId empty = new BedId("LUN-310");
        assertThat(statuses(
                        new BedSoiled(empty, null, null),
                        new CleaningOrdered(TASK, empty, CleaningKind.STANDARD),
                        new CleaningStarted(TASK, empty, null, null),
                        new CleaningDone(TASK, empty, true),
                        new BedCleaned(empty, true),
                        new BedClosed(empty, CloseReason.REPAIR, null),
                        new BedOpened(empty)))
                .as("done is not clean yet: that is the next event")
                .containsExactly("K", "H", "K", "U", "C", "U");
    }

    private List<String> statuses(Event... events) {
        teller = new Hl7Teller(receiver("2.5", EnumSet.of(Kind.BED_STATUS), ".*", List.of()));
        return Arrays.stream(events)
                .flatMap(event -> told(event).stream())
                .map(text -> text.substring(text.length() - 2).strip())
                .toList();
    }

    @Test
    void placesAreWrittenAsTheReceiverNamesThemOrNotAtAll() {
        teller = new Hl7Teller(receiver(
                "2.3",
                EnumSet.of(Kind.BED_STATUS),
                ".*",
                List.of(
                        new PlaceWriting(Pattern.compile("LUN\\^.*\\^LUN-(30)(\\d)"), "L3^$1$2^$2&x"),
                        new PlaceWriting(Pattern.compile("LUN\\^.*"), null))));
        assertThat(told(admitted()).get(0)).contains("||ADT^A20|FJO-2-1|P|2.3\n", "NPU|L3^301^1&x|O\n");
        assertThat(told(new BedClosed(new BedId("LUN-310"), CloseReason.REPAIR, null)))
                .isEmpty();
    }

    @Test
    void aReceiverThatBeginsIsToldOfEveryBedAndABedThatIsNoMoreIsClosed() throws IOException {
        List<Message> all = teller.all(hospital, 7);
        assertThat(all).hasSize(hospital.places().beds().size());
        assertThat(all.get(0).id()).isEqualTo("7-1");
        assertThat(all.stream().filter(Message::last)).containsExactly(all.get(all.size() - 1));

        JsonNode next = JSON.valueToTree(definition);
        for (JsonNode ward : next.path("wards")) {
            for (JsonNode cluster : ward.path("clusters")) {
                removeRoom((ArrayNode) cluster.path("rooms"), "LUN-301");
            }
        }
        assertThat(told(new HospitalDefined(JSON.treeToValue(next, HospitalDefinition.class))))
                .singleElement()
                .asString()
                .contains("NPU|LUN^LUN-301^LUN-301|C\n");
    }

    private static void removeRoom(ArrayNode rooms, String id) {
        for (int i = rooms.size() - 1; i >= 0; i--) {
            if (rooms.get(i).path("id").asText().equals(id)) {
                JsonNode unused = rooms.remove(i);
            }
        }
    }

    @Test
    void whatBecameOfWorkIsToldAsTheStateOfAnOrder() {
        teller = new Hl7Teller(receiver("2.5", EnumSet.of(Kind.WORK_OUTCOME), "clean-.*", List.of()));
        CleaningOrdered ordered = new CleaningOrdered(TASK, BED, CleaningKind.STANDARD);
        assertThat(told(ordered)).isEmpty();
        assertThat(told(new TaskNotPossible(TASK, "locked")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("|HD|").doesNotContain("locked"));
        assertThat(told(new TaskReopened(TASK)).get(0)).contains("||SC||");
        assertThat(told(new CleaningDone(TASK, BED, true)))
                .containsExactly(
                        """
                MSH|^~\\&|FLYT|FJO|CAP|HQ|20261112120000+0100||ORM^O01^ORM_O01|FJO-5-1|P|2.5
                ORC|SC||T-1^FLYT||CM||||20261112115500+0100||||LUN^LUN-301^LUN-301
                OBR|1||T-1^FLYT|clean-standard^^FLYT||||||||||||||||||20261112115500+0100
                """);
    }

    @Test
    void whatIsCalledOffIsToldAndOtherKindsOfWorkAreNot() {
        teller = new Hl7Teller(receiver("2.5", EnumSet.of(Kind.WORK_OUTCOME), "clean-.*", List.of()));
        assertThat(told(new CleaningOrdered(TASK, BED, CleaningKind.STANDARD))).isEmpty();
        assertThat(told(new CleaningCancelled(TASK, BED, null)).get(0)).contains("||CA||");
        TaskId walk = new TaskId("T-2");
        Job job = new Job("transport-walk", Team.PORTERS, null, Point.bed(BED), Point.stop("X"), null, null);
        assertThat(told(new TaskOrdered(walk, job, null, null, null))).isEmpty();
        assertThat(told(new TaskDone(walk))).isEmpty();
    }

    @Test
    void whatIsNothingToTellIsNothing() {
        assertThat(told(new LabStatusReported(new StayId("V1"), new OrderId("L1"), LabStatus.FINAL, true, false, null)))
                .isEmpty();
    }

    private List<String> told(Event event) {
        return teller.of(step(event)).stream()
                .map(message -> message.text().replace('\r', '\n'))
                .toList();
    }

    private Step step(Event event) {
        Recorded recorded = new Recorded(header(NOON.minusSeconds(300)), event);
        Hospital before = hospital;
        hospital = before.apply(recorded);
        return new Step(++seq, recorded, before, hospital);
    }

    private static EventHeader header(Instant at) {
        return new EventHeader(at, NOON, new MessageKey(new Source("pas"), "m"), null);
    }

    private static PatientAdmitted admitted() {
        return new PatientAdmitted(
                new StayId("V1"), new PatientKey("p"), PatientClass.I, new Place(new WardId("LUN"), BED), null);
    }

    private static Hl7Receiver receiver(String version, Set<Kind> tells, String work, List<PlaceWriting> places) {
        return new Hl7Receiver(
                new HospitalId("FJO"),
                "cap",
                "127.0.0.1",
                1,
                null,
                Duration.ofSeconds(1),
                "FLYT",
                "FJO",
                "CAP",
                "HQ",
                version,
                ZoneId.of("Europe/Oslo"),
                tells,
                places,
                Pattern.compile(work),
                new Terms(1, 3, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    private static HospitalDefinition fjordvik() {
        try (var stream = Hl7TellerTest.class.getResourceAsStream("/flyt/protocol/hospitals/fjordvik.json")) {
            return JSON.readValue(stream, HospitalDefinition.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
