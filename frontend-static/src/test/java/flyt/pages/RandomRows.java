package flyt.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Bed rows of the demonstration ward that change at random, repeatable by seed. */
final class RandomRows {

    private static final List<String> LABS =
            List.of("ordered", "collected", "final", "seen", "critical", "rejected", "corrected");
    private static final List<String> NAMES =
            List.of("Ingrid", "Jo", "Anne-Margrethe Kristoffersen", "Eva", "Bjørn-Håkon");
    private static final List<String> ISOLATIONS =
            List.of("contact", "contact-chlorine", "droplet", "airborne", "protective");
    private static final List<String> EMPTY =
            List.of("ready", "waiting-cleaning", "being-cleaned", "cleaning-paused", "not-made");

    private final Random random;
    private final List<JsonObject> beds = new ArrayList<>();
    private final Map<String, JsonObject> last = new TreeMap<>();

    RandomRows(long seed) {
        random = new Random(seed);
        Golden.rows().forEach(row -> {
            JsonObject bed = row.getAsJsonObject();
            if (bed.get("kind").getAsString().equals("bed") && bed.get("extra").isJsonNull()) {
                beds.add(bed);
            }
        });
    }

    /** The next changed row. */
    JsonObject next() {
        JsonObject row = beds.get(random.nextInt(beds.size())).deepCopy();
        JsonArray occupants = row.getAsJsonArray("occupants");
        if (occupants.isEmpty() || random.nextInt(10) == 0) {
            row.add("occupants", new JsonArray());
            row.addProperty("use", pick(EMPTY));
        } else {
            change(occupants.get(0).getAsJsonObject());
        }
        last.put(row.get("key").getAsString(), row);
        return row;
    }

    /** The keys of rows that do not stand on the screen as they were sent last: their nurse, or that nobody is there. */
    List<String> notShown(Screen screen) {
        return last.entrySet().stream()
                .filter(entry -> !screen.page()
                        .locator("flyt-bed-row[data-key='" + entry.getKey() + "'] "
                                + expected(entry.getValue().getAsJsonArray("occupants")))
                        .isVisible())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String expected(JsonArray occupants) {
        return occupants.isEmpty()
                ? ".cell.state"
                : ".nurse:text-is('"
                        + occupants.get(0).getAsJsonObject().get("nurse").getAsString() + "')";
    }

    private void change(JsonObject occupant) {
        occupant.addProperty("nurse", pick(NAMES));
        occupant.addProperty("doctorMissing", random.nextBoolean());
        occupant.addProperty("nurseMissing", false);
        occupant.addProperty("careWeight", 1 + random.nextInt(5));
        occupant.addProperty("lab", pick(LABS));
        occupant.addProperty("alike", random.nextBoolean());
        if (random.nextBoolean()) {
            occupant.addProperty("isolation", pick(ISOLATIONS));
        } else {
            occupant.add("isolation", JsonNull.INSTANCE);
        }
        JsonObject ews = occupant.getAsJsonObject("ews");
        ews.addProperty("score", random.nextInt(12));
        ews.addProperty("single3", random.nextBoolean());
        occupant.getAsJsonObject("discharge").addProperty("on", "2026-11-" + (12 + random.nextInt(10)));
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
