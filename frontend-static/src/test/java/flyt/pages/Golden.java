package flyt.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The golden messages of {@code backend/protocol}, as a server would send them. */
public final class Golden {

    private Golden() {}

    /** A frame of {@code golden/frames}, without its ending. */
    public static String frame(String name) {
        return text("/flyt/protocol/golden/frames/" + name + ".json");
    }

    /** A frame of {@code golden/frames}, read. */
    public static JsonObject frameObject(String name) {
        return JsonParser.parseString(frame(name)).getAsJsonObject();
    }

    /** The demonstration ward at level 3. */
    public static JsonArray rows() {
        return frameObject("snapshot-ward.3").getAsJsonArray("rows");
    }

    /** A row of the demonstration ward at level 3, by its key. */
    public static JsonObject row(String key) {
        for (JsonElement row : rows()) {
            if (row.getAsJsonObject().get("key").getAsString().equals(key)) {
                return row.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException("no golden row " + key);
    }

    /** An update of the demonstration ward with one row. */
    public static String update(int prev, int seq, JsonObject row) {
        JsonObject frame = new JsonObject();
        frame.addProperty("type", "rows");
        frame.addProperty("stream", "FJO/ward.3/LUN");
        frame.addProperty("prev", prev);
        frame.addProperty("seq", seq);
        JsonArray put = new JsonArray();
        put.add(row);
        frame.add("put", put);
        frame.add("drop", new JsonArray());
        return frame.toString();
    }

    /** The snapshot of the demonstration ward at level 3 after a change. */
    public static String snapshotWith(Consumer<JsonObject> change) {
        JsonObject frame = frameObject("snapshot-ward.3");
        change.accept(frame);
        return frame.toString();
    }

    static String text(String resource) {
        try (InputStream found = Golden.class.getResourceAsStream(resource)) {
            if (found == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
