package flyt.simulator.lab;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.priority.Spot;
import flyt.simulator.hospital.Plan;
import flyt.simulator.traffic.HospitalFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where in the house each ward lies, and whose cleaning zone it is in. */
final class HospitalMap {

    private final Plan plan;
    private final Map<String, Spot> wards = new LinkedHashMap<>();
    private final Map<String, String> zones = new LinkedHashMap<>();

    HospitalMap(HospitalFile file) {
        plan = file.plan();
        for (JsonNode ward : file.json().get("wards")) {
            String id = ward.get("id").asText();
            wards.put(
                    id,
                    new Spot(ward.get("building").asText(), ward.get("floor").asText(), id, null, null));
            zones.put(id, ward.get("zone").asText());
        }
    }

    Plan plan() {
        return plan;
    }

    /** A room of a ward; the wards' ids are those of the plan. */
    Spot spot(String ward, String cluster, String room) {
        Spot at = ward(ward);
        return new Spot(at.building(), at.floor(), ward, cluster.isEmpty() ? null : cluster, room);
    }

    Spot ward(String ward) {
        Spot spot = wards.get(ward);
        if (spot == null) {
            throw new IllegalArgumentException("there is no ward " + ward);
        }
        return spot;
    }

    String cleaningZone(String ward) {
        return zones.getOrDefault(ward, "");
    }
}
