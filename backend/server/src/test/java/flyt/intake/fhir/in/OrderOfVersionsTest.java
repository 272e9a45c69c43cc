package flyt.intake.fhir.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.stay.Course;
import flyt.domain.stay.FactKey;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayKind;
import flyt.domain.stay.StayStatus;
import flyt.domain.stay.Told;
import flyt.intake.Orders;
import flyt.intake.http.DefinitionFile;
import flyt.intake.http.DefinitionReader;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReadReport;
import flyt.intake.http.ReportReader;
import flyt.journal.EventTypes;
import flyt.runtime.StayHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** In whatever order the versions of an Encounter come, the movement history is the same, to the minute and the bed. */
class OrderOfVersionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final HospitalDefinition FJORDVIK = fjordvik();
    private static final Pseudonyms KEYS = new Pseudonyms(new byte[32]);
    private static final ReportReader READER = new ReportReader(KEYS);
    private static final Source SENDER = new Source("ehr");
    private static final StayId VISIT = new StayId("V1");

    /** Versions in the order in which they were written, and the history that comes of them. */
    record Story(String name, List<String> versions, List<String> history) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Story> stories() {
        return Stream.of(
                new Story(
                        "each version lists all places",
                        List.of(
                                version(1, "in-progress", "08:00", "", at("LUN-301", "08:00", "")),
                                version(
                                        2,
                                        "in-progress",
                                        "08:00",
                                        "",
                                        at("LUN-301", "08:00", "09:00"),
                                        at("LUN-302", "09:00", "")),
                                version(
                                        3,
                                        "in-progress",
                                        "08:00",
                                        "",
                                        at("LUN-301", "08:00", "09:00"),
                                        at("LUN-302", "09:00", "10:00"),
                                        at("GER-601", "10:00", "")),
                                version(
                                        4,
                                        "finished",
                                        "08:00",
                                        "12:00",
                                        at("LUN-301", "08:00", "09:00"),
                                        at("LUN-302", "09:00", "10:00"),
                                        at("GER-601", "10:00", "12:00")),
                                version(
                                        5,
                                        "finished",
                                        "08:00",
                                        "12:15",
                                        at("LUN-301", "08:00", "09:00"),
                                        at("LUN-302", "09:00", "10:00"),
                                        at("GER-601", "10:00", "12:15"))),
                        List.of("LUN-301 08:00-09:00", "LUN-302 09:00-10:00", "GER-601 10:00-12:15", "DISCHARGED")),
                new Story(
                        "each version lists the place of now alone; one is corrected, the end is taken back",
                        List.of(
                                version(1, "in-progress", "08:00", "", at("LUN-301", "08:00", "")),
                                version(2, "in-progress", "08:00", "", at("LUN-302", "09:00", "")),
                                version(3, "in-progress", "08:00", "", at("LUN-303", "09:00", "")),
                                version(4, "finished", "08:00", "11:00", at("LUN-303", "09:00", "11:00")),
                                version(5, "in-progress", "08:00", "", at("GER-601", "10:00", ""))),
                        List.of("LUN-301 08:00-09:00", "LUN-303 09:00-10:00", "GER-601 10:00-", "IN_PROGRESS")),
                new Story(
                        "a move that never was, and an admission at another hour",
                        List.of(
                                version(1, "in-progress", "08:00", "", at("LUN-301", "08:00", "")),
                                version(
                                        2,
                                        "in-progress",
                                        "08:00",
                                        "",
                                        at("LUN-301", "08:00", "09:00"),
                                        at("GER-601", "09:00", "")),
                                version(3, "in-progress", "08:00", "", at("LUN-301", "08:00", "")),
                                version(4, "in-progress", "07:30", "", at("LUN-301", "07:30", ""))),
                        List.of("LUN-301 07:30-", "IN_PROGRESS")),
                new Story(
                        "no hour is said but in which version: the place, leave, the end",
                        List.of(
                                version(1, "in-progress", "08:00", "", at("LUN-301", "", "")),
                                version(2, "onleave", "08:00", "", at("LUN-301", "", "")),
                                version(3, "in-progress", "08:00", "", at("GER-601", "", "")),
                                version(4, "finished", "08:00", "", at("GER-601", "", "")),
                                version(5, "finished", "08:00", "", at("GER-601", "", ""))),
                        List.of("LUN-301 08:00-13:03", "GER-601 13:03-13:04", "DISCHARGED")),
                new Story(
                        "leave as the history of its status says, then cancelled and not cancelled",
                        List.of(
                                version(1, "planned", "08:00", "", at("LUN-301", "08:00", "")),
                                version(2, "in-progress", "08:00", "", at("LUN-301", "08:00", "")),
                                version(3, "cancelled", "08:00", ""),
                                leave(4, "onleave", "10:00", ""),
                                leave(5, "in-progress", "10:00", "11:00")),
                        List.of("LUN-301 08:00-", "IN_PROGRESS")),
                new Story(
                        "from the emergency department, with the ward beside the bed, and the end taken back",
                        List.of(
                                emergency(1, at("LUN-301", "08:00", "")),
                                emergency(2, at("LUN-301", "08:00", "09:00"), at("LUN-302", "09:00", "")),
                                inpatient(3, "in-progress", "", at("LUN-302", "09:00", "")),
                                inpatient(
                                        4,
                                        "in-progress",
                                        "",
                                        at("LUN-302", "09:00", "10:00"),
                                        at("GER-601", "10:00", "")),
                                inpatient(5, "finished", "12:00", at("GER-601", "10:00", "12:00")),
                                inpatient(6, "in-progress", "", at("GER-601", "10:00", ""))),
                        List.of("LUN-301 08:00-09:00", "LUN-302 09:00-10:00", "GER-601 10:00-", "IN_PROGRESS")),
                new Story(
                        "cancelled in the end",
                        List.of(
                                version(1, "in-progress", "08:00", "", at("LUN-301", "08:00", "")),
                                version(2, "in-progress", "08:00", "", at("LUN-302", "09:00", "")),
                                version(3, "finished", "08:00", "11:00", at("LUN-302", "09:00", "")),
                                version(4, "entered-in-error", "08:00", "")),
                        List.of("NEVER_THERE")));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyOrderGivesTheSameHistory(Story story) {
        List<EncounterVersion> versions =
                story.versions().stream().map(OrderOfVersionsTest::read).toList();
        for (List<EncounterVersion> order : Orders.of(versions)) {
            assertThat(history(order))
                    .as(() -> order.stream()
                            .map(one -> String.valueOf(one.stamp().number()))
                            .toList()
                            .toString())
                    .isEqualTo(story.history());
        }
    }

    @Test
    void aVersionThatWasTakenTellsNothing() {
        List<EncounterVersion> versions = List.of(
                read(version(1, "in-progress", "08:00", "", at("LUN-301", "08:00", ""))),
                read(version(2, "in-progress", "08:00", "", at("LUN-302", "09:00", ""))));
        Hospital hospital = told(versions);
        for (EncounterVersion version : versions) {
            assertThat(Retelling.of(version, known(hospital), SENDER, false, OrderOfVersionsTest::hash)
                            .repeated())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OBSENC, IMP, '', ORDINARY",
        "IMP, OBSENC, '', OBSERVATION",
        "IMP, SS, '', DAY",
        "SS, AMB, '', DAY",
        "IMP, IMP, 'admitSource born', NEWBORN",
        "IMP, OBSENC, 'type N', NEWBORN"
    })
    void theNewestVersionSaysWhichKindOfStayItIs(String before, String now, String mark, StayKind kind) {
        String marked = mark.startsWith("type")
                ? "\"type\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v2-0007\",\"code\":\"N\"}]}],"
                : "\"hospitalization\":{\"admitSource\":{\"coding\":[{\"code\":\"born\"}]}},";
        String first = version(1, "in-progress", "08:00", "", at("LUN-301", "08:00", ""));
        String second =
                encounter(2, "in-progress", "08:00", "", mark.isEmpty() ? "" : marked, at("LUN-301", "08:00", ""));
        List<EncounterVersion> versions = List.of(read(first.replace("IMP", before)), read(second.replace("IMP", now)));
        for (List<EncounterVersion> order : Orders.of(versions)) {
            assertThat(Objects.requireNonNull(told(order).stays().course(VISIT)).kind())
                    .isEqualTo(kind);
        }
    }

    private static String version(int number, String status, String begin, String end, String... places) {
        return encounter(number, status, begin, end, "", places);
    }

    private static String emergency(int number, String... places) {
        return version(number, "triaged", "08:00", "", places).replace("IMP", "EMER");
    }

    private static String inpatient(int number, String status, String end, String... places) {
        List<String> all = new ArrayList<>(List.of(places));
        all.add(at(
                "ward-" + (places[places.length - 1].contains("GER") ? "GER" : "LUN"),
                places.length > 1 || places[0].contains("GER") ? "10:00" : "09:00",
                end));
        String history =
                "\"classHistory\":[{\"class\":{\"code\":\"EMER\"},\"period\":" + period("08:00", "09:00") + "}],";
        return encounter(number, status, "08:00", end, history, all.toArray(String[]::new));
    }

    private static String leave(int number, String status, String from, String to) {
        String history = "\"statusHistory\":[{\"status\":\"onleave\",\"period\":" + period(from, to) + "}],";
        return encounter(number, status, "08:00", "", history, at("LUN-301", "08:00", ""));
    }

    private static String encounter(
            int number, String status, String begin, String end, String history, String... places) {
        return """
                {"resourceType":"Encounter","id":"V1","meta":{"versionId":"%d","lastUpdated":"2026-11-22T13:0%d:00Z"},
                 "status":"%s","class":{"code":"IMP"},%s"subject":{"reference":"Patient/P1"},
                 "period":%s,"location":[%s]}"""
                .formatted(number, number, status, history, period(begin, end), String.join(",", places));
    }

    private static String at(String bed, String from, String to) {
        return "{\"location\":{\"reference\":\"Location/" + bed + "\"},\"status\":\"active\",\"period\":"
                + period(from, to) + "}";
    }

    private static String period(String from, String to) {
        List<String> parts = new ArrayList<>();
        if (!from.isEmpty()) {
            parts.add("\"start\":\"2026-11-22T" + from + ":00Z\"");
        }
        if (!to.isEmpty()) {
            parts.add("\"end\":\"2026-11-22T" + to + ":00Z\"");
        }
        return "{" + String.join(",", parts) + "}";
    }

    private static EncounterVersion read(String json) {
        // a list without anything in it is no FHIR
        byte[] body = json.replace("\"period\":{},", "")
                .replace(",\"period\":{}", "")
                .replace(",\"location\":[]", "")
                .getBytes(StandardCharsets.UTF_8);
        Request request = Request.read(FJORDVIK, new Asked("Encounter", "V1", null), body, NOW);
        assertThat(request.unreadable()).isNull();
        assertThat(request.remarks().faults()).isEmpty();
        return ((Part.Version) request.entries().get(0).part()).version();
    }

    private static Hospital told(List<EncounterVersion> versions) {
        Hospital hospital = ((Decision.Accepted)
                        Decider.decide(null, new Input.Define(new MessageKey(Source.FLYT, "d"), FJORDVIK), NOW))
                .after();
        for (EncounterVersion version : versions) {
            for (ObjectNode report : Retelling.of(version, known(hospital), SENDER, false, OrderOfVersionsTest::hash)
                    .reports()) {
                ReadReport.Fact fact = READER.read(FJORDVIK, report, bed -> null)
                        .fold(read -> (ReadReport.Fact) read, faults -> {
                            throw new AssertionError(faults);
                        });
                Input input = fact.submission().input();
                hospital = ((Decision.Accepted) Decider.decide(hospital, input, NOW)).after();
            }
        }
        return hospital;
    }

    private static List<String> history(List<EncounterVersion> versions) {
        Course course = Objects.requireNonNull(told(versions).stays().course(VISIT));
        List<String> history = new ArrayList<>();
        for (Course.Placement one : course.placements()) {
            history.add(
                    one.place().bed() + " " + minute(one.from()) + "-" + (one.to() == null ? "" : minute(one.to())));
        }
        // of what was never so, somebody may have heard or not
        boolean never = course.status() == StayStatus.CANCELLED || course.status() == StayStatus.UNKNOWN;
        history.add(never ? "NEVER_THERE" : course.status().name());
        return history;
    }

    /** What the journal would answer. */
    private static StayHistory known(Hospital hospital) {
        List<StayHistory.Fact> facts = new ArrayList<>();
        SortedMap<FactKey, MessageKey> cancelled =
                hospital.stays().effectiveFacts(VISIT).cancelledBy();
        Map<MessageKey, Long> numbers = new HashMap<>();
        for (Told told : hospital.stays().facts(VISIT)) {
            numbers.put(told.header().message(), (long) numbers.size());
        }
        for (Told told : hospital.stays().facts(VISIT)) {
            MessageKey by = cancelled.get(told.key());
            facts.add(new StayHistory.Fact(
                    EventTypes.of(told.fact().kind()),
                    told.header().occurredAt(),
                    NOW,
                    told.header().message(),
                    0,
                    by == null ? null : numbers.get(by),
                    told.fact()));
        }
        return new StayHistory(VISIT, null, StayStatus.UNKNOWN, null, null, List.of(), facts);
    }

    private static String hash(String text) {
        return KEYS.id(FJORDVIK.id(), "fhir " + text).substring(1, 9);
    }

    private static String minute(Instant at) {
        return at.toString().substring(11, 16);
    }

    private static HospitalDefinition fjordvik() {
        try (InputStream file =
                OrderOfVersionsTest.class.getResourceAsStream("/flyt/protocol/hospitals/fjordvik.json")) {
            return DefinitionFile.read(
                            Objects.requireNonNull(file).readAllBytes(), new DefinitionReader(definition -> List.of()))
                    .fold(definition -> definition, faults -> {
                        throw new AssertionError(faults);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
