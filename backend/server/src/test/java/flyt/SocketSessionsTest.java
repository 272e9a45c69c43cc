package flyt;

import static flyt.DemoHouse.FJO;
import static flyt.DemoHouse.admission;
import static flyt.DemoHouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Principal;
import flyt.access.View;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everybody asks for everything while patients with unmistakable names are reported, and keeps every character that comes. Of
 * each thing that was planted there is something in the recording where the row of their role and level has it, and nowhere else.
 */
@Timeout(300)
class SocketSessionsTest {
    private static final String[] NOWHERE = {};

    /** What was planted, as it would be in the bytes, and the streams that may carry it. */
    private static final Map<String, String[]> PLANTED = new LinkedHashMap<>();

    static {
        // somebody on OBS
        plant("names/OBS", "Xanthippe", "Quartzberg", "1931-07-19");
        plant("ward.2/OBS ward.3/OBS", "\"initials\":\"XQ\"", "\"year\":1931", "Doktorsen", "contact-chlorine");
        plant("ward.1/OBS ward.2/OBS ward.3/OBS", "Nursilde");
        plant(
                "ward.3/OBS",
                "\"careWeight\":5",
                "\"score\":17",
                "NEWS2",
                "\"lab\":\"critical\"",
                "\"milestone\":\"relatives\"");
        plant("", "Bakmesterson", "P-V-QUARTZ");
        // somebody on LUN, where OBS is responsible
        plant("names/LUN names/OBS", "Wendelbo", "Orlowska", "1938-04-04");
        plant("ward.2/LUN ward.3/LUN ward.2/OBS ward.3/OBS", "\"initials\":\"WO\"", "\"year\":1938");
        plant("", "P-V-ORLOWSKA");
        // somebody who is expected on OBS
        plant("names/OBS", "Vigdisa", "Kommersen", "1950-06-06");
        plant("ward.2/OBS ward.3/OBS", "\"initials\":\"VK\"", "\"year\":1950");
        plant("", "P-V-KOMMERSEN");
        // somebody on OBS who is protected
        plant(
                "",
                "Ulvhilde",
                "Skjermet",
                "1947-03-03",
                "\"initials\":\"US\"",
                "\"year\":1947",
                "Vernilde",
                "Vernelege");
        plant("", "droplet", "\"careWeight\":4", "\"score\":13", "P-V-SKJERMET");
        plant("ward.2/OBS ward.3/OBS", "\"protected\":true");
        // to one cleaner alone, from the coordinator
        plant("crew/cleaning", "Skrubbelsen");
    }

    private static void plant(String streams, String... tokens) {
        for (String token : tokens) {
            PLANTED.put(token, streams.isEmpty() ? NOWHERE : streams.split(" "));
        }
    }

    @Test
    void nobodyIsSentWhatTheirRowDoesNotHave(@TempDir Path folder) throws Exception {
        try (DemoHouse house = new DemoHouse(folder)) {
            Everybody everybody = new Everybody(house);
            Map<Caller, Onlooker> onlookers = new LinkedHashMap<>();
            for (Caller caller : everybody.known()) {
                Onlooker onlooker = Onlooker.of(house, caller);
                onlookers.put(caller, onlooker);
                for (Asked asked : Asked.everything()) {
                    assertThat(onlooker.subscribe(asked).answer(asked.stream())).isNotNull();
                }
            }

            toOneAlone(house, everybody.one("cleaner"), everybody.one("logistics-coordinator"));
            long last = happens(house, everybody.one("record-system"));
            for (Caller caller : everybody.known()) {
                readUntil(last, caller.who(), onlookers.get(caller));
            }

            List<String> wrong = new ArrayList<>();
            onlookers.forEach((caller, onlooker) -> {
                Set<String> theirs = theirs(caller.who());
                String heard = onlooker.heard();
                PLANTED.forEach((token, streams) -> {
                    boolean may = Set.of(streams).stream().anyMatch(theirs::contains);
                    if (heard.contains(token) != may) {
                        wrong.add(caller + (may ? " was not sent " : " was sent ") + token);
                    }
                });
                onlooker.leave();
            });
            assertThat(wrong).isEmpty();
        }
    }

    /** The streams of FJO that the table of roles gives somebody, without their hospital. */
    private static Set<String> theirs(Principal who) {
        return Asked.everything().stream()
                .filter(asked -> asked.spot().hospital().equals("FJO")
                        && (asked.view() == View.WARD || asked.view() == View.CREW))
                .filter(asked -> asked.verdict(who).isAllowed())
                .map(asked -> asked.stream().substring("FJO/".length()))
                .collect(Collectors.toSet());
    }

