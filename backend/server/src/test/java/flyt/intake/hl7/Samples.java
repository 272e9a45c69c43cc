package flyt.intake.hl7;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.JsonFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Messages of invented people, and what is made of them. */
final class Samples {
    static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");
    static final String USUAL = "{\"id\":\"pas\",\"source\":\"pas\",\"zone\":\"Europe/Oslo\"}";

    private Samples() {}

    static String adt(String event, String... segments) {
        return "MSH|^~\\&|PAS|KAL|FLYT|KAL|20261122130500||ADT^" + event + "|m-" + event + "|P|2.5\r"
                + String.join("\r", segments);
    }

    static String pid(String number) {
        return "PID|1||" + number + "^^^KAL^MR||Testesen^Kari||19520304|F";
    }

    /** With the place in PV1-3 and the visit in PV1-19. */
    static String pv1(String classOf, String place, String visit) {
        return "PV1|1|" + classOf + "|" + place + "|".repeat(16) + visit;
    }

    static SenderProfile profile(String json) throws Exception {
        List<String> faults = new ArrayList<>();
        JsonNode node = JsonFile.root(json);
        SenderProfile profile = ProfileReader.read(node, "profile", faults);
        if (profile == null) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return profile;
    }

    static Mapped map(String profile, String message) throws Exception {
        return Interpreter.understand(profile(profile), message, RECEIVED).mapped();
    }
}
