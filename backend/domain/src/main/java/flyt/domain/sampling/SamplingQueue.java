package flyt.domain.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Who waits at one station, and who no longer does. Immutable.
 *
 * @param waiting since when, by ticket
 * @param over those who waited and do so no more, for an hour
 * @param queues whether people wait there at all, or else only work there
 * @param staff how many draw blood there, or could; null: nobody has said
 */
public record SamplingQueue(
        SortedMap<TicketId, Instant> waiting, SortedMap<TicketId, Wait> over, boolean queues, @Nullable Integer staff) {
    /** Nobody yet. */
    static final SamplingQueue EMPTY = new SamplingQueue(new TreeMap<>(), new TreeMap<>(), false, null);

    /** Whose call was never told does not wait for ever. */
    static final Duration LOST = Duration.ofHours(4);

    /** How long a wait counts after it was over. */
    static final Duration COUNTED = Duration.ofHours(1);

    /**
     * A wait that is over.
     *
     * @param since null: that it began has not been told yet
     * @param drawn whether it ended in a chair, or else somebody gave up
     */
    public record Wait(@Nullable Instant since, Instant until, boolean drawn) {}

    public SamplingQueue {
        waiting = Collections.unmodifiableSortedMap(new TreeMap<>(waiting));
        over = Collections.unmodifiableSortedMap(new TreeMap<>(over));
    }

    SamplingQueue joined(TicketId ticket, Instant at) {
        Wait ended = over.get(ticket);
        return ended == null
                ? new SamplingQueue(put(waiting, ticket, at), over, true, staff)
                : new SamplingQueue(
                        waiting, put(over, ticket, new Wait(at, ended.until(), ended.drawn())), true, staff);
    }

    SamplingQueue ended(TicketId ticket, Instant at, boolean drawn) {
        SortedMap<TicketId, Instant> others = new TreeMap<>(waiting);
        Instant since = others.remove(ticket);
        return new SamplingQueue(others, put(over, ticket, new Wait(since, at, drawn)), true, staff);
    }

    SamplingQueue staffed(int present) {
        return new SamplingQueue(waiting, over, queues, present);
    }

    /** Without what counts no more at that time. */
    SamplingQueue at(Instant now) {
        return new SamplingQueue(
                younger(waiting, since -> since, now.minus(LOST)),
                younger(over, Wait::until, now.minus(COUNTED)),
                queues,
                staff);
    }

    /** Since when the one who has waited longest waits, or null: nobody does. */
    public @Nullable Instant longestSince(Instant now) {
        Instant lost = now.minus(LOST);
        return waiting.values().stream()
                .filter(since -> since.isAfter(lost) && !since.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The waits, in seconds, of those who were drawn within the last hour. */
    LongStream waits(Instant now) {
        Instant early = now.minus(COUNTED);
        return over.values().stream()
                .filter(wait ->
                        wait.drawn() && wait.since() != null && wait.until().isAfter(early))
                .mapToLong(wait -> Duration.between(Objects.requireNonNull(wait.since()), wait.until())
                        .toSeconds())
                .map(seconds -> StrictMath.max(0, seconds));
    }

    private static <V> SortedMap<TicketId, V> put(SortedMap<TicketId, V> map, TicketId ticket, V value) {
        SortedMap<TicketId, V> others = new TreeMap<>(map);
        others.put(ticket, value);
        return others;
    }

    private static <V> SortedMap<TicketId, V> younger(
            SortedMap<TicketId, V> map, Function<V, Instant> time, Instant limit) {
        SortedMap<TicketId, V> others = new TreeMap<>(map);
        others.values().removeIf(value -> !time.apply(value).isAfter(limit));
        return others;
    }
}
