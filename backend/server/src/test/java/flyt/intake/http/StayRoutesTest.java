package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static flyt.intake.http.OpenDoor.assertJson;
import static flyt.intake.http.OpenDoor.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.StayUpdated;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayStatus;
import flyt.runtime.StayHistory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stay and its movements. */
@Timeout(120)
class StayRoutesTest {
    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void aStayIsToldWithItsMovements() throws Exception {
        Instant at = FakeHospitals.NOW;
        MessageKey by = new MessageKey(new Source("pas"), "m1");
        door.hospitals.stay = new StayHistory(
                new StayId("V1/2"),
                new PatientKey("p-1"),
                StayStatus.ON_HOLD,
                PatientClass.I,
                null,
                List.of(new StayHistory.Placement(
                        new WardId("LUN"), null, new BedId("LUN-301"), at, null, "PatientAdmitted", by)),
                List.of(new StayHistory.Fact(
                        "PatientAdmitted",
                        at,
                        at,
                        by,
                        4,
                        null,
                        new StayUpdated(new StayId("V1/2"), null, null, null))));
        assertJson(
                door.get(FJO + "/stays/V1%2F2"),
                "{'visit':'V1/2','status':'on-hold','patientClass':'I','responsibleWard':null,'placements':[{'ward':'LUN',"
                        + "'room':null,'bed':'LUN-301','from':'2026-11-12T09:42:00Z','to':null,'by':{'source':'pas',"
                        + "'messageId':'m1','type':'PatientAdmitted'}}],'facts':[{'source':'pas','messageId':'m1',"
                        + "'type':'PatientAdmitted','occurredAt':'2026-11-12T09:42:00Z','recordedAt':'2026-11-12T09:42:00Z',"
                        + "'seq':4,'cancelledBy':null}]}");
        assertThat(door.hospitals.asked).containsExactly("V1/2");
        assertThat(door.logged).singleElement().satisfies(line -> {
            assertThat(line.deed()).isEqualTo("stay");
            assertThat(line.stay()).isEqualTo("V1/2");
            assertThat(line.patient()).isEqualTo("p-1");
            assertThat(line.allowed()).isTrue();
        });
    }

    @Test
    void aVisitIsFoundByWhatTheSenderCallsItThoughTheJournalDoesNot() throws Exception {
        assertProblem(door.get(FJO + "/stays/kari%20hansen"), 404, "unknown-stay");
        assertThat(door.hospitals.asked).singleElement().asString().matches("~[a-z2-7]{26}");
    }

    @Test
    void whoThePatientIsIsNotForSystems() throws Exception {
        assertProblem(door.get(FJO + "/stays/V1/patient"), 403, "not-your-role");
        assertThat(door.hospitals.asked).isEmpty();
    }
}
