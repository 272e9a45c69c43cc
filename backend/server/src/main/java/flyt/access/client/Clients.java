package flyt.access.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import flyt.access.Gone;
import flyt.access.MachineCredentials;
import flyt.access.Principal.Machine;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.TooMany;
import flyt.access.account.Passwords;
import flyt.access.account.Slowdown;
import flyt.access.client.ClientTable.Kept;
import flyt.journal.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Systems and their tokens. PostgreSQL has the rows; each member remembers those it is asked about for at most 10 s, and forgets
 * one at once when it hears that it is gone.
 */
public final class Clients implements MachineCredentials {
    /** How long an access token is good. */
    public static final Duration TOKEN_LASTS = Duration.ofMinutes(15);

    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final int REMEMBERED = 10_000;

    private final ClientTable table;
    private final Passwords passwords;
    private final Slowdown slowdown;
    private final Gone gone;
    private final InstantSource clock;
    /** By {@code i:} and id, or {@code t:} and the hash of a token. */
    private final Cache<String, Read> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    /** What was compared with Argon2id before: the hash of id and secret, and which stored hash it matched. */
    private final Cache<String, String> compared =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final AtomicLong changes = new AtomicLong();

    private record Read(Kept kept, Instant at) {}

    /** A new system. {@code secret} is told once and is nowhere else. */
    public record Made(Client client, String secret) {}

    /** A new access token. */
    public record Token(String token, Client client) {}

    public Clients(Database database, Passwords passwords, Slowdown slowdown, Gone gone, InstantSource clock) {
        this.table = new ClientTable(database);
        this.passwords = passwords;
        this.slowdown = slowdown;
        this.gone = gone;
        this.clock = clock;
        gone.listen(note -> {
            long counted = changes.incrementAndGet();
            if (note.kind() == Gone.Kind.CLIENT) {
                known.asMap()
                        .values()
                        .removeIf(read -> read.kept().client().id().equals(note.id()));
            }
        });
    }

    /** Lets a system in. What {@code scopes} may be, {@link flyt.access.RoleTable#offers} says. */
    public Future<Made> create(
            String name,
            Role kind,
            String hospital,
            Set<String> scopes,
            @Nullable Set<String> sources,
            @Nullable List<String> addresses) {
        String id = "c-" + SecretToken.make().substring(0, 16);
        String secret = SecretToken.make();
        Client client = new Client(id, name, kind, hospital, scopes, sources, addresses, clock.instant(), null);
        return passwords
                .hash(secret)
                .compose(hash -> table.insert(client, hash))
                .map(kept -> new Made(client, secret));
    }

    /** Every system, by name, also those that are revoked. */
    public Future<List<Client>> list() {
        return table.list();
    }

    /** Lets a system in no more, at once. Answers whether there is such a one. */
    public Future<Boolean> revoke(String id) {
        return table.revoke(id, clock.instant()).onSuccess(done -> gone.announce(Gone.Kind.CLIENT, id));
    }

    /** A new secret in place of the old one, whose tokens end at once; empty when there is no such system. */
    public Future<Optional<String>> renew(String id) {
        String secret = SecretToken.make();
        return passwords
                .hash(secret)
                .compose(hash -> table.renew(id, hash))
                .onSuccess(done -> gone.announce(Gone.Kind.CLIENT, id))
                .map(renewed -> renewed ? Optional.of(secret) : Optional.empty());
    }

    /**
     * Makes what is declared so: those that are new or were revoked are let in, those that were declared once and no longer are
     * get revoked, at once. Who was let in by people is left alone. At each start, on every member.
     *
     * @return fails when somebody else has the id of one
     */
    public Future<Void> keep(List<Declared> declared) {
        Future<Void> kept = Future.succeededFuture();
        for (Declared one : declared) {
            kept = kept.compose(before -> keep(one));
        }
        return kept.compose(all ->
                        table.declaredBeside(declared.stream().map(Declared::id).toList()))
                .compose(others ->
                        Future.all(others.stream().map(this::revoke).toList()).mapEmpty());
    }

