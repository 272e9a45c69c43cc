package flyt.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flyt.domain.forecast.WhatIf;
import flyt.domain.forecast.WhatIf.Contradiction;
import flyt.journal.JournalJson;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would come if something were so, beside what will come as it is.
 *
 * @param why why it cannot be imagined; null: it can
 * @param json <code>{"asItIs":[…],"imagined":[…]}</code>, rows of view {@code forecast}; null where it cannot
 */
public record Imagined(@Nullable Contradiction why, @Nullable String json) {
    private static final JsonMapper JSON = JournalJson.mapper();

    static Imagined not(Contradiction why) {
        return new Imagined(why, null);
    }

    static Imagined of(List<byte[]> asItIs, List<byte[]> imagined) {
        return new Imagined(null, "{\"asItIs\":[" + joined(asItIs) + "],\"imagined\":[" + joined(imagined) + "]}");
    }

    private static String joined(List<byte[]> rows) {
        return rows.stream().map(row -> new String(row, StandardCharsets.UTF_8)).collect(Collectors.joining(","));
    }

    /** As it travels between members. */
    JsonObject written() {
        return new JsonObject()
                .put("why", why == null ? null : WireNames.of(why))
                .put("json", json);
    }

    static Imagined read(JsonObject written) {
        String why = written.getString("why");
        return new Imagined(why == null ? null : WireNames.parse(Contradiction.class, why), written.getString("json"));
    }

    static String written(WhatIf whatIf) {
        try {
            return JSON.writeValueAsString(whatIf);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write what is asked", e);
        }
    }

    static WhatIf asked(String written) {
        try {
            return JSON.readValue(written, WhatIf.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read what is asked", e);
        }
    }
}
