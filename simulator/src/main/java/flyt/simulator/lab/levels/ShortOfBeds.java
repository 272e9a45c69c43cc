package flyt.simulator.lab.levels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import flyt.simulator.traffic.HospitalFile;
import java.util.List;

/** A hospital with as many patients and fewer beds: of some wards all clusters but the first are closed. */
final class ShortOfBeds {
    static final List<String> WARDS = List.of("LUN", "INF");

    private ShortOfBeds() {}

    static HospitalFile of(HospitalFile file) {
        JsonNode json = file.json().deepCopy();
        for (JsonNode ward : json.get("wards")) {
            if (WARDS.contains(ward.get("id").asText())) {
                ArrayNode clusters = (ArrayNode) ward.get("clusters");
                while (clusters.size() > 1) {
                    JsonNode closed = clusters.remove(clusters.size() - 1);
                    assert closed != null;
                }
            }
        }
        return new HospitalFile(json);
    }
}
