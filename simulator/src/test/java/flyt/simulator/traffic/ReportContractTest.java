package flyt.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the simulator sends is what the protocol says. */
class ReportContractTest {

    private static final JsonSchema REPORT = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("classpath:flyt/protocol/schema/report.schema.json"));

    @Test
    void sixtyReportsOfEachTypeFitTheSchema() {
        Map<String, Integer> seen = new HashMap<>();
        for (Report report : Fortnight.faultless(1).reports()) {
            if (seen.merge(report.type(), 1, Integer::sum) <= 60) {
                assertThat(REPORT.validate(report.body()))
                        .as(report.body().toString())
                        .isEmpty();
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(ReportWriter.TYPES);
    }

    @Test
    void aReportWithAnUnknownFieldDoesNotFit() {
        Report report = Fortnight.faultless(1).reports().get(0);
        assertThat(REPORT.validate(report.body().deepCopy().put("colour", "red")))
                .isNotEmpty();
    }

    /** A golden report says which fields a type may have; what is sent has no others. */
    @Test
    void noReportHasAFieldThatItsGoldenSampleLacks() throws IOException {
        Map<String, TreeSet<String>> fields = new HashMap<>();
        for (Report report : Fortnight.faultless(1).reports()) {
            report.body().fieldNames().forEachRemaining(field -> fields.computeIfAbsent(
                            report.type(), type -> new TreeSet<>())
                    .add(field));
        }
        assertThat(fields.keySet()).containsExactlyInAnyOrderElementsOf(ReportWriter.TYPES);
        for (Map.Entry<String, TreeSet<String>> type : fields.entrySet()) {
            TreeSet<String> golden = new TreeSet<>();
            golden(type.getKey()).fieldNames().forEachRemaining(golden::add);
            golden.add("plannedAt");
            golden.add("notApplicable");
            golden.add("actor");
            assertThat(golden).as(type.getKey()).containsAll(type.getValue());
        }
    }

    private static JsonNode golden(String type) throws IOException {
        String path = "/flyt/protocol/golden/reports/" + type + ".json";
        try (InputStream in = ReportContractTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new ObjectMapper().readTree(in);
        }
    }
}
