package flyt.simulator.lab;

import static flyt.simulator.lab.LabJobs.clean;
import static flyt.simulator.lab.LabJobs.minute;
import static flyt.simulator.lab.LabJobs.room;
import static flyt.simulator.lab.LabJobs.with;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.priority.Cause;
import flyt.domain.priority.Urgency;
import flyt.simulator.lab.Job.Wish;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same yardstick for every policy, read from the standard rules. */
class YardstickTest {

    @Test
    void aBedNobodyWantsHasTheShift() {
        assertThat(yardstick()).isEqualTo(new Yardstick(Urgency.SHIFT, minute(240)));
    }

    @Test
    void whoWaitsInTheEmergencyDepartmentMakesItNowFromTheMomentItIsKnown() {
        assertThat(yardstick(new Wish(minute(40), minute(60), true, null)))
                .isEqualTo(new Yardstick(Urgency.NOW, minute(65)));
    }

    @Test
    void whoComesLaterMakesItNowHalfAnHourBefore() {
        assertThat(yardstick(new Wish(minute(10), minute(100), false, null)))
                .isEqualTo(new Yardstick(Urgency.SOON, minute(45)));
        assertThat(yardstick(new Wish(minute(90), minute(100), false, null)))
                .isEqualTo(new Yardstick(Urgency.NOW, minute(95)));
    }

    @Test
    void aWishThatWasWithdrawnOrComesAfterTheDeadlineGivesNoOther() {
        assertThat(yardstick(new Wish(minute(40), minute(60), true, minute(50))).urgency())
                .isEqualTo(Urgency.SHIFT);
        assertThat(yardstick(new Wish(minute(400), minute(400), true, null)).due())
                .isEqualTo(minute(240));
    }

    @Test
    void anAppointmentHasTenMinutesOfLeeway() {
        Job job = with(
                clean(1, 0, "clean-daily", room("W", "1"), 12), new TreeMap<>(Map.of(Cause.APPOINTMENT, minute(300))));
        assertThat(Yardstick.of(job)).isEqualTo(new Yardstick(Urgency.PLAN, minute(310)));
    }

    @Test
    void aCleanIsLateByItsEnd() {
        Job job = clean(1, 0, "clean-standard", room("W", "1"), 14);
        Yardstick yardstick = Yardstick.of(job);
        Outcome inTime = new Outcome(job, minute(220), minute(226), minute(240), Duration.ofMinutes(6));
        Outcome late = new Outcome(job, minute(220), minute(226), minute(241), Duration.ofMinutes(6));
        assertThat(yardstick.late(inTime)).isFalse();
        assertThat(yardstick.late(late)).isTrue();
    }

    private static Yardstick yardstick(Wish... wishes) {
        return Yardstick.of(clean(1, 0, "clean-standard", room("W", "1"), 14, wishes));
    }
}
