package flyt;

import static flyt.DemoHouse.ACCESS;
import static flyt.DemoHouse.FJO;
import static flyt.DemoHouse.admission;
import static flyt.DemoHouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Role;
import flyt.access.View;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people, screens and systems see of patients is in the access log, from when until when; and what they were refused. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RememberedTest {
    private static final String WARD_3 = "view=ward&scope=OBS&level=3";
    private static final long LOOK_NANOS = 20_000_000;

    private DemoHouse house;
    private Caller auditor;
    private Caller system;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        house = new DemoHouse(folder);
        auditor = house.person(Role.AUDITOR);
        system = house.system("record-system");
        JsonObject patient = new JsonObject()
                .put("number", "P-1")
                .put("given", "Xanthippe")
                .put("family", "Quartzberg")
                .put("birthDate", "1931-07-19");
        var unused =
                house.report(system, "FJO", admission("V2001", "OBS", "OBS-014").put("patient", patient));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aSittingIsRememberedFromWhenUntilWhen() throws Exception {
        Caller nurse = house.person(Role.NURSE);
        Onlooker onlooker = Onlooker.of(house, nurse);
        Instant before = Instant.now();
        shown(onlooker, "ward", 3);
        Instant after = Instant.now();

        JsonObject sitting = await(line -> isOf(nurse, line) && line.getBoolean("sitting") && is(line, "view", "ward"));
        assertThat(Instant.parse(sitting.getString("at"))).isBetween(before.minusMillis(1), after);
        assertThat(sitting.getString("until")).as("still there").isNull();
        assertThat(sitting.getString("name")).isEqualTo("Ingrid Solheim");
        assertThat(sitting.getString("role")).isEqualTo("nurse");
        assertThat(sitting.getString("unit")).isEqualTo("FJO OBS");
        assertThat(sitting.getString("scope")).isEqualTo("OBS");
        assertThat(sitting.getInteger("level")).isEqualTo(3);
        assertThat(sitting.getString("address")).isEqualTo("127.0.0.1");
        assertThat(sitting.getString("outcome")).isEqualTo("allowed");

        shown(onlooker, "names", 4);
        JsonObject names = await(line -> isOf(nurse, line) && Integer.valueOf(4).equals(line.getInteger("level")));
        var unused = onlooker.unsubscribe(board("names", 4));
        JsonObject namesLeft =
                await(line -> line.getLong("id").equals(names.getLong("id")) && line.getString("until") != null);
        assertThat(line(sitting).getString("until"))
                .as("the other board is still open")
                .isNull();
        Instant leaves = Instant.now();
        onlooker.leave();

        JsonObject left =
                await(line -> line.getLong("id").equals(sitting.getLong("id")) && line.getString("until") != null);
        assertThat(Instant.parse(left.getString("until"))).isBetween(leaves.minusMillis(1), Instant.now());
        assertThat(namesLeft.getString("until")).isLessThanOrEqualTo(left.getString("until"));
    }

    @Test
    void aScreensSittingIsRememberedWherePatientsAreShown() throws Exception {
        Caller closed = house.screen("FJO", View.WARD, "OBS", 2);
        Caller open = house.screen("FJO", View.WARD, "OBS", 1);
        Onlooker corridor = Onlooker.of(house, open);
        shown(corridor, "ward", 1);
        Onlooker room = Onlooker.of(house, closed);
        shown(room, "ward", 2);
        room.leave();

        JsonObject line = await(one -> isOf(closed, one) && one.getString("until") != null);
        assertThat(line.getString("kind")).isEqualTo("screen");
        assertThat(line.getString("screen")).isEqualTo(closed.id());
        assertThat(line.getInteger("level")).isEqualTo(2);
        assertThat(lines()).as("no patient is on its board").noneMatch(one -> isOf(open, one));
        corridor.leave();
    }

    @Test
    void whoIsRefusedIsRememberedToo() throws Exception {
        Caller cleaner = house.person(Role.CLEANER);
        assertThat(house.ask(cleaner, "GET", FJO + "/rows?" + WARD_3, "").statusCode())
                .isEqualTo(403);
        JsonObject asked = await(line -> isOf(cleaner, line));
        assertThat(asked.getString("outcome")).isEqualTo("refused");
        assertThat(asked.getString("scope")).isEqualTo("OBS");
        assertThat(asked.getInteger("level")).isEqualTo(3);

        Onlooker onlooker = Onlooker.of(house, cleaner);
        assertThat(onlooker.subscribe(board("ward", 2)).answer("FJO/ward.2/OBS").getString("type"))
                .isEqualTo("refused");
        JsonObject subscribed =
                await(line -> isOf(cleaner, line) && Integer.valueOf(2).equals(line.getInteger("level")));
        assertThat(subscribed.getString("outcome")).isEqualTo("refused");
        assertThat(subscribed.getBoolean("sitting")).isFalse();
        onlooker.leave();
    }

    @Test
    void thePastHasNamesForWhoGivesAReason() throws Exception {
        Caller manager = house.person(Role.BED_MANAGER);
        String past = FJO + "/rows?view=ward&scope=OBS&level=2&at="
                + Instant.now().plusSeconds(1).toString().substring(0, 19) + "Z";

        HttpResponse<String> plain = house.ask(manager, "GET", past, "");
        assertThat(json(plain).encode())
                .contains("\"occupied\"")
                .doesNotContain("\"XQ\"")
                .doesNotContain("1931");
        assertThat(lines()).noneMatch(line -> isOf(manager, line) && is(line, "deed", "past"));

        HttpResponse<String> named = house.send(house.request("GET", past, "")
                .header("Cookie", manager.credential())
                .header("Flyt-Reason", "klage%20fra%20p%C3%A5r%C3%B8rende"));
        assertThat(json(named).encode()).contains("\"XQ\"").contains("1931");
        JsonObject line = await(one -> isOf(manager, one) && is(one, "deed", "past"));
        assertThat(line.getString("reason")).isEqualTo("klage fra pårørende");
        assertThat(line.getString("view")).isEqualTo("ward");
        assertThat(line.getString("scope")).isEqualTo("OBS");
    }

    @Test
    void aLookBackOnTheSocketHasNamesForWhoGivesAReasonAndIsASittingThen() throws Exception {
        Caller manager = house.another(Role.BED_MANAGER);
        Onlooker onlooker = Onlooker.of(house, manager);
        JsonObject back = back("ward", "OBS").put("level", 2).put("rate", 600);
        assertThat(onlooker.say(back).answer("FJO/ward.2/OBS").encode())
                .contains("\"occupied\"")
                .doesNotContain("XQ", "1931");
        assertThat(onlooker.say(back.copy().put("reason", "klage fra pårørende"))
                        .answer("FJO/ward.2/OBS")
                        .encode())
                .contains("XQ", "1931");
        JsonObject line = await(one -> isOf(manager, one) && is(one, "reason", "klage fra pårørende"));
        assertThat(line.getString("deed")).isEqualTo("past");
        assertThat(line.getString("scope")).isEqualTo("OBS");
        assertThat(line.getBoolean("sitting")).isTrue();
        assertThat(onlooker.say(back).answer("FJO/ward.2/OBS").encode()).doesNotContain("XQ", "1931");
        JsonObject left = await(one -> one.getLong("id").equals(line.getLong("id")) && one.getString("until") != null);
        assertThat(left.getString("until")).isNotNull();
        assertThat(lines().stream().filter(one -> isOf(manager, one) && is(one, "deed", "past")))
                .as("to look without names is not remembered")
                .hasSize(1);
        onlooker.leave();
    }

    /** Whoever treats the ward's patients has their names in what was, remembered as every look; and none once they are not there. */
    @Test
    void whoTreatsPatientsSeesThemInThePastForAsLongAsTheyAreThere() throws Exception {
        JsonObject patient = new JsonObject()
                .put("number", "P-2")
                .put("given", "Zebulon")
                .put("family", "Ypsilon")
                .put("birthDate", "1927-02-03");
        var in =
                house.report(system, "FJO", admission("V2002", "OBS", "OBS-015").put("patient", patient));
        Caller doctor = house.another(Role.DOCTOR);
        String past = FJO + "/rows?" + WARD_3 + "&at="
                + Instant.now().plusSeconds(1).toString().substring(0, 19) + "Z";
        assertThat(json(house.ask(doctor, "GET", past, "")).encode()).contains("\"ZY\"", "1927");
        JsonObject asked = await(one -> isOf(doctor, one) && is(one, "deed", "past"));
        assertThat(asked.getString("reason")).isNull();

        Onlooker onlooker = Onlooker.of(house, doctor);
        JsonObject back = back("ward", "OBS").put("level", 3);
        assertThat(onlooker.say(back).answer("FJO/ward.3/OBS").encode()).contains("\"ZY\"", "1927");
        assertThat(onlooker.say(back("ward", "OBS").put("level", 1))
                        .answer("FJO/ward.1/OBS")
                        .encode())
                .as("the beds alone name nobody")
                .doesNotContain("ZY", "1927");
        assertThat(onlooker.say(back).answer("FJO/ward.3/OBS").encode()).contains("\"ZY\"", "1927");
        JsonObject line = await(one -> isOf(doctor, one) && one.getBoolean("sitting") && is(one, "deed", "past"));
        assertThat(line.getString("view")).isEqualTo("ward");
        assertThat(line.getString("scope")).isEqualTo("OBS");
        assertThat(line.getString("reason")).isNull();

        var out = house.report(
                system,
                "FJO",
                new JsonObject()
                        .put("type", "PatientDischarged")
                        .put("visit", "V2002")
                        .put("disposition", "home"));
        assertThat(onlooker.answer("FJO/ward.3/OBS").encode())
                .as("the moment stands still, and the name is gone")
                .contains("\"XQ\"")
                .doesNotContain("ZY", "1927");
        onlooker.leave();
    }

    private static JsonObject back(String view, String scope) {
        return new JsonObject()
                .put("type", "subscribe")
                .put("hospital", "FJO")
                .put("view", view)
                .put("scope", scope)
                .put("at", Instant.now().plusSeconds(1).toString());
    }

    @Test
    void whoMayNotLookBackIsRefusedOnTheSocketToo() throws Exception {
        Onlooker onlooker = Onlooker.of(house, house.person(Role.SECRETARY));
        JsonObject back = back("ward", "OBS").put("level", 3);
        shown(onlooker, "ward", 3);
        assertThat(onlooker.say(back).answer("FJO/ward.3/OBS").getString("reason"))
                .isEqualTo("not-your-role");
        onlooker.leave();
    }

    @Test
    void whoReadsAStayIsRememberedWithIt() throws Exception {
        Caller coordinator = house.person(Role.WARD_COORDINATOR);
        JsonObject stay = json(house.ask(coordinator, "GET", FJO + "/stays/V2001", ""));
        assertThat(stay.getString("visit")).isEqualTo("V2001");
        JsonObject line = await(one -> isOf(coordinator, one));
        assertThat(line.getString("deed")).isEqualTo("stay");
        assertThat(line.getString("stay")).isEqualTo("V2001");
        assertThat(line.getString("outcome")).isEqualTo("allowed");

        assertThat(house.ask(coordinator, "GET", FJO + "/stays/V9999", "").statusCode())
                .isEqualTo(403);
        JsonObject refused = await(one -> isOf(coordinator, one) && is(one, "stay", "V9999"));
        assertThat(refused.getString("outcome")).isEqualTo("refused");
    }

    @Test
    void theAuditorIsRememberedAsWell() throws Exception {
        JsonObject unused = json(house.ask(auditor, "GET", ACCESS + "log?hospital=FJO&patient=V2001", ""));
        JsonObject line = await(one -> isOf(auditor, one) && is(one, "stay", "V2001"));
        assertThat(line.getString("deed")).isEqualTo("access-log");
    }

    private static Asked board(String view, int level) {
        return new Asked(Spot.HOME, View.WARD, view, "OBS", level);
    }

    private static void shown(Onlooker onlooker, String view, int level) throws InterruptedException {
        Asked board = board(view, level);
        assertThat(onlooker.subscribe(board).answer(board.stream()).getString("type"))
                .isEqualTo("snapshot");
    }

    private static boolean isOf(Caller caller, JsonObject line) {
        return is(line, "who", caller.id());
    }

    private static boolean is(JsonObject line, String field, String value) {
        return value.equals(line.getString(field));
    }

    private JsonObject line(JsonObject known) throws IOException, InterruptedException {
        return await(line -> line.getLong("id").equals(known.getLong("id")));
    }

    /** The first line like this, as soon as it is written. */
    private JsonObject await(Predicate<JsonObject> like) throws IOException, InterruptedException {
        while (true) {
            for (JsonObject line : lines()) {
                if (like.test(line)) {
                    return line;
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** The whole log of FJO, as the auditor reads it. */
    private List<JsonObject> lines() throws IOException, InterruptedException {
        JsonArray lines = json(house.ask(auditor, "GET", ACCESS + "log?hospital=FJO&limit=500", ""))
                .getJsonArray("lines");
        return IntStream.range(0, lines.size()).mapToObj(lines::getJsonObject).toList();
    }
}
