package flyt.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import flyt.domain.place.HospitalDefinition;
import io.vertx.core.buffer.Buffer;

/** A hospital's definition as its file writes it ({@code hospital.schema.json}), which is also how the journal keeps it. */
public final class DefinitionJson {
    private static final ObjectWriter WRITER = JournalJson.mapper().writerFor(HospitalDefinition.class);

    private DefinitionJson() {}

    /** The definition in UTF-8. */
    public static Buffer write(HospitalDefinition definition) {
        try {
            return Buffer.buffer(WRITER.writeValueAsBytes(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write a definition", e);
        }
    }
}
