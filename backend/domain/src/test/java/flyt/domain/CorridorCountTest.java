package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.WardId;
import flyt.domain.stay.StayKind;
import flyt.domain.threshold.CorridorCount;
import flyt.domain.threshold.CorridorCount.InWard;
import flyt.domain.threshold.ThresholdEvent.CorridorCounted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corridor patients of 07:00, which is 06:00 UTC in November. */
class CorridorCountTest {

    @Test
    void theyAreCountedAtSevenByWard() {
        Story story = given(
                at("01:00", admitted("anna", "MED-K")),
                at("02:00", admitted("bo", "MED-1")),
                at("02:30", admitted("newborn", StayKind.NEWBORN, "MED")),
                at("03:00", admitted("dag", "SUR")));
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("06:00"));
        story.when(until("06:00"));
        assertThat(story.journal().get(story.journal().size() - 1).event()).isEqualTo(counted(1, null));
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("23:00"));
    }

    @Test
    void whatIsLearnedLaterDoesNotChangeIt() {
        Story story = given(at("01:00", admitted("anna", "MED-K")), until("06:00"));
        CorridorCount counted = story.hospital().watching().counted();
        story.when(at("05:00", transferred("anna", "MED-1")).toldAt("08:00"), until("22:00"));
        assertThat(story.hospital().watching().counted()).isEqualTo(counted);
        assertThat(counted.corridor()).isEqualTo(1);
    }

    @Test
    void oneMadeAfterAnOutageSaysSo() {
        Story story = given(
                at("01:00", admitted("anna", "MED-K")),
                at("02:00", admitted("bo", "MED-1")),
                at("03:00", admitted("dag", "SUR")));
        Input late = new Input.TimePassed(message("t"), time("09:20"));
        var decision = (Decision.Accepted) Decider.decide(story.hospital(), late, time("06:00"));
        assertThat(decision.events().get(0).event()).isEqualTo(counted(1, time("09:20")));
        assertThat(decision.events().get(0).header().occurredAt()).isEqualTo(time("06:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T06:00:00Z, 25", // clocks go back in the night
        "2026-03-28T07:00:00Z, 23", // clocks go forward
        "2026-11-11T07:00:00Z, 24"
    })
    void theNextSevenIsRightAfterNightsOfOtherLength(Instant afterSeven, int hours) {
        Input.Define first = new Input.Define(message("d"), SmallHospital.asDefined());
        Hospital hospital = ((Decision.Accepted) Decider.decide(null, first, afterSeven)).after();
        Instant seven = CorridorRules.nextDue(hospital).minus(Duration.ofHours(hours));
        assertThat(Duration.between(seven, afterSeven)).isBetween(Duration.ZERO, Duration.ofHours(1));
        assertThat(CorridorRules.nextDue(hospital).toString())
                .endsWith(hours == 24 || hours == 25 ? "06:00:00Z" : "05:00:00Z");
    }

    private static CorridorCounted counted(int corridor, @Nullable Instant madeAt) {
        List<InWard> wards = List.of(
                new InWard(new WardId("ER"), 0, 0),
                new InWard(new WardId("MED"), corridor, 2),
                new InWard(new WardId("SUR"), 0, 0));
        return new CorridorCounted(new CorridorCount(LocalDate.parse("2026-11-12"), wards, 1, time("03:00"), madeAt));
    }
}
