package flyt.simulator.staff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at something again and again, and never again before the last look is over; whatever fails is looked at again. */
public final class Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final Supplier<Future<Void>> look;
    private boolean looking;

    private Lookout(Supplier<Future<Void>> look) {
        this.look = look;
    }

    /**
     * Until whoever asks is undeployed.
     *
     * @param ms of the wall's clock between two looks
     * @return the timer
     */
    public static long every(Vertx vertx, long ms, Supplier<Future<Void>> look) {
        Lookout lookout = new Lookout(look);
        return vertx.setPeriodic(ms, tick -> lookout.tick());
    }

    private void tick() {
        if (looking) {
            return;
        }
        looking = true;
        var unused = look.get().onComplete(looked -> {
            looking = false;
            if (looked.failed()) {
                LOG.info("Looks again: {}", looked.cause().getMessage());
            }
        });
    }
}
