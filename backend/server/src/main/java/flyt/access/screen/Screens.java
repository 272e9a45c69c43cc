package flyt.access.screen;

import flyt.access.Gone;
import flyt.access.Principal.Screen;
import flyt.access.ScreenCredentials;
import flyt.access.SecretToken;
import flyt.access.log.AccessLog;
import flyt.access.log.LogEntry;
import flyt.access.log.Who;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paired screens: their settings and their credentials. One per member; usable from any thread.
 *
 * <p>Whatever changes about a screen is announced as {@link Gone}, so that its sockets close and it comes back for its new
 * settings, or for a code.
 */
public final class Screens implements ScreenCredentials {
    /*
     * The wheel
     * =========
     * A screen gets a new credential whenever it connects. The old one works until the new one has
     * been used, since the answer with the new one may have been lost; from then on it is spent.
     *
     *     hash C0                --connect with C0-->   hash C0, next C1
     *     hash C0, next C1       --connect with C0-->   the same: its answer was lost
     *     hash C0, next C1       --use of C1------->    hash C1, spent C0
     *     hash C1, spent C0      --use of C0------->    somebody has a copy: C0 and C1 are dead
     *
     * Whether the screen or the thief was first does not matter: the other one trips.
     */
    private static final Logger LOG = LoggerFactory.getLogger(Screens.class);
    private static final String TURNED = "flyt.access.screen.turned";
    private static final String THEFT = "screen-credential";

    private final Database database;
    private final Gone gone;
    private final AccessLog log;
    private final ScreenCounters counters;
    private final CredentialWheel wheel;
    private final InstantSource clock;
    private final EventBus bus;
    private final ScreenMemory memory = new ScreenMemory();

    /**
     * The screens of an installation.
     *
     * @param secret 32 random bytes, the same on all members
     */
    public Screens(
            Vertx vertx,
            Database database,
            Gone gone,
            AccessLog log,
            ScreenCounters counters,
            byte[] secret,
            InstantSource clock) {
        this.database = database;
        this.gone = gone;
        this.log = log;
        this.counters = counters;
        this.wheel = new CredentialWheel(secret);
        this.clock = clock;
        this.bus = vertx.eventBus();
        gone.listen(note -> {
            if (note.kind() == Gone.Kind.SCREEN) {
                memory.forget(note.id());
            }
        });
        var consumer = bus.<String>consumer(TURNED, message -> memory.forget(message.body()));
    }

    /**
     * A screen that has connected.
     *
     * @param credential which it shall use from now on
     */
    public record Connected(Screen screen, String credential) {}

