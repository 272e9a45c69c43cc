package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static flyt.intake.http.OpenDoor.assertJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows as screens and lists ask for them. */
@Timeout(120)
class RowRoutesTest {
    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void rowsAreSentAsTheyWereEncoded() throws Exception {
        assertJson(
                door.get(FJO + "/rows?view=ward&scope=LUN&level=3&at=2026-11-12T08:00:00Z"),
                "{'stream':'FJO/ward.3/LUN','seq':7,'at':'2026-11-12T08:00:00Z','time':'2026-11-12T09:42:00Z',"
                        + "'rows':[{'key':'house'},{'key':'ward/LUN'}]}");
        assertJson(door.get(FJO + "/wards"), "{'seq':7,'rows':[{'key':'ward/LUN'}]}");
        for (String list : List.of("beds", "tasks", "conflicts")) {
            assertJson(door.get(FJO + "/" + list), "{'seq':7,'rows':[{'key':'house'},{'key':'ward/LUN'}]}");
        }
        assertThat(door.hospitals.asked)
                .containsExactly(
                        "FJO/ward.3/LUN 2026-11-12T08:00:00Z",
                        "FJO/house/- null",
                        "FJO/beds/- null",
                        "FJO/tasks/- null",
                        "FJO/conflicts/- null");
    }
}
