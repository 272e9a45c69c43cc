package flyt.outbound.fhir;

import flyt.access.MachineCredentials;
import flyt.fhir.Mirror;
import flyt.fhir.Notifications;
import flyt.fhir.Subscribed;
import flyt.fhir.Subscriptions;
import flyt.runtime.HospitalDesk;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClientOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the subscribers of those hospitals that this member writes; another member goes on where that one is written. Owns one
 * {@link Telling} for each subscription on its event loop.
 */
public final class Hooks extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);
    private static final long LOOK_MS = 250;
    /** Where nobody has subscribed to anything, so often. */
    private static final long IDLE_NANOS = Duration.ofSeconds(2).toNanos();

    private static final long FORGET_MS = Duration.ofHours(1).toMillis();
    private static final Duration KEPT = Duration.ofDays(14);

    private final HospitalDesk desk;
    private final Mirror mirror;
    private final Parts parts;
    private final HookFile file;
    private final Map<String, Telling> hooks = new HashMap<>();
    private final Map<String, Long> read = new HashMap<>();
    private final Set<String> reading = new HashSet<>();
    private boolean looking;
    private long notBefore = System.nanoTime();

    /** What the hooks work with. */
    public record Parts(Subscriptions subscriptions, Notifications notifications, MachineCredentials systems) {}

    /** Does nothing before it is deployed. */
    public Hooks(HospitalDesk desk, Mirror mirror, Parts parts, HookFile file) {
        this.file = file;
        this.desk = desk;
        this.mirror = mirror;
        this.parts = parts;
    }

    @Override
    public Future<?> start() {
        Carrier post = new Post(vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(10_000)), file);
        long looks = vertx.setPeriodic(LOOK_MS, tick -> look(post));
        long forgets = vertx.setPeriodic(FORGET_MS, tick -> {
            var done = parts.subscriptions()
                    .forget(KEPT)
                    .onFailure(failure -> LOG.info("Old notifications are forgotten the next time"));
        });
        return Future.succeededFuture();
    }

    private void look(Carrier post) {
        if (looking || System.nanoTime() < notBefore) {
            return;
        }
        looking = true;
        var unused = parts.subscriptions()
                .running()
                .compose(all -> {
                    Set<String> hospitals = new TreeSet<>();
                    all.forEach(one -> hospitals.add(one.hospital()));
                    return Future.join(hospitals.stream()
                                    .map(id -> lookAt(id, all, post))
                                    .toList())
                            .map(all);
                })
                .onComplete(looked -> {
                    looking = false;
                    if (looked.succeeded()) {
                        boolean idle = looked.result().isEmpty();
                        notBefore = System.nanoTime() + (idle ? IDLE_NANOS : 0);
                        Set<String> there = new HashSet<>();
                        looked.result().forEach(one -> there.add(name(one)));
                        hooks.keySet().retainAll(there);
                    }
                });
    }

    private Future<Void> lookAt(String hospital, List<Subscribed> all, Carrier post) {
        return desk.headHere(hospital).map(head -> {
            if (head.isPresent()) {
                read(hospital, head.getAsLong());
                all.stream()
                        .filter(one ->
                                one.hospital().equals(hospital) && one.channel().equals("rest-hook"))
                        .forEach(one -> hooks.computeIfAbsent(name(one), name -> new Telling(parts, post, false))
                                .look(one));
            } else {
                hooks.keySet().removeIf(name -> name.startsWith(hospital + "/"));
            }
            return null;
        });
    }

    /** Sees to it that what was journaled has its numbers. */
    private void read(String hospital, long head) {
        if (read.getOrDefault(hospital, 0L) >= head || !reading.add(hospital)) {
            return;
        }
        var unused = mirror.upToDate(hospital).onComplete(done -> {
            reading.remove(hospital);
            if (done.succeeded()) {
                read.put(hospital, head);
            } else {
                LOG.info(
                        "The subscribers of {} are told later: {}",
                        hospital,
                        done.cause().getClass().getSimpleName());
            }
        });
    }

    private static String name(Subscribed one) {
        return one.hospital() + "/" + one.id();
    }
}
