package flyt.intake.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Consumer;

/** JSON from outside: UTF-8, no field twice, nothing after the end, no deeper than {@value #DEPTH_MAX}. */
final class StrictJson {
    static final int DEPTH_MAX = 20;
    private static final int NAME_MAX = 200;
    private static final int NUMBER_MAX = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNameLength(NAME_MAX)
                    .maxNumberLength(NUMBER_MAX)
                    .build())
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();
    private static final ObjectReader NODES = MAPPER.readerFor(JsonNode.class);

    private StrictJson() {}

    /** The bytes are not JSON as it must be; the message says where, never what. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** An array holds more than it may. */
    static final class TooMany extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The one value that the bytes are. */
    static JsonNode read(byte[] body) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(body)) {
            parser.nextToken();
            return whole(parser);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /**
     * Reads one value, or each value of an array in turn, without holding the others.
     *
     * @return whether it was an array
     */
    static boolean readEach(byte[] body, int max, Consumer<JsonNode> each) throws Malformed, TooMany {
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                each.accept(whole(parser));
                return false;
            }
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new Malformed("the array has no end");
                }
                count++;
                if (count > max) {
                    throw new TooMany();
                }
                each.accept(NODES.readTree(parser));
            }
            end(parser);
            return true;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** A JSON text of these characters. */
    static String text(String characters) {
        try {
            return MAPPER.writeValueAsString(characters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode whole(JsonParser parser) throws IOException, Malformed {
        if (parser.currentToken() == null) {
            throw new Malformed("there is nothing");
        }
        JsonNode node = NODES.readTree(parser);
        end(parser);
        return node;
    }

    private static void end(JsonParser parser) throws IOException, Malformed {
        if (parser.nextToken() != null) {
            throw new Malformed("something follows after the end");
        }
    }

    private static Malformed malformed(IOException e) {
        if (e instanceof JsonProcessingException problem && problem.getLocation() != null) {
            var at = problem.getLocation();
            return new Malformed("trouble in line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
        return new Malformed("trouble at an unknown place");
    }
}
