package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.journal.IdentityRow;
import flyt.journal.Snapshots;
import flyt.journal.StateCodec;
import flyt.journal.TestDatabase;
import flyt.runtime.PastDay.Kind;
import flyt.runtime.PastDay.Mark;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * A hospital as it was, going on: the same rows as when each moment is opened anew, as far as there is any history. One history for
 * all: the night of 25 hours, a noon in November, a clock that jumps to March.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlaybackTest {
    private static final Stream MED = Stream.ward("KAL", "MED", 3);
    private static final Stream KIR = Stream.ward("KAL", "KIR", 3);

    /** Half past two in Oslo, and half past two once more. */
    private static final Instant FIRST = Instant.parse("2026-10-25T00:30:00Z");

    private static final Instant AGAIN = FIRST.plus(Duration.ofHours(1));
    private static final Instant MARCH = Instant.parse("2027-03-28T00:30:00Z");

    private final TestDatabase testDatabase = TestDatabase.fresh();
    private final House house = new House(testDatabase, 5_000);

    @BeforeAll
    void live() {
        house.define();
        admit("V1", "MED-1", FIRST, false);
        admit("V2", "MED-2", AGAIN, false);
        admit("V3", "MED-3", NOON, true);
        admit("V4", "MED-4", NOON.plusSeconds(60), false);
        for (int hour = 1; hour <= 3; hour++) {
            admit("K" + hour, "KIR-" + hour, NOON.plus(Duration.ofHours(hour)), false);
        }
        var set = await(house.desk.setClock(House.ID, MARCH, 0));
        admit("K4", "KIR-4", MARCH, false);
    }

    @AfterAll
    void close() {
        house.close();
        testDatabase.close();
    }

    @Test
    void goingOnShowsWhatOpeningEachMomentShows() {
        Playback playback = open(NOON);
        Map<String, String> shown = texts(KIR, playback.rows(KIR));
        for (int minute = 20; minute <= 180; minute += 20) {
            Instant at = NOON.plus(Duration.ofMinutes(minute));
            List<RowUpdate> changed = await(playback.goOn(at));
            fold(KIR, shown, changed);
            assertThat(shown).as(at.toString()).isEqualTo(texts(KIR, open(at).rows(KIR)));
            assertThat(changed.stream().anyMatch(row -> row.stream().equals(KIR)))
                    .as(at.toString())
                    .isEqualTo(minute % 60 == 0);
        }
        assertThat(shown.values()).filteredOn(row -> row.contains(OCCUPIED)).hasSize(3);
    }

    @Test
    void itEndsWhereHistoryEndsAndGoesOnWhenThereIsMore() {
        Playback playback = open(MARCH);
        assertThat(playback.isAtEnd())
                .as("a driven clock stands at the last report")
                .isTrue();
        assertThat(await(playback.goOn(MARCH.plusSeconds(600)))).isEmpty();
        assertThat(playback.at()).isEqualTo(MARCH);

        var more = house.tell(report("more", MARCH.plusSeconds(300), admitted("V9", "MED-1")));
        assertThat(await(playback.goOn(MARCH.plusSeconds(600)))).isNotEmpty();
        assertThat(playback.at()).isEqualTo(MARCH.plusSeconds(300));
        assertThat(playback.isAtEnd()).isTrue();
        assertThat(playback.goOn(NOON).failed()).as("time does not go back").isTrue();
    }

    @Test
    void whatIsYetToComeIsAsItIsNowAndBeforeTheFirstEventThereIsNothing() {
        assertThat(open(MARCH.plus(Duration.ofDays(9))).at()).isBetween(MARCH, MARCH.plus(Duration.ofDays(1)));
        Playback before = open(Instant.EPOCH.minusSeconds(1));
        assertThat(before.rows(MED)).isEmpty();
        assertThat(await(before.goOn(NOON))).isNotEmpty();
        assertThat(texts(MED, before.rows(MED))).isEqualTo(texts(MED, open(NOON).rows(MED)));
    }

    @Test
    void aClockThatJumpedIsAWhileInWhichNothingHappens() {
        Playback between = open(NOON.plus(Duration.ofDays(20)));
        Map<String, String> shown = texts(KIR, between.rows(KIR));
        assertThat(await(between.goOn(NOON.plus(Duration.ofDays(90))))).isEmpty();
        assertThat(between.read()).isZero();
        assertThat(shown.get("bed/KIR-4")).doesNotContain(OCCUPIED);
        fold(KIR, shown, await(between.goOn(MARCH)));
        assertThat(shown.get("bed/KIR-4")).contains(OCCUPIED);
    }

    @Test
    void inTheNightOfTwentyFiveHoursTheSameHourComesTwice() {
        Playback playback = open(FIRST);
        Map<String, String> shown = texts(MED, playback.rows(MED));
        assertThat(shown.get("bed/MED-1")).contains(OCCUPIED);
        fold(MED, shown, await(playback.goOn(AGAIN.minusSeconds(1))));
        assertThat(shown.get("bed/MED-2")).doesNotContain(OCCUPIED);
        fold(MED, shown, await(playback.goOn(AGAIN)));
        assertThat(shown.get("bed/MED-2")).contains(OCCUPIED);
    }

    @Test
    void aDayIsOneOfTheHospitalsCalendar() {
        PastDay long25 = await(house.desk.day(House.ID, AGAIN));
        assertThat(Duration.between(long25.from(), long25.to())).isEqualTo(Duration.ofHours(25));
        assertThat(long25.curve()).hasSize(50);
        assertThat(long25.curve().get(4).count().patients())
                .as("at 01:30, before")
                .isZero();
        assertThat(long25.curve().get(5).at()).isEqualTo(FIRST);
        assertThat(long25.curve())
                .extracting(point -> point.count().patients())
                .as("what happens at a moment is counted after it")
                .startsWith(0, 0, 0, 0, 0, 1, 1, 2)
                .endsWith(2);
        assertThat(long25.marks())
                .containsExactly(
                        new Mark(AGAIN, Kind.PEAK), new Mark(Instant.parse("2026-10-25T06:00:00Z"), Kind.MORNING));

        PastDay short23 = await(house.desk.day(House.ID, MARCH));
        assertThat(Duration.between(short23.from(), short23.to())).isEqualTo(Duration.ofHours(23));
        assertThat(short23.curve()).as("as far as there is history").hasSizeBetween(3, 4);
        assertThat(short23.marks()).extracting(Mark::kind).containsExactly(Kind.PEAK);
        assertThat(await(house.desk.day(House.ID, MARCH.plus(Duration.ofDays(3))))
                        .curve())
                .isEmpty();
    }

    @Test
    void nobodyIsNamedWithoutAReasonNorWhoComesLater() {
        Playback nameless = open(NOON);
        String all = texts(MED, nameless.rows(MED)).toString() + texts(MED, await(nameless.goOn(NOON.plusSeconds(60))));
        assertThat(all).contains(OCCUPIED).doesNotContain("\"XQ\"", "1931");
        assertThat(texts(MED, nameless.rows(MED)).get("bed/MED-3"))
                .as("who is protected is so in the past, too")
                .contains("\"protected\":true");

        Playback named = await(house.desk.playback(House.ID, new LookBack(NOON, true)));
        assertThat(texts(MED, named.rows(MED)).get("bed/MED-1")).contains("\"XQ\"", "1931");
        assertThat(texts(MED, await(named.goOn(NOON.plusSeconds(60)))).get("bed/MED-4"))
                .contains("\"XQ\"");
    }

    /** What is read for a moment is what came after the snapshot before it, wherever in the journal it lies. */
    @Test
    void openingAMomentReadsNoFartherThanItsSnapshot() {
        Instant moment = NOON.plus(Duration.ofHours(2));
        long middle = open(moment).seq();
        StateLoader.Loaded state = await(house.work.loader().load("KAL", middle));
        assertThat(state.read()).as("no snapshot yet").isEqualTo(middle);
        await(house.work
                .snapshots()
                .save("KAL", middle, StateCodec.FORMAT, Buffer.buffer(StateCodec.encode(state.hospital()))));

        assertThat(open(moment).read()).isZero();
        Playback later = open(NOON.plus(Duration.ofHours(3)));
        assertThat(later.read()).isEqualTo(later.seq() - middle).isPositive().isLessThan(Snapshots.SPACING);
        assertThat(open(NOON.plus(Duration.ofHours(1))).read())
                .isLessThan(middle)
                .isPositive();
    }

    private static final String OCCUPIED = "\"occupied\"";

    private void admit(String visit, String bed, Instant at, boolean isProtected) {
        Submission plain = report("m" + visit, at, admitted(visit, bed));
        IdentityRow who = new IdentityRow(
                "p-" + visit,
                IdentityRow.PATIENT,
                "P-" + visit,
                "Xanthippe",
                "Quartzberg",
                LocalDate.parse("1931-07-19"),
                isProtected,
                at);
        var unused = house.tell(new Submission(plain.input(), plain.hash(), List.of(who), at));
    }

    private Playback open(Instant at) {
        return await(house.desk.playback(House.ID, new LookBack(at, false)));
    }

    private static Map<String, String> texts(Stream stream, List<RowUpdate> rows) {
        Map<String, String> texts = new TreeMap<>();
        fold(stream, texts, rows);
        return texts;
    }

    private static void fold(Stream stream, Map<String, String> shown, List<RowUpdate> changed) {
        for (RowUpdate row : changed) {
            if (row.stream().equals(stream) && row.json() == null) {
                shown.remove(row.key());
            } else if (row.stream().equals(stream)) {
                shown.put(row.key(), new JsonObject(Buffer.buffer(row.json())).encode());
            }
        }
    }
}
