package flyt.simulator.hl7;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.stay.Disposition;
import flyt.journal.WireNames;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How one simulated system writes HL7 v2, and how Flyt is told to read it: no two of them agree, as in hospitals. */
public enum Dialect {
    /** The patient administration: 2.5, UTF-8, local time, ward^room^bed, EVN-6. */
    PAS("pas", "2.5", "UNICODE UTF-8", StandardCharsets.UTF_8),
    /** The emergency department's own: 2.3, ISO 8859-1, UTC, the bed alone with its ward in component 10, EVN-2. */
    EMERGENCY("pas", "2.3", "8859/1", StandardCharsets.ISO_8859_1),
    /** The one of a hospital that was merged in: 2.6, offsets, one text for a place, the visit in PID-18, codes for how one left. */
    MERGED("pas", "2.6", "UNICODE UTF-8", StandardCharsets.UTF_8),
    /** The laboratory: 2.5.1, ISO 8859-1. */
    LABORATORY("lab", "2.5.1", "8859/1", StandardCharsets.ISO_8859_1);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final List<String> DISPOSITIONS = WireNames.all(Disposition.class);

    private final String source;
    private final String version;
    private final String charsetName;
    private final Charset charset;

    Dialect(String source, String version, String charsetName, Charset charset) {
        this.source = source;
        this.version = version;
        this.charsetName = charsetName;
        this.charset = charset;
    }

    /** MSH-3. */
    String application() {
        return "SIM-" + name();
    }

    String version() {
        return version;
    }

    /** MSH-18. */
    String charsetName() {
        return charsetName;
    }

    Charset charset() {
        return charset;
    }

    /** Which of them writes this report of the source: each visit is one system's. */
    static Dialect of(String source, String visit) {
        return source.equals("lab")
                ? LABORATORY
                : List.of(PAS, EMERGENCY, MERGED).get(Math.floorMod(visit.hashCode(), 3));
    }

    String time(Instant at, ZoneId hospital) {
        return (this == MERGED ? OFFSET : LOCAL).format(at.atZone(zone(hospital)));
    }

    private ZoneId zone(ZoneId hospital) {
        return this == EMERGENCY ? ZoneOffset.UTC : hospital;
    }

    /** EVN: when it was recorded and when it happened, where those are told apart. */
    String evn(String event, String planned, String recordedAt, String occurredAt) {
        return this == EMERGENCY
                ? "EVN|" + event + "|" + occurredAt + "|" + planned
                : "EVN|" + event + "|" + recordedAt + "|" + planned + "|||" + occurredAt;
    }

    /** PV1-3. {@code place}: as reports have it; missing: nothing is said. */
    String place(JsonNode place) {
        String ward = place.path("ward").asText();
        String room = place.path("room").asText();
        String bed = place.path("bed").asText();
        if (ward.isEmpty()) {
            return "";
        }
        return switch (this) {
            case EMERGENCY -> bed.isEmpty() ? ward : "^^" + bed + "^^^^^^^" + ward;
            case MERGED -> ward + "/" + room + "/" + bed;
            case PAS, LABORATORY -> ward + "^" + room + "^" + bed;
        };
    }

    boolean visitInPid() {
        return this == MERGED;
    }

    /** PV1-36. */
    String disposition(String word) {
        return this == MERGED ? String.valueOf(DISPOSITIONS.indexOf(word) + 1) : word;
    }

    /** For the {@code profiles} of the file that says how Flyt reads senders. */
    ObjectNode profile(ZoneId hospital) {
        ObjectNode profile = JSON.objectNode();
        profile.put("id", id()).put("source", source).put("zone", zone(hospital).getId());
        ObjectNode dispositions = profile.putObject("dispositions");
        DISPOSITIONS.forEach(word -> dispositions.put(disposition(word), word));
        if (this == MERGED) {
            profile.putArray("visit").add("PID-18");
            profile.putArray("places")
                    .add(JSON.objectNode().put("match", "([^/]+)//").put("ward", "$1"))
                    .add(JSON.objectNode()
                            .put("match", "([^/]+)/([^/]*)/(.+)")
                            .put("ward", "$1")
                            .put("room", "$2")
                            .put("bed", "$3"));
        }
        return profile;
    }

    /** For the {@code senders} of a port. */
    ObjectNode sender(String hospital, String client) {
        return JSON.objectNode()
                .put("application", application())
                .put("hospital", hospital)
                .put("client", client)
                .put("profile", id());
    }

    private String id() {
        return "sim-" + WireNames.of(this);
    }
}
