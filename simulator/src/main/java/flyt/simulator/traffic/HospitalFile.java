package flyt.simulator.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.simulator.hospital.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A hospital's definition as a file, and the plan in it.
 *
 * @param json the whole definition, as it is put to the server
 */
public record HospitalFile(JsonNode json) {

    private static final String REFERENCE = "/flyt/protocol/hospitals/fjordvik.json";

    /** The reference hospital, 418 beds. */
    public static HospitalFile reference() {
        try (InputStream in = HospitalFile.class.getResourceAsStream(REFERENCE)) {
            if (in == null) {
                throw new IllegalStateException(REFERENCE + " is not on the class path");
            }
            return new HospitalFile(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String id() {
        return json.get("id").asText();
    }

    public String name() {
        return json.get("name").asText();
    }

    /** The sources of the feeds, in the order of the file. */
    public List<String> sources() {
        return list(json.get("feeds"), feed -> feed.get("source").asText());
    }

    public Plan plan() {
        return new Plan(
                id(),
                ZoneId.of(json.get("timeZone").asText()),
                Duration.ofMinutes(json.get("cleaning").get("airChangeMinutes").asLong()),
                list(json.get("wards"), HospitalFile::ward));
    }

    private static Plan.WardPlan ward(JsonNode ward) {
        return new Plan.WardPlan(
                ward.get("id").asText(),
                ward.get("name").asText(),
                ward.get("kind").asText(),
                ward.get("zone").asText(),
                ward.get("inOccupancy").asBoolean(),
                list(
                        ward.get("clusters"),
                        cluster -> new Plan.ClusterPlan(
                                cluster.get("id").asText(), list(cluster.get("rooms"), HospitalFile::room))),
                list(
                        ward.path("extraPlaces"),
                        extra -> new Plan.ExtraPlan(
                                extra.get("id").asText(), extra.get("kind").asText())));
    }

    private static Plan.RoomPlan room(JsonNode room) {
        Set<String> features = new LinkedHashSet<>(list(room.path("features"), JsonNode::asText));
        return new Plan.RoomPlan(room.get("id").asText(), features, list(room.get("beds"), bed -> bed.get("id")
                .asText()));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(read.apply(node)));
        return all;
    }
}
