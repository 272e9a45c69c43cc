package flyt.intake.http;

import static flyt.intake.http.OpenDoor.assertJson;
import static flyt.intake.http.OpenDoor.assertProblem;
import static flyt.intake.http.OpenDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.Decision.Warning;
import flyt.domain.event.Source;
import flyt.runtime.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of reports: one by one or in an array. */
@Timeout(120)
class ReportRoutesTest {
    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void oneReportIsAnsweredWithItsOutcome() throws Exception {
        door.hospitals.answer = () -> new Answer.Accepted(48213, List.of(Warning.BED_TAKEN));
        HttpResponse<String> answer = door.post("/reports", Resources.protocol("golden/reports/PatientAdmitted.json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertJson(answer, "{'outcome':'accepted','seq':48213,'messageId':'pas-103','warnings':['bed-taken']}");
        assertThat(door.hospitals.told).hasSize(1);
    }

    @Test
    void manyReportsAreAnsweredOneByOneInOrder() throws Exception {
        door.hospitals.answer = () -> new Answer.Repeated(5);
        String good = Resources.protocol("golden/reports/BedMade.json");
        String alive = Resources.protocol("golden/reports/FeedAlive.json");
        HttpResponse<String> answer = door.post("/reports", "[" + good + ",{\"messageId\":\"m1\"}," + alive + ",7]");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode results = json(answer).get("results");
        assertThat(results)
                .extracting(one -> one.get("outcome").textValue())
                .containsExactly("repeated", "rejected", "accepted", "rejected");
        assertThat(results)
                .extracting(one -> one.get("messageId").textValue())
                .containsExactly("renhold-137", "m1", "pas-139", null);
        assertThat(results.get(1).get("faults"))
                .extracting(one -> one.get("field").textValue())
                .containsExactlyInAnyOrder("source", "occurredAt", "type");
        assertThat(door.hospitals.told).hasSize(1);
        assertThat(door.hospitals.alive).containsExactly(new Source("pas"));
    }

    @Test
    void aFaultyReportIsAProblemWithEveryFault() throws Exception {
        HttpResponse<String> answer = door.post("/reports", "{\"type\":\"BedMade\",\"bed\":\"\\ud800\"}");
        assertProblem(answer, 422, "faulty-report");
        assertThat(json(answer).get("faults"))
                .extracting(one -> one.get("field").textValue())
                .containsExactlyInAnyOrder("source", "messageId", "occurredAt", "bed");
        assertThat(door.hospitals.told).isEmpty();
    }

    @Test
    void fiveThousandAtOnceAreTaken() throws Exception {
        String sign = Resources.object(Resources.protocol("golden/reports/FeedAlive.json"))
                .toString();
        HttpResponse<String> answer = door.post("/reports", "[" + sign + ("," + sign).repeat(4_999) + "]");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("results")).hasSize(5_000);
    }

    @Test
    void aRepeatIsAnsweredWithTheNumberOfTheFirst() throws Exception {
        door.hospitals.answer = () -> new Answer.Repeated(17);
        assertJson(
                door.post("/reports", Resources.protocol("golden/reports/BedMade.json")),
                "{'outcome':'repeated','seq':17,'messageId':'renhold-137','warnings':[]}");
    }
}
