package flyt.outbound.fhir;

import flyt.access.Principal;
import flyt.fhir.Notifications.Kind;
import flyt.fhir.Subscribed;
import flyt.fhir.Subscribed.Status;
import flyt.fhir.Subscriptions.Event;
import flyt.outbound.fhir.Carrier.NotTaken;
import flyt.outbound.fhir.Hooks.Parts;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one subscriber, one notification at a time, in the order of the numbers, until each is taken. Lives on one context. */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);
    private static final int EVENTS_AT_ONCE = 50;

    private final Parts parts;
    private final Carrier carrier;
    private final boolean greets;
    private boolean greeted;
    /** The highest number that was taken from here: what is looked at may be a little older. */
    private long taken;

    private boolean busy;
    private Duration pause = PAUSE;
    private long notBefore = System.nanoTime();
    private long spoke = System.nanoTime();

    /** {@code greets}: begins with a handshake, whoever has taken one before. */
    Telling(Parts parts, Carrier carrier, boolean greets) {
        this.parts = parts;
        this.carrier = carrier;
        this.greets = greets;
    }

    /** Looks what there is to say. {@code one}: as it is now. */
    void look(Subscribed one) {
        if (busy || System.nanoTime() < notBefore) {
            return;
        }
        long delivered = Math.max(taken, one.delivered());
        Instant end = one.end();
        if (end != null && end.isBefore(Instant.now())) {
            settle(parts.subscriptions().troubled(one, Status.OFF, "ended"));
        } else if (!greeted && (greets || one.status() == Status.REQUESTED)) {
            say(one, Kind.HANDSHAKE, delivered, Future.succeededFuture(List.of()));
        } else if (one.events() > delivered) {
            say(
                    one,
                    Kind.EVENT,
                    one.events(),
                    parts.subscriptions().events(one, delivered + 1, one.events(), one.eventsAtOnce(EVENTS_AT_ONCE)));
        } else if (one.heartbeatSeconds() > 0
                && System.nanoTime() - spoke >= TimeUnit.SECONDS.toNanos(one.heartbeatSeconds())) {
            say(one, Kind.HEARTBEAT, delivered, Future.succeededFuture(List.of()));
        }
    }

    /** {@code delivered}: where it stands when no event was in it. */
    private void say(Subscribed one, Kind kind, long delivered, Future<List<Event>> events) {
        settle(parts.systems().byId(one.client()).compose(found -> {
            Optional<Principal> who = found.filter(client ->
                            one.topic().focus().verdict(client, one.hospital()).isAllowed())
                    .map(client -> client);
            String refusal = who.isEmpty() ? "not-allowed" : carrier.refusal(one);
            if (refusal != null) {
                return parts.subscriptions().troubled(one, Status.OFF, refusal);
            }
            return events.compose(list -> parts.notifications()
                    .of(one, kind, list, one.content(), who.get())
                    .compose(bundle -> carrier.carry(one, bundle.toBuffer()))
                    .compose(
                            taken -> taken(
                                    one,
                                    list.isEmpty()
                                            ? delivered
                                            : list.get(list.size() - 1).number()),
                            failure -> lost(one, failure)));
        }));
    }

    private void settle(Future<Void> done) {
        busy = true;
        var unused = done.onComplete(settled -> {
            busy = false;
            if (settled.failed()) {
                rest();
                LOG.info(
                        "A subscriber is told later: {}",
                        settled.cause().getClass().getSimpleName());
            }
        });
    }

    private Future<Void> taken(Subscribed one, long number) {
        pause = PAUSE;
        greeted = true;
        taken = Math.max(taken, number);
        spoke = System.nanoTime();
        if (one.status() == Status.ERROR) {
            LOG.info("The subscriber {} of {} is reached again", one.id(), one.hospital());
        }
        return parts.subscriptions().delivered(one, number);
    }

    private Future<Void> lost(Subscribed one, Throwable failure) {
        String code = failure instanceof NotTaken answer ? "http-" + answer.status() : "not-reached";
        if (one.status() != Status.ERROR) {
            LOG.info("The subscriber {} of {} is in trouble: {}", one.id(), one.hospital(), code);
        }
        rest();
        // who never took a handshake is still asked for one
        return one.status() == Status.REQUESTED
                ? parts.subscriptions().troubled(one, Status.REQUESTED, code)
                : parts.subscriptions().troubled(one, Status.ERROR, code);
    }

    private void rest() {
        notBefore = System.nanoTime() + pause.toNanos();
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : twice;
    }
}
