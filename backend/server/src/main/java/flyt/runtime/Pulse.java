package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.feed.FeedEvent;
import flyt.domain.place.PlaceEvent.ClockSet;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The signs of life of a hospital: its beats to the screens, and those of its feeds. Used by one writer, but for what says
 * otherwise.
 */
final class Pulse {
    private final String hospital;
    private final HospitalClock clock;
    private final Onlookers onlookers;
    private final FeedWatch feeds = new FeedWatch();
    private volatile Optional<byte[]> last = Optional.empty();
    private volatile Map<String, Double> feedAges = Map.of();

    Pulse(String hospital, HospitalClock clock, Onlookers onlookers) {
        this.hospital = hospital;
        this.clock = clock;
        this.onlookers = onlookers;
    }

    /** Whether these events are such that screens must be told at once. */
    static boolean isMovedBy(List<Recorded> events) {
        return events.stream()
                .map(Recorded::event)
                .anyMatch(event ->
                        event instanceof ClockSet || event instanceof HospitalDefined || event instanceof FeedEvent);
    }

    /** Sends a beat. {@code state} null: the hospital is not defined yet and has none. */
    void beat(@Nullable Hospital state, long head, boolean journalAway) {
        if (state != null) {
            byte[] frame = Beat.frame(state, head, clock, feeds.states(state), journalAway);
            last = Optional.of(frame);
            onlookers.beat(hospital, frame);
        }
    }

    /** The last beat, for a client that has just come. From any thread. */
    Optional<byte[]> last() {
        return last;
    }

    /** A feed gave a sign. */
    void heard(Source source, FeedSign sign) {
        feeds.heard(source, sign, clock.now());
    }

    /** How the feeds are. */
    List<FeedState> feeds(Hospital state) {
        return feeds.states(state);
    }

    /** What there is to tell the hospital about its feeds: who fell silent, who came back. */
    List<Submission> listen(Hospital state) {
        feedAges = ages(state);
        return feeds.changes(state, clock.now()).stream()
                .map(Submission::internal)
                .toList();
    }

    /** How long ago each feed was last heard, as of the last time we listened. From any thread. */
    Map<String, Double> feedAgesSeconds() {
        return feedAges;
    }

    private Map<String, Double> ages(Hospital state) {
        Map<String, Double> ages = new TreeMap<>();
        state.places().definition().feeds().forEach(feed -> {
            Instant heard = feeds.lastHeard(state, new Source(feed.source()));
            if (heard != null) {
                ages.put(feed.source(), Duration.between(heard, clock.now()).toMillis() / 1000.0);
            }
        });
        return ages;
    }
}