    @Override
    public Future<Optional<Screen>> bySecret(String secret) {
        return SecretToken.hasForm(secret)
                ? memory.get("secret " + SecretToken.id(secret), () -> read(secret))
                : Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<Screen>> byId(String screen) {
        return memory.get("id " + screen, () -> one(
                        "SELECT * FROM screen WHERE id = $1 AND revoked_at IS NULL AND stolen_at IS NULL",
                        Tuple.of(screen))
                .map(found -> found.map(PairedScreen::principal)));
    }

    /**
     * A screen connects and gets its next credential.
     *
     * @param version of the page it runs
     * @return empty when its credential is unknown, spent or revoked
     */
    public Future<Optional<Connected>> connect(String credential, @Nullable String version) {
        return read(credential).compose(known -> known.isEmpty() ? none() : turn(credential, version));
    }

    private Future<Optional<Connected>> turn(String credential, @Nullable String version) {
        String next = wheel.after(credential);
        return one(
                        """
                        UPDATE screen SET next = $2, last_seen = $3, version = coalesce($4, version)
                        WHERE hash = $1 AND revoked_at IS NULL RETURNING *
                        """,
                        Tuple.of(hash(credential), hash(next), utc(clock.instant()), version))
                .map(turned -> turned.map(screen -> new Connected(screen.principal(), next)));
    }

    /** The screen of a credential; takes the credential into use when it is the next one. */
    private Future<Optional<Screen>> read(String credential) {
        if (!SecretToken.hasForm(credential)) {
            return none();
        }
        Buffer hash = hash(credential);
        return current(hash)
                .compose(current -> current.isPresent() ? Future.succeededFuture(current) : taken(hash))
                .compose(found -> found.isPresent() ? Future.succeededFuture(found) : spent(hash))
                .map(found -> found.map(PairedScreen::principal));
    }

    private Future<Optional<PairedScreen>> current(Buffer hash) {
        return one("SELECT * FROM screen WHERE hash = $1 AND revoked_at IS NULL", Tuple.of(hash));
    }

    /** The next credential is used for the first time: the one before is spent. */
    private Future<Optional<PairedScreen>> taken(Buffer hash) {
        return one(
                        """
                        UPDATE screen SET hash = next, next = NULL, spent = (ARRAY[hash] || spent)[1:2]
                        WHERE next = $1 AND revoked_at IS NULL RETURNING *
                        """,
                        Tuple.of(hash))
                .onSuccess(found -> found.ifPresent(screen -> {
                    memory.forget(screen.id());
                    EventBus told = bus.publish(TURNED, screen.id());
                }));
    }

    /** Somebody uses a spent credential, so two have it: nobody is let in with any of that screen's. */
    private Future<Optional<PairedScreen>> spent(Buffer hash) {
        Instant now = clock.instant();
        return one(
                        """
                        UPDATE screen SET hash = NULL, next = NULL, spent = '{}', stolen_at = $2
                        WHERE spent @> ARRAY[$1::bytea] AND revoked_at IS NULL RETURNING *
                        """,
                        Tuple.of(hash, utc(now)))
                .compose(found -> {
                    found.ifPresent(screen -> stolen(screen.principal(), now));
                    // or it became the current one while we looked at the next
                    return found.isPresent() ? none() : current(hash);
                });
    }

    private void stolen(Screen screen, Instant now) {
        counters.stolen();
        LOG.warn("A spent credential of screen {} was used; it must be paired again", screen.id());
        log.note(LogEntry.of(Who.of(screen, null), THEFT, now)
                .in(screen.hospital())
                .showing(screen.view().wire(), screen.scope(), screen.level())
                .refused());
        gone.announce(Gone.Kind.SCREEN, screen.id());
    }

    /** Every screen that is not revoked, by hospital and name. */
    public Future<List<PairedScreen>> list() {
        return database.search(
                        "SELECT * FROM screen WHERE revoked_at IS NULL ORDER BY hospital, name, id", Tuple.tuple())
                .map(rows -> {
                    List<PairedScreen> all = new ArrayList<>();
                    rows.forEach(row -> all.add(PairedScreen.of(row)));
                    return List.copyOf(all);
                });
    }

    /** One of the list, or empty. */
    public Future<Optional<PairedScreen>> find(String id) {
        return one("SELECT * FROM screen WHERE id = $1 AND revoked_at IS NULL", Tuple.of(id));
    }

    /** Renames, moves or otherwise sets a screen; it comes back with its new settings at once. Empty: there is none. */
    public Future<Optional<PairedScreen>> change(String id, ScreenSettings settings) {
        return one(
                        """
                        UPDATE screen SET name = $2, place = $3, hospital = $4, view = $5, scope = $6, clusters = $7,
                            level = $8, naming = $9, diagonal_inches = $10, distance_m = $11
                        WHERE id = $1 AND revoked_at IS NULL RETURNING *
                        """,
                        ScreenStatement.settings(Tuple.of(id), settings))
                .onSuccess(changed -> changed.ifPresent(screen -> gone.announce(Gone.Kind.SCREEN, id)));
    }

    /** Ends a screen for good; true when there was one. */
    public Future<Boolean> revoke(String id) {
        return one(
                        """
                        UPDATE screen SET revoked_at = $2, hash = NULL, next = NULL, spent = '{}'
                        WHERE id = $1 AND revoked_at IS NULL RETURNING *
                        """,
                        Tuple.of(id, utc(clock.instant())))
                .map(Optional::isPresent)
                .onSuccess(revoked -> {
                    if (revoked) {
                        gone.announce(Gone.Kind.SCREEN, id);
                    }
                });
    }

    /** These screens are connected just now; to be told every minute or so. */
    public Future<Void> seen(Collection<String> ids) {
        return database.query(
                        "UPDATE screen SET last_seen = $2 WHERE id = ANY ($1)",
                        Tuple.tuple()
                                .addArrayOfString(ids.toArray(String[]::new))
                                .addOffsetDateTime(utc(clock.instant())))
                .mapEmpty();
    }

    private Future<Optional<PairedScreen>> one(String sql, Tuple values) {
        return database.query(sql, values).map(rows -> {
            for (Row row : rows) {
                return Optional.of(PairedScreen.of(row));
            }
            return Optional.empty();
        });
    }

    private static <T> Future<Optional<T>> none() {
        return Future.succeededFuture(Optional.empty());
    }

    private static Buffer hash(String secret) {
        return Buffer.buffer(SecretToken.hash(secret));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
