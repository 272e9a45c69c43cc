package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.WardId;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Owner;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.Threshold.Severity;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.ThresholdSetCheck.What;
import flyt.journal.WireNames;
import flyt.report.AlertLog.Adoption;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of thresholds as pages send them and read them back. */
class ThresholdSetReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aRuleOfOneWardThatIsPutAsideIsReadAsItIsWritten() throws IOException {
        ObjectNode set = standard();
        ((ObjectNode) set.at("/rules/4")).put("ward", "LUN").put("off", true);
        ThresholdSet read = read(Fields.of(sent(set)));
        assertThat(read.rules().get(4).ward()).isEqualTo(new WardId("LUN"));
        assertThat(read.rules().get(4).off()).isTrue();
        assertThat(JSON.readTree(ThresholdSetJson.of(read).encode())).isEqualTo(set);
    }

    @Test
    void whatIsWrongSaysAtWhichFieldAndByWhichCode() throws IOException {
        ObjectNode set = standard();
        ((ObjectNode) set.at("/rules/3")).put("clear", 500);
        ((ObjectNode) set.at("/rules/6/hours/0")).put("clear", 500);
        ((ObjectNode) set.at("/pressure/triggers/0")).put("red", 1);
        ((ObjectNode) set.at("/pressure/cards/1")).put("role", "duty-leader");
        Fields fields = Fields.of(sent(set));
        ThresholdSet unused = read(fields);
        assertThat(fields.faults())
                .extracting(Fault::field, Fault::code)
                .containsExactly(
                        tuple("thresholds.rules[3].clear", "out-of-order"),
                        tuple("thresholds.rules[6].hours[0].clear", "out-of-order"),
                        tuple("thresholds.pressure.triggers.OCCUPANCY.red", "out-of-order"),
                        tuple("thresholds.pressure.cards[1].role", "twice"));
        assertThat(Problem.faulty(422, "thresholds", fields.faults())
                        .body()
                        .getJsonArray("faults")
                        .getJsonObject(3)
                        .getString("code"))
                .isEqualTo("twice");
    }

    @Test
    void whatIsGoneKeepsItsNameInTheLogAndTheNewestNameCounts() {
        Threshold own = StandardThresholdSet.SET.rules().get(0);
        Adoption before = adoption(1, named(own, "gone", "Gamle dager"), named(own, "kept", "Før"));
        Adoption now = adoption(2, named(own, "kept", "Nå"));
        JsonObject told = AdoptionsJson.of(List.of(now, before));
        assertThat(told.getJsonArray("rules").stream()
                        .map(JsonObject.class::cast)
                        .map(rule -> rule.getString("rule") + " " + rule.getString("name")))
                .containsExactly("kept Nå", "gone Gamle dager");
        assertThat(told.getJsonArray("figures")).hasSize(Figure.values().length);
        assertThat(told.getJsonArray("actions").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("action", "set-leadership")
                        .put("level", "green")
                        .put("role", "duty-leader")
                        .putNull("words"));
        assertThat(AdoptionsJson.of(List.of()).getJsonArray("rules")).isEqualTo(new JsonArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void everyFigureOwnerAndFaultHasWordsOnThePage(String language) throws IOException {
        List<String> words = Stream.of(
                        names("alerts.figure.", Figure.class),
                        names("alerts.owner.", Owner.class),
                        names("alerts.severity.", Severity.class),
                        names("limits.fault.", What.class))
                .flatMap(names -> names)
                .toList();
        try (InputStream in = getClass().getResourceAsStream("/flyt/pages/lang/" + language + ".json")) {
            assertThat(JSON.readTree(Objects.requireNonNull(in)).fieldNames())
                    .toIterable()
                    .containsAll(words);
        }
    }

    private static <E extends Enum<E>> Stream<String> names(String start, Class<E> type) {
        return WireNames.all(type).stream().map(name -> start + name);
    }

    private static Adoption adoption(int version, Threshold... rules) {
        ThresholdSet usual = StandardThresholdSet.SET;
        return new Adoption(
                Instant.EPOCH,
                null,
                false,
                new ThresholdSet("fjo", version, usual.every(), List.of(rules), usual.pressure()));
    }

    private static Threshold named(Threshold rule, String id, String name) {
        return new Threshold(
                id,
                rule.figure(),
                rule.eachWard(),
                rule.ward(),
                rule.limit(),
                rule.hours(),
                rule.after(),
                rule.clearAfter(),
                rule.severity(),
                rule.owner(),
                rule.off(),
                rule.repeat(),
                name,
                "Look");
    }

    private static ObjectNode standard() throws IOException {
        return (ObjectNode)
                JSON.readTree(ThresholdSetJson.of(StandardThresholdSet.SET).encode());
    }

    private static JsonNode sent(JsonNode set) {
        return JSON.createObjectNode().set("thresholds", set);
    }

    private static ThresholdSet read(Fields fields) {
        return ThresholdSetReader.read(fields, ThresholdSetReader.FIELD);
    }
}
