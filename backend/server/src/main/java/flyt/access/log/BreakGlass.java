package flyt.access.log;

import static flyt.access.log.StrokeStatement.utc;

import flyt.access.Gone;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relations taken in an emergency: whoever needs to see a patient of another ward says why, sees for
 * {@link #LASTS}, and somebody looks at it afterwards. Loud: in the access log, counted, and in the
 * list for review until it has been reviewed.
 */
public final class BreakGlass {
    /** How long a relation lasts. */
    public static final Duration LASTS = Duration.ofMinutes(60);

    private static final Logger LOG = LoggerFactory.getLogger(BreakGlass.class);
    private static final String DEED = "break-glass";
    private static final String REVIEW = "review-break-glass";

    private final Database database;
    private final AccessLog log;
    private final Gone gone;

    public BreakGlass(Database database, AccessLog log, Gone gone) {
        this.database = database;
        this.log = log;
        this.gone = gone;
    }

    /**
     * Takes a relation; the log has it first.
     *
     * @param who a person, with an id
     * @param stay visit number, or null for a whole ward
     * @param ward its id, or null for one stay
     * @param reason in their own words
     */
    public Future<Relation> open(
            Who who,
            String hospital,
            @Nullable String stay,
            @Nullable String ward,
            String reason,
            @Nullable String address,
            Instant now) {
        LogEntry entry = LogEntry.of(who, DEED, now)
                .in(hospital)
                .about(stay, null)
                .because(reason)
                .from(address, null);
        LogEntry told = ward == null ? entry : entry.showing("ward", ward, null);
        return log.write(told)
                .compose(written -> database.query(
                        """
                        INSERT INTO break_glass (hospital, account, who, stay, ward, reason, opened_at, until)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                        RETURNING *
                        """,
                        Tuple.of(hospital, who.id(), who.name(), stay, ward, reason, utc(now), utc(now.plus(LASTS)))))
                .map(rows -> Relation.of(rows.iterator().next()))
                .onSuccess(relation -> {
                    // what is remembered of their sign-ins does not know the relation yet
                    gone.announce(Gone.Kind.ACCOUNT, relation.account());
                    log.counters().glassBroken();
                    LOG.warn(
                            "Relation {} was taken in an emergency in {} and waits for review",
                            relation.id(),
                            hospital);
                });
    }

    /** The relations that somebody has now, in one hospital. */
    public Future<List<Relation>> held(String account, String hospital, Instant now) {
        return relations(
                "SELECT * FROM break_glass WHERE account = $1 AND until > $2 AND hospital = $3",
                Tuple.of(account, utc(now), hospital));
    }

    /**
     * Relations of a hospital, those first that nobody has reviewed, then the newest.
     *
     * @param hospital null: of all
     */
    public Future<List<Relation>> list(@Nullable String hospital, int limit) {
        return database.search(
                        "SELECT * FROM break_glass WHERE $1::text IS NULL OR hospital = $1"
                                + " ORDER BY reviewed_at IS NOT NULL, id DESC LIMIT $2",
                        Tuple.of(hospital, limit))
                .map(BreakGlass::all);
    }

    /** One relation, or null. */
    public Future<@Nullable Relation> find(long id) {
        return relations("SELECT * FROM break_glass WHERE id = $1", Tuple.of(id))
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    /**
     * Notes what a reviewer found. Nobody reviews their own, and a review is not changed.
     *
     * @return whether it was taken
     */
    public Future<Boolean> review(long id, Who reviewer, String words, Instant now) {
        return find(id).compose(relation -> relation == null
                        || relation.reviewedAt() != null
                        || relation.account().equals(reviewer.id())
                ? Future.succeededFuture(false)
                : log.write(LogEntry.of(reviewer, REVIEW, now)
                                .in(relation.hospital())
                                .about(relation.stay(), null)
                                .because(words))
                        .compose(written -> database.query(
                                "UPDATE break_glass SET reviewed_by = $2, reviewed_at = $3, review = $4"
                                        + " WHERE id = $1 AND reviewed_at IS NULL",
                                Tuple.of(id, reviewer.id(), utc(now), words)))
                        .map(rows -> rows.rowCount() == 1));
    }

    private Future<List<Relation>> relations(String sql, Tuple values) {
        return database.query(sql, values).map(BreakGlass::all);
    }

    private static List<Relation> all(Iterable<Row> rows) {
        List<Relation> relations = new ArrayList<>();
        rows.forEach(row -> relations.add(Relation.of(row)));
        return List.copyOf(relations);
    }
}
