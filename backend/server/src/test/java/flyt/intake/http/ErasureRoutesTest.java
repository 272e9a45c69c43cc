package flyt.intake.http;

import static flyt.intake.http.OpenDoor.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.log.LogEntry;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.PatientKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Erasing a patient's identity: by an administrator, by number, without the number in any log. */
@Timeout(120)
class ErasureRoutesTest {
    private static final String NUMBER = "P-47110815";
    private static final String BODY = "{\"number\":\"" + NUMBER + "\"}";
    private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, Reach.hospital("FJO"));

    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void anAdministratorErasesAndTheLogHasTheKeyAlone() throws Exception {
        assertThat(door.postAs("/erasures", BODY, ADMINISTRATOR).statusCode()).isEqualTo(200);
        String key = new Pseudonyms(new byte[32])
                .patient(new HospitalId("FJO"), NUMBER)
                .value();
        assertThat(door.hospitals.erased).extracting(PatientKey::value).containsExactly(key);
        LogEntry line = door.logged.get(door.logged.size() - 1);
        assertThat(line.deed()).isEqualTo("erase-identity");
        assertThat(line.patient()).isEqualTo(key);
        assertThat(door.logged.toString()).doesNotContain(NUMBER);
    }

    @Test
    void nobodyElseDoes() throws Exception {
        assertProblem(door.post("/erasures", BODY), 403, "not-your-role");
        assertProblem(
                door.postAs("/erasures", BODY, new Grant(Role.NURSE, Reach.hospital("FJO"))), 403, "not-your-role");
        assertProblem(
                door.postAs("/erasures", BODY, new Grant(Role.ADMINISTRATOR, Reach.hospital("KAL"))), 403, "not-yours");
        assertProblem(door.postAs("/erasures", "{}", ADMINISTRATOR), 422, "faulty-request");
        assertThat(door.hospitals.erased).isEmpty();
    }
}
