package flyt.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Reads the JSON of a file that people write: strictly, since a name twice or a rest behind the end is a slip. */
public final class JsonFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFile() {}

    /** @throws FaultyFile with the place where it ceases to be JSON */
    public static JsonNode root(String json) throws FaultyFile {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new FaultyFile(
                    List.of("line " + at.getLineNr() + ", column " + at.getColumnNr() + ": not JSON, or a name twice"));
        }
    }
}
