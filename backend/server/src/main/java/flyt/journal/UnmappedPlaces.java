package flyt.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The places that messages in the inbox named and nobody knew. Usable from any thread. Futures fail with {@link JournalAway}. */
public final class UnmappedPlaces {
    /** Of whom a message is about counts the newest place alone: it is where they are, if they are at any of these. */
    private static final String FOUND =
            """
            WITH named AS (
                SELECT i.id, i.received_at, i.source, i.sender, split_part(i.profile, '/', 1) AS profile, i.visits, said
                FROM inbox i CROSS JOIN unnest(i.unmapped) AS said
                WHERE i.hospital = $1 AND i.settled_at IS NULL AND i.unmapped <> '{}'
            ), newest AS (
                SELECT DISTINCT ON (visit) visit, source, sender, profile, said
                FROM named CROSS JOIN unnest(visits) AS visit
                WHERE visit = ANY($2)
                ORDER BY visit, received_at DESC, id
            ), lying AS (
                SELECT source, sender, profile, said, count(*) AS patients FROM newest GROUP BY 1, 2, 3, 4
            )
            SELECT source, sender, profile, said, count(*) AS messages, min(received_at) AS since,
                   (array_agg(id ORDER BY received_at, id))[1:$3] AS oldest, coalesce(max(patients), 0) AS patients
            FROM named LEFT JOIN lying USING (source, sender, profile, said)
            GROUP BY 1, 2, 3, 4
            ORDER BY patients DESC, messages DESC, source, sender, said
            LIMIT $4""";

    private static final int MOST = 200;

    private final Database database;

    public UnmappedPlaces(Database database) {
        this.database = database;
    }

    /**
     * A place that nobody knew.
     *
     * @param sender as it calls itself: {@code PAS/KAL}
     * @param profile the id of the profile by which its messages were read
     * @param said as the messages named it: {@code LUN^301^1}
     * @param messages how many named it and were not told again since
     * @param patients how many of those asked for are there by these messages
     * @param since when the first of them came
     * @param oldest of these messages, in the order in which they came
     */
    public record Unmapped(
            String source,
            String sender,
            String profile,
            String said,
            long messages,
            long patients,
            Instant since,
            List<UUID> oldest) {
        public Unmapped {
            oldest = List.copyOf(oldest);
        }
    }

    /**
     * All of them, those with the most patients first.
     *
     * @param astray the visits of whom nobody knows where they are
     * @param most how many messages of each to name
     */
    public Future<List<Unmapped>> of(String hospital, Collection<String> astray, int most) {
        return database.search(FOUND, Tuple.of(hospital, astray.toArray(String[]::new), most, MOST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(UnmappedPlaces::read)
                        .toList());
    }

    private static Unmapped read(Row row) {
        return new Unmapped(
                row.getString("source"),
                row.getString("sender"),
                row.getString("profile"),
                row.getString("said"),
                row.getLong("messages"),
                row.getLong("patients"),
                row.getOffsetDateTime("since").toInstant(),
                Arrays.asList(row.getArrayOfUUIDs("oldest")));
    }
}
