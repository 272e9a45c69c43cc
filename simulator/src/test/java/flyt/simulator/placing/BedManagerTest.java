package flyt.simulator.placing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A simulated bed manager finds a bed for whoever waits, and leaves people time and what they have done. */
class BedManagerTest {
    private static final Instant NOW = Instant.parse("2026-11-12T09:30:00Z");
    private static final Instant SOON = NOW.plusSeconds(5 * 60);
    private static final Instant LATER = NOW.plusSeconds(15 * 60);
    private static final String PROMISED =
            request("R-1", "'since':'2026-11-12T06:00:00Z','bed':'LUN-317','state':'reserved'");
    private static final String SHORT = request("R-2", "'since':'2026-11-12T09:00:00Z','bed':null,'state':'waiting'");
    private static final String LONG = request("R-3", "'since':'2026-11-12T08:00:00Z','state':'waiting'");

    private final BedManager manager = new BedManager();

    @Test
    void whoHasWaitedLongestIsPlacedOncePeopleHaveHadSomeMinutes() {
        assertThat(next(NOW, PROMISED, SHORT, LONG)).isEmpty();
        assertThat(next(SOON, PROMISED, SHORT, LONG)).isEmpty();
        assertThat(next(LATER, PROMISED, SHORT, LONG)).contains("R-3");
    }

    @Test
    void othersComeFirstForAWhileOnceSomebodyWasLookedAt() {
        assertThat(next(NOW, SHORT, LONG)).isEmpty();
        manager.later(json(LONG), LATER);
        assertThat(next(LATER, SHORT, LONG)).contains("R-2");
    }

    @Test
    void aBedThatAPersonTookAwayIsNotGivenBackAtOnce() {
        String without = PROMISED.replace("'bed':'LUN-317',", "");
        assertThat(next(NOW, without)).isEmpty();
        assertThat(next(SOON, PROMISED)).isEmpty();
        assertThat(next(LATER, without)).isEmpty();
        assertThat(next(LATER.plusSeconds(15 * 60), without)).contains("R-1");
    }

    @Test
    void aWardThatSaysNoLeavesThePatientWithoutABedThoughASystemExpectsThemThere() {
        String refused = PROMISED.replace("'reserved'", "'declined'");
        assertThat(next(NOW, refused)).isEmpty();
        assertThat(next(LATER, refused)).contains("R-1");
    }

    @Test
    void theBestBedThatSuitsIsKeptForAnHourAfterBothAreReady() {
        JsonNode beds = json(
                "[{'bed':'LUN-1','ward':'LUN','version':'a','suits':false},{'bed':'LUN-2','ward':'LUN','version':'b','suits':true},"
                        + "{'bed':'GAS-3','ward':'GAS','version':'c','suits':true}]");
        JsonNode ready = json(request("R-4", "'state':'waiting','readyAt':'2026-11-12T11:00:00Z'"));
        assertThat(manager.choose(ready, beds, NOW))
                .contains(new BedManager.Promise("LUN-2", "b", Instant.parse("2026-11-12T12:00:00Z")));
        JsonNode refused = json(request("R-5", "'state':'declined','readyAt':null,'asked':{'ward':'LUN'}"));
        assertThat(manager.choose(refused, beds, NOW))
                .contains(new BedManager.Promise("GAS-3", "c", Instant.parse("2026-11-12T10:30:00Z")));
        JsonNode leaving =
                json("[{'bed':'LUN-2','ward':'LUN','version':'b','suits':true,'readyAt':'2026-11-12T13:00:00Z'}]");
        assertThat(manager.choose(ready, leaving, NOW))
                .contains(new BedManager.Promise("LUN-2", "b", Instant.parse("2026-11-12T14:00:00Z")));
        assertThat(manager.choose(ready, json("[]"), NOW)).isEmpty();
    }

    private Optional<String> next(Instant now, String... rows) {
        List<JsonNode> all = new ArrayList<>();
        for (String row : rows) {
            all.add(json(row));
        }
        return manager.next(all, now).map(row -> row.get("request").asText());
    }

    private static String request(String id, String fields) {
        return "{'kind':'request','request':'" + id + "'," + fields + "}";
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
