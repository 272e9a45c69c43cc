package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static flyt.intake.http.OpenDoor.assertJson;
import static flyt.intake.http.OpenDoor.assertProblem;
import static flyt.intake.http.OpenDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.runtime.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What hospitals are made of, and what time it is there. */
@Timeout(120)
class HospitalRoutesTest {
    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void allHospitalsAreListedWithTheirWards() throws Exception {
        JsonNode fjordvik = json(door.get("/api/v1/hospitals")).get("hospitals").get(0);
        assertThat(fjordvik.get("id").textValue()).isEqualTo("FJO");
        assertThat(fjordvik.get("clock").textValue()).isEqualTo("driven");
        assertThat(fjordvik.get("wards")).hasSize(19);
        assertThat(fjordvik.get("wards").get(2))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                        {"id": "LUN", "name": "Lunge", "kind": "inpatient", "clusters": [
                          {"id": "A", "name": "Tun A", "beds": 9}, {"id": "B", "name": "Tun B", "beds": 9},
                          {"id": "C", "name": "Tun C", "beds": 9}]}
                        """));
    }

    @Test
    void aHospitalIsGivenAsItWasDefined() throws Exception {
        assertJson(door.get(FJO), Resources.protocol("hospitals/fjordvik.json"));
    }

    @Test
    void theClockIsReadAndSet() throws Exception {
        assertJson(door.get(FJO + "/clock"), "{'time':'2026-11-12T09:42:00Z','rate':60.0}");
        assertJson(door.put("/clock", "{\"rate\":0}"), "{'time':'2026-11-12T09:42:00Z','rate':0.0}");
        assertProblem(door.put("/clock", "{\"rate\":-1}"), 422, "faulty-clock");
        assertProblem(door.put("/clock", "7"), 422, "faulty-clock");
    }

    @Test
    void aHospitalIsDefinedOrEveryFaultNamed() throws Exception {
        String fjordvik = Resources.protocol("hospitals/fjordvik.json");
        door.hospitals.answer = () -> new Answer.Accepted(3, List.of());
        assertJson(door.put("", fjordvik), "{'outcome':'accepted','seq':3}");
        door.hospitals.answer = () -> new Answer.Repeated(3);
        assertJson(door.put("", fjordvik), "{'outcome':'repeated','seq':3}");
        HttpResponse<String> faulty =
                door.put("", "{\"id\":\"FJO\",\"wards\":[{\"id\":\"L\",\"beds\":3}],\"timeZone\":\"Mars\"}");
        assertProblem(faulty, 422, "faulty-hospital");
        assertThat(json(faulty).get("faults"))
                .extracting(one -> one.get("field").textValue())
                .containsExactlyInAnyOrder(
                        "name",
                        "timeZone",
                        "language",
                        "clock",
                        "wards[0].clusters",
                        "wards[0].name",
                        "wards[0].kind",
                        "wards[0].beds");
        assertProblem(door.put("", fjordvik.replaceFirst("Fjordvik sykehus", "Senseless")), 422, "faulty-hospital");
        assertProblem(door.put("", fjordvik.replaceFirst("\"FJO\"", "\"KAL\"")), 422, "faulty-hospital");
    }
}
