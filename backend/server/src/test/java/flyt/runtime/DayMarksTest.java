package flyt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.ThresholdEvent.LevelDeclared;
import flyt.runtime.PastDay.Kind;
import flyt.runtime.PastDay.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DayMarksTest {
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
        DayMarks marks = new DayMarks(LocalDate.of(2026, 11, 12), ZoneId.of("Europe/Oslo"), Level.YELLOW);
        marks.see(declared(3, Level.GREEN));
        marks.see(declared(9, Level.RED));
        marks.see(declared(10, Level.RED));
        marks.see(declared(14, Level.NORMAL));
        marks.see(declared(16, Level.GREEN));
        assertThat(marks.upTo(hour(15)))
                .containsExactly(new Mark(hour(7), Kind.MORNING), new Mark(hour(9), Kind.LEVEL_RAISED));
        assertThat(marks.upTo(hour(17))).contains(new Mark(hour(16), Kind.LEVEL_RAISED));
    }
}
