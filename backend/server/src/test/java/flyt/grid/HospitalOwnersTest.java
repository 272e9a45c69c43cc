package flyt.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
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

    private static List<String> take(Heard heard, int count) throws InterruptedException {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(String.valueOf(heard.words.poll(30, TimeUnit.SECONDS)));
        }
        return words;
    }
}
