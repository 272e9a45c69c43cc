package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.place.BedId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Going along a journal behind its writer. */
class FollowerTest extends InAHouse {

    @Test
    void eachEventIsSeenOnceWithTheHospitalBeforeAndAfterIt() {
        Answer told = house.tell(report("1", NOON, admitted("V1", "MED-1")));
        long first = head();
        told = house.tell(report("2", NOON.plusSeconds(60), admitted("V2", "MED-2")));
        long last = head();

        Follower follower = await(Follower.behind(house.work, "KAL", first));
        assertThat(follower.seq()).isEqualTo(first);
        List<Follower.Step> steps = new ArrayList<>();
        await(follower.goOn(Long.MAX_VALUE, steps::add));
        await(follower.goOn(Long.MAX_VALUE, steps::add));

        assertThat(follower.seq()).isEqualTo(last);
        assertThat(steps).extracting(Follower.Step::seq).startsWith(first + 1).endsWith(last);
        assertThat(steps).hasSize((int) (last - first));
        BedId bed = new BedId("MED-2");
        assertThat(steps.get(0).before().status(bed)).isEqualTo(ReportedStatus.U);
        assertThat(steps.get(0).after().status(bed)).isEqualTo(ReportedStatus.O);
        assertThat(steps.get(steps.size() - 1).after()).isEqualTo(house.state());
    }

    @Test
    void theHeadIsKnownWhereTheWriterIs() {
        Answer told = house.tell(report("1", NOON, admitted("V1", "MED-1")));
        assertThat(await(house.desk.headHere("KAL"))).hasValue(head());
        await(house.desk.writers().layDown("KAL"));
        assertThat(await(house.desk.headHere("KAL"))).isEmpty();
    }
}
