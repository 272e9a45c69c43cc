package flyt.access.screen;

import flyt.access.SecretToken;
import flyt.access.TooMany;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Unpaired screens and their codes: a screen opens a pairing and shows its code, an administrator claims the code, the screen
 * fetches its credential, once. On whichever member; everything is in the database. Usable from any thread.
 */
public final class Pairings {
    /** How long a code is good for, and after a claim how long the screen has to fetch its credential. */
    public static final Duration VALID = Duration.ofMinutes(10);

    /** How many codes may be open for one network address, behind which a whole hospital may be. */
    public static final int OPEN_MAX = 50;

    private static final int OPEN_EVERYWHERE_MAX = 2_000;
    private static final int TRIES = 3;
    private static final int RETRY_SECONDS = 60;

    private final Database database;
    private final ScreenCounters counters;
    private final Guesses guesses = new Guesses();

    public Pairings(Database database, ScreenCounters counters) {
        this.database = database;
        this.counters = counters;
    }

    /**
     * A pairing as its screen knows it.
     *
     * @param secret with which the screen, and nobody else, asks what became of it
     */
    public record Opened(String code, Instant until, String secret) {}

    /** What became of a pairing. */
    public sealed interface Progress {
        /** Nobody has claimed it yet. */
        record Waiting(Instant until) implements Progress {}

        /** It is a screen now; this answer is given once. */
        record Paired(String screen, String credential) implements Progress {}

        /** There is no such pairing, or it is over: open another. */
        record Gone() implements Progress {}
    }

    /** Opens a pairing; fails with {@link TooMany} when too many are open. */
    public Future<Opened> open(String address, Instant now) {
        return database.query("DELETE FROM pairing WHERE until <= $1", Tuple.of(utc(now)))
                .compose(swept -> open(address, now, TRIES));
    }

    private Future<Opened> open(String address, Instant now, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new TooMany(RETRY_SECONDS));
        }
        Opened opened = new Opened(PairingCode.make(), now.plus(VALID), SecretToken.make());
        return database.query(
                        """
                        INSERT INTO pairing (code, secret, made_at, until, address)
                        SELECT $1, $2, $3, $4, $5
                        WHERE (SELECT count(*) FROM pairing WHERE address = $5) < $6
                            AND (SELECT count(*) FROM pairing) < $7
                        ON CONFLICT (code) DO NOTHING
                        """,
                        Tuple.of(opened.code(), hash(opened.secret()), utc(now), utc(opened.until()), address)
                                .addInteger(OPEN_MAX)
                                .addInteger(OPEN_EVERYWHERE_MAX))
                .compose(rows -> rows.rowCount() == 1 ? Future.succeededFuture(opened) : open(address, now, tries - 1));
    }

    /** What became of a pairing, for the screen that opened it. */
    public Future<Progress> progress(String code, String secret, Instant now) {
        if (PairingCode.typed(code) == null || !SecretToken.hasForm(secret)) {
            return Future.succeededFuture(new Progress.Gone());
        }
        return database.query(
                        "SELECT until, claimed FROM pairing WHERE code = $1 AND secret = $2 AND until > $3",
                        Tuple.of(code, hash(secret), utc(now)))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.succeededFuture(new Progress.Gone());
                    }
                    var row = rows.iterator().next();
                    return row.getString("claimed") == null
                            ? Future.succeededFuture(new Progress.Waiting(
                                    row.getOffsetDateTime("until").toInstant()))
                            : fetch(code, secret, now);
                });
    }

    /** Of two who ask at once, one gets the credential: the pairing goes in the same statement. */
    private Future<Progress> fetch(String code, String secret, Instant now) {
        String credential = SecretToken.make();
        return database.query(
                        """
                        WITH taken AS (
                            DELETE FROM pairing WHERE code = $1 AND secret = $2 AND claimed IS NOT NULL
                            RETURNING claimed
                        )
                        UPDATE screen SET hash = $3, last_seen = $4
                        FROM taken WHERE id = taken.claimed AND hash IS NULL AND revoked_at IS NULL
                        RETURNING id
                        """,
                        Tuple.of(code, hash(secret), hash(credential), utc(now)))
                .map(rows -> rows.size() == 0
                        ? new Progress.Gone()
                        : new Progress.Paired(rows.iterator().next().getString("id"), credential));
    }

    /**
     * An administrator makes a screen of the pairing with this code.
     *
     * @param typed the code as typed, in whatever case and with whatever gaps
     * @param by id of the administrator's account
     * @return the screen's id; null when no screen shows such a code. Fails with {@link TooMany} after too many of those
     */
    public Future<@Nullable String> claim(String typed, ScreenSettings settings, String by, Instant now) {
        try {
            guesses.admit(by, now);
        } catch (TooMany e) {
            return Future.failedFuture(e);
        }
        String code = PairingCode.typed(typed);
        Future<@Nullable String> claimed =
                code == null ? Future.succeededFuture(null) : claimCode(code, settings, by, now);
        return claimed.onSuccess(screen -> {
            if (screen == null) {
                guesses.wrong(by, now);
                counters.wrongCode();
            }
        });
    }

    private Future<@Nullable String> claimCode(String code, ScreenSettings settings, String by, Instant now) {
        String id = UUID.randomUUID().toString();
        Tuple values = ScreenStatement.settings(Tuple.of(code, utc(now), utc(now.plus(VALID)), id, by), settings);
        return database.query(
                        """
                        WITH found AS (
                            SELECT code FROM pairing WHERE code = $1 AND until > $2 AND claimed IS NULL FOR UPDATE
                        ), made AS (
                            INSERT INTO screen (id, made_by, made_at, name, place, hospital, view, scope, clusters,
                                level, naming, diagonal_inches, distance_m)
                            SELECT $4, $5, $2, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 FROM found
                            RETURNING id
                        )
                        UPDATE pairing SET claimed = made.id, until = $3 FROM made WHERE code = $1
                        RETURNING claimed
                        """,
                        values)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("claimed"));
    }

    private static Buffer hash(String secret) {
        return Buffer.buffer(SecretToken.hash(secret));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
