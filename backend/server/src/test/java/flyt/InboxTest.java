package flyt;

import static flyt.MllpHouse.admission;
import static flyt.MllpHouse.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looking into messages that came in, correcting them and having them told again. */
@Timeout(120)
class InboxTest {
    @TempDir
    private static Path folder;

    private static MllpHouse house;

    @BeforeAll
    static void start() throws Exception {
        house = new MllpHouse(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void aPlaceThatNobodyKnowsIsCorrectedWithoutLosingWhenThePatientCame() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("p-1", "VP1", "NO-SUCH-BED"))).contains("MSA|AA|p-1");
        }
        JsonObject found = only("messageId=p-1");
        assertThat(found.getString("outcome")).isEqualTo("accepted");
        assertThat(found.getJsonArray("reasons")).containsExactly("unknown-place");
        String edits = ",\"edits\":[{\"segment\":\"PV1\",\"field\":3,\"value\":\"LUN^LUN-310^LUN-310\"}]";

        JsonObject look = replay(found, edits + ",\"justLook\":true");
        assertThat(look.getString("outcome")).isEqualTo("would-be-told");
        assertThat(look.getJsonArray("takesBack").getJsonObject(0).getString("type"))
                .isEqualTo("PatientAdmitted");
        assertThat(look.getJsonArray("tells")
                        .getJsonObject(0)
                        .getJsonObject("place")
                        .getString("bed"))
                .isEqualTo("LUN-310");
        assertThat(beds("VP1")).containsExactly("NO-SUCH-BED 2026-11-22T12:00:00Z");

        assertThat(replay(found, edits).getString("outcome")).isEqualTo("told");
        assertThat(beds("VP1")).containsExactly("LUN-310 2026-11-22T12:00:00Z");

        // and by another way back, which takes back what was told last
        assertThat(replay(found, "").getString("outcome")).isEqualTo("told");
        assertThat(beds("VP1")).containsExactly("NO-SUCH-BED 2026-11-22T12:00:00Z");
    }

    @Test
    void whatWaitsIsCountedAndSettledByTellingIt() throws Exception {
        String faulty = message(
                "PAS",
                "A01",
                "q-1",
                "EVN|A01|20261122130000\rPID|1||T-VQ1||Testesen^Kari\rPV1|1|I|LUN^LUN-311^LUN-311");
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(faulty)).contains("MSA|AE|q-1");
        }
        JsonObject found = only("waiting=true&messageId=q-1");
        assertThat(house.ask("GET", "/inbox", "").getJsonArray("counts"))
                .contains(new JsonObject()
                        .put("source", "pas")
                        .put("outcome", "faulty")
                        .put("reason", "visit-missing")
                        .put("messages", 1));
        assertThat(replay(found, "").getString("outcome")).isEqualTo("faulty");
        assertThat(replay(found, ",\"edits\":[{\"segment\":\"PV1\",\"field\":19,\"value\":\"VQ1\"}]")
                        .getString("outcome"))
                .isEqualTo("told");
        assertThat(beds("VQ1")).containsExactly("LUN-311 2026-11-22T12:00:00Z");
        assertThat(list("waiting=true&messageId=q-1")).isEmpty();
        assertThat(list("messageId=q-1")).hasSize(2);
    }

    @Test
    void nobodyIsSeenInAnOpenedMessage() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("s-1", "VS1", "LUN-312") + "NTE|1||Kari Testesen 40506070\rZZ1|Kari\r"))
                    .contains("MSA|AA|s-1");
        }
        JsonObject opened = house.ask("GET", "/inbox/" + only("messageId=s-1").getString("id"), "");
        assertThat(opened.encode())
                .doesNotContainIgnoringCase("testesen")
                .doesNotContain("Kari", "1952", "40506070", "T-VS1");
        JsonArray segments = opened.getJsonArray("segments");
        assertThat(segments.getJsonObject(2).encode()).contains("\"xxxxxxxx^xxxx\"", "\"99999999\"");
        assertThat(segments.getJsonObject(3).getJsonArray("fields").getString(2))
                .isEqualTo("LUN^LUN-312^LUN-312");
        assertThat(opened.getJsonArray("reports").getJsonObject(0).getString("type"))
                .isEqualTo("PatientAdmitted");
    }

    private static JsonObject only(String query) throws Exception {
        List<JsonObject> found = list(query);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<JsonObject> list(String query) throws Exception {
        return house.ask("GET", "/inbox?" + query, "").getJsonArray("messages").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static JsonObject replay(JsonObject message, String more) throws Exception {
        return house.ask("POST", "/inbox/replay", "{\"messages\":[\"" + message.getString("id") + "\"]" + more + "}")
                .getJsonArray("results")
                .getJsonObject(0);
    }

    private static List<String> beds(String visit) throws Exception {
        return house.stay(visit).getJsonArray("placements").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("bed") + " " + one.getString("from"))
                .toList();
    }
}
