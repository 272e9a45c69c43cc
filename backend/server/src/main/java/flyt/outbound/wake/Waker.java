package flyt.outbound.wake;

import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.ops.Metrics;
import flyt.outbound.wake.Sleepers.Sleeper;
import flyt.runtime.HospitalDesk;
import flyt.runtime.SilentOffer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the phones of those to whom a task is offered and whose phone does not say that the offer has arrived: its page is closed,
 * asleep or without a network. For the hospitals that this member writes; owns on its event loop which offers it has seen there.
 */
public final class Waker extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);

    /** A page that is open says within this time that an offer has arrived. */
    private static final long LOOK_MS = 1_000;

    private final HospitalDesk desk;
    private final Sleepers sleepers;
    private final PushServices services;
    private final KeysOf keys;
    private final Vapid vapid;
    private final Metrics metrics;
    private final InstantSource clock = InstantSource.system();
    private final Map<HospitalId, Map<SilentOffer, Integer>> looks = new HashMap<>();
    private boolean looking;

    /** The keys by which a hospital names an account now. */
    @FunctionalInterface
    public interface KeysOf {
        Set<StaffKey> now(HospitalDefinition hospital, String account, Instant now);
    }

    /** Does nothing before it is deployed. */
    public Waker(
            HospitalDesk desk, Sleepers sleepers, PushServices services, KeysOf keys, Vapid vapid, Metrics metrics) {
        this.desk = desk;
        this.sleepers = sleepers;
        this.services = services;
        this.keys = keys;
        this.vapid = vapid;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        WakeCalls made = new WakeCalls(vertx, vapid, metrics, clock);
        long timer = vertx.setPeriodic(LOOK_MS, tick -> look(made));
        return Future.succeededFuture();
    }

    private void look(WakeCalls calls) {
        if (looking) {
            return;
        }
        looking = true;
        var unused = Future.join(desk.list().stream()
                        .map(hospital -> desk.silentOffersHere(hospital.id())
                                .compose(offers -> wake(hospital, unheard(hospital.id(), offers), calls)))
                        .toList())
                .onComplete(looked -> {
                    looking = false;
                    if (looked.failed()) {
                        LOG.info(
                                "Nobody is woken now: {}",
                                looked.cause().getClass().getSimpleName());
                    }
                });
    }

    /** To whom those offers are made that were there at the last look too, and at none before it. */
    private Set<StaffKey> unheard(HospitalId hospital, Set<SilentOffer> offers) {
        Map<SilentOffer, Integer> before = looks.getOrDefault(hospital, Map.of());
        Map<SilentOffer, Integer> now = offers.stream()
                .collect(Collectors.toMap(Function.identity(), offer -> before.getOrDefault(offer, 0) + 1));
        looks.put(hospital, now);
        return offers.stream()
                .filter(offer -> now.get(offer) == 2)
                .map(SilentOffer::worker)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Future<Void> wake(HospitalDefinition hospital, Set<StaffKey> workers, WakeCalls calls) {
        if (workers.isEmpty()) {
            return Future.succeededFuture();
        }
        return desk.clock(hospital.id())
                .compose(time -> sleepers.all(clock.instant()).map(all -> {
                    all.stream()
                            .filter(one ->
                                    !Collections.disjoint(workers, keys.now(hospital, one.account(), time.time())))
                            .forEach(one -> wake(one, calls));
                    return null;
                }));
    }

    /** Not waited for: one push service that is slow holds up nobody at another. */
    private void wake(Sleeper one, WakeCalls calls) {
        URI endpoint = services.endpoint(one.endpoint());
        Future<Boolean> there = endpoint == null ? Future.succeededFuture(false) : calls.wake(endpoint);
        var unused = there.compose(still -> still ? Future.succeededFuture() : sleepers.gone(one.endpoint()))
                .onFailure(failure -> LOG.info("A browser that is gone is forgotten the next time"));
    }
}
