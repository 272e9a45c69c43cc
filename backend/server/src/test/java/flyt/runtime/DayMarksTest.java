package flyt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.place.WardId;
import flyt.domain.placement.EndReason;
import flyt.domain.placement.PlacementEvent.BedRequested;
import flyt.domain.placement.PlacementEvent.RequestEnded;
import flyt.domain.placement.Request;
import flyt.domain.placement.Request.Asked;
import flyt.domain.placement.RequestId;
import flyt.domain.stay.StayId;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.ThresholdEvent.LevelDeclared;
import flyt.runtime.PastDay.Kind;
import flyt.runtime.PastDay.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DayMarksTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-11T23:00:00Z");

    private static Instant hour(int hour) {
        return MIDNIGHT.plus(Duration.ofHours(hour));
    }

    private static Recorded declared(int hour, Level level) {
        MessageKey message = new MessageKey(new Source("people"), "level-" + hour);
        return new Recorded(new EventHeader(hour(hour), hour(hour), message, null), new LevelDeclared(level, null));
    }

    @Test
    void aHigherLevelThanBeforeIsMarkedAndALowerOneIsNot() {
        DayMarks marks = new DayMarks(LocalDate.of(2026, 11, 12), OSLO, Level.YELLOW, List.of());
        marks.see(declared(3, Level.GREEN));
        marks.see(declared(9, Level.RED));
        marks.see(declared(10, Level.RED));
        marks.see(declared(14, Level.NORMAL));
        marks.see(declared(16, Level.GREEN));
        assertThat(marks.upTo(hour(15)))
                .containsExactly(new Mark(hour(7), Kind.MORNING), new Mark(hour(9), Kind.LEVEL_RAISED));
        assertThat(marks.upTo(hour(17))).contains(new Mark(hour(16), Kind.LEVEL_RAISED));
    }

    @Test
    void sevenIsSevenByTheClockOnTheWallInTheNightsOf23And25HoursToo() {
        DayMarks spring = new DayMarks(LocalDate.of(2027, 3, 28), OSLO, Level.NORMAL, List.of());
        DayMarks autumn = new DayMarks(LocalDate.of(2026, 10, 25), OSLO, Level.NORMAL, List.of());
        assertThat(spring.upTo(Instant.MAX))
                .extracting(Mark::at)
                .containsExactly(Instant.parse("2027-03-28T05:00:00Z"));
        assertThat(autumn.upTo(Instant.MAX))
                .extracting(Mark::at)
                .containsExactly(Instant.parse("2026-10-25T06:00:00Z"));
    }

    /** Who has waited since the day before counts with all of it; who gives up, or waits still, has come to no bed. */
    @Test
    void theLongestWaitIsOfWhoCameToABed() {
        Request before = request("R-1", hour(-3));
        DayMarks marks = new DayMarks(LocalDate.of(2026, 11, 12), OSLO, Level.NORMAL, List.of(before));
        marks.see(asked(1, "R-2"));
        marks.see(asked(1, "R-3"));
        marks.see(ended(2, "R-1", EndReason.ARRIVED));
        marks.see(ended(5, "R-2", EndReason.ARRIVED));
        assertThat(marks.upTo(hour(6))).containsExactly(new Mark(hour(2), Kind.LONGEST_WAIT));
        marks.see(asked(7, "R-3"));
        marks.see(ended(9, "R-3", EndReason.WITHDRAWN));
        assertThat(marks.upTo(hour(10))).contains(new Mark(hour(2), Kind.LONGEST_WAIT));
        marks.see(asked(10, "R-4"));
        marks.see(asked(14, "R-4"));
        marks.see(ended(16, "R-4", EndReason.ARRIVED));
        assertThat(marks.upTo(hour(17))).contains(new Mark(hour(16), Kind.LONGEST_WAIT));
    }

    private static Recorded asked(int hour, String id) {
        Request request = request(id, hour(hour));
        return recorded(
                hour,
                new BedRequested(
                        request.id(), request.stay(), request.to(), request.needs(), null, null, true, hour(hour + 1)));
    }

    private static Recorded ended(int hour, String id, EndReason reason) {
        return recorded(hour, new RequestEnded(new RequestId(id), reason));
    }

    private static Recorded recorded(int hour, Event event) {
        MessageKey message = new MessageKey(new Source("flyt"), event + " at " + hour);
        return new Recorded(new EventHeader(hour(hour), hour(hour), message, null), event);
    }

    private static Request request(String id, Instant since) {
        WardId ward = new WardId("LUN");
        Asked asked = new Asked(ward, since.plusSeconds(3600), false, null);
        return new Request(
                new RequestId(id), new StayId("V" + id), ward, new TreeSet<>(), null, null, since, true, asked);
    }
}
