package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The phone's page comes with what it would ask for first, and with nothing that whoever opens it may not have. */
@Timeout(120)
class PhoneAheadTest {
    private static final String BEGIN = "<script type=\"application/json\" id=\"known\">";
    private static final String QUEUE = FJO + "/rows?view=queue&scope=cleaning";

    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void aCleanerGetsEachAnswerAsItsOwnRouteGivesIt() throws Exception {
        Grant cleaner = new Grant(Role.CLEANER, Reach.hospital("FJO"));
        HttpResponse<String> page = door.getAs("/tasks", "text/html", cleaner);
        JsonNode known = known(page);
        assertThat(addresses(known))
                .containsExactly(
                        "/api/v1/access/me", "/api/v1/hospitals", FJO + "/duty", QUEUE, "/static/lang/tasks.nb.json");
        for (String address : addresses(known).subList(1, 5)) {
            assertThat(known.get(address)).as(address).isEqualTo(OpenDoor.json(door.getAs(address, "*/*", cleaner)));
        }
        assertThat(known.get("/api/v1/access/me").get("given").textValue()).isEqualTo("Ingrid");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whoHasNoTeamGetsNoQueue() throws Exception {
        JsonNode known = known(door.getAs("/tasks", "text/html", new Grant(Role.NURSE, Reach.wards("FJO", "LUN"))));
        assertThat(addresses(known))
                .containsExactly("/api/v1/access/me", "/api/v1/hospitals", "/static/lang/tasks.nb.json");
        assertThat(door.hospitals.asked).isEmpty();
    }

    @Test
    void whatFailsIsLeftForThePageToAsk() throws Exception {
        door.hospitals.failure = new IllegalStateException("no owner");
        HttpResponse<String> page = door.getAs("/tasks", "text/html", new Grant(Role.CLEANER, Reach.hospital("FJO")));
        assertThat(addresses(known(page)))
                .contains("/api/v1/access/me", "/static/lang/tasks.nb.json")
                .doesNotContain(QUEUE);
    }

    @Test
    void nobodyGetsTheBarePage() throws Exception {
        HttpResponse<String> page = door.get("/tasks");
        assertThat(known(page)).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(door.hospitals.asked).isEmpty();
    }

    private static JsonNode known(HttpResponse<String> page) throws Exception {
        assertThat(page.statusCode()).isEqualTo(200);
        int from = page.body().indexOf(BEGIN) + BEGIN.length();
        String json = page.body().substring(from, page.body().indexOf("</script>", from));
        assertThat(json).doesNotContain("<");
        return new ObjectMapper().readTree(json);
    }

    private static List<String> addresses(JsonNode known) {
        List<String> all = new ArrayList<>();
        known.fieldNames().forEachRemaining(all::add);
        return all;
    }
}
