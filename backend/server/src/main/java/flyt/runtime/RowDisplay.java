package flyt.runtime;

import flyt.board.RowBatch;
import flyt.board.RowBook;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.domain.Hospital;
import flyt.domain.event.Id;
import flyt.domain.event.Recorded;
import flyt.domain.stay.StayId;
import flyt.journal.IdentityRow;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a writer shows of its hospital: the rows as they are, pushed to the onlookers at once and put into the grid after. Owned
 * by the writer's event loop.
 */
final class RowDisplay {
    private static final Logger LOG = LoggerFactory.getLogger(RowDisplay.class);

    private final String hospital;
    private final Workplace work;
    private final Onlookers onlookers;
    private final Executor later;

    /** Who is behind the keys, as far as anybody has said: a later word fills in and replaces, as in the journal. */
    private final Map<String, IdentityRow> people = new HashMap<>();

    /** Who was erased, and still shows until the next event. */
    private final Set<Id> leaving = new LinkedHashSet<>();

    private @Nullable RowBook rows;
    private @Nullable List<RowUpdate> foreseen;
    private long shown;
    private volatile long count;

    /** {@code later} runs what nobody waits for on the same event loop, in order. */
    RowDisplay(String hospital, Workplace work, Onlookers onlookers, Executor later) {
        this.hospital = hospital;
        this.work = work;
        this.onlookers = onlookers;
        this.later = later;
    }

    /** Begins with the rows of a hospital as loaded; {@code now} null: it is not defined yet. */
    void begin(@Nullable Hospital now, long head, Collection<IdentityRow> known) {
        shown = head;
        known.forEach(row -> people.put(row.key(), row));
        if (now != null) {
            rows = new RowBook(now, IdentityReading.of(known));
            fillGrid();
        }
    }

    /** As {@link RowBook#namesakes}. */
    Map<StayId, SortedSet<StayId>> namesakes() {
        return rows == null ? Map.of() : rows.namesakes();
    }

    /**
     * Works out what events will change, while the journal writes them. Nobody sees anything of it before {@link #show}.
     *
     * @param now the hospital after the events
     * @param met who becomes known with them
     */
    void foresee(Hospital now, List<Recorded> events, List<IdentityRow> met) {
        if (rows == null) {
            return;
        }
        try {
            foreseen = rows.foresee(
                    now, events, IdentityReading.each(knownBetter(met).values()));
        } catch (RuntimeException e) {
            LOG.error("The rows of {} could not be worked out", hospital, e);
            rows.takeBack();
        }
    }

    /** What was foreseen does not come true. */
    void takeBack() {
        if (rows != null && foreseen != null) {
            foreseen = null;
            rows.takeBack();
        }
    }

    /**
     * Shows what events have changed; they are in the journal.
     *
     * @param now the hospital after the events
     * @param head number of the last of them
     * @param met who became known with them
     * @param bornNanos when the first input behind them came in; {@link Long#MAX_VALUE} when none did
     */
    void show(Hospital now, long head, List<Recorded> events, List<IdentityRow> met, long bornNanos) {
        List<RowUpdate> changed = changes(now, events, met);
        RowBook book = Objects.requireNonNull(rows);
        changed = without(leaving, changed, book);
        count = book.size();
        if (!changed.isEmpty()) {
            RowBatch batch = new RowBatch(hospital, shown, head, changed);
            shown = head;
            onlookers.rows(batch, bornNanos == Long.MAX_VALUE ? work.nanos().getAsLong() : bornNanos);
            later.execute(() -> work.grid().put(batch));
        }
    }

    private List<RowUpdate> changes(Hospital now, List<Recorded> events, List<IdentityRow> met) {
        Map<String, IdentityRow> better = knownBetter(met);
        people.putAll(better);
        if (rows == null) {
            rows = new RowBook(now, IdentityReading.of(people.values()));
            return rows.rows();
        }
        if (foreseen == null) {
            return rows.follow(now, events, IdentityReading.each(better.values()));
        }
        List<RowUpdate> changed = foreseen;
        foreseen = null;
        rows.keep();
        return changed;
    }

    /** Forgets who was erased; what shows of them goes with the next event, so that it has a number. */
    void forget(Collection<String> keys) {
        for (String key : keys) {
            IdentityRow gone = people.remove(key);
            if (gone != null) {
                leaving.add(IdentityReading.id(gone));
            }
        }
    }

    /** Forgets all but these, whom the journal still knows. */
    void forgetAllBut(Set<String> known) {
        forget(people.keySet().stream().filter(key -> !known.contains(key)).toList());
    }

    /** The keys of all texts that are known. */
    Set<String> texts() {
        Set<String> texts = new HashSet<>();
        people.values().forEach(row -> {
            if (row.kind().equals(IdentityRow.TEXT)) {
                texts.add(row.key());
            }
        });
        return texts;
    }

    /** Whether somebody is known behind this key. */
    boolean knows(String key) {
        return people.containsKey(key);
    }

    /** These rows, and what changes because somebody left: of a row that changes twice the last. */
    private List<RowUpdate> without(Set<Id> gone, List<RowUpdate> changed, RowBook book) {
        if (gone.isEmpty()) {
            return changed;
        }
        Map<String, RowUpdate> last = new LinkedHashMap<>();
        changed.forEach(row -> last.put(row.stream().name() + ' ' + row.key(), row));
        for (Id id : gone) {
            book.forget(id).forEach(row -> last.put(row.stream().name() + ' ' + row.key(), row));
        }
        gone.clear();
        return List.copyOf(last.values());
    }

    /** These people with what was said of them before: who is protected stays so when a later word leaves that out. */
    private Map<String, IdentityRow> knownBetter(List<IdentityRow> met) {
        Map<String, IdentityRow> better = new LinkedHashMap<>();
        for (IdentityRow row : met) {
            IdentityRow before = better.getOrDefault(row.key(), people.get(row.key()));
            better.put(row.key(), before == null ? row : before.with(row));
        }
        return better;
    }

    /** Fills the grid with all rows, and tells the onlookers where the chain stands. */
    void fillGrid() {
        RowBook book = rows;
        if (book == null) {
            return;
        }
        count = book.size();
        var unused = work.grid()
                .fill(hospital, shown, book.rows())
                .onFailure(failure -> LOG.warn(
                        "The rows of {} are not in the grid: {}",
                        hospital,
                        failure.getClass().getSimpleName()));
        onlookers.rows(RowBatch.standsAt(hospital, shown), work.nanos().getAsLong());
    }

    /** The rows of a stream as they are now. */
    Future<StreamRows> snapshot(Stream stream) {
        return rows == null
                ? Future.failedFuture(new OwnerAway("The writer of " + hospital + " is getting ready"))
                : Future.succeededFuture(new StreamRows(stream, shown, rows.rows(stream)));
    }

    /** How many rows there are. From any thread. */
    long count() {
        return count;
    }
}
