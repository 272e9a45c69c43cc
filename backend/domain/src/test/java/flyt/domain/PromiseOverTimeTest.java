package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.CloseBed;
import flyt.domain.Command.OpenBed;
import flyt.domain.Command.RequestBed;
import flyt.domain.Command.ReserveBed;
import flyt.domain.Command.Undo;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.event.Recorded;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.WardId;
import flyt.domain.placement.PlacementEvent.AnswerOverdue;
import flyt.domain.placement.RequestId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a promised bed comes to when it closes, when the night has 23 or 25 hours, and when a clock jumps. Anna waits for ward MED. */
class PromiseOverTimeTest {

    private static final RequestId ANNAS = new RequestId("R-1");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final HospitalDefinition HOUSE =
            SmallHospital.with(SmallHospital.ward("MED", true, 3), SmallHospital.ward("SUR", false, 3));

    @Test
    void aBedThatClosedMeanwhileIsNotPromised() {
        Story story = waiting("10:00");
        String seen = Placements.version(story.hospital(), bed("MED-1"));
        story.when(at("10:01", closed("MED-1")));
        story.when(at("10:02", promised("MED-1", time("14:00"), seen))).thenRefused(Refusal.BED_CLOSED);
        story.when(at("10:03", new OpenBed(bed("MED-1"))));
        story.when(at("10:04", promised("MED-1", time("14:00"), seen)))
                .then(new BedReserved(bed("MED-1"), time("14:00"), stay("anna"), null));
    }

    @Test
    void whoWasPromisedABedThatClosesWaitsForAnother() {
        Story story = waiting("10:00").when(at("10:01", promised("MED-1", time("14:00"), null)));
        story.when(at("10:02", closed("MED-1")).as("closing"))
                .then(new BedClosed(bed("MED-1"), CloseReason.REPAIR, null), new ReservationEnded(bed("MED-1")));
        assertThat(Placements.bedOf(
                        story.hospital(), story.hospital().requests().request(ANNAS)))
                .isNull();
        story.when(at("10:03", promised("MED-2", time("14:00"), null)))
                .then(new BedReserved(bed("MED-2"), time("14:00"), stay("anna"), null));
    }

    @Test
    void aClosureThatIsTakenBackGivesThePromiseBack() {
        Story story = waiting("10:00")
                .when(at("10:01:00", promised("MED-1", time("14:00"), null)))
                .when(at("10:02:00", closed("MED-1")).as("closing"))
                .when(at("10:02:05", new Undo(command("closing"))));
        assertThat(story.hospital().beds().of(bed("MED-1")).closure()).isNull();
        assertThat(Placements.bedOf(
                        story.hospital(), story.hospital().requests().request(ANNAS)))
                .isEqualTo(bed("MED-1"));
    }

    @Test
    void whatABedIsKeptForOtherwiseOutlastsItsClosing() {
        Instant until = time("14:00");
        waiting("10:00")
                .when(at("10:01", new ReserveBed(bed("MED-1"), until, null, null, "trauma", null, null, false)))
                .when(at("10:02", closed("MED-1")))
                .then(new BedClosed(bed("MED-1"), CloseReason.REPAIR, null));
    }

    @ParameterizedTest
    @CsvSource({"2027-03-27, 9", "2027-10-30, 11", "2027-05-01, 10"})
    void aPromiseLastsUntilTheHourThatWasSaidHoweverLongTheNightIs(String evening, int hours) {
        LocalDateTime begun = LocalDateTime.parse(evening + "T21:00");
        Instant from = begun.atZone(OSLO).toInstant();
        Instant until = begun.plusDays(1).withHour(7).atZone(OSLO).toInstant();
        assertThat(until).isEqualTo(from.plusSeconds(hours * 3600L));
        Story story = given(HOUSE, on(from, admissionExpected("anna", "MED", "19:00")))
                .when(on(from, asked()), on(from, promised("MED-1", until, null)));
        story.when(on(until.minusSeconds(1), "time"));
        assertThat(story.hospital().beds().of(bed("MED-1")).reservation()).isNotNull();
        story.when(on(until, "time")).thenAlso(new ReservationEnded(bed("MED-1")));
        assertThat(story.hospital().requests().open()).hasSize(1);
    }

    @Test
    void aClockThatJumpsAheadEndsEverythingAtItsOwnTimeAndOnce() {
        Story story = waiting("10:00").when(at("10:05", promised("MED-1", time("14:00"), null)));
        story.when(until("22:00")).then(new ReservationEnded(bed("MED-1")), new AnswerOverdue(ANNAS));
        assertThat(story.journal())
                .filteredOn(one -> one.event() instanceof ReservationEnded || one.event() instanceof AnswerOverdue)
                .extracting(Recorded::header)
                .allSatisfy(header -> assertThat(header.recordedAt()).isEqualTo(time("22:00")))
                .extracting(header -> header.effectiveAt())
                .containsExactlyInAnyOrder(time("14:00"), time("10:30"));
        story.when(until("22:30")).then();
    }

    @Test
    void aDeviceWhoseClockIsWrongPromisesNothingThatIsOverAlready() {
        Story story = waiting("10:00");
        Instant behind = time("04:00");
        story.when(new Line(behind, time("10:05"), promised("MED-1", time("08:00"), null), null))
                .thenRefused(Refusal.END_IN_THE_PAST);
        Instant ahead = time("16:00");
        story.when(new Line(ahead, time("10:06"), promised("MED-1", time("20:00"), null), null))
                .thenAlso(new BedReserved(bed("MED-1"), time("20:00"), stay("anna"), null));
        story.when(until("19:59"));
        assertThat(story.hospital().beds().of(bed("MED-1")).reservation()).isNotNull();
        story.when(until("20:00")).thenAlso(new ReservationEnded(bed("MED-1")));
    }

    private static Story waiting(String clock) {
        return given(HOUSE, at("09:00", admissionExpected("anna", "MED", "19:00")))
                .when(at(clock, asked()));
    }

    private static RequestBed asked() {
        return new RequestBed(stay("anna"), new WardId("MED"), new TreeSet<>(), null, null);
    }

    private static ReserveBed promised(String bed, Instant until, @Nullable String seen) {
        return new ReserveBed(bed(bed), until, null, ANNAS, null, seen, null, false);
    }

    private static CloseBed closed(String bed) {
        return new CloseBed(bed(bed), CloseReason.REPAIR, null);
    }

    private static Line on(Instant at, Object what) {
        return new Line(at, at, what, null);
    }
}
