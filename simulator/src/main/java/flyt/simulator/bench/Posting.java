package flyt.simulator.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One report to be posted, and whose boards it changes.
 *
 * @param body the report but for {@code occurredAt}
 * @param wards the wards whose boards show it, one or two
 */
record Posting(ObjectNode body, List<String> wards) {

    String source() {
        return body.get("source").asText();
    }

    String messageId() {
        return body.get("messageId").asText();
    }

    /** The bytes to send; milliseconds count. */
    Buffer at(Instant occurredAt) {
        ObjectNode whole = body.deepCopy()
                .put("occurredAt", occurredAt.truncatedTo(ChronoUnit.MILLIS).toString());
        return Buffer.buffer(whole.toString().getBytes(StandardCharsets.UTF_8));
    }
}
