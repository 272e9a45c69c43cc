package flyt.push;

import flyt.access.Doorkeeper;
import flyt.access.Gone;
import flyt.access.Principal;
import flyt.access.Principal.Nobody;
import flyt.access.Principal.Person;
import flyt.access.RoleTable;
import flyt.access.SameOrigin;
import flyt.access.Shown;
import flyt.access.Treatment;
import flyt.access.Verdict;
import flyt.access.Verdict.Allowed;
import flyt.access.Verdict.Reason;
import flyt.access.Verdict.Refused;
import flyt.access.View;
import flyt.access.Where;
import flyt.access.log.LogBook;
import flyt.access.log.LogEntry;
import flyt.access.log.Sitting;
import flyt.access.log.Sittings;
import flyt.access.log.Who;
import flyt.board.Stream;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.ops.Metrics;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The audience as the table of roles has it: people, screens and systems, each with what they may see, remembered while they look
 * at patients. Usable from any thread.
 */
public final class Spectators implements Audience {
    private final Doorkeeper doorkeeper;
    private final SameOrigin origin;
    private final Sittings sittings;
    private final LogBook log;
    private final Hospitals hospitals;
    private final InstantSource clock;
    private final Metrics metrics;
    private final Set<Spectator> here = ConcurrentHashMap.newKeySet();

    public Spectators(
            Doorkeeper doorkeeper,
            SameOrigin origin,
            Sittings sittings,
            LogBook log,
            Hospitals hospitals,
            InstantSource clock,
            Metrics metrics) {
        this.doorkeeper = doorkeeper;
        this.origin = origin;
        this.sittings = sittings;
        this.log = log;
        this.hospitals = hospitals;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public Future<Viewer> viewer(ServerWebSocketHandshake handshake) {
        if (!origin.allows(handshake.headers(), () -> handshake.scheme() + "://" + handshake.authority())) {
            metrics.turnedAway("cross-site");
            return Future.failedFuture(new TurnedAway(403));
        }
        String address = handshake.remoteAddress().hostAddress();
        return doorkeeper
                .who(handshake.headers(), address == null ? "" : address)
                .compose(who -> {
                    if (who instanceof Nobody) {
                        metrics.turnedAway(Reason.SIGN_IN_NEEDED.wire());
                        return Future.failedFuture(new TurnedAway(401));
                    }
                    Spectator spectator = new Spectator(who, address == null ? "" : address);
                    here.add(spectator);
                    return Future.succeededFuture(spectator);
                });
    }

    /** The paired screens that are connected to this member, by id. */
    public Set<String> screens() {
        Set<String> screens = new TreeSet<>();
        for (Spectator spectator : here) {
            if (spectator.who instanceof Principal.Screen screen) {
                screens.add(screen.id());
            }
        }
        return screens;
    }

    private final class Spectator implements Viewer {
        private final String address;
        private volatile Principal who;

        Spectator(Principal who, String address) {
            this.who = who;
            this.address = address;
        }

        @Override
        public Optional<Refusal> refusal(Stream stream) {
            return refusal(stream, this::verdict);
        }

        @Override
        public Optional<Refusal> refusalOfPast(Stream stream) {
            return refusal(stream, this::verdictOfPast);
        }

        private Optional<Refusal> refusal(Stream stream, BiFunction<Stream, Shown, Verdict> judge) {
            Shown shown = Shown.in(stream);
            if (shown == null) {
                return Optional.of(new Refusal("unknown-view", "There is no view " + stream.view()));
            }
            if (judge.apply(stream, shown) instanceof Refused refused) {
                metrics.turnedAway(refused.reason().wire());
                log.note(line(stream, shown, Who.of(who, null)).refused());
                return Optional.of(
                        new Refusal(refused.reason().wire(), refused.reason().words()));
            }
            return Optional.empty();
        }

        @Override
        public Future<Runnable> watch(Stream stream) {
            Shown shown = Shown.in(stream);
            return shown != null && shown.tellsOfPatients() && verdict(stream, shown) instanceof Allowed allowed
                    ? remembered(line(stream, shown, Who.of(who, allowed.grant())))
                    : Future.succeededFuture(() -> {});
        }

        @Override
        public @Nullable WardId treats(Stream stream) {
            Shown shown = Shown.in(stream);
            return shown == null ? null : Treatment.in(who, shown, stream.hospital(), zoneOf(stream));
        }

        @Override
        public Future<Runnable> lookBack(Stream stream, @Nullable String reason) {
            Shown shown = Shown.in(stream);
            boolean names = reason != null || treats(stream) != null;
            return names && shown != null && verdictOfPast(stream, shown) instanceof Allowed allowed
                    ? remembered(entry(Who.of(who, allowed.grant()), View.PAST, stream, shown)
                            .because(reason))
                    : Future.succeededFuture(() -> {});
        }

        private Future<Runnable> remembered(LogEntry entry) {
            return sittings.sit(entry).map((Sitting sitting) -> sitting::close);
        }

        private LogEntry line(Stream stream, Shown shown, Who name) {
            return entry(name, shown.view(), stream, shown);
        }

        private LogEntry entry(Who name, View deed, Stream stream, Shown shown) {
            return LogEntry.of(name, deed.wire(), clock.instant())
                    .in(stream.hospital())
                    .showing(shown.view().wire(), stream.scope(), shown.level())
                    .from(address, wall());
        }

        private @Nullable String wall() {
            if (who instanceof Principal.Screen screen) {
                return screen.id();
            }
            return who instanceof Person person ? person.wall() : null;
        }

        @Override
        public Future<Boolean> look() {
            return doorkeeper.still(who).map(now -> {
                who = now;
                return !(now instanceof Nobody);
            });
        }

        @Override
        public boolean isMeant(Gone.Note note) {
            return note.concerns(who);
        }

        @Override
        public void leave() {
            here.remove(this);
        }

        /** What was is for whoever may see what is, and may look back. */
        private Verdict verdictOfPast(Stream stream, Shown shown) {
            Verdict now = verdict(stream, shown);
            return now.isAllowed() ? RoleTable.verdict(who, View.PAST, stream.hospital(), Where.WHOLE, 1) : now;
        }

        private Verdict verdict(Stream stream, Shown shown) {
            return RoleTable.verdict(who, shown, stream.hospital(), zoneOf(stream));
        }

        private @Nullable String zoneOf(Stream stream) {
            return hospitals.zoneOf(new HospitalId(stream.hospital()), new WardId(stream.scope()));
        }
    }
}
