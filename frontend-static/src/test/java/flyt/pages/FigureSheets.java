package flyt.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Figures as a server would answer them: cleaning that went from an hour to 22 minutes, with one cleaner at night. */
final class FigureSheets {
    static final String NOW = "2026-11-12T09:42:07Z";

    static final String LEADER =
            """
            {"kind":"person","name":"Tone Krogh","given":"Tone","login":"leader","language":"nb","demo":false,
             "grants":[{"role":"leader","hospital":"FJO","wards":"*","zones":"*"}],"device":"own","screen":null,
             "mustChange":false,"until":"2026-11-12T21:42:00Z","idleSeconds":28800,
             "may":{"views":["house","figures","definition"],"deeds":[]}}""";

    static final Map<String, String> ANSWERS = Map.of(
            "/api/v1/hospitals/FJO",
            """
            {"id":"FJO","name":"Fjordvik sykehus","timeZone":"Europe/Oslo","zones":[
              {"id":"R1","name":"Renhold 1","kind":"cleaning"},{"id":"R2","name":"Renhold 2","kind":"cleaning"},
              {"id":"R3","name":"Renhold 3","kind":"cleaning"},{"id":"R4","name":"Renhold 4","kind":"cleaning"}]}""",
            "/api/v1/hospitals/FJO/clock",
            "{\"time\":\"" + NOW + "\",\"rate\":0}");

    /** Per hour of the day; of the nights one person does the work. */
    private static final int[] ORDERS = {
        2, 1, 1, 1, 1, 2, 4, 9, 16, 24, 41, 63, 77, 71, 58, 44, 31, 22, 16, 12, 9, 7, 5, 3
    };

    private static final double[] PEOPLE = {
        1, 1, 1, 1, 1, 1, 1, 8, 8, 8, 8, 8, 8, 8, 8, 6, 4.6, 4.6, 4.6, 4.6, 4.6, 4.4, 4.4, 1
    };

    private static final int NIGHT_ENDS = 7;
    private static final int NIGHT_BEGINS = 23;

    private FigureSheets() {}

    /** The answer to an address. */
    static String answer(String address) {
        Map<String, String> query = query(address);
        boolean before = query.get("to").compareTo("2026-11-12T09:40") < 0;
        double slow = before ? 2.6 : 1;
        JsonObject sheet = new JsonObject();
        sheet.addProperty("leastPeople", 5);
        sheet.addProperty("signedOn", true);
        if (query.getOrDefault("counted", "ordered").equals("done")) {
            sheet.add("whole", group(null, 11, 18, 41, 9));
        } else {
            sheet.add("whole", group(null, before ? 506 : 520, 22 * slow, 55 * slow, 14));
        }
        JsonArray groups = new JsonArray();
        switch (query.get("by")) {
            case "hour" -> {
                for (int hour = 0; hour < 24; hour++) {
                    String name = (hour < 10 ? "0" : "") + hour;
                    boolean night = hour < NIGHT_ENDS || hour >= NIGHT_BEGINS;
                    double busy = 12 + ORDERS[hour] / 2.6;
                    groups.add(
                            night
                                    ? few(name, ORDERS[hour])
                                    : group(name, ORDERS[hour], busy * slow, busy * slow * 2.3, 6));
                }
            }
            case "weekday" -> {
                for (int day = 1; day <= 7; day++) {
                    double pace = day < 6 ? 22 + day : 15;
                    groups.add(group(String.valueOf(day), day < 6 ? 84 - day : 49, pace * slow, pace * slow * 2.4, 12));
                }
            }
            case "zone" -> {
                groups.add(few(null, 3));
                groups.add(group("R1", 201, 19 * slow, 44 * slow, 9));
                groups.add(group("R2", 130, 24 * slow, 61 * slow, 8));
                groups.add(group("R3", 112, 21 * slow, 52 * slow, 7));
                groups.add(few("R4", 74));
            }
            case "kind" -> {
                groups.add(group("clean-contact", 41, 61 * slow, 96 * slow, 6));
                groups.add(group("clean-standard", 451, 20 * slow, 49 * slow, 14));
                groups.add(few("clean-spill", 28));
            }
            default -> {}
        }
        sheet.add("groups", groups);
        JsonArray requests = new JsonArray();
        JsonArray people = new JsonArray();
        for (int hour = 0; hour < 24; hour++) {
            boolean night = hour < NIGHT_ENDS || hour >= NIGHT_BEGINS;
            requests.add(Math.round(ORDERS[hour] / 7.0 * 100) / 100.0);
            people.add(night ? JsonNull.INSTANCE : new com.google.gson.JsonPrimitive(PEOPLE[hour]));
        }
        sheet.add("requestsByHour", requests);
        sheet.add("onDutyByHour", people);
        return sheet.toString();
    }

    /** A period of which nothing is told but that there were so many tasks. */
    static String veiled(int count) {
        JsonObject sheet = new JsonObject();
        sheet.addProperty("leastPeople", 5);
        sheet.addProperty("signedOn", false);
        JsonObject whole = few(null, count);
        whole.remove("group");
        sheet.add("whole", whole);
        JsonArray groups = new JsonArray();
        if (count > 0) {
            groups.add(few("09", count));
        }
        sheet.add("groups", groups);
        JsonArray requests = new JsonArray();
        JsonArray people = new JsonArray();
        for (int hour = 0; hour < 24; hour++) {
            requests.add(hour == 9 ? count : 0);
            people.add(hour == 9 && count > 0 ? JsonNull.INSTANCE : new com.google.gson.JsonPrimitive(0));
        }
        sheet.add("requestsByHour", requests);
        sheet.add("onDutyByHour", people);
        return sheet.toString();
    }

    static Map<String, String> query(String address) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : URI.create(address).getRawQuery().split("&")) {
            String[] both = pair.split("=", 2);
            query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static JsonObject few(String name, int count) {
        JsonObject group = new JsonObject();
        group.addProperty("group", name);
        group.addProperty("count", count);
        group.addProperty("suppressed", true);
        return group;
    }

    private static JsonObject group(String name, int count, double median, double p90, int people) {
        JsonObject group = new JsonObject();
        group.addProperty("group", name);
        group.addProperty("count", count);
        group.addProperty("suppressed", false);
        group.addProperty("people", people);
        group.addProperty("delayed", count / 40);
        group.add("orderedToAccepted", spread(count - 1, median / 5, p90 / 4));
        group.add("orderedToStarted", spread(count - 2, median / 3, p90 / 2));
        group.add("orderedToDone", spread(count - count / 50, median, p90));
        return group;
    }

    private static JsonObject spread(int count, double median, double p90) {
        JsonObject spread = new JsonObject();
        spread.addProperty("count", count);
        spread.addProperty("suppressed", false);
        spread.addProperty("median", Math.round(median * 10) / 10.0);
        spread.addProperty("p90", Math.round(p90 * 10) / 10.0);
        return spread;
    }
}
