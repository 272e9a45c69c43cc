package flyt.grid;

import static flyt.grid.Members.within;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.IMap;
import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
@MembersGo
class RowGridTest {
    private static final int MOMENTS = 50;

    private static Members members;

    @BeforeAll
    static void start() throws Exception {
        members = new Members(2);
    }

    @AfterAll
    static void stop() throws Exception {
        members.close();
    }

    @Test
    void whatOneMemberPutsTheOtherReads() throws Exception {
        Stream ward = Stream.ward("H1", "LUN", 3);
        Stream house = new Stream("H1", "house", "-");
        RowGrid here = new RowGrid(members.get(0));
        RowGrid there = new RowGrid(members.get(1));

        assertThat(within(there.read(ward))).isEmpty();

        here.put(new RowBatch("H1", 0, 3, List.of(row(ward, "bed/1", "a"), row(house, "house", "b"))));
        here.put(new RowBatch("H1", 3, 4, List.of(row(ward, "bed/2", "c"), row(ward, "bed/1", null))));
        within(here.settled());

        assertThat(within(there.read(ward))).contains(new StreamRows(ward, 4, List.of(row(ward, "bed/2", "c"))));
        assertThat(within(there.read(house))).contains(new StreamRows(house, 4, List.of(row(house, "house", "b"))));
    }

    @Test
    void repeatedAndReorderedBatchesEndAtTheNewest() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Stream ward = Stream.ward("H2", "LUN", 3);
        List<RowBatch> batches = new ArrayList<>();
        for (int seq = 1; seq <= 200; seq++) {
            String key = "bed/" + random.nextInt(10);
            batches.add(new RowBatch(
                    "H2", seq - 1, seq, List.of(row(ward, key, random.nextInt(5) == 0 ? null : "made by " + seq))));
        }
        StreamRows expected = new StreamRows(ward, 200, fold(batches));
        batches.addAll(batches.subList(50, 150));
        Collections.shuffle(batches, random);
        RowGrid one = new RowGrid(members.get(0));
        RowGrid other = new RowGrid(members.get(1));

        for (RowBatch batch : batches) {
            (random.nextBoolean() ? one : other).put(batch);
        }
        within(one.settled());
        within(other.settled());

        assertThat(within(one.read(ward))).as("seed " + seed).contains(expected);
    }

    @Test
    void aReadSeesAllOfABatchOrNothingOfIt() throws Exception {
        Stream ward = Stream.ward("H3", "LUN", 3);
        RowGrid writer = new RowGrid(members.get(0));
        RowGrid reader = new RowGrid(members.get(1));
        AtomicBoolean reading = new AtomicBoolean(true);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int seq = 1; reading.get(); seq++) {
                List<RowUpdate> rows = new ArrayList<>();
                for (int bed = 0; bed < 20; bed++) {
                    rows.add(row(ward, "bed/" + bed, String.valueOf(seq)));
                }
                writer.put(new RowBatch("H3", seq - 1, seq, rows));
                settle(writer, seq);
            }
        });

        Set<Long> seen = new TreeSet<>();
        try {
            while (seen.size() < MOMENTS) {
                List<StreamRows> read = within(reader.read(ward)).stream().toList();
                for (StreamRows rows : read) {
                    assertThat(rows.rows()).hasSize(20);
                    assertThat(rows.rows().stream()
                                    .map(row -> new String(row.json(), UTF_8))
                                    .collect(Collectors.toSet()))
                            .containsExactly(String.valueOf(rows.seq()));
                    seen.add(rows.seq());
                }
            }
        } finally {
            reading.set(false);
        }
        writing.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void fillingInDropsWhatIsNoLongerThere() throws Exception {
        Stream ward = Stream.ward("H4", "LUN", 3);
        Stream other = Stream.ward("H4", "MED", 1);
        RowGrid before = new RowGrid(members.get(0));
        before.put(new RowBatch("H4", 0, 5, List.of(row(ward, "bed/1", "old"), row(other, "bed/9", "old"))));
        within(before.settled());

        RowGrid after = new RowGrid(members.get(1));
        within(after.fill("H4", 7, List.of(row(ward, "bed/2", "new"))));
        after.put(new RowBatch("H4", 7, 8, List.of(row(ward, "bed/3", "newer"))));
        within(after.settled());

        assertThat(within(before.read(ward)))
                .contains(new StreamRows(ward, 8, List.of(row(ward, "bed/2", "new"), row(ward, "bed/3", "newer"))));
        assertThat(within(before.read(other))).contains(new StreamRows(other, 8, List.of()));
    }

    @Test
    void aDroppedRowStaysDroppedWhateverComesLate() throws Exception {
        Stream ward = Stream.ward("H5", "LUN", 3);
        RowGrid grid = new RowGrid(members.get(0));
        grid.put(new RowBatch("H5", 0, 1, List.of(row(ward, "bed/1", "a"), row(ward, "bed/2", "a"))));
        grid.put(new RowBatch("H5", 1, 2, List.of(row(ward, "bed/1", null))));
        within(grid.settled());
        assertThat(map().getEntryView(RowKey.of(ward, "bed/1")).getTtl()).isEqualTo(RowGrid.TOMBSTONE.toMillis());

        RowGrid late = new RowGrid(members.get(1));
        late.put(new RowBatch("H5", 0, 1, List.of(row(ward, "bed/1", "late"))));
        within(late.settled());

        assertThat(within(grid.read(ward))).contains(new StreamRows(ward, 2, List.of(row(ward, "bed/2", "a"))));
    }

    @Test
    void aDroppedRowIsForgottenInTimeAndOneThatCameBackIsKept() throws Exception {
        Stream ward = Stream.ward("H6", "LUN", 3);
        RowGrid grid = new RowGrid(members.get(0), Duration.ofSeconds(1));
        grid.put(new RowBatch("H6", 0, 1, List.of(row(ward, "bed/1", null), row(ward, "bed/2", null))));
        grid.put(new RowBatch("H6", 1, 2, List.of(row(ward, "bed/2", "back"))));
        within(grid.settled());

        while (map().containsKey(RowKey.of(ward, "bed/1"))) {
            assertThat(Thread.interrupted()).as("forgotten").isFalse();
        }

        assertThat(map().getEntryView(RowKey.of(ward, "bed/2")).getTtl()).isEqualTo(Long.MAX_VALUE);
        assertThat(within(grid.read(ward))).contains(new StreamRows(ward, 2, List.of(row(ward, "bed/2", "back"))));
    }

    private static IMap<RowKey, RowValue> map() {
        return members.get(0).hazelcast().getMap(GridConfig.ROWS);
    }

    private static void settle(RowGrid grid, int seq) {
        if (seq % 3 == 0) {
            within(grid.settled());
        }
    }

    private static List<RowUpdate> fold(List<RowBatch> batches) {
        TreeMap<String, RowUpdate> rows = new TreeMap<>();
        for (RowBatch batch : batches) {
            for (RowUpdate row : batch.rows()) {
                rows.put(row.key(), row);
            }
        }
        return rows.values().stream().filter(row -> !row.dropped()).toList();
    }

    private static RowUpdate row(Stream stream, String key, @Nullable String json) {
        return new RowUpdate(stream, key, json == null ? null : json.getBytes(UTF_8));
    }
}
