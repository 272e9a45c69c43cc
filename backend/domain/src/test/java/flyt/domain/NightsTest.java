package flyt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.capacity.Nights;
import flyt.domain.capacity.Occupancy;
import flyt.domain.place.WardId;
import flyt.domain.place.WardNight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The three figures of days of domain 3.1, by hand. */
class NightsTest {

    /** 22 and 20 patients on 20 beds, then 6 on the 10 that were open; the first night 2 of them were on leave. */
    @Test
    void leaveIsABedDayButNotInTheHouseAndAClosedBedIsNotBelowTheLine() {
        Nights nights = Nights.of(List.of(night(22, 2, 20), night(20, 0, 20), night(6, 0, 10)));
        assertThat(text(Occupancy.midnight(nights))).isEqualTo("46/50");
        assertThat(text(Occupancy.statistical(nights))).isEqualTo("48/50");
        assertThat(text(Occupancy.oecd(nights))).isEqualTo("48/50");
    }

    /** A ward of ten beds that is shut on two of seven days: 10 x 5 for Statistics Norway, 10 x 7 for the OECD. */
    @Test
    void aWardThatClosesAtWeekendsIsAvailableAllTheSame() {
        WardNight open = night(9, 0, 10);
        WardNight shut = night(0, 0, 0);
        Nights week = Nights.of(List.of(open, open, open, open, open, shut, shut));
        assertThat(text(Occupancy.statistical(week))).isEqualTo("45/50");
        assertThat(text(Occupancy.oecd(week))).isEqualTo("45/70");
    }

    @Test
    void moreThanAllIsPossibleAndOfNoBedThereIsNoShare() {
        assertThat(Occupancy.midnight(Nights.of(List.of(night(22, 0, 20)))).share())
                .isEqualTo(1.1);
        Nights shut = Nights.of(List.of(night(1, 0, 0)));
        assertThat(text(Occupancy.oecd(shut))).isEqualTo("1/0");
        assertThat(Occupancy.oecd(shut).share()).isNull();
        assertThat(Occupancy.statistical(Nights.NONE).share()).isNull();
    }

    /** As few stand behind a house as behind its fullest ward: the same people may have moved between two. */
    @Test
    void wardsAddUp() {
        Nights house = Nights.of(List.of(night(4, 1, 5), night(3, 0, 5))).plus(Nights.of(List.of(night(7, 0, 6))));
        assertThat(house).isEqualTo(new Nights(14, 13, 16, 16, 7));
    }

    private static WardNight night(int patients, int onLeave, int open) {
        return new WardNight(new WardId("MED"), true, patients, 0, onLeave, 0, 0, 0, 20, open);
    }

    private static String text(Occupancy occupancy) {
        return occupancy.above() + "/" + occupancy.below();
    }
}