    /** Hears out what happened, and asks once more for everything that is theirs. */
    private static void readUntil(long last, Principal who, Onlooker onlooker) throws InterruptedException {
        if (!theirs(who).isEmpty()) {
            onlooker.beat("FJO", last);
        }
        for (Asked asked : Asked.everything()) {
            if (asked.exists() && asked.verdict(who).isAllowed()) {
                assertThat(onlooker.subscribe(asked).answer(asked.stream()).getString("type"))
                        .isEqualTo("snapshot");
            }
        }
    }

    /** A coordinator tells a cleaner on duty something, who gets its words by asking for them, and nobody else does. */
    private static void toOneAlone(DemoHouse house, Caller cleaner, Caller coordinator) throws Exception {
        assertThat(house.wish(cleaner, "StartDuty", new JsonObject().put("team", "cleaning"))
                        .statusCode())
                .isEqualTo(200);
        String worker =
                json(house.ask(coordinator, "GET", FJO + "/rows?view=crew&scope=cleaning", ""))
                        .getJsonArray("rows")
                        .stream()
                        .map(JsonObject.class::cast)
                        .filter(row -> row.getString("kind").equals("worker"))
                        .map(row -> row.getString("worker"))
                        .findFirst()
                        .orElseThrow();
        String message = UUID.randomUUID().toString();
        JsonObject told = new JsonObject()
                .put("commandId", message)
                .put("team", "cleaning")
                .put("worker", worker)
                .put("text", "Skrubbelsen");
        assertThat(house.wish(coordinator, "SendMessage", told).statusCode()).isEqualTo(200);
        String words = FJO + "/messages/" + message;
        assertThat(json(house.ask(cleaner, "GET", words, "")).getString("text")).isEqualTo("Skrubbelsen");
        assertThat(house.ask(coordinator, "GET", words, "").statusCode()).isEqualTo(404);
    }

    private static long happens(DemoHouse house, Caller system) throws Exception {
        JsonObject quartz = person("V-QUARTZ", "Xanthippe", "Quartzberg", "1931-07-19", false);
        JsonObject orlowska = person("V-ORLOWSKA", "Wendelbo", "Orlowska", "1938-04-04", false);
        JsonObject kommersen = person("V-KOMMERSEN", "Vigdisa", "Kommersen", "1950-06-06", false);
        JsonObject skjermet = person("V-SKJERMET", "Ulvhilde", "Skjermet", "1947-03-03", true);
        return house.report(
                system,
                "FJO",
                admission("V-QUARTZ", "OBS", "OBS-014").put("patient", quartz),
                about("V-QUARTZ", "ResponsibilityReported")
                        .put("nurse", staff("N-1", "Nursilde Bakmesterson"))
                        .put("doctor", staff("D-1", "Doktorsen")),
                about("V-QUARTZ", "IsolationReported").put("isolation", "contact-chlorine"),
                about("V-QUARTZ", "CareWeightReported").put("weight", 5),
                about("V-QUARTZ", "EarlyWarningReported").put("scale", "NEWS2").put("score", 17),
                about("V-QUARTZ", "LabStatusReported")
                        .put("order", "L-1")
                        .put("status", "final")
                        .put("critical", true),
                about("V-QUARTZ", "DischargeExpected").put("expectedOn", "2026-11-30"),
                about("V-QUARTZ", "MilestoneReported")
                        .put("milestone", "relatives")
                        .put("state", "waiting"),
                admission("V-ORLOWSKA", "LUN", "LUN-304")
                        .put("patient", orlowska)
                        .put("responsibleWard", "OBS"),
                new JsonObject()
                        .put("type", "AdmissionExpected")
                        .put("visit", "V-KOMMERSEN")
                        .put("patient", kommersen)
                        .put("place", new JsonObject().put("ward", "OBS").put("bed", "OBS-016"))
                        .put("expectedAt", "2026-11-30T12:00:00Z"),
                admission("V-SKJERMET", "OBS", "OBS-015").put("patient", skjermet),
                about("V-SKJERMET", "ResponsibilityReported")
                        .put("nurse", staff("N-2", "Vernilde"))
                        .put("doctor", staff("D-2", "Vernelege")),
                about("V-SKJERMET", "CareWeightReported").put("weight", 4),
                about("V-SKJERMET", "EarlyWarningReported")
                        .put("scale", "NEWS2")
                        .put("score", 13),
                about("V-SKJERMET", "IsolationReported").put("isolation", "droplet"));
    }

    private static JsonObject person(String visit, String given, String family, String birthDate, boolean isProtected) {
        return new JsonObject()
                .put("number", "P-" + visit)
                .put("given", given)
                .put("family", family)
                .put("birthDate", birthDate)
                .put("protected", isProtected);
    }

    private static JsonObject staff(String key, String name) {
        return new JsonObject().put("key", key).put("name", name);
    }

    private static JsonObject about(String visit, String type) {
        return new JsonObject().put("type", type).put("visit", visit);
    }
}
