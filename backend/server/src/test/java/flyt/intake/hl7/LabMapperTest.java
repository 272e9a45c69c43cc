package flyt.intake.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a laboratory order, as orders and results tell it. */
class LabMapperTest {
    private static final String LAB = "{\"id\":\"lab\",\"source\":\"lab\",\"zone\":\"Europe/Oslo\"}";

    @ParameterizedTest
    @CsvSource({
        "NW, '', ordered",
        "XO, '', ordered",
        "CA, '', cancelled",
        "OC, '', cancelled",
        "DC, '', cancelled",
        "SC, IP, in-analysis",
        "SC, SC, ordered",
        "SC, A, preliminary",
        "SC, CM, final"
    })
    void anOrderSaysWhatIsAskedFor(String control, String status, String wanted) throws Exception {
        for (String type : List.of("ORM^O01", "OML^O21")) {
            assertThat(statuses(
                            lab(type, "ORC|" + control + "|L7|F7||" + status + "||||20261122100000", "OBR|1|L7|F7|K")))
                    .containsExactly("V1 L7 " + wanted + " 2026-11-22T09:00:00Z");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "O, ordered",
        "I, received",
        "S, ordered",
        "P, preliminary",
        "R, preliminary",
        "A, preliminary",
        "F, final",
        "C, corrected",
        "X, cancelled"
    })
    void aResultSaysHowFarItIs(String status, String wanted) throws Exception {
        assertThat(statuses(lab("ORU^R01", obr("L7", status), "OBX|1|NM|K||4.1||||||" + status)))
                .containsExactly("V1 L7 " + wanted + " 2026-11-22T09:30:00Z");
    }

    @Test
    void whereTheRequestSaysNothingTheLeastOfItsObservationsCounts() throws Exception {
        assertThat(statuses(lab("ORU^R01", obr("L7", ""), obx("F"), obx("P"))))
                .containsExactly("V1 L7 preliminary 2026-11-22T09:30:00Z");
        assertThat(statuses(lab("ORU^R01", obr("L7", ""), obx("F"), obx("F"))))
                .containsExactly("V1 L7 final 2026-11-22T09:30:00Z");
        assertThat(statuses(lab("ORU^R01", obr("L7", ""), obx("F"), obx("C"), obx("P"))))
                .containsExactly("V1 L7 corrected 2026-11-22T09:30:00Z");
        assertThat(map(lab("ORU^R01", obr("L7", ""), obx("Z"))))
                .isEqualTo(Mapped.nothing(Fate.FAULTY, Note.STATUS_UNKNOWN));
    }

    @Test
    void anOrderOfSeveralPartsIsAnsweredWhenAllAre() throws Exception {
        assertThat(statuses(lab("ORU^R01", "ORC|RE|L7", obr("", "F"), obx("F"), "ORC|RE|L7", obr("", "P"), obx("P"))))
                .containsExactly("V1 L7 preliminary 2026-11-22T09:30:00Z");
        assertThat(statuses(lab("ORU^R01", "ORC|RE|L7", obr("", "P"), "ORC|RE|L7", obr("", "F"))))
                .containsExactly("V1 L7 preliminary 2026-11-22T09:30:00Z");
        assertThat(statuses(lab("ORU^R01", "ORC|RE|L7", obr("", "F"), "ORC|RE|L7", obr("", "C"))))
                .containsExactly("V1 L7 corrected 2026-11-22T09:30:00Z");
        assertThat(statuses(lab("ORU^R01", "ORC|RE|L7", obr("", "X"), "ORC|RE|L7", obr("", "F"))))
                .containsExactly("V1 L7 final 2026-11-22T09:30:00Z");
        assertThat(statuses(lab("ORU^R01", obr("L7", "F"), obx("F"), obr("L8", "P"), obx("P"))))
                .containsExactly("V1 L7 final 2026-11-22T09:30:00Z", "V1 L8 preliminary 2026-11-22T09:30:00Z");
    }

    @Test
    void criticalUrgentPlannedAndRejectedAreSeen() throws Exception {
        assertThat(map(lab("ORU^R01", obr("L7", "F"), "OBX|1|NM|K||7.1|||H~HH|||F"))
                        .reports()
                        .get(0)
                        .path("critical")
                        .asBoolean())
                .isTrue();
        assertThat(map(lab("ORU^R01", obr("L7", "F"), "OBX|1|NM|K||5.1|||H|||F"))
                        .reports()
                        .get(0)
                        .path("critical")
                        .asBoolean())
                .isFalse();
        var order = map(lab("OML^O21", "ORC|NW|L7", "TQ1|1||||||20261123070000||S", "OBR|1|L7||K"))
                .reports()
                .get(0);
        assertThat(order.path("urgent").asBoolean()).isTrue();
        assertThat(order.path("plannedAt").asText()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(statuses(lab("OUL^R22", "SPM|1", obr("L7", "X"), "SPM|1||||||||||||||||||||RH")))
                .containsExactly("V1 L7 rejected 2026-11-22T09:30:00Z");
    }

    @Test
    void severalPatientsInOneMessageStayApart() throws Exception {
        String message =
                lab("ORU^R01", obr("L7", "F")) + "\rPID|2||P2\rPV1|1|I|" + "|".repeat(16) + "V2\r" + obr("L8", "F");
        assertThat(statuses(message))
                .containsExactly("V1 L7 final 2026-11-22T09:30:00Z", "V2 L8 final 2026-11-22T09:30:00Z");
    }

    @Test
    void theFillersNumberStandsInAndOneMustBeThere() throws Exception {
        assertThat(statuses(lab("ORU^R01", "OBR|1||F7|K" + "|".repeat(18) + "20261122103000|||F")))
                .containsExactly("V1 F7 final 2026-11-22T09:30:00Z");
        assertThat(map(lab("ORU^R01", obr("", "F")))).isEqualTo(Mapped.nothing(Fate.FAULTY, Note.ORDER_MISSING));
    }

    @Test
    void whoHasNoVisitHereIsNoFault() throws Exception {
        assertThat(map("MSH|^~\\&|LIS||||20261122113000||ORU^R01|m1|P|2.5\rPID|1||P1\r" + obr("L7", "F")))
                .isEqualTo(Mapped.nothing(Fate.NOT_NEEDED, Note.VISIT_MISSING));
        assertThat(map(lab("ORL^O22", "ORC|OK|L7")).fate()).isEqualTo(Fate.NOT_NEEDED);
    }

    private static String lab(String type, String... segments) {
        return "MSH|^~\\&|LIS||||20261122113000||" + type + "|m1|P|2.5\rPID|1||P1\rPV1|1|I|" + "|".repeat(16) + "V1\r"
                + String.join("\r", segments);
    }

    private static String obr(String number, String status) {
        return "OBR|1|" + number + "||K" + "|".repeat(18) + "20261122103000|||" + status;
    }

    private static String obx(String status) {
        return "OBX|1|NM|K||4.1||||||" + status;
    }

    private static Mapped map(String message) throws Exception {
        return Samples.map(LAB, message);
    }

    private static List<String> statuses(String message) throws Exception {
        return map(message).reports().stream()
                .map(report -> report.path("visit").asText() + " "
                        + report.path("order").asText() + " "
                        + report.path("status").asText() + " "
                        + report.path("occurredAt").asText())
                .toList();
    }
}
