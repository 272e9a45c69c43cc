package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static flyt.intake.http.OpenDoor.assertJson;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientClass;
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
                new StayId("V 1/2"),
                StayStatus.ON_HOLD,
                PatientClass.I,
                null,
                List.of(new StayHistory.Placement(
                        new WardId("LUN"), null, new BedId("LUN-301"), at, null, "PatientAdmitted", by)),
                List.of(new StayHistory.Fact("PatientAdmitted", at, at, by, 4, null)));
        assertJson(
                door.get(FJO + "/stays/V%201%2F2"),
                "{'visit':'V 1/2','status':'on-hold','patientClass':'I','responsibleWard':null,'placements':[{'ward':'LUN',"
                        + "'room':null,'bed':'LUN-301','from':'2026-11-12T09:42:00Z','to':null,'by':{'source':'pas',"
                        + "'messageId':'m1','type':'PatientAdmitted'}}],'facts':[{'source':'pas','messageId':'m1',"
                        + "'type':'PatientAdmitted','occurredAt':'2026-11-12T09:42:00Z','recordedAt':'2026-11-12T09:42:00Z',"
                        + "'seq':4,'cancelledBy':null}]}");
        assertThat(door.hospitals.asked).containsExactly("V 1/2");
    }
}
