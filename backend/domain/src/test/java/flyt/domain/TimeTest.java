package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.PlaceEvent.DayStarted;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayEvent.StaysArchived;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        assertThat(TimeRules.nextDeadline(hospital)).isEqualTo(begun.plus(Duration.ofHours(hours)));
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

    @Test
    void anEndedStayLeavesMemoryAWeekAfterTheLastWordAboutIt() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:05", lab("anna")))
                .when(until("18 23:00"));
        assertThat(story.hospital().stays().course(stay("anna"))).isNotNull();
        story.when(until("19 23:00")).thenAlso(new StaysArchived(List.of(stay("anna"))));
        assertThat(story.hospital().stays().course(stay("anna"))).isNull();
        assertThat(story.hospital().labsOf(stay("anna"))).isEmpty();
    }

    @Test
    void mergedNumbersLeaveMemoryWithTheirStay() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:10", lab("bo")),
                        at("09:00", merged("anna", "bo")),
                        at("11:00", discharged("anna")))
                .when(until("19 23:00"));
        assertThat(story.hospital().stays().resolve(stay("bo"))).isEqualTo(stay("bo"));
        assertThat(story.hospital().stays().facts(stay("bo"))).isEmpty();
        assertThat(story.hospital().labs().of(stay("bo"))).isEmpty();
    }

    @Test
    void aCancelledStayAndSamplesOfNobodyLeaveMemoryToo() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:10", cancelled("anna", FactKind.PATIENT_ADMITTED)),
                        at("09:00", lab("nobody")))
                .when(until("19 23:00"))
                .thenAlso(new StaysArchived(List.of(stay("anna"), stay("nobody"))));
        assertThat(story.hospital().labs().of(stay("nobody"))).isEmpty();
    }

    @Test
    void whoStillHoldsABedOrIsInTheHouseStays() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "SUR-1")),
                        at("09:00", discharged("bo")))
                .when(until("30 23:00"))
                .then(new DayStarted(DAY.plusDays(19)));
        assertThat(story.hospital().stays().courses()).hasSize(2);
    }

    private static flyt.domain.event.Event lab(String stay) {
        return new LabStatusReported(stay(stay), new OrderId("L1"), LabStatus.FINAL, false, false, null);
    }
}
