package flyt.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.FeedDefinition.Norm;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a feed may be silent, by hour and day. */
class FeedDefinitionTest {
    private static final FeedDefinition FEED = new FeedDefinition(
            "pas",
            "PAS",
            List.of(),
            30,
            90,
            List.of(
                    new Norm(
                            List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 0), LocalTime.of(16, 0), 60),
                    new Norm(List.of(), LocalTime.of(15, 30), LocalTime.of(16, 30), 5),
                    new Norm(List.of(DayOfWeek.FRIDAY), LocalTime.of(23, 0), LocalTime.MIDNIGHT, 240)),
            20,
            null);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00, 30", // a Friday
        "2026-11-20T05:59, 90",
        "2026-11-20T06:00, 30",
        "2026-11-20T21:59, 30",
        "2026-11-20T22:00, 90",
        "2026-11-20T23:59, 240",
        "2026-11-21T00:00, 90",
        "2026-11-21T07:59, 30",
        "2026-11-21T08:00, 60",
        "2026-11-21T15:45, 60",
        "2026-11-21T16:00, 5",
        "2026-11-20T15:45, 5",
        "2026-11-20T16:30, 30"
    })
    void theFirstNormThatFitsCountsElseTheHour(LocalDateTime at, long minutes) {
        assertThat(FEED.silentAfter(at).toMinutes()).isEqualTo(minutes);
    }
}
