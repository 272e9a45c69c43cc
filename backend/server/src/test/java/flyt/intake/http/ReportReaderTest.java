package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayId;
import flyt.journal.EventTypes;
import flyt.journal.IdentityRow;
import flyt.runtime.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportReaderTest {
    private static final HospitalId FJO = new HospitalId("FJO");
    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    private final ReportReader reader = new ReportReader(pseudonyms);

    static Stream<String> types() {
        return ReportReader.types().stream();
    }

    /** Each field of each golden report, by type and path. */
    static Stream<Arguments> fields() {
        return types().flatMap(type -> {
            List<String> paths = new ArrayList<>();
            collect(Resources.goldenReport(type), "", paths);
            return paths.stream().map(path -> Arguments.of(type, path));
        });
    }

    private static void collect(JsonNode node, String path, List<String> paths) {
        node.fields().forEachRemaining(field -> {
            String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            paths.add(at);
            collect(field.getValue(), at, paths);
        });
    }

    @Test
    void theTypesAreThoseOfTheSchema() {
        List<String> inSchema = new ArrayList<>();
        Resources.object(Resources.protocol("schema/report.schema.json"))
                .at("/$defs/type/enum")
                .forEach(name -> inSchema.add(name.textValue()));
        assertThat(ReportReader.types()).containsExactlyInAnyOrderElementsOf(inSchema);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theGoldenReportOfEachTypeIsReadAsThatFact(String type) {
        ReadReport read = read(Resources.goldenReport(type));
        assertThat(read.type()).isEqualTo(type);
        assertThat(
                        read instanceof ReadReport.Fact fact
                                ? EventTypes.of(report(fact).fact())
                                : "FeedAlive")
                .isEqualTo(type);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("fields")
    void aWrongValueOfAFieldIsNamedByItsPath(String type, String path) {
        ObjectNode report = Resources.goldenReport(type);
        int dot = path.lastIndexOf('.');
        JsonNode owner =
                dot < 0 ? report : report.at("/" + path.substring(0, dot).replace('.', '/'));
        ((ObjectNode) owner).putArray(path.substring(dot + 1)).add(1);
        assertThat(faults(report)).extracting(Fault::field).contains(path);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFieldThatNobodyKnowsIsNamed(String type) {
        assertThat(faults(Resources.goldenReport(type).put("colour", "red")))
                .containsExactly(new Fault("colour", "is not a field of this"));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        JsonNode report =
                Resources.object("{\"type\":\"PatientAdmitted\",\"source\":\"p s\",\"occurredAt\":\"yesterday\","
                        + "\"patient\":{\"number\":\"\",\"age\":7},\"patientClass\":\"X\",\"place\":{}}");
        assertThat(faults(report))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "source",
                        "messageId",
                        "occurredAt",
                        "visit",
                        "patient.number",
                        "patient.age",
                        "patientClass",
                        "place.ward");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messageId  | \"a\\u0000b\"",
                "messageId  | \"a\\ud800b\"",
                "messageId  | \"a\\nb\"",
                "messageId  | \"\"",
                "source     | \"Øst\"",
                "occurredAt | \"2026-02-30T10:00:00Z\"",
                "occurredAt | \"1899-12-31T10:00:00Z\"",
                "occurredAt | \"2201-01-01T10:00:00Z\"",
                "occurredAt | \"2026-11-12T10:00:00+01:00\"",
                "occurredAt | \"2026-11-12T10:00:00.1234567Z\"",
                "occurredAt | null",
                "type       | \"PatientAbducted\"",
                "visit      | 17",
                "score      | 21",
                "score      | -1",
                "score      | 7.5",
                "score      | 99999999999",
                "scale      | \"\\ud83d\"",
                "scale      | \"a\\u0000b\"",
                "dueAt      | null"
            })
    void anImpossibleValueIsNamed(String field, String value) throws Exception {
        ObjectNode report = Resources.goldenReport("EarlyWarningReported");
        report.set(field.strip(), new ObjectMapper().readTree(value));
        assertThat(faults(report)).extracting(Fault::field).containsExactly(field.strip());
    }

    @Test
    void aTextLongerThanItsLimitIsNamed() {
        ObjectNode report = Resources.goldenReport("EarlyWarningReported");
        report.set("messageId", new TextNode("x".repeat(121)));
        report.set("scale", new TextNode("x".repeat(401)));
        assertThat(faults(report)).extracting(Fault::field).containsExactlyInAnyOrder("messageId", "scale");
    }

    @Test
    void whatIsNotAnObjectIsFaulty() {
        assertThat(faults(new TextNode("x"))).containsExactly(new Fault("", "must be an object"));
    }

    @Test
    void anAdmissionBecomesAFactWithoutAnyName() {
        ReadReport.Fact fact = (ReadReport.Fact) read(Resources.goldenReport("PatientAdmitted"));
        assertThat(fact.submission().input())
                .isEqualTo(new Input.Report(
                        new MessageKey(new Source("pas"), "pas-103"),
                        Instant.parse("2026-11-09T10:00:00Z"),
                        null,
                        new PatientAdmitted(
                                new StayId("V100234"),
                                pseudonyms.patient(FJO, "P100234"),
                                PatientClass.I,
                                new Place(new WardId("LUN"), new BedId("LUN-301")),
                                new WardId("LUN"))));
        assertThat(fact.submission().sentAt()).isEqualTo(Instant.parse("2026-11-09T10:01:10Z"));
        assertThat(fact.submission().identities())
                .containsExactly(new IdentityRow(
                        pseudonyms.patient(FJO, "P100234").value(),
                        "patient",
                        "P100234",
                        "Kari",
                        "Hansen",
                        LocalDate.of(1952, 3, 4),
                        false,
                        Instant.parse("2026-11-09T10:00:00Z")));
    }

    @Test
    void nobodyAndNotSaidAreTwoThings() {
        ObjectNode report = Resources.goldenReport("ResponsibilityReported").putNull("nurse");
        report.remove("doctor");
        ResponsibilityReported said =
                (ResponsibilityReported) report((ReadReport.Fact) read(report)).fact();
        assertThat(said.nurse()).isEqualTo(new Assigned(null));
        assertThat(said.doctor()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "WardRoleReported, holder",
        "IsolationReported, isolation",
        "DischargeExpected, expectedOn",
        "EarlyWarningReported, score"
    })
    void whatMayBeNobodyOrNoneMayBeNull(String type, String field) {
        assertThat(read(Resources.goldenReport(type).putNull(field)).type()).isEqualTo(type);
    }

    @Test
    void aBedAloneBringsItsWardAndAnUnknownOneIsNoFault() {
        ObjectNode report = Resources.goldenReport("PatientTransferred");
        report.putObject("place").put("bed", "LUN-301");
        assertThat(transferredTo(report)).isEqualTo(new Place(new WardId("LUN"), new BedId("LUN-301")));
        report.putObject("place").put("bed", "NOWHERE-1");
        assertThat(transferredTo(report)).isEqualTo(new Place(ReportFacts.UNKNOWN_WARD, new BedId("NOWHERE-1")));
    }

    @Test
    void theHashIsOfTheContentInWhateverOrderAndWheneverSent() throws Exception {
        ObjectNode report = Resources.goldenReport("PatientAdmitted");
        ObjectNode turned = new ObjectMapper().createObjectNode();
        List<String> names = new ArrayList<>();
        report.fieldNames().forEachRemaining(name -> names.add(0, name));
        names.forEach(name -> turned.set(name, report.get(name)));
        turned.put("sentAt", "2026-11-12T12:00:00Z");
        assertThat(hash(turned)).isEqualTo(hash(report)).hasSize(32);
        turned.put("visit", "V2");
        assertThat(hash(turned)).isNotEqualTo(hash(report));
    }

    @Test
    void keysDependOnKindHospitalNumberAndSecret() {
        String key = pseudonyms.patient(FJO, "1").value();
        assertThat(key)
                .matches("[a-z2-7]{26}")
                .isEqualTo(new Pseudonyms(new byte[32]).patient(FJO, "1").value());
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(List.of(
                        pseudonyms.staff(FJO, "1").value(),
                        pseudonyms.patient(FJO, "2").value(),
                        pseudonyms.patient(new HospitalId("KAL"), "1").value(),
                        new Pseudonyms(other).patient(FJO, "1").value()))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }

    private Place transferredTo(JsonNode report) {
        return ((PatientTransferred) report((ReadReport.Fact) read(report)).fact()).place();
    }

    private byte[] hash(JsonNode report) {
        return submission(report).hash();
    }

    private Submission submission(JsonNode report) {
        return ((ReadReport.Fact) read(report)).submission();
    }

    private static Input.Report report(ReadReport.Fact fact) {
        return (Input.Report) fact.submission().input();
    }

    private ReadReport read(JsonNode report) {
        return reading(report).fold(read -> read, faults -> {
            throw new AssertionError("faulty: " + faults);
        });
    }

    private List<Fault> faults(JsonNode report) {
        return reading(report)
                .fold(
                        read -> {
                            throw new AssertionError("read without a fault: " + read);
                        },
                        faults -> faults);
    }

    private Reading<ReadReport> reading(JsonNode report) {
        return reader.read(FJO, report, bed -> bed.value().startsWith("LUN") ? new WardId("LUN") : null);
    }
}
