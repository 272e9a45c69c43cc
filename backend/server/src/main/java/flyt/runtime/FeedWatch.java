package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.FeedDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each feed was last heard, with or without a fact, which have been silent for too long, and of which too much is rejected.
 * Used by one writer. Hospital time throughout.
 */
final class FeedWatch {
    private final Map<Source, Instant> heard = new HashMap<>();
    private final Map<Source, Rejects> rejects = new HashMap<>();
    private @Nullable Instant watchingSince;

    /** The sender gave a sign. */
    void heard(Source source, FeedSign sign, Instant at) {
        if (sign != FeedSign.ALIVE) {
            rejects.computeIfAbsent(source, one -> new Rejects()).add(sign == FeedSign.REJECTED, at);
        }
        if (sign != FeedSign.REJECTED) {
            heard.put(source, at);
        }
    }

    /** How the feeds of the hospital's definition are, in its order. */
    List<FeedState> states(Hospital hospital) {
        return hospital.places().definition().feeds().stream()
                .map(feed -> {
                    Source source = new Source(feed.source());
                    return new FeedState(
                            feed.source(),
                            feed.name(),
                            lastHeard(hospital, source),
                            hospital.feeds().silent().get(source),
                            hospital.feeds().rejecting().get(source),
                            feed.carries(),
                            feed.owner());
                })
                .toList();
    }

    /** When the sender was last heard, or null when never. */
    @Nullable
    Instant lastHeard(Hospital hospital, Source source) {
        Instant sign = heard.get(source);
        Instant fact = hospital.feeds().lastFact(source);
        return sign == null || (fact != null && fact.isAfter(sign)) ? fact : sign;
    }

    /** What there is to tell the hospital about its feeds now: who fell silent, who came back, of whom much is rejected. */
    List<Input> changes(Hospital hospital, Instant now) {
        watchingSince = watchingSince == null ? now : watchingSince;
        List<Input> changes = new ArrayList<>();
        for (FeedDefinition feed : hospital.places().definition().feeds()) {
            Source source = new Source(feed.source());
            Instant last = lastHeard(hospital, source);
            boolean known = hospital.feeds().silent().containsKey(source);
            boolean silent = silent(hospital, feed, last, now);
            if (silent && !known) {
                Instant since = last == null ? watchingSince : last;
                changes.add(new Input.FeedHeard(message(source, now), source, since));
            } else if (known
                    && last != null
                    && last.isAfter(hospital.feeds().silent().get(source))) {
                changes.add(new Input.FeedHeard(message(source, now), source, null));
            }
            Instant rejecting = hospital.feeds().rejecting().get(source);
            Rejects lately = rejects.get(source);
            if (rejecting == null && lately != null && lately.areMany(feed.rejectsPercent(), now)) {
                changes.add(new Input.FeedRejects(message(source, now), source, lately.since(now)));
            } else if (rejecting != null && (lately == null || lately.areFew(feed.rejectsPercent(), now))) {
                changes.add(new Input.FeedRejects(message(source, now), source, null));
            }
        }
        return changes;
    }

    private boolean silent(Hospital hospital, FeedDefinition feed, @Nullable Instant last, Instant now) {
        Duration norm = feed.silentAfter(
                LocalDateTime.ofInstant(now, hospital.places().definition().timeZone()));
        // one that we could not have heard, since we were not there, is not silent yet
        Instant from = last == null || last.isBefore(watchingSince) ? watchingSince : last;
        return Duration.between(from, now).compareTo(norm) > 0;
    }

    private static MessageKey message(Source source, Instant now) {
        return new MessageKey(Turn.FLYT, "feed/" + source + "/" + now);
    }
}
