package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition.FeedDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each feed was last heard, with or without a fact, and which have been silent for too long. Used by one writer. Hospital
 * time throughout.
 */
final class FeedWatch {
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private final Map<Source, Instant> heard = new HashMap<>();
    private @Nullable Instant watchingSince;

    /** The sender gave a sign of life. */
    void heard(Source source, Instant at) {
        heard.put(source, at);
    }

    /** When the sender was last heard, or null when never. */
    @Nullable
    Instant lastHeard(Hospital hospital, Source source) {
        Instant sign = heard.get(source);
        Instant fact = hospital.feeds().lastFact(source);
        return sign == null || (fact != null && fact.isAfter(sign)) ? fact : sign;
    }

    /** What there is to tell the hospital about its feeds now: who fell silent, who came back. */
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
        }
        return changes;
    }

    private boolean silent(Hospital hospital, FeedDefinition feed, @Nullable Instant last, Instant now) {
        LocalTime local =
                LocalTime.ofInstant(now, hospital.places().definition().timeZone());
        boolean night = local.isBefore(MORNING) || !local.isBefore(NIGHT);
        int norm = night ? feed.silentAfterMinutesAtNight() : feed.silentAfterMinutes();
        // one that we could not have heard, since we were not there, is not silent yet
        Instant from = last == null || last.isBefore(watchingSince) ? watchingSince : last;
        return Duration.between(from, now).compareTo(Duration.ofMinutes(norm)) > 0;
    }

    private static MessageKey message(Source source, Instant now) {
        return new MessageKey(Turn.FLYT, "feed/" + source + "/" + now);
    }
}
