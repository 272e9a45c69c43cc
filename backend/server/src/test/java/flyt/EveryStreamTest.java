package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Principal;
import flyt.access.Verdict.Refused;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the WebSocket everybody gets of every view, level and place what the table of roles says, and is refused the rest. */
@Timeout(300)
class EveryStreamTest {
    @Test
    void everybodyIsShownWhatIsTheirsAndRefusedTheRest(@TempDir Path folder) throws Exception {
        try (DemoHouse house = new DemoHouse(folder)) {
            List<String> wrong = new ArrayList<>();
            Set<String> shown = new TreeSet<>();
            for (Caller caller : new Everybody(house).known()) {
                Onlooker onlooker = Onlooker.of(house, caller);
                for (Asked asked : Asked.everything()) {
                    JsonObject answer = onlooker.subscribe(asked).answer(asked.stream());
                    var unused = onlooker.unsubscribe(asked);
                    String got = answer.getString("reason", answer.getString("type"));
                    String expected = expected(asked, caller.who());
                    if (!got.equals(expected)) {
                        wrong.add("%s and %s: %s, but got %s".formatted(caller, asked.stream(), expected, got));
                    }
                    shown.addAll(got.equals("snapshot") ? Set.of(asked.stream()) : Set.of());
                }
                onlooker.leave();
            }
            assertThat(wrong).isEmpty();
            assertThat(shown)
                    .contains(
                            "FJO/ward.3/OBS",
                            "FJO/names/OBS",
                            "FJO/house/-",
                            "FJO/capacity/-",
                            "FJO/tasks/R1",
                            "KAL/ward.3/MED")
                    .doesNotContain("FJO/names/LUN", "KAL/names/MED", "FJO/stay/-", "FJO/access-log/-");
        }
    }

    private static String expected(Asked asked, Principal who) {
        if (asked.verdict(who) instanceof Refused refused) {
            return refused.reason().wire();
        }
        return asked.exists() ? "snapshot" : "unknown-view";
    }
}
