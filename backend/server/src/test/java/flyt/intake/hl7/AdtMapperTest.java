package flyt.intake.hl7;

import static flyt.intake.hl7.Samples.USUAL;
import static flyt.intake.hl7.Samples.adt;
import static flyt.intake.hl7.Samples.map;
import static flyt.intake.hl7.Samples.pid;
import static flyt.intake.hl7.Samples.pv1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each event reports, and what senders write otherwise than the standard. */
class AdtMapperTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = pv1("I", "MED^MED-1^MED-1", "V1");

    @Test
    void anAdmissionSaysWhoWhereAndWhen() throws Exception {
        assertThat(reports(adt("A01", "EVN|A01|20261122130000|||X^Doctor|20261122124500", pid("P1"), HERE)))
                .singleElement()
                .isEqualTo(
                        JSON.readTree(
                                """
                        {"type":"PatientAdmitted","source":"pas","messageId":"m-A01","occurredAt":"2026-11-22T11:45:00Z",
                         "sentAt":"2026-11-22T12:05:00Z","visit":"V1",
                         "patient":{"number":"P1","family":"Testesen","given":"Kari","birthDate":"1952-03-04"},
                         "patientClass":"I","place":{"ward":"MED","room":"MED-1","bed":"MED-1"}}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "A01, PatientAdmitted",
        "A02, PatientTransferred",
        "A03, PatientDischarged",
        "A04, PatientRegistered",
        "A05, AdmissionExpected",
        "A06, PatientAdmitted",
        "A07, PatientRegistered",
        "A08, StayUpdated",
        "A09, DepartedTemporarily",
        "A10, ArrivedTemporarily",
        "A14, AdmissionExpected",
        "A15, TransferExpected",
        "A16, DischargeExpected",
        "A21, LeaveStarted",
        "A22, LeaveEnded",
        "A31, StayUpdated"
    })
    void eachEventIsOneReport(String event, String type) throws Exception {
        assertThat(reports(adt(event, "EVN|" + event + "|20261122130000", pid("P1"), HERE)))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("type").asText()).isEqualTo(type);
                    assertThat(report.path("visit").asText()).isEqualTo("V1");
                    assertThat(report.path("occurredAt").asText()).isEqualTo("2026-11-22T12:00:00Z");
                });
    }

    /** PV1-2, PV1-4; without a word in any field that might say so nothing is said. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "I, N, newborn",
                "OBS, N, newborn",
                "OBS, '', observation",
                "D, E, day",
                "I, E, ordinary",
                "I, '', ordinary",
                "'', '', -",
                "'', R, ordinary"
            })
    void theProfileAndTheAdmissionTypeSayWhichKindOfStayItIs(String classOf, String type, String kind)
            throws Exception {
        String profile = USUAL.replaceFirst(
                "\\{",
                """
                {"classes": {"OBS": "I", "D": "I"},
                 "kinds": [{"field": "PV1-4", "match": "N", "kind": "newborn"},
                           {"field": "PV1-2", "match": "OBS", "kind": "observation"},
                           {"field": "PV1-2", "match": "D", "kind": "day"}],\
                """);
        for (String event : List.of("A01", "A04", "A05", "A06", "A08")) {
            String message = adt(
                    event,
                    "EVN|" + event + "|20261122130000",
                    pid("P1"),
                    HERE.replaceFirst("\\|I\\|MED\\^MED-1\\^MED-1\\|", "|" + classOf + "|MED^MED-1^MED-1|" + type));
            assertThat(map(profile, message).reports()).singleElement().satisfies(report -> assertThat(
                            report.path("stayKind").asText(null))
                    .as(event)
                    .isEqualTo(kind));
        }
    }

    @Test
    void withoutAProfileTheStandardKnowsNewborns() throws Exception {
        String message = adt("A01", "EVN|A01|20261122130000", pid("P1"), HERE.replace("MED-1|||", "MED-1|N||"));
        assertThat(reports(message).get(0).path("stayKind").asText()).isEqualTo("newborn");
    }

    @ParameterizedTest
    @CsvSource({
        "A11, I, PatientAdmitted",
        "A11, E, PatientRegistered",
        "A12, I, PatientTransferred",
        "A13, I, PatientDischarged",
        "A23, I, PatientAdmitted",
        "A25, I, DischargeExpected",
        "A26, I, TransferExpected",
        "A27, P, AdmissionExpected",
        "A32, I, ArrivedTemporarily",
        "A33, I, DepartedTemporarily",
        "A38, P, AdmissionExpected",
        "A52, I, LeaveStarted",
        "A53, I, LeaveEnded"
    })
    void aCancellationNamesAKindAndNoPlace(String event, String classOf, String kind) throws Exception {
        assertThat(reports(adt(event, "EVN|" + event + "|20261122130000", pid("P1"), pv1(classOf, "OTHER^9^9", "V1"))))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("type").asText()).isEqualTo("FactCancelled");
                    assertThat(report.path("cancelsType").asText()).isEqualTo(kind);
                    assertThat(report.has("place")).isFalse();
                    assertThat(report.has("cancels")).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({
        // EVN-2, EVN-6, PV1-44, PV1-45
        "A01, 20261122130000, 20261122120000, 20261122110000, '', 2026-11-22T11:00:00Z",
        "A01, 20261122130000, '', 20261122110000, '', 2026-11-22T10:00:00Z",
        "A01, 20261122130000, '', 20261122, '', 2026-11-22T12:00:00Z",
        "A01, 20261122130000, '', 20261121, '', 2026-11-20T23:00:00Z",
        "A03, 20261122130000, '', 20261101110000, 20261122101500, 2026-11-22T09:15:00Z",
        "A02, 20261122130000, '', 20261101110000, '', 2026-11-22T12:00:00Z",
        "A02, '', '', '', '', 2026-11-22T12:05:00Z",
        "A02, '\"\"', 'rubbish', '', '', 2026-11-22T12:05:00Z"
    })
    void theTimeIsWhenItHappened(String event, String recorded, String occurred, String came, String went, String at)
            throws Exception {
        String pv1 = HERE + "|".repeat(25) + came + "|" + went;
        assertThat(reports(adt(event, "EVN|" + event + "|" + recorded + "||||" + occurred, pid("P1"), pv1)))
                .singleElement()
                .satisfies(
                        report -> assertThat(report.path("occurredAt").asText()).isEqualTo(at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            nullValues = "-",
            value = {
                "MED {'ward':'MED'}",
                "MED^MED-1^MED-1 {'ward':'MED','room':'MED-1','bed':'MED-1'}",
                "MED^^MED-1^KAL^^^B2^F3 {'ward':'MED','bed':'MED-1'}",
                "MED^MED-1^\"\" {'ward':'MED','room':'MED-1'}",
                "MED&2.16.578.1&ISO^MED-1&x^MED-1&y^KAL&z {'ward':'MED','room':'MED-1','bed':'MED-1'}",
                "MED^MED-1^MED-1^KAL^O {'ward':'MED','room':'MED-1','bed':'MED-1'}",
                "^^MED-1^^^^^^^MED {'ward':'MED','bed':'MED-1'}",
                "^^MED-1^^^^^^^^MED {'ward':'MED','bed':'MED-1'}",
                "^^MED-1 {'bed':'MED-1'}",
                "4_East,_136^136^B {'ward':'4_East-_136','room':'136','bed':'B'}",
                "^^^KAL -",
                "^MED-1 {'room':'MED-1'}",
                "^^^^^ -",
                "\"\" -",
                "'' -"
            })
    void placesComeInManyShapes(String place, String wanted) throws Exception {
        String message = adt("A01", "EVN|A01|20261122130000", pid("P1"), pv1("I", place, "V1"));
        Mapped mapped = map(USUAL, message);
        assertThat(mapped.reports()).hasSize(1);
        assertThat(mapped.reports().get(0).get("place"))
                .isEqualTo(JSON.readTree((wanted == null ? "{'ward':'unknown'}" : wanted).replace('\'', '"')));
        assertThat(mapped.notes().contains(Note.PLACE_MISSING)).isEqualTo(wanted == null);
    }

    @Test
    void aMoveWithoutAPlaceMovesNobody() throws Exception {
        Mapped mapped = map(USUAL, adt("A02", "EVN|A02|20261122130000", pid("P1"), pv1("I", "", "V1") + ""));
        assertThat(mapped).isEqualTo(Mapped.nothing(Fate.FAULTY, Note.PLACE_MISSING));
    }

    @Test
    void aPriorPlaceIsNoMove() throws Exception {
        String prior = "PV1|1|I|MED^MED-1^MED-1|||MED^MED-2^MED-2" + "|".repeat(13) + "V1";
        assertThat(reports(adt("A08", "EVN|A08|20261122130000", pid("P1"), prior)))
                .singleElement()
                .satisfies(report -> assertThat(report.has("place")).isFalse());
    }

    @Test
    void aBedInAnAnnouncementIsPromisedAndNotTaken() throws Exception {
        assertThat(reports(
                        adt("A01", "EVN|A01|20261122130000|20261123080000", pid("P1"), pv1("P", "MED^^MED-1", "V1"))))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("type").asText()).isEqualTo("AdmissionExpected");
                    assertThat(report.path("expectedAt").asText()).isEqualTo("2026-11-23T07:00:00Z");
                });
        String profile = USUAL.replace("}", ",\"expected\":[{\"field\":\"PV1-41\",\"match\":\"PRE.*\"}]}");
        String pv1 = HERE + "|".repeat(22) + "PREADMIT";
        assertThat(map(profile, adt("A01", "EVN|A01|20261122130000", pid("P1"), pv1))
                        .notes())
                .containsExactly(Note.NOT_THERE_YET);
    }

    @Test
    void aSwapHasTwoOfEachWithOthersBetween() throws Exception {
        String message = adt(
                "A17",
                "EVN|A17|20261122130000",
                pid("P1"),
                "PD1|||x",
                HERE,
                "ZZ1|1",
                pid("P2"),
                "PD1|||y",
                pv1("I", "MED^MED-2^MED-2", "V2"));
        assertThat(reports(message)).singleElement().satisfies(report -> {
            assertThat(report.path("type").asText()).isEqualTo("BedsSwapped");
            assertThat(report.path("place").path("bed").asText()).isEqualTo("MED-1");
            assertThat(report.path("otherVisit").asText()).isEqualTo("V2");
            assertThat(report.path("otherPlace").path("bed").asText()).isEqualTo("MED-2");
        });
    }

    @Test
    void mergesNeedNoVisitAndNoTypes() throws Exception {
        String message =
                adt("A40", "EVN|A40|20261122130000", "PID|1||P1||A^B", "MRG|P9", "PID|2||P2||A^B", "MRG|P8^^^KAL");
        assertThat(reports(message))
                .extracting(report -> report.path("patient").path("number").asText() + "<"
                        + report.path("mergedPatient").path("number").asText() + " "
                        + report.path("messageId").asText())
                .containsExactly("P1<P9 m-A40", "P2<P8 m-A40/2");
        assertThat(reports(adt("A42", "EVN|A42|20261122130000", pid("P1"), "MRG|P1||||V7", HERE)))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("visit").asText()).isEqualTo("V1");
                    assertThat(report.path("mergedVisit").asText()).isEqualTo("V7");
                });
        assertThat(reports(adt("A45", "EVN|A45|20261122130000", pid("P1"), "MRG|P9||||V7")))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("type").asText()).isEqualTo("StayUpdated");
                    assertThat(report.path("visit").asText()).isEqualTo("V7");
                    assertThat(report.path("patient").path("number").asText()).isEqualTo("P1");
                });
    }

    @ParameterizedTest
    @CsvSource({"A24, PatientsMerged", "A37, PatientsMergeCancelled"})
    void twoNumbersAreLinkedAndPartedAgain(String event, String type) throws Exception {
        assertThat(reports(adt(event, "EVN|" + event + "|20261122130000", pid("P1"), "PD1|||x", pid("P2"))))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("type").asText()).isEqualTo(type);
                    assertThat(report.path("patient").path("number").asText()).isEqualTo("P1");
                    assertThat(report.path("mergedPatient").path("number").asText())
                            .isEqualTo("P2");
                });
        assertThat(map(USUAL, adt(event, "EVN|" + event + "|20261122130000", pid("P1"))))
                .isEqualTo(Mapped.nothing(Fate.FAULTY, Note.OTHER_PATIENT_MISSING));
    }

    @Test
    void aNumberThatMovesToAnotherPatientIsThatPatientsFromThenOn() throws Exception {
        assertThat(reports(adt("A43", "EVN|A43|20261122130000", pid("P1"), "MRG|P9")))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("type").asText()).isEqualTo("PatientsMerged");
                    assertThat(report.path("mergedPatient").path("number").asText())
                            .isEqualTo("P9");
                });
    }

    @ParameterizedTest
    @CsvSource({"A51, PV1-50, MRG|P1|||||V8", "A49, PID-18, MRG|P1||V8"})
    void anotherNumberForAVisitMattersWhereVisitsGoByIt(String event, String visit, String mrg) throws Exception {
        String message = adt(
                event,
                "EVN|" + event + "|20261122130000",
                pid("P1") + "|".repeat(10) + "V9",
                mrg,
                HERE + "|".repeat(31) + "V9");
        assertThat(map(USUAL, message)).isEqualTo(Mapped.nothing(Fate.NOT_NEEDED, Note.NUMBER_NOT_USED));
        assertThat(map(USUAL.replace("}", ",\"visit\":[\"" + visit + "\"]}"), message)
                        .reports())
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("type").asText()).isEqualTo("StaysMerged");
                    assertThat(report.path("visit").asText()).isEqualTo("V9");
                    assertThat(report.path("mergedVisit").asText()).isEqualTo("V8");
                });
    }

    @ParameterizedTest
    @CsvSource({"A54", "A55"})
    void theAttendingDoctorIsTheOneInForceFromNowOn(String event) throws Exception {
        String pv1 = "PV1|1|I|MED^MED-1^MED-1||||%s" + "|".repeat(12) + "V1";
        String evn = "EVN|" + event + "|20261122130000";
        assertThat(reports(adt(event, evn, pid("P1"), pv1.formatted("D-4^Aas^Mari"))))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("type").asText()).isEqualTo("ResponsibilityReported");
                    assertThat(report.path("visit").asText()).isEqualTo("V1");
                    assertThat(report.get("doctor")).isEqualTo(JSON.readTree("{\"key\":\"D-4\",\"name\":\"Aas\"}"));
                    assertThat(report.has("nurse")).isFalse();
                });
        assertThat(reports(adt(event, evn, pid("P1"), pv1.formatted("\"\""))))
                .singleElement()
                .satisfies(report -> assertThat(report.get("doctor").isNull()).isTrue());
        assertThat(map(USUAL, adt(event, evn, pid("P1"), pv1.formatted(""))))
                .isEqualTo(Mapped.nothing(Fate.FAULTY, Note.DOCTOR_MISSING));
    }

    private static final String MOVEMENTS = USUAL.replace("}", ",\"zbe\":true}");

    private static Mapped movement(String event, String zbe) throws Exception {
        return map(MOVEMENTS, adt(event, "EVN|" + event + "|20261122130000", pid("P1"), pv1("I", "", "V1"), zbe));
    }

    @Test
    void theSegmentOfMovementsSaysWhenAndWhereAndWhichOneItIs() throws Exception {
        assertThat(movement("A02", "ZBE|77^SIH|20261122083000||INSERT|N||KIR^^^^^^UF^^^U1")
                        .reports())
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("occurredAt").asText()).isEqualTo("2026-11-22T07:30:00Z");
                    assertThat(report.path("place").path("ward").asText()).isEqualTo("KIR");
                    assertThat(report.path("messageId").asText()).isEqualTo("m-A02#77#20261122T120500Z-1");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Z99, UPDATE, A02, PatientTransferred, m-Z99#77#20261122T120500Z-2",
        "A08, UPDATE, A01, PatientAdmitted, m-A08#77#20261122T120500Z-2",
        "A02, UPDATE, '', PatientTransferred, m-A02#77#20261122T120500Z-2",
        "Z99, CANCEL, A02, FactCancelled, m-Z99#77#20261122T120500Z-3",
        "A12, CANCEL, '', FactCancelled, m-A12#77#20261122T120500Z-3",
        "A02, CANCEL, '', FactCancelled, m-A02#77#20261122T120500Z-3"
    })
    void aMovementIsCorrectedOrTakenBackByItsId(String event, String action, String original, String type, String id)
            throws Exception {
        Mapped mapped = movement(event, "ZBE|77|20261122083000||" + action + "|Y|" + original + "|KIR");
        assertThat(mapped.reports()).singleElement().satisfies(report -> {
            assertThat(report.path("type").asText()).isEqualTo(type);
            assertThat(report.path("messageId").asText()).isEqualTo(id);
            assertThat(report.path("cancelsType").asText(""))
                    .isEqualTo(type.equals("FactCancelled") ? "PatientTransferred" : "");
        });
        assertThat(mapped.notes()).isEmpty();
    }

    @Test
    void aCorrectionThatNamesNoMovementCorrectsNone() throws Exception {
        Mapped mapped = movement("A02", "ZBE||20261122083000||UPDATE|N|A02|KIR");
        assertThat(mapped.notes()).containsExactly(Note.MOVEMENT_UNKNOWN);
        assertThat(mapped.reports())
                .extracting(report -> report.path("messageId").asText())
                .containsExactly("m-A02");
        assertThat(movement("A08", "ZBE|77|20261122083000||UPDATE|N||KIR").notes())
                .containsExactly(Note.MOVEMENT_UNKNOWN);
        assertThat(movement("Z99", "ZBE|77|20261122083000||CANCEL|N||KIR"))
                .isEqualTo(Mapped.nothing(Fate.NOT_READ, Note.EVENT_NOT_READ));
    }

    /** What would not fit into an id, or could be somebody's number, becomes a key. */
    @Test
    void anyIdOfAMovementWillDo() throws Exception {
        String id = movement("A02", "ZBE|Kari Ola #12345678901|20261122083000||INSERT|N||KIR")
                .reports()
                .get(0)
                .path("messageId")
                .asText();
        assertThat(id).matches("m-A02#x[0-9a-f-]{18}#20261122T120500Z-1");
    }

    @ParameterizedTest
    @EnumSource(ReportedStatus.class)
    void bedStatusIsOfABed(ReportedStatus status) throws Exception {
        assertThat(reports(adt("A20", "EVN|A20|20261122130000", "NPU|MED^MED-1^MED-1|" + status)))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.path("bed").asText()).isEqualTo("MED-1");
                    assertThat(report.path("status").asText()).isEqualTo(status.name());
                });
    }

    @Test
    void infectionHidesWhereTheProfileSays() throws Exception {
        String profile = USUAL.replace(
                "}",
                ",\"isolations\":[{\"field\":\"DG1-3.1\",\"match\":\"A04\\\\.7|J10.*\",\"isolation\":\"contact-chlorine\"},"
                        + "{\"field\":\"ZIN-2\",\"match\":\"0\",\"isolation\":\"none\"}]}");
        String[] admission = {"EVN|A01|20261122130000", pid("P1"), HERE};
        assertThat(map(profile, adt("A01", admission) + "\rDG1|1||I10\rDG1|2||A04.7")
                        .reports())
                .extracting(report -> report.path("isolation").asText("-"))
                .containsExactly("-", "contact-chlorine");
        assertThat(map(profile, adt("A01", admission) + "\rZIN|1|0").reports())
                .last()
                .satisfies(
                        report -> assertThat(report.get("isolation").isNull()).isTrue());
        assertThat(map(profile, adt("A01", admission) + "\rDG1|1||I10").reports())
                .hasSize(1);
    }

    @Test
    void doubledBackslashesOtherDelimitersAndEscapesAreRead() throws Exception {
        String message = "MSH#*~\\\\&#PAS#KAL#FLYT##20261122130500##ADT*A01#m1#P#2.9\rEVN#A01#20261122130000\r"
                + "PID#1##P1***KAL*MR##Berg \\T\\ Dal*\\S\\ola\rPV1#1#I#MED*MED-1*MED-1" + "#".repeat(16) + "V1";
        assertThat(reports(message)).singleElement().satisfies(report -> {
            assertThat(report.path("patient").path("family").asText()).isEqualTo("Berg & Dal");
            assertThat(report.path("patient").path("given").asText()).isEqualTo("*ola");
            assertThat(report.path("place").path("bed").asText()).isEqualTo("MED-1");
        });
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        assertThat(map(USUAL, adt("A03", "EVN|A03|20261122130000", pid("P1"), "PV1|1|I")))
                .isEqualTo(Mapped.nothing(Fate.FAULTY, Note.VISIT_MISSING));
        assertThat(map(USUAL, adt("A01", "EVN|A01|20261122130000", HERE)))
                .isEqualTo(Mapped.nothing(Fate.FAULTY, Note.PATIENT_MISSING));
        assertThat(map(USUAL, adt("A28", "EVN|A28|20261122130000", pid("P1"))).fate())
                .isEqualTo(Fate.NOT_NEEDED);
        assertThat(map(USUAL, adt("A60", "EVN|A60|20261122130000", pid("P1"))).fate())
                .isEqualTo(Fate.NOT_READ);
        assertThat(map(USUAL.replace("}", ",\"triggers\":{\"A60\":\"ignore\"}}"), adt("A60", pid("P1")))
                        .notes())
                .containsExactly(Note.EVENT_IGNORED);
    }

    @Test
    void aVisitMayStandElsewhereAndNumbersHaveTypes() throws Exception {
        String profile = USUAL.replace("}", ",\"visit\":[\"ZVN-2\"],\"patientType\":\"MR\"}");
        String message =
                adt("A01", "EVN|A01|20261122130000", "PID|1||X9^^^^PI~P1^^^^MR||A^B", "PV1|1|C|MED", "ZVN|1|V44");
        Mapped mapped = map(profile, message);
        assertThat(mapped.reports()).singleElement().satisfies(report -> {
            assertThat(report.path("visit").asText()).isEqualTo("V44");
            assertThat(report.path("patient").path("number").asText()).isEqualTo("P1");
            assertThat(report.path("patientClass").asText()).isEqualTo("U");
        });
        assertThat(mapped.notes()).containsExactly(Note.CLASS_UNKNOWN);
    }

    @Test
    void theDeadAreKnownByCodeOrByDeath() throws Exception {
        String pv1 = HERE + "|".repeat(17);
        assertThat(disposition(pid("P1"), pv1 + "20", USUAL)).isEqualTo("died");
        assertThat(disposition(pid("P1") + "|".repeat(22) + "Y", HERE, USUAL)).isEqualTo("died");
        assertThat(disposition(pid("P1"), HERE, USUAL)).isEqualTo("other");
        String profile = USUAL.replace("}", ",\"dispositions\":{\"H\":\"home\"}}");
        assertThat(disposition(pid("P1"), pv1 + "H", profile)).isEqualTo("home");
    }

    private static String disposition(String pid, String pv1, String profile) throws Exception {
        return map(profile, adt("A03", "EVN|A03|20261122130000", pid, pv1))
                .reports()
                .get(0)
                .path("disposition")
                .asText();
    }

    private static List<ObjectNode> reports(String message) throws Exception {
        return map(USUAL, message).reports();
    }
}
