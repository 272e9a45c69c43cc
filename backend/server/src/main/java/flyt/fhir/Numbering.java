package flyt.fhir;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives what happened its numbers: for each subscription from 1, without gaps, in the transaction that says up to which event the
 * journal was read. So whoever goes on after a stop, on whichever member, neither leaves one out nor gives one twice.
 */
final class Numbering {
    /** Held until the numbers are given, so that nobody else gives the same. */
    private static final String SUBSCRIPTIONS =
            "SELECT id, topic, filters, events FROM fhir_subscription WHERE hospital = $1 AND status <> 'off'"
                    + " ORDER BY id FOR UPDATE";

    private static final String INSERT =
            """
            INSERT INTO fhir_event (hospital, subscription, number, seq, at, focus)
            SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::text[])
            """;
    private static final String COUNT =
            """
            UPDATE fhir_subscription SET events = counted.events
            FROM unnest($2::text[], $3::bigint[]) AS counted (id, events)
            WHERE hospital = $1 AND fhir_subscription.id = counted.id
            """;

    private Numbering() {}

    /** One number of one subscription. */
    private record Numbered(String subscription, long number, Happening happening) {}

    static Future<Void> number(SqlConnection connection, String hospital, List<Happening> happenings) {
        return happenings.isEmpty()
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(SUBSCRIPTIONS)
                        .execute(Tuple.of(hospital))
                        .compose(found -> {
                            List<Numbered> all = numbered(found, happenings);
                            return all.isEmpty() ? Future.succeededFuture() : write(connection, hospital, all);
                        });
    }

    private static List<Numbered> numbered(RowSet<Row> subscriptions, List<Happening> happenings) {
        List<Numbered> all = new ArrayList<>();
        for (Row row : subscriptions) {
            String topic = row.getString("topic");
            JsonArray filters = row.getJsonArray("filters");
            long number = row.getLong("events");
            for (Happening one : happenings) {
                if (one.topic().canonical().equals(topic)
                        && fits(filters, one.focus().terms())) {
                    number++;
                    all.add(new Numbered(row.getString("id"), number, one));
                }
            }
        }
        return all;
    }

    /** Whether one term of each filter is there. */
    private static boolean fits(JsonArray filters, Set<String> terms) {
        return filters.stream().map(JsonArray.class::cast).allMatch(filter -> filter.stream()
                .anyMatch(terms::contains));
    }

    private static Future<Void> write(SqlConnection connection, String hospital, List<Numbered> all) {
        Tuple rows = Tuple.of(hospital)
                .addArrayOfString(all.stream().map(Numbered::subscription).toArray(String[]::new))
                .addArrayOfLong(all.stream().map(Numbered::number).toArray(Long[]::new))
                .addArrayOfLong(all.stream().map(one -> one.happening().seq()).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(all.stream()
                        .map(one -> one.happening().at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(
                        all.stream().map(one -> one.happening().focus().name()).toArray(String[]::new));
        var last = new java.util.TreeMap<String, Long>();
        all.forEach(one -> last.put(one.subscription(), one.number()));
        return connection
                .preparedQuery(INSERT)
                .execute(rows)
                .compose(inserted -> connection
                        .preparedQuery(COUNT)
                        .execute(Tuple.of(hospital)
                                .addArrayOfString(last.keySet().toArray(String[]::new))
                                .addArrayOfLong(last.values().toArray(Long[]::new))))
                .mapEmpty();
    }
}