    private Future<Void> keep(Declared one) {
        Client client = new Client(
                one.id(),
                one.name(),
                one.kind(),
                one.hospital(),
                one.scopes(),
                one.sources(),
                one.addresses(),
                clock.instant(),
                null);
        return table.declaredSecret(one.id())
                .compose(hash -> passwords
                        .matches(one.secret(), hash.orElse(null))
                        .compose(same -> same
                                ? table.declare(client, hash.orElseThrow(), false)
                                : passwords.hash(one.secret()).compose(fresh -> table.declare(client, fresh, true))))
                .compose(done -> done
                        ? Future.succeededFuture()
                        : Future.failedFuture(new IllegalStateException(
                                "There is a client " + one.id() + " already that was not declared.")))
                .onSuccess(done -> gone.announce(Gone.Kind.CLIENT, one.id()))
                .mapEmpty();
    }

    /** An access token for these credentials; empty when they are wrong. Fails with {@link TooMany}. */
    public Future<Optional<Token>> token(String id, String secret, String address) {
        String token = SecretToken.make();
        return checked(id, secret, address)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : table.insertToken(
                                        SecretToken.hash(token),
                                        id,
                                        clock.instant().plus(TOKEN_LASTS))
                                .map(kept -> Optional.of(new Token(token, found.get()))));
    }

    /** Deletes tokens that have ended; for now and then. Answers how many. */
    public Future<Integer> sweep() {
        return table.sweep(clock.instant());
    }

    @Override
    public Future<Optional<Machine>> byToken(String token, String address) {
        if (!SecretToken.hasForm(token)) {
            return Future.succeededFuture(Optional.empty());
        }
        return remembered("t:" + SecretToken.id(token), () -> table.byToken(SecretToken.hash(token)))
                .map(found -> found.filter(
                                kept -> kept.until() != null && clock.instant().isBefore(kept.until()))
                        .map(Kept::client)
                        .filter(client -> client.mayComeFrom(address))
                        .map(Client::machine));
    }

    @Override
    public Future<Optional<Machine>> byCredentials(String id, String secret, String address) {
        return checked(id, secret, address).map(found -> found.map(Client::machine));
    }

    @Override
    public Future<Optional<Machine>> byId(String id) {
        return remembered("i:" + id, () -> table.byId(id))
                .map(found -> found.map(kept -> kept.client().machine()));
    }

    private Future<Optional<Client>> checked(String id, String secret, String address) {
        String pair = SecretToken.id(id + "\0" + secret);
        return remembered("i:" + id, () -> table.byId(id))
                .compose(found -> {
                    String hash = found.map(Kept::secretHash).orElse(null);
                    return hash != null && hash.equals(compared.getIfPresent(pair))
                            ? Future.succeededFuture(found)
                            : compared(id, secret, address, hash).map(same -> {
                                if (same) {
                                    compared.put(pair, hash);
                                }
                                return found.filter(kept -> same);
                            });
                })
                .map(found -> found.map(Kept::client).filter(client -> client.mayComeFrom(address)));
    }

    private Future<Boolean> compared(String id, String secret, String address, @Nullable String hash) {
        String name = "client " + id;
        int wait = slowdown.enter(name, address);
        return wait > 0
                ? Future.failedFuture(new TooMany(wait))
                : passwords
                        .matches(secret, hash)
                        .onFailure(failure -> slowdown.forgive(name, address))
                        .onSuccess(same -> {
                            if (same) {
                                slowdown.forgive(name, address);
                            }
                        });
    }

    /* As with sessions: what is read while a note comes in is not remembered. */
    private Future<Optional<Kept>> remembered(String key, Supplier<Future<Optional<Kept>>> read) {
        Instant now = clock.instant();
        Read here = known.getIfPresent(key);
        if (here != null && now.isBefore(here.at().plus(MEMORY))) {
            return Future.succeededFuture(Optional.of(here.kept()));
        }
        long before = changes.get();
        return read.get().onSuccess(found -> {
            if (found.isPresent() && changes.get() == before) {
                known.put(key, new Read(found.get(), now));
            } else {
                known.invalidate(key);
            }
        });
    }
}
