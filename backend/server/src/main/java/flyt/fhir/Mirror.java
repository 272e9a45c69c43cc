package flyt.fhir;

import flyt.domain.Hospital;
import flyt.domain.place.HospitalId;
import flyt.fhir.Shelf.Made;
import flyt.runtime.Follower;
import flyt.runtime.Follower.Step;
import flyt.runtime.UnknownHospital;
import flyt.runtime.Workplace;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link Shelf} as the journal is: whoever wants to read from it asks here first. Nothing is done for a hospital that
 * nobody asks about. Usable from any thread and on any member: the shelf lets one of several win, and the others follow.
 */
public final class Mirror {
    /** Events taken in one step: how much is held in memory, and lost when another member was quicker. */
    private static final int EVENTS_MAX = 2_000;

    private final Vertx vertx;
    private final Workplace work;
    private final Shelf shelf;
    private final Privacy privacy;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    public Mirror(Vertx vertx, Workplace work, Shelf shelf) {
        this.vertx = vertx;
        this.work = work;
        this.shelf = shelf;
        this.privacy = new Privacy(work.identities());
    }

    /** Done when the shelf has all that was journaled before this was asked. */
    public Future<Void> upToDate(String hospital) {
        return lines.computeIfAbsent(hospital, Line::new).wanted();
    }

    /** One hospital: one looks at a time, and whoever comes meanwhile waits for the next look together. */
    private final class Line {
        private final String hospital;
        private @Nullable Follower following;
        private @Nullable Promise<Void> next;
        private boolean busy;

        Line(String hospital) {
            this.hospital = hospital;
        }

        synchronized Future<Void> wanted() {
            Promise<Void> wanted = next == null ? Promise.promise() : next;
            next = wanted;
            begin();
            return wanted.future();
        }

        private synchronized void begin() {
            Promise<Void> done = next;
            if (busy || done == null) {
                return;
            }
            busy = true;
            next = null;
            var unused = look().onComplete(looked -> {
                synchronized (this) {
                    busy = false;
                }
                begin();
                done.handle(looked);
            });
        }

        private Future<Void> look() {
            return shelf.reading(hospital).compose(read -> {
                Follower known = following;
                if (known != null && read.isPresent() && read.getAsLong() >= known.seq()) {
                    return goOn(known, read.getAsLong());
                }
                long from = read.orElse(Long.MAX_VALUE);
                return Follower.behind(work, hospital, from)
                        .compose(found -> read.isPresent() ? goOn(found, from) : startOver(found));
            });
        }

        private Future<Void> startOver(Follower found) {
            Hospital now = found.hospital();
            if (now == null) {
                return Future.failedFuture(new UnknownHospital(new HospitalId(hospital)));
            }
            return vertx.executeBlocking(
                            () -> Changes.everything(now).stream()
                                    .map(version -> new Made(version, found.seq(), now.recordedAt()))
                                    .toList(),
                            false)
                    .compose(all -> shelf.put(hospital, OptionalLong.empty(), found.seq(), all, List.of()))
                    .compose(put -> put ? goOn(found, found.seq()) : again());
        }

        /** {@code read}: where the shelf is; the one followed is not further. */
        private Future<Void> goOn(Follower found, long read) {
            return found.goOn(read, step -> {})
                    .compose(there -> work.journal().head(hospital))
                    .compose(head -> take(found, head.orElse(0)));
        }

        private Future<Void> take(Follower found, long head) {
            following = found;
            long before = found.seq();
            if (before >= head) {
                return Future.succeededFuture();
            }
            Batch batch = new Batch();
            return found.goOn(Math.min(head, before + EVENTS_MAX), batch::add)
                    .compose(read -> told(hospital, batch.happenings()))
                    .compose(told -> shelf.put(hospital, OptionalLong.of(before), found.seq(), batch.all(), told))
                    .compose(put -> put ? take(found, head) : again());
        }

        private Future<Void> again() {
            following = null;
            return look();
        }
    }

    /** What nobody is told of is left out: stays of protected patients, and their isolation. */
    private Future<List<Happening>> told(String hospital, List<Happening> happenings) {
        if (happenings.isEmpty()) {
            return Future.succeededFuture(happenings);
        }
        return shelf.hasSubscriptions(hospital).compose(any -> {
            if (!any) {
                return Future.succeededFuture(List.of());
            }
            Set<String> patients = new TreeSet<>();
            happenings.forEach(one -> patients.addAll(one.focus().patients()));
            return privacy.protectedAmong(hospital, patients).map(hidden -> happenings.stream()
                    .filter(one -> one.focus().patients().stream().noneMatch(hidden::contains)
                            || !(one.isolation() || one.topic().focus() == Shown.ENCOUNTER))
                    .toList());
        });
    }

    /** What some events made, each resource as the last of them left it. */
    private static final class Batch {
        private final Map<String, Made> made = new LinkedHashMap<>();
        private final Map<String, Happening> happenings = new LinkedHashMap<>();

        void add(Step step) {
            Changes.Found found = Changes.of(step);
            for (Happening one : found.happenings()) {
                String key = key(one, step);
                Happening overtaken = happenings.remove(key);
                happenings.put(key, one);
            }
            for (Version version : found.versions()) {
                Made before = made.get(version.name());
                if (before == null || !version.equals(before.version())) {
                    made.put(
                            version.name(),
                            new Made(
                                    version,
                                    step.seq(),
                                    step.recorded().header().recordedAt()));
                }
            }
        }

        /** A status that lasted for the middle of one message, between leaving and being dirty, is none. */
        private static String key(Happening one, Step step) {
            Object during = one.topic().isStatus() ? step.recorded().header().message() : step.seq();
            return one.topic() + " " + one.focus().name() + " " + during;
        }

        Collection<Made> all() {
            return made.values();
        }

        List<Happening> happenings() {
            return List.copyOf(happenings.values());
        }
    }
}
