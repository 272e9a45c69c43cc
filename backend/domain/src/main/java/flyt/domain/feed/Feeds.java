package flyt.domain.feed;

import flyt.domain.event.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** When each sender's last fact was recorded, and which are silent since when. Immutable. */
public final class Feeds {

    /** Nothing heard yet. */
    public static final Feeds NONE = new Feeds(TreePMap.empty(), TreePMap.empty());

    private final TreePMap<Source, Instant> heard;
    private final TreePMap<Source, Instant> silent;

    private Feeds(TreePMap<Source, Instant> heard, TreePMap<Source, Instant> silent) {
        this.heard = heard;
        this.silent = silent;
    }

    /** The feeds as {@link #lastFacts()} and {@link #silent()} told them. */
    public static Feeds of(Map<Source, Instant> lastFacts, Map<Source, Instant> silent) {
        return new Feeds(TreePMap.from(lastFacts), TreePMap.from(silent));
    }

    /** When a fact from each sender was last recorded. */
    public SortedMap<Source, Instant> lastFacts() {
        return heard;
    }

    /** When a fact from the sender was last recorded, or null. Signs of life without a fact are not counted here. */
    public @Nullable Instant lastFact(Source source) {
        return heard.get(source);
    }

    /** The silent senders and since when. */
    public SortedMap<Source, Instant> silent() {
        return silent;
    }

    /** The feeds after a fact from this sender. */
    public Feeds heard(Source source, Instant at) {
        return new Feeds(heard.plus(source, at), silent);
    }

    Feeds silent(Source source, Instant since) {
        return new Feeds(heard, silent.plus(source, since));
    }

    Feeds back(Source source) {
        return new Feeds(heard, silent.minus(source));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Feeds that && Objects.equals(heard, that.heard) && Objects.equals(silent, that.silent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(heard, silent);
    }

    @Override
    public String toString() {
        return "heard " + heard + ", " + "silent " + silent;
    }
}
