package flyt.intake.http;

import static flyt.intake.http.OpenDoor.assertJson;
import static flyt.intake.http.OpenDoor.assertProblem;
import static flyt.intake.http.OpenDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.Decision.Refusal;
import flyt.runtime.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of wishes, and in which words they are refused. */
@Timeout(120)
class CommandRoutesTest {
    private static final String START =
            "{\"type\":\"StartCleaning\",\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\","
                    + "\"at\":\"2026-11-12T09:42:00Z\",\"task\":\"T-881\"}";

    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void aCommandIsAnsweredWithItsOutcome() throws Exception {
        door.hospitals.answer = () -> new Answer.Accepted(9, List.of());
        assertJson(door.post("/commands", START), "{'outcome':'accepted','seq':9}");
        door.hospitals.answer = () -> new Answer.Repeated(9);
        assertJson(door.post("/commands", START), "{'outcome':'repeated','seq':9}");
    }

    @Test
    void aFaultyCommandReachesNoHospital() throws Exception {
        assertProblem(door.post("/commands", START.replace("T-881", "T 881")), 422, "faulty-command");
        assertProblem(door.post("/commands", START.replace("0b6f", "x")), 422, "faulty-command");
        assertProblem(door.post("/commands", START.replace("StartC", "StopC")), 422, "faulty-command");
        assertThat(door.hospitals.told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aRefusalHasACodeAndPlainWords(Refusal refusal) throws Exception {
        door.hospitals.answer = () -> new Answer.Refused(refusal);
        HttpResponse<String> answer = door.post(
                "/commands",
                "{\"type\":\"OpenBed\",\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\","
                        + "\"at\":\"2026-11-12T09:42:00Z\",\"bed\":\"LUN-301\"}");
        assertProblem(answer, 409, "refused");
        JsonNode problem = json(answer);
        assertThat(problem.get("reason").textValue()).matches("[a-z]+(-[a-z]+)*");
        assertThat(problem.get("title").textValue()).matches("[A-Z].*\\.").doesNotContain("_");
    }
}
