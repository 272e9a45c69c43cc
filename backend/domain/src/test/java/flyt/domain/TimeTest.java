package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.place.PlaceEvent.DayStarted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What time brings by itself. The hospital's midnight is 23:00 UTC in November. */
class TimeTest {

    @Test
    void aDayBeginsAtTheHospitalsOwnMidnight() {
        Story story = given().when(until("22:59")).then();
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("23:00"));
        story.when(until("23:00")).then(new DayStarted(DAY.plusDays(1)));
        story.when(until("13 06:00"));
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("13 23:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T22:30:00Z, 25", // clocks go back: 25 hours
        "2026-03-28T23:30:00Z, 23", // clocks go forward
        "2026-11-11T23:30:00Z, 24"
    })
    void theNextMidnightIsRightInNightsOfOtherLength(Instant inTheFirstHour, int hours) {
        Input.Define first = new Input.Define(message("d"), SmallHospital.asDefined());
        Hospital hospital = ((Decision.Accepted) Decider.decide(null, first, inTheFirstHour)).after();
        Instant begun = inTheFirstHour.minus(Duration.ofMinutes(30));
        Input seven = new Input.TimePassed(message("t"));
        Hospital byDay =
                ((Decision.Accepted) Decider.decide(hospital, seven, TimeRules.nextDeadline(hospital))).after();
        assertThat(TimeRules.nextDeadline(byDay)).isEqualTo(begun.plus(Duration.ofHours(hours)));
    }

    @Test
    void whatEndsAboutOneBedEndsOneAfterTheOther() {
        Story story = given(
                        at("08:00", new BedReserved(bed("MED-1"), time("12:00"), null, "transport")),
                        at("08:00", new BedClosed(bed("MED-1"), CloseReason.STAFFING, time("10:00"))))
                .when();
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("10:00"));
        story.when(until("10:00")).then(new BedOpened(bed("MED-1")));
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("12:00"));
        story.when(at("10:10", new BedClosed(bed("MED-1"), CloseReason.STAFFING, time("14:00"))));
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("12:00"));
    }

    @Test
    void theFirstThingToEndIsTheNextDeadline() {
        Story story = given(
                        at("08:00", new BedReserved(bed("MED-1"), time("12:00"), null, "transport")),
                        at("08:00", new BedClosed(bed("MED-2"), CloseReason.STAFFING, time("10:00"))))
                .when();
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("10:00"));
        story.when(until("12:00")).then(new BedOpened(bed("MED-2")), new ReservationEnded(bed("MED-1")));
        assertThat(story.journal().get(story.journal().size() - 2).header().occurredAt())
                .as("it ended when it ended, not when time was looked at")
                .isEqualTo(time("10:00"));
    }
}
