package flyt.access.account;

import flyt.access.TooMany;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What people sign in with at a wall, where nobody types a password before others: a card's number, or a code of eight digits. Good
 * at paired screens alone, and for a minute. The database has neither, only what an installation's secret makes of them.
 */
public final class WallKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODES = 100_000_000;
    private static final int TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Slowdown slowdown;
    private final SecretKeySpec secret;
    private final InstantSource clock;

    /** {@code secret}: 32 random bytes, the same on all members. */
    public WallKeys(Database database, Slowdown slowdown, byte[] secret, InstantSource clock) {
        this.database = database;
        this.slowdown = slowdown;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    /** A new code in place of the old one, told once: {@code 04711815}. */
    public Future<String> newCode(String account) {
        return newCode(account, TRIES);
    }

    private Future<String> newCode(String account, int tries) {
        String code = String.format("%08d", RANDOM.nextInt(CODES));
        return keep(account, "code", code).compose(kept -> {
            if (kept) {
                return Future.succeededFuture(code);
            }
            return tries > 1 ? newCode(account, tries - 1) : Future.failedFuture(new TooMany(1));
        });
    }

    /** A card in place of the old one. Answers whether it is nobody else's. */
    public Future<Boolean> setCard(String account, String number) {
        return keep(account, "card", number);
    }

    /**
     * Whose key this is, card or code.
     *
     * @param screen id of the screen at which it was shown
     * @return empty for nobody's; fails with {@link TooMany} after wrong ones at this screen
     */
    public Future<Optional<String>> account(String key, String screen, String address) {
        String name = "wall " + screen;
        int wait = slowdown.enter(name, address);
        if (wait > 0) {
            return Future.failedFuture(new TooMany(wait));
        }
        return database.query(
                        "SELECT k.account FROM wall_key k JOIN account a ON a.id = k.account"
                                + " WHERE k.hash = ANY ($1) AND a.disabled_at IS NULL AND NOT a.must_change",
                        Tuple.of(new Buffer[] {hash("card", key), hash("code", key)}))
                .onFailure(failure -> slowdown.forgive(name, address))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.<String>empty();
                    }
                    slowdown.forgive(name, address);
                    return Optional.of(rows.iterator().next().getString("account"));
                });
    }

    private Future<Boolean> keep(String account, String kind, String key) {
        return database.query(
                        """
                        INSERT INTO wall_key (hash, account, kind, made_at)
                        SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM wall_key WHERE hash = $1 AND account <> $2)
                        ON CONFLICT (account, kind) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at
                        """,
                        Tuple.of(hash(kind, key), account, kind, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    private Buffer hash(String kind, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Buffer.buffer(mac.doFinal((kind + '\0' + key).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
