package flyt.access.log;

import static flyt.access.log.StrokeStatement.utc;

import flyt.access.log.Stroke.End;
import flyt.access.log.Stroke.Line;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sittings of one member: who has a board with patients open just now. Usable from any thread.
 *
 * <p>The member signs that it is alive every {@link #BEAT}. What a killed process left open gets the
 * time of its last sign as its end, when the next one starts. Should a living one have been taken for
 * dead, it notices with its next sign and its sittings go on in new lines without a gap.
 */
public final class Sittings {
    /** How often a member signs; a killed one's sittings are known this exactly. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sittings.class);

    private final Vertx vertx;
    private final Database database;
    private final AccessLog log;
    private final String member;
    private final InstantSource clock;
    private final Duration beat;
    private final Set<Sitting> open = ConcurrentHashMap.newKeySet();
    private volatile Instant signed = Instant.EPOCH;
    private volatile long timer = -1;

    /**
     * Nobody sits yet.
     *
     * @param member who this process is, from start to stop, and never again
     */
    public Sittings(Vertx vertx, Database database, AccessLog log, String member, InstantSource clock) {
        this(vertx, database, log, member, clock, BEAT);
    }

    /** As the other one, signing at other times. */
    Sittings(Vertx vertx, Database database, AccessLog log, String member, InstantSource clock, Duration beat) {
        this.vertx = vertx;
        this.database = database;
        this.log = log;
        this.member = member;
        this.clock = clock;
        this.beat = beat;
    }

    /**
     * Ends what dead processes left open, and begins to sign. To be done before anybody sits.
     *
     * @param alive the members seen now
     */
    public Future<Void> start(Collection<String> alive) {
        Set<String> living = new HashSet<>(alive);
        living.add(member);
        return database.query(
                        """
                        WITH dead AS (
                            DELETE FROM log_keeper WHERE member <> ALL ($1) RETURNING member, seen_at
                        )
                        UPDATE access_log line SET until = greatest(line.at, dead.seen_at)
                        FROM dead WHERE line.member = dead.member AND line.until IS NULL
                        """,
                        Tuple.tuple().addArrayOfString(living.toArray(String[]::new)))
                .compose(ended -> sign())
                .onSuccess(begun -> timer = vertx.setPeriodic(beat.toMillis(), tick -> beat()));
    }

    /**
     * Somebody begins to see a board. A person's line is on disk before this is done; a screen's is
     * written when there is time.
     *
     * @return fails as {@link AccessLog#write}, and then nothing may be shown
     */
    public Future<Sitting> sit(LogEntry entry) {
        Sitting sitting = new Sitting(this, entry);
        open.add(sitting);
        return line(sitting, entry)
                .onFailure(failure -> {
                    open.remove(sitting);
                    log.counters().notShown();
                })
                .map(sitting);
    }

    /** How many sit now. */
    public int count() {
        return open.size();
    }

    /** Signs now; for {@link #start}, the timer, and tests. */
    Future<Void> sign() {
        Instant now = clock.instant();
        return database.query("UPDATE log_keeper SET seen_at = $2 WHERE member = $1", Tuple.of(member, utc(now)))
                .compose(known -> known.rowCount() == 1
                        ? Future.succeededFuture()
                        : database.query(
                                        "INSERT INTO log_keeper (member, seen_at) VALUES ($1, $2)",
                                        Tuple.of(member, utc(now)))
                                .<Void>mapEmpty()
                                .onSuccess(back -> goOn(signed)))
                .<Void>mapEmpty()
                .onSuccess(done -> signed = now);
    }

    /** Ends all sittings and signs off; done when that is on disk. */
    public Future<Void> stop() {
        boolean unused = vertx.cancelTimer(timer);
        List.copyOf(open).forEach(Sitting::close);
        return log.settled()
                .compose(ended -> database.query("DELETE FROM log_keeper WHERE member = $1", Tuple.of(member)))
                .mapEmpty();
    }

    void ended(Sitting sitting) {
        End end = sitting.end(clock.instant());
        if (end != null) {
            open.remove(sitting);
            log.pen().later(end);
        }
    }

    private Future<Void> line(Sitting sitting, LogEntry entry) {
        if (entry.who().kind() == Who.Kind.SCREEN) {
            return log.pen().later(sitting.line(member, null))
                    ? Future.succeededFuture()
                    : Future.failedFuture(new LogFull());
        }
        Promise<Void> written = log.pen().promise();
        return log.pen().now(sitting.line(member, written)) ? written.future() : Future.failedFuture(new LogFull());
    }

    private void beat() {
        var unused = sign().onFailure(failure -> LOG.debug("This member could not sign the access log", failure));
    }

    /** Somebody took this member for dead and ended its lines at its last sign. */
    private void goOn(Instant from) {
        for (Sitting sitting : open) {
            Line line = sitting.again(member, from);
            if (line != null && !log.pen().later(line)) {
                log.counters().notKept();
            }
        }
    }
}
