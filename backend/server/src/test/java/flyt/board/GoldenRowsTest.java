package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import flyt.domain.Command.RequestBed;
import flyt.domain.RollCalls;
import flyt.domain.forecast.Experience;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.place.WardId;
import flyt.domain.placement.Sex;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayId;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows are those of the contract: its schemas, and the golden rows that the pages are built against. */
class GoldenRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @ParameterizedTest
    @CsvSource({
        "ward.1, ward1, 16",
        "ward.2, ward2, 18",
        "ward.3, ward3, 20",
        "names, names, 5",
        "house, house, 4",
        "capacity, capacity, 15",
        "beds, beds, 11",
        "tasks, tasks, 2",
        "queue, queue, 7",
        "crew, crew, 7",
        "conflicts, conflicts, 2",
        "forecast, forecast, 3",
        "requests, requests, 2",
        "alerts, alerts, 6"
    })
    void everyRowKeepsToTheSchemaOfItsView(String view, String definition, int atLeast) throws IOException {
        JsonSchema schema = schema(definition);
        List<JsonNode> rows = rows(view);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(atLeast);
        for (JsonNode row : rows) {
            assertThat(schema.validate(row)).as(row.toString()).isEmpty();
        }
    }

    @Test
    void theSchemaOfALevelRefusesWhatTheNextOneShows() throws IOException {
        JsonSchema schema = schema("ward1");
        assertThat(rows("ward.2"))
                .anySatisfy(row -> assertThat(schema.validate(row)).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ward.1", "ward.2", "ward.3", "names", "house", "alerts", "capacity"})
    void everyKindHasTheFieldsOfItsGoldenRows(String view) throws IOException {
        Map<String, SortedSet<String>> ours = fields(rows(view));
        Map<String, SortedSet<String>> golden = fields(golden(view));
        assertThat(ours.keySet()).isEqualTo(golden.keySet());
        ours.forEach((kind, fields) -> assertThat(comparable(fields, golden.get(kind)))
                .as(kind)
                .isEqualTo(comparable(golden.get(kind), fields)));
    }

    /** Those of the fields whose object is filled in somewhere on both sides. */
    private static List<String> comparable(SortedSet<String> fields, SortedSet<String> others) {
        return fields.stream()
                .filter(field -> {
                    String object = field.substring(0, field.lastIndexOf('.') + 1);
                    return others.stream().anyMatch(other -> other.startsWith(object));
                })
                .toList();
    }

    private static JsonSchema schema(String definition) {
        return SCHEMAS.getSchema(
                SchemaLocation.of("classpath:flyt/protocol/schema/row.schema.json#/$defs/" + definition));
    }

    private static List<JsonNode> rows(String view) throws IOException {
        Scene scene = FullHouse.scene();
        scene.report(new DischargeExpected(new StayId("V2"), LocalDate.of(2026, 11, 13), null));
        scene.report(ForecastMade.of(
                new Experience().forecast(RollCalls.of(scene.hospital(), scene.now())),
                RollCalls.of(scene.hospital(), scene.now()),
                0));
        scene.wish("N-9", new RequestBed(new StayId("V7"), new WardId("LUN"), new TreeSet<>(), Sex.MALE, null));
        List<JsonNode> rows = new ArrayList<>();
        for (RowUpdate row : Projections.allRows(scene.hospital(), scene.identities())) {
            if (row.stream().view().equals(view)) {
                rows.add(JSON.readTree(row.json()));
            }
        }
        return rows;
    }

    private static List<JsonNode> golden(String view) throws IOException {
        String file = "/flyt/protocol/golden/rows/" + view + ".json";
        try (InputStream in = Objects.requireNonNull(GoldenRowsTest.class.getResourceAsStream(file), file)) {
            List<JsonNode> rows = new ArrayList<>();
            JSON.readTree(in).forEach(rows::add);
            return rows;
        }
    }

    /** Per kind, the paths of all fields of its rows; a map whose keys are no fields (carriers) counts as one. */
    private static Map<String, SortedSet<String>> fields(List<JsonNode> rows) {
        Map<String, SortedSet<String>> fields = new TreeMap<>();
        for (JsonNode row : rows) {
            addFields(row, "", fields.computeIfAbsent(row.get("kind").asText(), kind -> new TreeSet<>()));
        }
        return fields;
    }

    private static void addFields(JsonNode node, String path, SortedSet<String> into) {
        node.fields().forEachRemaining(field -> {
            String name = path + field.getKey();
            into.add(name);
            if (!name.equals("carriers")) {
                addFields(field.getValue(), name + ".", into);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> addFields(element, path, into));
        }
    }
}
