package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import flyt.domain.Input;
import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayKind;
import flyt.journal.EventTypes;
import flyt.journal.IdentityRow;
import flyt.runtime.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {
    private static final HospitalId FJO = new HospitalId("FJO");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final HospitalDefinition FJORDVIK = Resources.fjordvik();
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
    void whichMovementAMessageTellsOfIsKeptBesideADisguisedId() {
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        HospitalId hospital = new HospitalId("FJO");
        String movement = "#77#20261122T120500Z-2";
        assertThat(pseudonyms.messageId(hospital, "Kari Hansen" + movement))
                .isEqualTo(pseudonyms.id(hospital, "Kari Hansen") + movement);
        assertThat(pseudonyms.messageId(hospital, "m-1" + movement)).isEqualTo("m-1" + movement);
        assertThat(pseudonyms.messageId(hospital, "Kari#Hansen")).matches("~[a-z2-7]{26}");
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

    @ParameterizedTest
    @ValueSource(strings = {"PatientRegistered", "AdmissionExpected", "PatientAdmitted", "StayUpdated"})
    void aFactMaySayOfWhichKindTheStayIs(String type) {
        ObjectNode report = Resources.goldenReport(type);
        report.put("stayKind", "newborn");
        Event told =
                ((Input.Report) ((ReadReport.Fact) read(report)).submission().input()).fact();
        assertThat(told).hasFieldOrPropertyWithValue("stayKind", StayKind.NEWBORN);
        report.put("stayKind", "baby");
        assertThat(faults(report)).extracting(Fault::field).containsExactly("stayKind");
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
                        pseudonyms.staff(FJO, OSLO, "1", Instant.EPOCH).value(),
                        pseudonyms.patient(FJO, "2").value(),
                        pseudonyms.patient(new HospitalId("KAL"), "1").value(),
                        new Pseudonyms(other).patient(FJO, "1").value()))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }

    @Test
    void staffHaveAnotherKeyInEachShift() {
        // summer time: the day of the hospital begins at 05:00 UTC
        StaffKey day = key("2026-07-01T05:00:00Z");
        assertThat(key("2026-07-02T04:59:59Z")).isEqualTo(day);
        assertThat(key("2026-07-01T04:59:59Z")).isNotEqualTo(day);
        assertThat(key("2026-07-02T05:00:00Z")).isNotEqualTo(day);
        assertThat(pseudonyms.staff(FJO, ZoneId.of("UTC"), "12", Instant.parse("2026-07-01T05:00:00Z")))
                .isNotEqualTo(day);

        ObjectNode report = Resources.goldenReport("CleaningStarted");
        report.put("occurredAt", "2026-07-01T05:00:00Z");
        ((ObjectNode) report.get("worker")).put("key", "12");
        assertThat(submission(report).identities())
                .filteredOn(row -> "12".equals(row.number()))
                .extracting(IdentityRow::key)
                .containsOnly(day.value());
    }

    private StaffKey key(String at) {
        return pseudonyms.staff(FJO, OSLO, "12", Instant.parse(at));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"V100", "MSG-00001", "a1b2c3d4-0000-4000-8000-00000000000f", "20261112094200", "12345678901"})
    void anIdThatLooksLikeOneStays(String id) {
        assertThat(pseudonyms.id(FJO, id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kari Hansen 1", "hansen", "bjørk-1", "14834830192", "adt/14834830192/7"})
    void anIdThatCouldNameSomebodyIsDisguised(String id) {
        String disguised = pseudonyms.id(FJO, id);
        assertThat(disguised).matches("~[a-z2-7]{26}").isEqualTo(pseudonyms.id(FJO, id));
        assertThat(pseudonyms.id(FJO, disguised)).isEqualTo(disguised);
        assertThat(pseudonyms.id(new HospitalId("KAL"), id)).isNotEqualTo(disguised);

        ObjectNode merge = Resources.goldenReport("StaysMerged");
        merge.put("messageId", id).put("visit", id).put("mergedVisit", id + "b");
        Submission told = submission(merge);
        assertThat(told.input().message().id()).isEqualTo(disguised);
        assertThat(told.input().toString()).doesNotContain(id).contains(disguised);
        ObjectNode cancel = Resources.goldenReport("FactCancelled");
        cancel.put("visit", id).put("cancels", id);
        assertThat(submission(cancel).input().toString()).doesNotContain(id).contains(disguised);
        ObjectNode lab = Resources.goldenReport("LabStatusReported");
        lab.put("visit", id).put("order", id);
        assertThat(submission(lab).input().toString()).doesNotContain(id).contains(disguised);
        ObjectNode swap = Resources.goldenReport("BedsSwapped");
        swap.put("visit", "V1").put("otherVisit", id);
        assertThat(submission(swap).input().toString()).doesNotContain(id).contains(disguised);
        ObjectNode reserved = Resources.goldenReport("BedReserved");
        reserved.put("visit", id);
        assertThat(submission(reserved).input().toString()).doesNotContain(id).contains(disguised);
        ObjectNode milestone = Resources.goldenReport("MilestoneReported");
        milestone.put("order", id);
        assertThat(submission(milestone).input().toString()).doesNotContain(id).contains(disguised);
    }

    @Test
    void aRealIdentityNumberIsRefusedWhereAllAreInvented() {
        ObjectNode report = Resources.goldenReport("PatientAdmitted");
        ObjectNode patient = (ObjectNode) report.get("patient");
        patient.put("number", "02013299997");
        assertThat(faults(report))
                .containsExactly(new Fault(
                        "patient.number", "must not be a real identity number in a hospital of invented people"))
                .noneMatch(fault -> fault.toString().contains("02013299997"));
        patient.put("number", "14834830192");
        assertThat(read(report)).isInstanceOf(ReadReport.Fact.class);
        patient.put("number", "P100234");
        assertThat(read(report)).isInstanceOf(ReadReport.Fact.class);
    }

    @Test
    void aScaleNobodyKnowsIsAnotherOne() {
        ObjectNode report = Resources.goldenReport("EarlyWarningReported");
        report.put("scale", "Kari Hansens skala");
        assertThat(report((ReadReport.Fact) read(report)).fact())
                .extracting(fact -> ((EarlyWarningReported) fact).scale())
                .isEqualTo("other");
        report.put("scale", "PEVS");
        assertThat(report((ReadReport.Fact) read(report)).fact())
                .extracting(fact -> ((EarlyWarningReported) fact).scale())
                .isEqualTo("PEVS");
    }

    @Test
    void aTelephoneIsANumber() {
        ObjectNode report = Resources.goldenReport("WardRoleReported");
        report.put("phone", "Kari 4127");
        assertThat(faults(report)).extracting(Fault::field).containsExactly("phone");
        report.put("phone", "+47 680 50 000");
        assertThat(read(report)).isInstanceOf(ReadReport.Fact.class);
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
        return reader.read(FJORDVIK, report, bed -> bed.value().startsWith("LUN") ? new WardId("LUN") : null);
    }
}
