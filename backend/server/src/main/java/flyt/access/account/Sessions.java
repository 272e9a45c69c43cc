package flyt.access.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import flyt.access.DeviceKind;
import flyt.access.Gone;
import flyt.access.Principal.Person;
import flyt.access.SecretToken;
import flyt.access.SessionCredentials;
import flyt.journal.Database;
import flyt.journal.WireNames;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people are signed in. PostgreSQL has the rows; each member remembers those it is asked about for at most 10 s, and
 * forgets one at once when it hears that it is gone. Usable from any thread; answers on the caller's context.
 */
public final class Sessions implements SessionCredentials {
    /** How old may be what a member remembers. */
    static final Duration MEMORY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(30);
    private static final int REMEMBERED = 50_000;
    private static final int TRIES = 3;
    private static final int AGENT_MAX = 200;
    private static final String SESSION =
            "SELECT s.account, s.device_kind, s.screen, s.last_seen, s.idle_seconds, s.until, a.login, a.name, a.given,"
                    + " a.language, a.must_change, " + Grants.COLUMN + ", " + Grants.EMERGENCIES
                    + " FROM session s JOIN account a ON a.id = s.account"
                    + " WHERE s.hash = $1 AND a.disabled_at IS NULL";

    private final Database database;
    private final Gone gone;
    private final InstantSource clock;
    private final Limits limits;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final AtomicLong changes = new AtomicLong();

    /**
     * How long a sign-in lasts.
     *
     * @param absolute however busy
     * @param ownIdle without a request, on a device of one's own
     * @param sharedIdle the same on a phone that goes from hand to hand
     * @param wallIdle the same at a wall
     */
    public record Limits(Duration absolute, Duration ownIdle, Duration sharedIdle, Duration wallIdle) {
        /** 12 h; 8 h, 5 min, 60 s. */
        public static final Limits USUAL =
                new Limits(Duration.ofHours(12), Duration.ofHours(8), Duration.ofMinutes(5), Duration.ofSeconds(60));

        Duration idle(DeviceKind device) {
            return switch (device) {
                case OWN -> ownIdle;
                case SHARED -> sharedIdle;
                case WALL -> wallIdle;
            };
        }
    }

    /**
     * Where somebody signs in.
     *
     * @param wall id of the screen, for {@link DeviceKind#WALL} alone
     * @param address where the request comes from
     * @param agent what the browser calls itself
     * @param providerSid the OpenID provider's name for this sign-in, by which it signs out again
     */
    public record Device(
            DeviceKind kind,
            @Nullable String wall,
            String address,
            @Nullable String agent,
            @Nullable String providerSid) {}

    /** A new sign-in. {@code secret} goes into the cookie and is nowhere else. */
    public record Opened(String secret, Person person) {}

    /** One sign-in as its owner and an administrator may see it. */
    public record Listed(
            String session, DeviceKind device, Instant madeAt, Instant lastSeen, Instant until, String agent) {}

    /* A remembered session. seen runs ahead of the row's last_seen, which is written now and then. */
    private static final class Known {
        final Person person;
        final Instant readAt;
        volatile Instant seen;
        volatile Instant written;

        Known(Person person, Instant readAt, Instant seen, Instant written) {
            this.person = person;
            this.readAt = readAt;
            this.seen = seen;
            this.written = written;
        }

        boolean livesAt(Instant now) {
            return now.isBefore(person.until()) && now.isBefore(seen.plusSeconds(person.idleSeconds()));
        }
    }

    public Sessions(Database database, Gone gone, InstantSource clock, Limits limits) {
        this.database = database;
        this.gone = gone;
        this.clock = clock;
        this.limits = limits;
        gone.listen(note -> {
            long counted = changes.incrementAndGet();
            switch (note.kind()) {
                case SESSION -> known.invalidate(note.id());
                case ACCOUNT, SCREEN -> known.asMap().values().removeIf(one -> note.concerns(one.person));
                case CLIENT -> {}
            }
        });
    }

    /** After how long without a request a session on such a device ends. */
    public Duration idle(DeviceKind device) {
        return limits.idle(device);
    }

    /** Signs an account in; whether it may has been found out. Fails with {@link Unacceptable} when it is disabled. */
    public Future<Opened> open(String account, Device device) {
        String secret = SecretToken.make();
        Instant now = clock.instant();
        Tuple row = Tuple.of(
                Buffer.buffer(SecretToken.hash(secret)),
                account,
                WireNames.of(device.kind()),
                device.wall(),
                now.atOffset(ZoneOffset.UTC),
                (int) limits.idle(device.kind()).toSeconds());
        return database.query(
                        "INSERT INTO session (hash, account, device_kind, screen, made_at, last_seen, idle_seconds, until,"
                                + " address, agent, provider_sid) VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10)",
                        row.addValue(now.plus(limits.absolute()).atOffset(ZoneOffset.UTC))
                                .addString(device.address())
                                .addString(shortened(device.agent()))
                                .addString(device.providerSid()))
                .compose(opened -> bySecret(secret))
                .compose(found -> found.map(person -> Future.succeededFuture(new Opened(secret, person)))
                        .orElseGet(() -> Future.failedFuture(new Unacceptable(Unacceptable.Why.WRONG_CREDENTIALS))));
    }

