package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.board.Stream;
import flyt.domain.forecast.Experience;
import flyt.domain.forecast.Memory;
import flyt.domain.forecast.WhatIf;
import flyt.domain.forecast.WhatIf.Contradiction;
import flyt.domain.place.WardId;
import flyt.journal.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The forecasts of a hospital whose clock goes as it is told: when they are made, of what, and by whom. */
@Timeout(60)
class ForecasterTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private TestDatabase testDatabase;
    private House house;
    private int told;

    @BeforeEach
    void open() {
        testDatabase = TestDatabase.fresh();
        house = new House(testDatabase, 5_000, TEN_MINUTES);
        house.define();
    }

    @AfterEach
    void close() {
        house.close();
        testDatabase.close();
    }

    /** Lets it be so late, by a report of somebody who comes then. */
    private void at(Duration afterNoon) {
        String bed = List.of("MED-1", "MED-2", "MED-3", "MED-4", "KIR-1", "KIR-2", "KIR-3", "KIR-4")
                .get(told);
        Answer unused = house.tell(report("m" + told, NOON.plus(afterNoon), admitted("V" + told, bed)));
        told++;
    }

    private JsonObject row(String key) {
        return house.rows("forecast", "-").stream()
                .map(JsonObject::new)
                .filter(row -> row.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject made(Duration afterNoon) {
        return when(at -> at.equals(NOON.plus(afterNoon)));
    }

    private JsonObject madeSince(Duration afterNoon) {
        return when(at -> !at.isBefore(NOON.plus(afterNoon)));
    }

    /** The hospital's row, once its forecast was made at such a time. */
    private JsonObject when(Predicate<Instant> madeAt) {
        while (true) {
            JsonObject row = row("forecast");
            if (row.getString("madeAt") != null && madeAt.test(Instant.parse(row.getString("madeAt")))) {
                return row;
            }
            var unused = await(house.grid.vertx().timer(20, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void theyAreMadeOfRollCallsOfFullHoursAndInBetween() {
        assertThat(row("forecast").getValue("madeAt")).isNull();
        assertThat(row("forecast/MED").getValue("expected")).isNull();
        at(Duration.ZERO);
        JsonObject first = made(Duration.ZERO);
        assertThat(first.getLong("learnedHours")).isEqualTo(1);
        assertThat(first.getJsonObject("now").getInteger("patients")).isEqualTo(1);
        assertThat(first.getJsonObject("expected").getJsonObject("patients").getJsonArray("mean"))
                .hasSize(48);
        assertThat(row("forecast/KIR").getJsonObject("now").getInteger("ready")).isEqualTo(4);

        at(Duration.ofMinutes(65));
        assertThat(made(Duration.ofMinutes(60)).getLong("learnedHours")).isEqualTo(2);
        at(Duration.ofMinutes(75));
        JsonObject third = made(Duration.ofMinutes(75));
        assertThat(third.getLong("learnedHours")).isEqualTo(2);
        assertThat(third.getJsonArray("past").stream().map(hour -> ((JsonObject) hour).getString("at")))
                .containsExactly(NOON.toString(), NOON.plusSeconds(3_600).toString());

        // what is imagined is answered and leaves no trace
        long head = await(house.work.journal().head("KAL")).orElseThrow();
        JsonObject imagined =
                new JsonObject(imagine(Map.of(new WardId("MED"), 3)).json());
        assertThat(open(imagined, "imagined")).isEqualTo(open(imagined, "asItIs") + 3);
        assertThat(imagine(Map.of(new WardId("X"), 3)).why()).isEqualTo(Contradiction.UNKNOWN_WARD);
        assertThat(await(house.work.journal().head("KAL"))).hasValue(head);

        // the clock leaps: the hours between are nobody's
        at(Duration.ofDays(5));
        JsonObject fourth = made(Duration.ofDays(5));
        assertThat(fourth.getLong("learnedHours")).isEqualTo(3);
        assertThat(fourth.getJsonArray("past")).hasSize(1);

        // and what stood then is still to be seen
        Instant then = NOON.plus(Duration.ofMinutes(74));
        RowsAt past = await(house.desk.rows(new Stream("KAL", "forecast", "-"), new LookBack(then, false)));
        assertThat(House.texts(past)).anySatisfy(row -> assertThat(row)
                .contains("\"key\":\"forecast\"")
                .contains("\"madeAt\":\"" + NOON.plusSeconds(3_600) + "\""));
    }

    @Test
    void whoTakesOverGoesOnFromWhatWasKeptAndNobodyElseMakesAny() {
        at(Duration.ZERO);
        JsonObject unused = made(Duration.ZERO);
        await(house.work.experiences().save("KAL", kept(NOON, 2_000)));
        await(house.desk.writers().layDown("KAL"));
        long head = await(house.work.journal().head("KAL")).orElseThrow();
        Replay before = await(Replay.of(house.database, "KAL", Long.MAX_VALUE));
        assertThat(before.seq()).isEqualTo(head);

        house.desk.writers().owned("KAL");
        await(house.desk.writers().whenWriting("KAL"));
        at(Duration.ofMinutes(61));
        // by the new writer itself, or from the journal, whichever comes first
        assertThat(madeSince(Duration.ofMinutes(60)).getLong("learnedHours")).isEqualTo(2_001);
    }

    @Test
    void withNothingKeptItIsLearnedFromTheJournalAgain() {
        at(Duration.ofMinutes(30));
        JsonObject unused = made(Duration.ofMinutes(0));
        at(Duration.ofMinutes(61));
        assertThat(made(Duration.ofMinutes(60)).getLong("learnedHours")).isEqualTo(2);
        house.handOverAndBack();
        at(Duration.ofMinutes(125));
        // noon's own roll call was held by nobody: before it nothing had been told
        assertThat(madeSince(Duration.ofMinutes(120)).getLong("learnedHours")).isEqualTo(2);
    }

    private Imagined imagine(Map<WardId, Integer> opened) {
        WhatIf whatIf = new WhatIf(new TreeSet<>(), new TreeMap<>(opened), 0, new TreeMap<>(), 0, new TreeSet<>());
        return await(house.desk.imagine(House.ID, whatIf));
    }

    private static int open(JsonObject imagined, String which) {
        return imagined.getJsonArray(which)
                .getJsonObject(0)
                .getJsonObject("now")
                .getInteger("open");
    }

    private static Memory kept(Instant upTo, long heard) {
        Memory nothing = new Experience().memory();
        return new Memory(
                upTo,
                heard,
                nothing.fates(),
                nothing.newcomers(),
                nothing.moves(),
                nothing.unready(),
                nothing.season(),
                nothing.corrections());
    }
}
