package flyt;

import static flyt.ReceiverHouse.LAST_BED;
import static flyt.ReceiverHouse.npu;
import static flyt.ReceiverHouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real server tells a system over MLLP what changes, across that one's absences and its own. */
@Timeout(180)
class ReceiversTest {
    @TempDir
    private Path folder;

    private ReceiverHouse house;
    private Ear ear;
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        house = new ReceiverHouse(folder);
        ear = house.ear;
        server = house.open(Map.of());
    }

    @AfterEach
    void stop() {
        MllpHouse.within(server.stop());
        house.close();
    }

    @Test
    void whatChangesIsToldOnceEachInOrderWhateverHappensBetween() throws Exception {
        List<String> told = house.heardUntil(LAST_BED);
        assertThat(told).hasSizeGreaterThan(20).allMatch(message -> message.contains("|U\r"));

        house.admit(server, "V1", "LUN-301");
        String first = ear.next();
        assertThat(first)
                .contains("||ADT^A20^ADT_A20|FJO-", "|P|2.5\rEVN|A20|", npu("301", "O"))
                .doesNotContain("PID", "PV1", "V1");

        ear.answers = message -> message.contains("^302|") ? Ear.HANGS_UP : "AA";
        house.admit(server, "V2", "LUN-302");
        assertThat(ear.next()).isEqualTo(ear.next()).contains(npu("302", "O"));
        ear.answers = message -> "AA";
        List<String> again = house.heardUntil(npu("302", "O"));
        JsonObject settled = house.shown(
                server, one -> one.getLong("toldUpTo") >= number(again.get(0)) && one.getString("trouble") == null);
        assertThat(settled.getJsonArray("letters")).isEmpty();

        ear.leave();
        ear.heard.clear();
        house.admit(server, "V3", "LUN-303");
        house.admit(server, "V4", "LUN-304");
        JsonObject shown = house.shown(server, one -> one.getInteger("waiting") == 2);
        assertThat(shown.getString("trouble")).isIn("not-connected", "connection-lost");
        assertThat(shown.getString("waitingSince")).isNotNull();
        MllpHouse.within(server.stop());
        ear.comeBack();
        server = house.open(Map.of());
        String third = ear.next();
        String fourth = ear.next();
        assertThat(third).contains(npu("303", "O"));
        assertThat(fourth).contains(npu("304", "O"));
        assertThat(List.of(number(first), number(again.get(0)), number(third), number(fourth)))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsRefusedIsShownAndSentAgain() throws Exception {
        List<String> told = house.heardUntil(LAST_BED);
        assertThat(told).isNotEmpty();
        ear.answers = message -> message.contains("^301|") ? "AE" : "AA";
        house.admit(server, "V1", "LUN-301");
        house.admit(server, "V2", "LUN-302");
        List<String> came = house.heardUntil(npu("302", "O"));
        assertThat(came).hasSize(4);
        JsonObject letter = house.shown(
                        server, one -> one.getJsonArray("letters").size() == 1)
                .getJsonArray("letters")
                .getJsonObject(0);
        assertThat(letter.getString("message")).isEqualTo(came.get(0));
        assertThat(letter.getString("code") + " " + letter.getString("words")).isEqualTo("AE 204 unknown key");
        assertThat(letter.getString("subject")).isEqualTo("bed/LUN-301");

        ear.answers = message -> "AA";
        String wanted = new JsonObject()
                .put("letters", new JsonArray().add(letter.getString("id")))
                .encode();
        assertThat(house.ask(server, "POST", "/receivers/capacity/letters/send", wanted, 200)
                        .getInteger("asked"))
                .isEqualTo(1);
        assertThat(ear.next()).isEqualTo(came.get(0));
        JsonObject then = house.shown(server, one -> one.getJsonArray("letters").isEmpty());
        assertThat(then.getString("id")).isEqualTo("capacity");
        assertThat(house.ask(server, "POST", "/receivers/nobody/letters/send", wanted, 404)
                        .getString("type"))
                .endsWith("unknown-receiver");
        assertThat(house.ask(server, "POST", "/receivers/capacity/letters/send", "{\"letters\":[\"x\"]}", 422)
                        .getString("type"))
                .isNotBlank();
    }
}
