package flyt.domain.feed;

import flyt.domain.event.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** When each sender's last fact was recorded, which are silent since when, and of which too much is rejected. Immutable. */
public final class Feeds {

    /** Nothing heard yet. */
    public static final Feeds NONE = new Feeds(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    private final TreePMap<Source, Instant> heard;
    private final TreePMap<Source, Instant> silent;
    private final TreePMap<Source, Instant> rejecting;

    private Feeds(
            TreePMap<Source, Instant> heard, TreePMap<Source, Instant> silent, TreePMap<Source, Instant> rejecting) {
        this.heard = heard;
        this.silent = silent;
        this.rejecting = rejecting;
    }

    /** The feeds as {@link #lastFacts()}, {@link #silent()} and {@link #rejecting()} told them. */
    public static Feeds of(
            Map<Source, Instant> lastFacts, Map<Source, Instant> silent, Map<Source, Instant> rejecting) {
        return new Feeds(TreePMap.from(lastFacts), TreePMap.from(silent), TreePMap.from(rejecting));
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

    /** The senders of whose messages too many are rejected, and since when. */
    public SortedMap<Source, Instant> rejecting() {
        return rejecting;
    }

    /** The feeds after a fact from this sender. */
    public Feeds heard(Source source, Instant at) {
        return new Feeds(heard.plus(source, at), silent, rejecting);
    }

    Feeds silent(Source source, Instant since) {
        return new Feeds(heard, silent.plus(source, since), rejecting);
    }

    Feeds back(Source source) {
        return new Feeds(heard, silent.minus(source), rejecting);
    }

    Feeds rejecting(Source source, Instant since) {
        return new Feeds(heard, silent, rejecting.plus(source, since));
    }

    Feeds taking(Source source) {
        return new Feeds(heard, silent, rejecting.minus(source));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Feeds that
                && heard.equals(that.heard)
                && silent.equals(that.silent)
                && rejecting.equals(that.rejecting);
    }

    @Override
    public int hashCode() {
        return Objects.hash(heard, silent, rejecting);
    }

    @Override
    public String toString() {
        return "heard " + heard + ", silent " + silent + ", rejecting " + rejecting;
    }
}
