package flyt.runtime;

import flyt.domain.Hospital;
import io.vertx.core.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hospital that is followed along its journal, on any member, apart from its writer: for whoever has to know what each event
 * changed. One going on at a time.
 */
public final class Following {
    private final StateLoader loader;
    private final String id;
    private volatile StateLoader.Loaded at;

    private Following(StateLoader loader, String id, StateLoader.Loaded at) {
        this.loader = loader;
        this.id = id;
        this.at = at;
    }

    /**
     * Begins after an event.
     *
     * @param upTo its number; {@link Long#MAX_VALUE} for the last there is
     */
    public static Future<Following> of(Workplace work, String hospital, long upTo) {
        StateLoader loader = work.loader();
        return loader.load(hospital, upTo).map(loaded -> new Following(loader, hospital, loaded));
    }

    /** Number of the last event in it. */
    public long seq() {
        return at.seq();
    }

    /** The hospital after that; null before its first. */
    public @Nullable Hospital hospital() {
        return at.hospital();
    }

    /**
     * Goes on.
     *
     * @param upTo number of the last event to take
     * @param each is shown each event on the way, in order, on a worker thread
     */
    public Future<Void> on(long upTo, Consumer<Step> each) {
        return loader.goOn(id, at, upTo, each).map(loaded -> {
            at = loaded;
            return null;
        });
    }
}
