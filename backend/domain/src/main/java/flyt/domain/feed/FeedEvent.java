package flyt.domain.feed;

import flyt.domain.event.Event;
import flyt.domain.event.Source;
import java.time.Instant;

/** What happens to the feeds. That one was heard is no event of its own: every event's header says so. */
public sealed interface FeedEvent extends Event {

    Source source();

    /** The feeds after this event. */
    Feeds applyTo(Feeds feeds);

    /** A sender has been silent for longer than its norm for the hour. */
    record FeedFellSilent(Source source, Instant since) implements FeedEvent {
        @Override
        public Feeds applyTo(Feeds feeds) {
            return feeds.silent(source, since);
        }
    }

    /** A silent sender was heard again. */
    record FeedCameBack(Source source) implements FeedEvent {
        @Override
        public Feeds applyTo(Feeds feeds) {
            return feeds.back(source);
        }
    }

    /** Too many of what a sender sends are rejected, since then. */
    record FeedRejectsRose(Source source, Instant since) implements FeedEvent {
        @Override
        public Feeds applyTo(Feeds feeds) {
            return feeds.rejecting(source, since);
        }
    }

    /** What a sender sends is taken again. */
    record FeedRejectsFell(Source source) implements FeedEvent {
        @Override
        public Feeds applyTo(Feeds feeds) {
            return feeds.taking(source);
        }
    }
}
