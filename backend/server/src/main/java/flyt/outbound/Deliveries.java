package flyt.outbound;

import flyt.journal.Outbox;
import flyt.runtime.HospitalDesk;
import flyt.runtime.Workplace;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the receivers of those hospitals that this member writes; another member takes over where that one is written. Owns one
 * {@link Delivery} for each on its event loop.
 */
public final class Deliveries extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final long LOOK_MS = 200;
    private static final long AGAIN_MS = 1_000;

    private final HospitalDesk desk;
    private final Workplace place;
    private final Outbox outbox;
    private final List<Receiver> receivers;
    private final Map<Receiver, Delivery> deliveries = new HashMap<>();
    private final Set<Receiver> beginning = new HashSet<>();
    private boolean stopped;

    /** Does nothing before it is deployed. */
    public Deliveries(HospitalDesk desk, Workplace place, Outbox outbox, List<Receiver> receivers) {
        this.desk = desk;
        this.place = place;
        this.outbox = outbox;
        this.receivers = List.copyOf(receivers);
    }

    @Override
    public Future<?> start() {
        long looks = vertx.setPeriodic(LOOK_MS, tick -> receivers.forEach(this::look));
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        stopped = true;
        deliveries.values().forEach(Delivery::end);
        return Future.succeededFuture();
    }

    private void look(Receiver receiver) {
        // the writer answers on its own event loop
        var unused = desk.headHere(receiver.hospital().value())
                .onSuccess(head -> context.runOnContext(here -> look(receiver, head)));
    }

    private void look(Receiver receiver, OptionalLong head) {
        Delivery delivery = deliveries.get(receiver);
        if (stopped) {
            return;
        }
        if (delivery != null && (delivery.isOver() || head.isEmpty())) {
            delivery.end();
            deliveries.remove(receiver);
        } else if (delivery != null) {
            delivery.look(head.getAsLong());
        } else if (head.isPresent() && beginning.add(receiver)) {
            begin(receiver, head.getAsLong());
        }
    }

    private void begin(Receiver receiver, long head) {
        Delivery.Work work = new Delivery.Work(vertx, place, outbox);
        var unused = Delivery.begin(work, receiver, UUID.randomUUID().toString(), head)
                .onComplete(begun -> {
                    if (begun.succeeded()) {
                        beginning.remove(receiver);
                        deliveries.put(receiver, begun.result());
                        if (stopped) {
                            begun.result().end();
                        }
                        return;
                    }
                    LOG.info(
                            "The receiver {} of {} is not told yet: {}",
                            receiver.id(),
                            receiver.hospital(),
                            begun.cause().getClass().getSimpleName());
                    long timer = vertx.setTimer(AGAIN_MS, tick -> beginning.remove(receiver));
                });
    }
}