    @Override
    public Future<Optional<Person>> bySecret(String secret) {
        return SecretToken.hasForm(secret)
                ? find(SecretToken.id(secret)).map(found -> found.map(this::seen))
                : Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<Person>> bySession(String session) {
        return find(session).map(found -> found.map(one -> one.person));
    }

    /** Signs out. */
    public Future<Void> end(String session) {
        return database.query("DELETE FROM session WHERE hash = $1", Tuple.of(hash(session)))
                .onSuccess(ended -> gone.announce(Gone.Kind.SESSION, session))
                .mapEmpty();
    }

    /**
     * Signs out everywhere.
     *
     * @param but a session to keep, or null
     */
    public Future<Integer> endAll(String account, @Nullable String but) {
        return ended(database.query(
                "DELETE FROM session WHERE account = $1 AND hash IS DISTINCT FROM $2 RETURNING hash",
                Tuple.of(account, but == null ? null : hash(but))));
    }

    /**
     * Signs out whom an OpenID provider says so.
     *
     * @param sid its name for the sign-in; null: every one of the subject
     * @return how many
     */
    public Future<Integer> endOfProvider(String issuer, @Nullable String subject, @Nullable String sid) {
        return ended(database.query(
                "DELETE FROM session s USING account a WHERE a.id = s.account AND a.issuer = $1"
                        + " AND ($2::text IS NULL OR a.subject = $2) AND ($3::text IS NULL OR s.provider_sid = $3)"
                        + " AND ($2::text IS NOT NULL OR $3::text IS NOT NULL) RETURNING s.hash",
                Tuple.of(issuer, subject, sid)));
    }

    /** Where an account is signed in, the newest first. */
    public Future<List<Listed>> of(String account) {
        return database.query(
                        "SELECT hash, device_kind, made_at, last_seen, until, agent FROM session"
                                + " WHERE account = $1 ORDER BY made_at DESC",
                        Tuple.of(account))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Sessions::listed)
                        .toList());
    }

    /** Deletes what has ended by itself; for now and then. Answers how many. */
    public Future<Integer> sweep() {
        return database.query(
                        "DELETE FROM session WHERE until <= $1"
                                + " OR last_seen + make_interval(secs => idle_seconds + 60) <= $1",
                        Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    private Future<Optional<Known>> find(String session) {
        Instant now = clock.instant();
        Known here = known.getIfPresent(session);
        if (here != null && now.isBefore(here.readAt.plus(MEMORY))) {
            return Future.succeededFuture(Optional.of(here).filter(one -> one.livesAt(now)));
        }
        return read(session, TRIES).map(found -> found.filter(one -> one.livesAt(clock.instant())));
    }

    /* A note that comes while the row is being read may be about what was read: then it is read again. */
    private Future<Optional<Known>> read(String session, int tries) {
        long before = changes.get();
        Instant asked = clock.instant();
        return database.query(SESSION, Tuple.of(hash(session), asked.atOffset(ZoneOffset.UTC)))
                .compose(rows -> {
                    if (changes.get() != before && tries > 1) {
                        return read(session, tries - 1);
                    }
                    Optional<Known> found = StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> known(session, row, asked))
                            .findFirst();
                    if (found.isEmpty()) {
                        known.invalidate(session);
                    } else if (changes.get() == before) {
                        known.put(session, found.get());
                    }
                    return Future.succeededFuture(found);
                });
    }

    private Known known(String session, Row row, Instant readAt) {
        Instant written = row.getOffsetDateTime("last_seen").toInstant();
        Known before = known.getIfPresent(session);
        Instant seen = before == null || before.seen.isBefore(written) ? written : before.seen;
        DeviceKind device = DeviceKind.valueOf(row.getString("device_kind").toUpperCase(Locale.ROOT));
        Person person = new Person(
                row.getString("account"),
                session,
                row.getString("login"),
                row.getString("name"),
                row.getString("given"),
                row.getString("language"),
                Grants.read(row.getJsonArray("grants")),
                device,
                row.getString("screen"),
                null,
                row.getBoolean("must_change"),
                row.getOffsetDateTime("until").toInstant(),
                row.getInteger("idle_seconds"),
                Grants.emergencies(row.getJsonArray("emergencies")));
        return new Known(person, readAt, seen, written);
    }

    private Person seen(Known one) {
        Instant now = clock.instant();
        one.seen = now;
        Duration idle = Duration.ofSeconds(one.person.idleSeconds());
        Duration every = idle.dividedBy(4).compareTo(WRITTEN_EVERY) < 0 ? idle.dividedBy(4) : WRITTEN_EVERY;
        if (!now.isBefore(one.written.plus(every))) {
            one.written = now;
            var written = database.query(
                            "UPDATE session SET last_seen = greatest(last_seen, $2) WHERE hash = $1",
                            Tuple.of(hash(one.person.session()), now.atOffset(ZoneOffset.UTC)))
                    .onFailure(failure -> LOG.warn("When a session was last seen could not be written", failure));
        }
        return one.person;
    }

    private Future<Integer> ended(Future<RowSet<Row>> deleted) {
        return deleted.map(rows -> {
            rows.forEach(row -> gone.announce(
                    Gone.Kind.SESSION,
                    HexFormat.of().formatHex(row.getBuffer("hash").getBytes())));
            return rows.rowCount();
        });
    }

    private static Listed listed(Row row) {
        return new Listed(
                HexFormat.of().formatHex(row.getBuffer("hash").getBytes()),
                DeviceKind.valueOf(row.getString("device_kind").toUpperCase(Locale.ROOT)),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getOffsetDateTime("last_seen").toInstant(),
                row.getOffsetDateTime("until").toInstant(),
                row.getString("agent"));
    }

    private static Buffer hash(String session) {
        return Buffer.buffer(HexFormat.of().parseHex(session));
    }

    private static String shortened(@Nullable String agent) {
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), AGENT_MAX));
    }
}
