package flyt.access.log;

import static flyt.access.log.Soon.answer;

import flyt.journal.Database;
import flyt.journal.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A log in a database of its own, and people and screens to look. */
public final class LogBench implements AutoCloseable, LogCounters {
    static final Instant NINE = Instant.parse("2026-11-12T09:00:00Z");
    static final Who INGRID = new Who(Who.Kind.PERSON, "a-ingrid", "Ingrid Solheim", "nurse", "FJO LUN");
    static final Who AMINA = new Who(Who.Kind.PERSON, "a-amina", "Amina Nur", "doctor", "FJO GER");
    static final Who WALL = new Who(Who.Kind.SCREEN, "s-1", "Lunge vaktrom", "ward-screen", "Vaktrom, 3. etasje");

    final TestDatabase testDatabase = TestDatabase.fresh();
    public final Vertx vertx = Vertx.vertx();
    public final Database database = testDatabase.open(vertx);
    public final AccessLog log = new AccessLog(vertx, database, this);
    final AtomicInteger notKept = new AtomicInteger();
    final AtomicInteger notShown = new AtomicInteger();
    final AtomicInteger broken = new AtomicInteger();

    @Override
    public void notKept() {
        notKept.incrementAndGet();
    }

    @Override
    public void notShown() {
        notShown.incrementAndGet();
    }

    @Override
    public void glassBroken() {
        broken.incrementAndGet();
    }

    /** The same database for another process; the caller closes it. */
    public Database open(Vertx other) {
        return testDatabase.open(other);
    }

    /** Rows of a question to the database itself. */
    public List<Row> rows(String sql, Object... values) {
        List<Row> rows = new ArrayList<>();
        answer(database.search(sql, Tuple.from(values))).forEach(rows::add);
        return rows;
    }

    public long count(String condition) {
        return rows("SELECT count(*) FROM access_log WHERE " + condition).get(0).getLong(0);
    }

    static LogEntry ward(Who who, String ward, Instant at) {
        return LogEntry.of(who, "ward", at).in("FJO").showing("ward", ward, 3).from("10.0.4.17", null);
    }

    @Override
    public void close() {
        answer(log.settled());
        answer(log.close());
        answer(database.close());
        answer(vertx.close());
        testDatabase.close();
    }
}
