package flyt.simulator.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The laboratory's files as people write them: read strictly, since a word it does not know is a slip. */
final class Words {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Words() {}

    /** @throws IllegalArgumentException with what is wrong and where */
    static <T> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("is empty");
            }
            return value;
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                    .collect(Collectors.joining("."));
            throw new IllegalArgumentException(
                    (path.isEmpty() ? "" : path + ": ")
                            + e.getOriginalMessage()
                                    .replaceAll("\\s*\\(class [^)]*\\).*", "")
                                    .replaceAll("`[^`]*\\.", "`"),
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": is not JSON, or has a name twice",
                    e);
        }
    }

    static JsonMapper mapper() {
        return MAPPER;
    }

    /** {@code INTENSIVE_CARE} as {@code intensive-care}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException that lists the words there are */
    static <E extends Enum<E>> E of(Class<E> type, String word, String where) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(where + ": " + word + " is not one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Words::word)
                                .toList()));
    }
}
