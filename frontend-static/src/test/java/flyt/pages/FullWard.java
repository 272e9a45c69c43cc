package flyt.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The demonstration ward grown or shrunk to some number of beds in two clusters, with the longest names of the house. */
final class FullWard {

    private FullWard() {}

    /** A snapshot of level 3 with so many beds, half of them in each cluster, none alone in its look. */
    static String snapshot(int beds) {
        return Golden.snapshotWith(frame -> frame.add("rows", rows(beds)));
    }

    /** The same for a ward of another name. */
    static String named(String name) {
        return Golden.snapshotWith(
                frame -> frame.getAsJsonArray("rows").get(0).getAsJsonObject().addProperty("name", name));
    }

    private static JsonArray rows(int beds) {
        List<JsonObject> patterns = new ArrayList<>();
        JsonArray rows = new JsonArray();
        for (JsonElement each : Golden.rows()) {
            JsonObject row = each.getAsJsonObject();
            if (!row.get("kind").getAsString().equals("bed")) {
                rows.add(lengthened(row));
            } else if (row.get("extra").isJsonNull()) {
                patterns.add(row);
            }
        }
        for (int i = 0; i < beds; i++) {
            rows.add(bed(patterns.get(i % patterns.size()).deepCopy(), 401 + i, i < beds / 2 ? "A" : "B"));
        }
        return rows;
    }

    private static JsonObject bed(JsonObject bed, int number, String cluster) {
        bed.addProperty("key", "bed/LUN-" + number);
        bed.addProperty("bed", "LUN-" + number);
        bed.addProperty("label", String.valueOf(number));
        bed.addProperty("order", number);
        bed.addProperty("cluster", cluster);
        for (JsonElement each : bed.getAsJsonArray("occupants")) {
            each.getAsJsonObject().addProperty("initials", "ÅW");
        }
        return bed;
    }

    private static JsonObject lengthened(JsonObject row) {
        switch (row.get("kind").getAsString()) {
            case "outlier" -> row.addProperty("ward", "Gastro, nyre, endokrin");
            case "task", "incoming" -> row.addProperty("bed", "LUN-405");
            default -> {
                return row;
            }
        }
        return row;
    }
}
