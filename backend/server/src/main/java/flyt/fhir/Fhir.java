package flyt.fhir;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * FHIR R4, not loaded yet: the library takes a second to load and some memory to keep, so {@link R4} is loaded when it is first
 * asked for, on a worker thread. One per Vert.x; usable from any thread.
 *
 * <p>Classes that are loaded with the server go through here before they call those that name the library's.
 */
public final class Fhir {
    /** The media type of resources, as it is sent. */
    public static final String JSON = "application/fhir+json";

    private final Vertx vertx;
    private volatile boolean loaded;

    public Fhir(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Done when {@link R4} can be called without holding anybody up; answers on the caller's context. */
    public Future<Void> load() {
        return loaded
                ? Future.succeededFuture()
                : vertx.executeBlocking(
                        () -> {
                            R4.prepare();
                            loaded = true;
                            return null;
                        },
                        false);
    }
}
