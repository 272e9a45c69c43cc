package flyt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a feed counts as silent, and when too much of what it sends is rejected. */
class FeedWatchTest {
    private static final Source PAS = new Source("pas");
    private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    private final FeedWatch watch = new FeedWatch();
    private Hospital hospital = told(null, new Input.Define(new MessageKey(Source.FLYT, "d"), House.driven()), NOON);

    @Test
    void rejectsRiseAboveTheShareAndFallWellBelowIt() {
        send(8, FeedSign.TAKEN, NOON);
        send(1, FeedSign.REJECTED, NOON.plusSeconds(1));
        assertThat(changes(NOON.plusSeconds(2))).as("of nine").isEmpty();
        send(1, FeedSign.REJECTED, NOON.plusSeconds(3));
        assertThat(changes(NOON.plusSeconds(4)))
                .as("two of ten are 20 %, and no more")
                .isEmpty();
        send(1, FeedSign.REJECTED, NOON.plusSeconds(5));
        assertThat(changes(NOON.plusSeconds(6))).containsExactly("rejecting since " + NOON.plusSeconds(1));
        assertThat(changes(NOON.plusSeconds(7))).as("told once").isEmpty();
        send(18, FeedSign.TAKEN, NOON.plusSeconds(8));
        assertThat(changes(NOON.plusSeconds(9)))
                .as("three of 29 are more than half of it")
                .isEmpty();
        send(1, FeedSign.TAKEN, NOON.plusSeconds(10));
        assertThat(changes(NOON.plusSeconds(11))).containsExactly("rejecting no more");
    }

    @Test
    void whatIsOlderThanAnHourOrThanFiftyMessagesDoesNotCount() {
        send(20, FeedSign.REJECTED, NOON);
        send(40, FeedSign.TAKEN, NOON.plusSeconds(1));
        assertThat(changes(NOON.plusSeconds(2))).as("ten of the last fifty").isEmpty();
        send(11, FeedSign.REJECTED, NOON.plusSeconds(3));
        assertThat(changes(NOON.plusSeconds(4))).hasSize(1);
        watch.heard(PAS, FeedSign.ALIVE, NOON.plus(Duration.ofMinutes(61)));
        assertThat(changes(NOON.plus(Duration.ofMinutes(61)))).containsExactly("rejecting no more");
    }

    @Test
    void whoseMessagesAreAllRejectedIsSilentBesides() {
        assertThat(changes(NOON)).isEmpty();
        send(12, FeedSign.REJECTED, NOON.plus(Duration.ofMinutes(29)));
        assertThat(changes(NOON.plus(Duration.ofMinutes(31))))
                .containsExactly("silent since " + NOON, "rejecting since " + NOON.plus(Duration.ofMinutes(29)));
        send(1, FeedSign.TAKEN, NOON.plus(Duration.ofMinutes(32)));
        assertThat(changes(NOON.plus(Duration.ofMinutes(33)))).containsExactly("silent no more");
        assertThat(watch.states(hospital)).singleElement().satisfies(feed -> {
            assertThat(feed.lastHeard()).isEqualTo(NOON.plus(Duration.ofMinutes(32)));
            assertThat(feed.silentSince()).isNull();
            assertThat(FeedState.read(feed.json())).isEqualTo(feed);
        });
    }

    private void send(int messages, FeedSign sign, Instant at) {
        for (int i = 0; i < messages; i++) {
            watch.heard(PAS, sign, at);
        }
    }

    /** What the watch tells the hospital, which takes it in. */
    private List<String> changes(Instant now) {
        List<Input> changes = watch.changes(hospital, now);
        changes.forEach(change -> hospital = told(hospital, change, now));
        return changes.stream()
                .map(change -> change instanceof Input.FeedHeard heard
                        ? "silent " + since(heard.silentSince())
                        : "rejecting " + since(((Input.FeedRejects) change).since()))
                .toList();
    }

    private static String since(@Nullable Instant at) {
        return at == null ? "no more" : "since " + at;
    }

    private static Hospital told(@Nullable Hospital hospital, Input input, Instant now) {
        return Objects.requireNonNull((Decision.Accepted) Decider.decide(hospital, input, now))
                .after();
    }
}
