package flyt.intake.hl7;

import static flyt.intake.hl7.Samples.USUAL;
import static flyt.intake.hl7.Samples.map;
import static flyt.intake.hl7.Samples.pid;
import static flyt.intake.hl7.Samples.pv1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import flyt.journal.WireNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visits to come are kept, each known by its appointment. */
class AppointmentMapperTest {
    private static final String SCH = "SCH|A-70|A-77" + "|".repeat(9) + "^^^20261201093000";

    @ParameterizedTest
    @CsvSource({
        "S12, AppointmentBooked, appointment-booked",
        "S13, AppointmentMoved, appointment-moved",
        "S14, AppointmentChanged, appointment-changed",
        "S15, AppointmentCancelled, appointment-cancelled",
        "S16, AppointmentCancelled, appointment-cancelled",
        "S17, AppointmentCancelled, appointment-cancelled",
        "S18, AppointmentChanged, appointment-changed",
        "S22, AppointmentChanged, appointment-changed",
        "S26, AppointmentMissed, appointment-missed"
    })
    void anAppointmentHasALife(String event, String type, String reason) throws Exception {
        Mapped mapped = map(USUAL, siu(event, SCH, pid("P1")));
        assertThat(mapped.fate()).isEqualTo(Fate.KEPT);
        assertThat(mapped.notes()).extracting(WireNames::of).containsExactly(reason);
        assertThat(mapped.reports()).singleElement().satisfies(appointment -> {
            assertThat(appointment.path("type").asText()).isEqualTo(type);
            assertThat(appointment.path("appointment").asText()).isEqualTo("A-77");
        });
    }

    @Test
    void itSaysWhoseItIsAndWhenAndWhere() throws Exception {
        String message =
                siu("S12", "SCH|A-70", pid("P1"), pv1("O", "MED^MED-1", "V9"), "AIL|1||POL^R4|||20261201103000");
        assertThat(map(USUAL, message).reports())
                .singleElement()
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                        {"type":"AppointmentBooked","source":"pas","messageId":"s-S12","occurredAt":"2026-11-22T12:05:00Z",
                         "sentAt":"2026-11-22T12:05:00Z","appointment":"A-70","startsAt":"2026-12-01T09:30:00Z",
                         "place":{"ward":"POL","room":"R4"},"visit":"V9",
                         "patient":{"number":"P1","family":"Testesen","given":"Kari","birthDate":"1952-03-04"}}"""));
    }

    @Test
    void theTimeStandsInManyPlaces() throws Exception {
        for (String timed : new String[] {
            "SCH|A-1" + "|".repeat(10) + "^^^20261201093000",
            "SCH|A-1\rAIS|1||X|20261201093000",
            "SCH|A-1\rTQ1|1||||||20261201093000"
        }) {
            assertThat(map(USUAL, siu("S12", timed))
                            .reports()
                            .get(0)
                            .path("startsAt")
                            .asText())
                    .as(timed)
                    .isEqualTo("2026-12-01T08:30:00Z");
        }
        assertThat(map(USUAL, siu("S12", "SCH|A-1")).reports().get(0).has("startsAt"))
                .isFalse();
    }

    @Test
    void whatNamesNoAppointmentIsFaultyAndWhatIsOfNobodyIsNotRead() throws Exception {
        assertThat(map(USUAL, siu("S12", "SCH||"))).isEqualTo(Mapped.nothing(Fate.FAULTY, Note.APPOINTMENT_MISSING));
        assertThat(map(USUAL, siu("S23", SCH))).isEqualTo(Mapped.nothing(Fate.NOT_READ, Note.EVENT_NOT_READ));
    }

    private static String siu(String event, String... segments) {
        return "MSH|^~\\&|PAS|KAL|FLYT|KAL|20261122130500||SIU^" + event + "|s-" + event + "|P|2.5\r"
                + String.join("\r", segments);
    }
}
