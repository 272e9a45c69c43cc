package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.domain.Command;
import flyt.domain.Input;
import flyt.domain.duty.Duties;
import flyt.domain.event.StaffKey;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import flyt.runtime.RulesInForce;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules in force over HTTP are what the command takes that puts rules into force, and what a file of rules holds. */
@Timeout(120)
class RuleRoutesTest {
    private static final Grant COORDINATOR = new Grant(Role.LOGISTICS_COORDINATOR, Reach.hospital("FJO"));
    private static final RuleSet OURS =
            StandardRuleSet.SET.handedOut(4, List.of(new HandingOut(Team.PORTERS, 22, 6, Mode.PUSH)));

    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void whatIsAnsweredCanBeAdoptedAndKeptAsAFile() throws Exception {
        door.hospitals.rules = new RulesInForce(OURS, null);
        HttpResponse<String> answer = rules();
        JsonNode rules = OpenDoor.json(answer).get("rules");

        HttpResponse<String> adopted = door.postAs(
                "/commands",
                "{\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\",\"at\":\"2026-11-12T09:42:00Z\","
                        + "\"type\":\"AdoptRules\",\"rules\":" + rules + "}",
                COORDINATOR);
        assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(200);
        assertThat(((Input.Wish) door.hospitals.told.get(0).input()).command()).isEqualTo(new Command.AdoptRules(OURS));
        assertThat(RuleSetReader.file(answer.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Reading.Read<>(OURS));
    }

    @Test
    void whoPutThemIntoForceIsToldByTheKeyOfAShift() throws Exception {
        assertThat(OpenDoor.json(rules()).has("adopted")).isFalse();
        door.hospitals.rules = new RulesInForce(OURS, new Duties.Adoption(FakeHospitals.NOW, new StaffKey("s-k3y")));
        assertThat(OpenDoor.json(rules()).get("adopted").toString())
                .isEqualTo("{\"at\":\"2026-11-12T09:42:00Z\",\"by\":\"s-k3y\"}");
    }

    private HttpResponse<String> rules() throws Exception {
        HttpResponse<String> answer = door.getAs(FJO + "/rules", "application/json", COORDINATOR);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
