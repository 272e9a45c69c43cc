package flyt.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
@MembersDie
class HospitalOwnersTest {
    private static final int HOSPITALS = 12;

    private static final class Heard implements HospitalOwners.Listener {
        final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public void owned(String hospital) {
            words.add("owned " + hospital);
        }

        @Override
        public void handedOver(String hospital) {
            words.add("handed over " + hospital);
        }

        @Override
        public void rowsLost(String hospital) {
            words.add("rows lost " + hospital);
        }
    }

    @Test
    void whenAMemberIsKilledTheOtherOwnsItsHospitalsAndHearsOfEachOnce() throws Exception {
        try (Members members = new Members(2)) {
            Grid killed = members.get(0);
            Grid left = members.get(1);
            Heard heardByKilled = new Heard();
            Heard heardByLeft = new Heard();
            HospitalOwners ownersAtKilled = new HospitalOwners(killed, heardByKilled);
            HospitalOwners ownersAtLeft = new HospitalOwners(left, heardByLeft);
            List<String> firstOfKilled = new ArrayList<>();
            List<String> firstOfLeft = new ArrayList<>();
            for (int i = 0; i < HOSPITALS; i++) {
                String hospital = "H" + i;
                ownersAtKilled.watch(hospital);
                ownersAtLeft.watch(hospital);
                (members.ownerOf(hospital) == killed ? firstOfKilled : firstOfLeft).add("owned " + hospital);
            }
            assertThat(firstOfKilled).isNotEmpty();
            assertThat(firstOfLeft).isNotEmpty();
            assertThat(take(heardByKilled, firstOfKilled.size())).containsExactlyInAnyOrderElementsOf(firstOfKilled);
            assertThat(take(heardByLeft, firstOfLeft.size())).containsExactlyInAnyOrderElementsOf(firstOfLeft);
            String moving = firstOfKilled.get(0).substring("owned ".length());
            assertThat(ownersAtLeft.ownerOf(moving)).contains(killed.memberId());
            assertThat(ownersAtLeft.isMine(moving)).isFalse();

            members.kill(killed);

            assertThat(take(heardByLeft, firstOfKilled.size())).containsExactlyInAnyOrderElementsOf(firstOfKilled);
            assertThat(ownersAtLeft.ownerOf(moving)).contains(left.memberId());
            assertThat(ownersAtLeft.isMine(moving)).isTrue();
            assertThat(heardByLeft.words.poll(1, TimeUnit.SECONDS))
                    .as("said once")
                    .isNull();
            assertThat(heardByKilled.words).isEmpty();
            assertThat(left.members()).containsExactly(left.memberId());
            ownersAtLeft.stop();
        }
    }

    @Test
    void aMemberThatJoinsTakesOverSomeHospitalsAndTheFormerOwnerHearsIt() throws Exception {
        try (Members members = new Members(1)) {
            Heard heard = new Heard();
            HospitalOwners owners = new HospitalOwners(members.get(0), heard);
            for (int i = 0; i < HOSPITALS; i++) {
                owners.watch("H" + i);
            }
            assertThat(take(heard, HOSPITALS)).allMatch(word -> word.startsWith("owned"));

            Grid joined = members.join();
            Heard heardByJoined = new Heard();
            HospitalOwners ownersAtJoined = new HospitalOwners(joined, heardByJoined);
            for (int i = 0; i < HOSPITALS; i++) {
                ownersAtJoined.watch("H" + i);
            }

            String handedOver = take(heard, 1).get(0);
            assertThat(handedOver).startsWith("handed over");
            assertThat(take(heardByJoined, 1).get(0)).startsWith("owned");
            owners.stop();
            ownersAtJoined.stop();
        }
    }

    @Test
    void rowsThatDiedWithAllWhoHeldThemAreMissed() throws Exception {
        try (Members members = new Members(3)) {
            Grid left = members.get(0);
            List<Grid> killed = List.of(members.get(1), members.get(2));
            List<String> hospitals =
                    IntStream.range(0, 100).mapToObj(i -> "H" + i).toList();
            List<String> kept = hospitals.stream()
                    .filter(hospital -> members.ownerOf(hospital) == left)
                    .toList();
            Heard heard = new Heard();
            HospitalOwners owners = new HospitalOwners(left, heard);
            hospitals.forEach(owners::watch);
            assertThat(take(heard, kept.size())).allMatch(word -> word.startsWith("owned"));

            killed.parallelStream().forEach(members::kill);

            Set<String> owned = new HashSet<>(kept);
            Set<String> lost = new HashSet<>();
            while (owned.size() < hospitals.size() || lost.isEmpty()) {
                String word = take(heard, 1).get(0);
                String hospital = word.substring(word.lastIndexOf(' ') + 1);
                if (word.startsWith("rows lost")) {
                    assertThat(owned).as("whose rows are lost is owned").contains(hospital);
                    lost.add(hospital);
                } else {
                    assertThat(owned.add(hospital)).as(word).isTrue();
                }
            }
            assertThat(lost).doesNotContainAnyElementsOf(kept);
            owners.stop();
        }
    }

    @Test
    void rowsThatTheOtherHalfOfASplitGridBroughtAreNotTrusted() throws Exception {
        try (Members members = new Members(2)) {
            Heard heard = new Heard();
            HospitalOwners here = new HospitalOwners(members.get(0), heard);
            HospitalOwners there = new HospitalOwners(members.get(1), heard);
            here.watch("H");
            there.watch("H");
            assertThat(take(heard, 1)).containsExactly("owned H");
            Stream ward = Stream.ward("H", "LUN", 3);
            RowUpdate bed = new RowUpdate(ward, "bed/1", "{}".getBytes(UTF_8));
            RowGrid rows = new RowGrid(members.get(0));
            rows.put(new RowBatch("H", 0, 1, List.of(bed)));
            Members.within(rows.settled());

            Split.part(members.get(0).hazelcast(), members.get(1).hazelcast());
            rows.put(new RowBatch("H", 1, 2, List.of(new RowUpdate(ward, bed.key(), null))));
            Members.within(rows.settled());

            assertThat(takeUntil(heard, "rows lost H")).contains("owned H");
            here.stop();
            there.stop();
        }
    }

    private static List<String> takeUntil(Heard heard, String last) throws InterruptedException {
        List<String> words = new ArrayList<>();
        while (!words.contains(last)) {
            words.addAll(take(heard, 1));
            assertThat(words).as("heard nothing more").doesNotContain("null");
        }
        return words;
    }

    private static List<String> take(Heard heard, int count) throws InterruptedException {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(String.valueOf(heard.words.poll(60, TimeUnit.SECONDS)));
        }
        return words;
    }
}
