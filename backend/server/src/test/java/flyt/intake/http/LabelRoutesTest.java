package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static flyt.intake.http.OpenDoor.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The labels of a ward: each bed, room and place once, with a code that a reader of QR codes reads. */
@Timeout(120)
class LabelRoutesTest {
    private static final Grant COORDINATOR = new Grant(Role.LOGISTICS_COORDINATOR, Reach.hospital("FJO"));

    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void everyPlaceOfTheWardHasACodeThatSaysWhere() throws Exception {
        HttpResponse<String> answer = labels("?ward=LUN");
        JsonNode sheet = OpenDoor.json(answer);
        assertThat(sheet.get("name").textValue()).isEqualTo("Lunge");
        List<String> read = new ArrayList<>();
        for (JsonNode label : sheet.get("labels")) {
            assertThat(read(label.get("square"))).isEqualTo(label.get("code").textValue());
            read.add(label.get("what").textValue() + " " + label.get("name").textValue() + " "
                    + label.get("code").textValue());
        }
        assertThat(read)
                .doesNotHaveDuplicates()
                .contains(
                        "bed 316 flyt:1:FJO:LUN-316",
                        "bed 317-2 flyt:1:FJO:LUN-317-2",
                        "ward Lunge flyt:1:FJO:ward:LUN")
                .anyMatch(label -> label.startsWith("room ") && label.contains(" flyt:1:FJO:room:"))
                .anyMatch(label -> label.startsWith("place "));
    }

    @Test
    void noWardAndAnUnknownOneAreExplained() throws Exception {
        assertProblem(labels(""), 400, "faulty-query");
        assertProblem(labels("?ward=NONE"), 404, "unknown-ward");
    }

    private HttpResponse<String> labels(String query) throws Exception {
        return door.getAs(FJO + "/labels" + query, "application/json", COORDINATOR);
    }

    private static String read(JsonNode rows) throws Exception {
        BitMatrix square = new BitMatrix(rows.size());
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.size(); x++) {
                if (rows.get(y).textValue().charAt(x) == '1') {
                    square.set(x, y);
                }
            }
        }
        return new Decoder().decode(square).getText();
    }
}
