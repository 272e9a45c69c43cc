package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of the forecast, and what of that makes no sense. */
@Timeout(120)
class ForecastRoutesTest {
    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    private HttpResponse<String> imagine(String body) throws Exception {
        return door.post("/forecast/what-if", body.replace('\'', '"'));
    }

    @Test
    void whatCanBeImaginedIsAnswered() throws Exception {
        HttpResponse<String> answer = imagine(
                "{'close':['LUN'],'open':{'MED':5},'cleaners':2,'discharge':{},'arrivalsPercent':-20,'outbreak':[]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).fieldNames()).containsExactlyInAnyOrder("asItIs", "imagined");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | nothing-changed",
                "{'close':['X']} | unknown-ward",
                "{'cleaners':-1} | out-of-range",
                "{'close':['LUN'],'open':{'LUN':5}} | opened-and-closed",
                "{'close':['LUN'],'outbreak':['LUN']} | outbreak-in-a-closed-ward",
                "{'discharge':{'MED':1}} | more-than-lie-there",
                "{'close':['LUN','MED']} | no-ward-left"
            })
    void whatContradictsItselfIsRefusedInPlainWords(String body, String reason) throws Exception {
        HttpResponse<String> answer = imagine(body);
        assertThat(answer.statusCode()).isEqualTo(409);
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("reason")).isEqualTo(reason);
        assertThat(problem.getString("title")).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | must be an object",
                "{'close':'LUN'} | must be a list of wards' ids",
                "{'close':[7]} | must be a list of wards' ids",
                "{'open':{'LUN':'5'}} | must be an object of whole numbers by wards' ids",
                "{'cleaners':1.5} | must be a whole number",
                "{'burn':['LUN']} | is not known here"
            })
    void whatCannotBeReadIsSaid(String body, String problem) throws Exception {
        HttpResponse<String> answer = imagine(body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new JsonObject(answer.body())
                        .getJsonArray("faults")
                        .getJsonObject(0)
                        .getString("problem"))
                .isEqualTo(problem);
    }
}
