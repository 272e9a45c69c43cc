package flyt.intake.hl7;

import static flyt.intake.hl7.Samples.pid;
import static flyt.intake.hl7.Samples.pv1;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.intake.Orders;
import flyt.intake.http.DefinitionFile;
import flyt.intake.http.DefinitionReader;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReadReport;
import flyt.intake.http.ReportReader;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In whatever order the messages of a stay come, the movement history is the same, to the second and the bed. */
class OrderOfMessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final HospitalDefinition FJORDVIK = fjordvik();
    private static final ReportReader READER = new ReportReader(new Pseudonyms(new byte[32]));

    /** Messages in the order of what happened, and the history that comes of them. */
    record Story(String name, List<String> messages, List<String> history) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Story> stories() {
        return Stream.of(
                new Story(
                        "moves, and a discharge that is told twice",
                        List.of(
                                at("A01", "08", "LUN-301"),
                                at("A02", "09", "LUN-302"),
                                at("A02", "10", "LUN-301"),
                                at("A02", "11", "GER-601"),
                                at("A03", "12", "GER-601"),
                                at("A03", "12", "GER-601")),
                        List.of("LUN-301 08-09", "LUN-302 09-10", "LUN-301 10-11", "GER-601 11-12", "DISCHARGED")),
                new Story(
                        "a move that is taken back, with a place in it that says nothing",
                        List.of(
                                at("A01", "08", "LUN-301"),
                                at("A02", "09", "LUN-302"),
                                at("A12", "10", "NEV-401"),
                                at("A02", "11", "GER-601"),
                                at("A08", "12", "LUN-301"),
                                at("A16", "13", "GER-601")),
                        List.of("LUN-301 08-11", "GER-601 11-", "IN_PROGRESS")),
                new Story(
                        "an update around a discharge that is taken back opens no second stay",
                        List.of(
                                at("A01", "08", "LUN-301"),
                                at("A03", "09", "LUN-301"),
                                at("A08", "09", "LUN-301"),
                                at("A13", "10", "LUN-301"),
                                at("A08", "10", "LUN-301"),
                                at("A02", "11", "LUN-302")),
                        List.of("LUN-301 08-11", "LUN-302 11-", "IN_PROGRESS")),
                new Story(
                        "movements that are told again by their ids, and one that is taken back",
                        List.of(
                                moved("A01", "08", "LUN-301", "1", "08", "INSERT"),
                                moved("A02", "09", "LUN-302", "2", "09", "INSERT"),
                                moved("A02", "10", "GER-601", "3", "10", "INSERT"),
                                moved("A02", "11", "LUN-303", "2", "12", "UPDATE"),
                                moved("A02", "0930", "NEV-401", "2", "13", "UPDATE"),
                                moved("A02", "10", "GER-601", "3", "14", "CANCEL")),
                        List.of("LUN-301 08-09", "NEV-401 09-", "IN_PROGRESS")),
                new Story(
                        "admitted twice, to different wards",
                        List.of(
                                at("A04", "07", "AKM-1"),
                                at("A01", "08", "LUN-301"),
                                at("A01", "09", "GER-601"),
                                at("A21", "10", "GER-601"),
                                at("A22", "11", "GER-601"),
                                at("A03", "12", "GER-601")),
                        List.of("AKM-1 07-08", "LUN-301 08-09", "GER-601 09-12", "DISCHARGED")),
                new Story(
                        "an admission that was announced, cancelled and made again",
                        List.of(
                                at("A14", "07", "LUN-303"),
                                at("A01", "08", "LUN-301"),
                                at("A11", "09", "LUN-301"),
                                at("A01", "10", "GER-601"),
                                at("A15", "11", "NEV-401"),
                                at("A02", "12", "NEV-401")),
                        List.of("GER-601 10-12", "NEV-401 12-", "IN_PROGRESS")));
    }

    /** 720 orders of each. */
    @ParameterizedTest
    @MethodSource("stories")
    void theOrderOfArrivalDoesNotMatter(Story story) throws Exception {
        List<Input> inputs = inputs(story.messages());
        int orders = 0;
        for (List<Input> order : Orders.of(inputs)) {
            assertThat(history(order)).as("%s, order %d", story, orders).isEqualTo(story.history());
            orders++;
        }
        assertThat(orders).isEqualTo(720);
    }

    /** The time of the cancellation is that of what it cancels (EVN-6), though it was made later (EVN-2). */
    @Test
    void aCancellationMayCarryAnyTime() throws Exception {
        for (String recorded : List.of("07", "0930", "10", "14")) {
            List<String> messages = List.of(
                    at("A01", "08", "LUN-301"),
                    at("A02", "09", "LUN-302"),
                    message("A12", "EVN|A12|20261122" + recorded + "00||||20261122090000", "LUN-302", "c"));
            for (List<Input> order : Orders.of(inputs(messages))) {
                assertThat(history(order)).as(recorded).containsExactly("LUN-301 08-", "IN_PROGRESS");
            }
        }
    }

    private static List<String> history(List<Input> inputs) {
        Hospital hospital = null;
        List<Input> all = new ArrayList<>();
        all.add(new Input.Define(new MessageKey(Source.FLYT, "d"), FJORDVIK));
        all.addAll(inputs);
        for (Input input : all) {
            Decision decision = Decider.decide(hospital, input, NOW);
            hospital = ((Decision.Accepted) decision).after();
        }
        Course course = java.util.Objects.requireNonNull(hospital).stays().course(new StayId("V1"));
        List<String> history = new ArrayList<>();
        for (Course.Placement one : java.util.Objects.requireNonNull(course).placements()) {
            history.add(one.place().bed() + " " + hour(one.from()) + "-" + (one.to() == null ? "" : hour(one.to())));
        }
        history.add(course.status().name());
        return history;
    }

    private static String hour(Instant at) {
        return at.atZone(FJORDVIK.timeZone()).toString().substring(11, 13);
    }

    private static List<Input> inputs(List<String> messages) throws Exception {
        SenderProfile profile = Samples.profile(Samples.USUAL.replace("}", ",\"zbe\":true}"));
        List<Input> inputs = new ArrayList<>();
        for (String message : messages) {
            for (var json :
                    Interpreter.understand(profile, message, NOW).mapped().reports()) {
                ReadReport.Fact fact = READER.read(FJORDVIK, json, bed -> null)
                        .fold(read -> (ReadReport.Fact) read, faults -> {
                            throw new AssertionError(faults);
                        });
                inputs.add(fact.submission().input());
            }
        }
        return inputs;
    }

    /** The id says all that the message says, so that two of the same are two of the same. */
    private static String at(String event, String hour, String bed) {
        return message(event, "EVN|" + event + "|20261122" + hour + "0000", bed, event + hour + bed);
    }

    /** A movement with an id of its own, when it was, and the hour when that was said. */
    private static String moved(String event, String at, String bed, String movement, String said, String action) {
        String zbe = "\rZBE|%s|20261122%s%s||%s|N|%s|%s"
                .formatted(movement, at, "0000".substring(at.length() - 2), action, event, bed.substring(0, 3));
        return message(event, "EVN|" + event + "|20261122130000", bed, event + movement + said)
                        .replace("|20261122130500|", "|20261122" + said + "0000|")
                + zbe;
    }

    private static String message(String event, String evn, String bed, String id) {
        String classOf = event.equals("A04") ? "E" : "I";
        return Samples.adt(event, evn, pid("P1"), pv1(classOf, bed.substring(0, 3) + "^" + bed + "^" + bed, "V1"))
                .replace("|m-" + event + "|", "|" + id + "|");
    }

    private static HospitalDefinition fjordvik() {
        try (InputStream file =
                OrderOfMessagesTest.class.getResourceAsStream("/flyt/protocol/hospitals/fjordvik.json")) {
            return DefinitionFile.read(
                            java.util.Objects.requireNonNull(file).readAllBytes(),
                            new DefinitionReader(definition -> List.of()))
                    .fold(definition -> definition, faults -> {
                        throw new AssertionError(faults);
                    });
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
