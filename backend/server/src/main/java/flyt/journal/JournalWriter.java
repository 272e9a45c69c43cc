package flyt.journal;

import flyt.journal.Appended.Committed;
import flyt.journal.Appended.Fenced;
import flyt.journal.Appended.RepeatedInputs;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Appends to the journal of one hospital, on a connection of its own.
 *
 * <p>Made by {@link Journal#writer}. Called from one context, and answers on it when that is an
 * event loop. It connects with the first append, and again after an outage; between failed attempts
 * it rests (0.1 s to 2 s, growing) and says {@link JournalAway} at once. The caller keeps one
 * append in flight.
 */
public final class JournalWriter {
    /*
     * The fence
     * =========
     * One statement, so one round trip and one commit. It writes only if the hospital's last event
     * is the one we expect, seen in one snapshot: the row before is there and none after. If
     * another writer commits in between, the primary key of `event` stops us; an input that was
     * answered before is stopped by the primary key of `input`, and then we ask which ones are
     * known. Either all rows go in or none: there is no ON CONFLICT on `event` and `input`.
     *
     * The row before matters because of pipelining: when batch 1 fails for its content, batch 2,
     * already sent, finds no predecessor and is fenced. The key alone would have let it in, and
     * left a hole.
     *
     *     head 7    batch 1 (8, 9) --fails: unstorable       batch 2 (10) --no row 9--> Fenced
     *
     * With no events the same question is asked, so a refusal is answered only by a writer that
     * stands at the head.
     *
     * People are written as whole rows, closed, so what was said before must be known here. A row's
     * revision tells whether it is: who has not seen the last one writes no row, and is told Fenced.
     */
    private final String hospital;
    private final Database database;
    private final WriterLink link;
    private final Map<String, KnownIdentity> people = new HashMap<>();

    JournalWriter(String hospital, Database database) {
        this.hospital = hospital;
        this.database = database;
        this.link = new WriterLink(
                database, List.of(AppendStatement.SQL, AppendStatement.SQL_WITH_PEOPLE, AppendStatement.KNOWN_INPUTS));
    }

    /**
     * Reads who is known in the hospital, which {@link #append} has to know too: before the first append that may name somebody
     * who is, and after each {@link Fenced}.
     *
     * @return all of them, by key, in the order of the keys
     */
    public Future<Map<String, IdentityRow>> readPeople() {
        return new Identities(database).known(hospital).map(known -> {
            Map<String, IdentityRow> rows = new LinkedHashMap<>();
            people.clear();
            for (KnownIdentity one : known) {
                people.put(one.row().key(), one);
                rows.put(one.row().key(), one.row());
            }
            return rows;
        });
    }

    /** Forgets those who were erased. */
    public void forget(Collection<String> keys) {
        people.keySet().removeAll(keys);
    }

    /**
     * Writes events with the outcomes of the inputs that made them and the names those brought: all
     * or nothing.
     *
     * @param expectedHead number of the hospital's last event as the caller knows it; 0 before the
     *     first
     * @param events numbered from {@code expectedHead + 1} without gaps; may be empty
     * @param inputs each key once; may be empty, and may be there without events
     * @param identities as they were said, in order of arrival; several of one key are met with each
     *     other and with what was said before
     * @return what became of it. Fails with {@link JournalAway} (outcome unknown),
     *     {@link Unstorable} (nothing written), {@link IllegalArgumentException} (wrong numbers or
     *     a key twice; nothing written)
     */
    public Future<Appended> append(
            long expectedHead, List<EventRow> events, List<InputRow> inputs, List<IdentityRow> identities) {
        Map<String, KnownIdentity> met;
        Tuple values;
        try {
            checkNumbers(expectedHead, events);
            checkKeys(inputs);
            met = met(identities);
            values = met.isEmpty()
                    ? AppendStatement.values(hospital, expectedHead, events, inputs)
                    : AppendStatement.values(hospital, expectedHead, events, inputs, met.values(), database.keys());
        } catch (Unstorable | IllegalArgumentException e) {
            return Future.failedFuture(e);
        }
        return link.execute(met.isEmpty() ? AppendStatement.SQL : AppendStatement.SQL_WITH_PEOPLE, values)
                .map(rows -> outcome(rows, expectedHead, events.size(), inputs.size(), met))
                .recover(failure -> conflict(failure, inputs));
    }

    /** What will be known of those who are named now. */
    private Map<String, KnownIdentity> met(List<IdentityRow> identities) {
        Map<String, IdentityRow> said = new LinkedHashMap<>();
        for (IdentityRow row : identities) {
            row.checkStorable();
            var unused = said.merge(row.key(), row, IdentityRow::with);
        }
        Map<String, KnownIdentity> met = new LinkedHashMap<>();
        said.forEach((key, row) -> {
            KnownIdentity before = people.get(key);
            met.put(key, before == null ? KnownIdentity.first(row) : before.next(row));
        });
        return met;
    }

    /** Closes the connection; a statement under way may still be committed. */
    public Future<Void> close() {
        return link.close();
    }

    private Appended outcome(
            RowSet<Row> rows, long expectedHead, int events, int inputs, Map<String, KnownIdentity> met) {
        Row first = rows.iterator().next();
        if (!first.getBoolean("standing")) {
            return new Fenced();
        }
        if (first.getLong("events") != events || first.getLong("inputs") != inputs) {
            throw new IllegalStateException("PostgreSQL inserted " + first.getLong("events") + " of " + events
                    + " events and " + first.getLong("inputs") + " of " + inputs + " inputs");
        }
        if (first.getLong("identities") != met.size()) {
            // The rest is in the journal: told again after reading it, the inputs are repeats.
            return new Fenced();
        }
        people.putAll(met);
        return new Committed(expectedHead + events, otherContent(rows));
    }

    private static Set<InputKey> otherContent(RowSet<Row> rows) {
        Set<InputKey> keys = new HashSet<>();
        for (Row row : rows) {
            if (row.getString("source") != null) {
                keys.add(new InputKey(row.getString("source"), row.getString("message_id"), row.getBuffer("hash")));
            }
        }
        return keys;
    }

    /**
     * Another writer was there between our look and our write: a key says so, or the database broke
     * a deadlock.
     */
    private Future<Appended> conflict(Throwable failure, List<InputRow> inputs) {
        if (!(failure instanceof PgException refused) || refused.getSqlState() == null) {
            return Future.failedFuture(failure);
        }
        if (refused.getSqlState().startsWith("40")) {
            return Future.succeededFuture(new Fenced());
        }
        if (refused.getSqlState().equals("23505") && "event_pkey".equals(refused.getConstraint())) {
            return Future.succeededFuture(new Fenced());
        }
        if (refused.getSqlState().equals("23505") && "input_pkey".equals(refused.getConstraint())) {
            return link.execute(AppendStatement.KNOWN_INPUTS, AppendStatement.question(hospital, inputs))
                    .compose(rows -> {
                        List<InputRow> known =
                                rows.stream().map(Journal::inputRow).toList();
                        return known.isEmpty()
                                ? Future.failedFuture(failure)
                                : Future.succeededFuture(new RepeatedInputs(known));
                    });
        }
        return Future.failedFuture(failure);
    }

    private static void checkNumbers(long expectedHead, List<EventRow> events) {
        long next = expectedHead;
        for (EventRow event : events) {
            next++;
            if (event.seq() != next) {
                throw new IllegalArgumentException("event numbered " + event.seq() + " where " + next + " comes next");
            }
        }
    }

    private static void checkKeys(List<InputRow> inputs) {
        Set<InputKey> keys = new HashSet<>();
        for (InputRow input : inputs) {
            if (!keys.add(input.key())) {
                throw new IllegalArgumentException("the same input twice in one append");
            }
        }
    }
}
