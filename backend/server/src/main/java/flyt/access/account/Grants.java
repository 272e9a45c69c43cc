package flyt.access.account;

import flyt.access.Emergency;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How grants lie in the table {@code account_grant}. */
final class Grants {
    /** A column {@code grants} for a query that has {@code account a}. */
    static final String COLUMN =
            """
            (SELECT json_agg(json_build_object(
                        'role', g.role, 'hospital', g.hospital, 'wards', g.wards, 'zones', g.zones)
                    ORDER BY g.role, g.hospital)
                FROM account_grant g WHERE g.account = a.id) AS grants""";

    /** A column {@code emergencies} for a query that has {@code account a} and the time as {@code $2}. */
    static final String EMERGENCIES =
            """
            (SELECT json_agg(json_build_object('hospital', b.hospital, 'ward', b.ward, 'visit', b.stay) ORDER BY b.id)
                FROM break_glass b WHERE b.account = a.id AND b.until > $2) AS emergencies""";

    private static final String INSERT =
            "INSERT INTO account_grant (account, role, hospital, wards, zones) VALUES ($1, $2, $3, $4, $5)";

    private Grants() {}

    /** What {@link #COLUMN} says; a role that this version does not know gives nothing. */
    static List<Grant> read(@Nullable JsonArray column) {
        return column == null
                ? List.of()
                : column.stream()
                        .map(JsonObject.class::cast)
                        .filter(one -> Role.of(one.getString("role")) != null)
                        .map(one -> new Grant(
                                Role.of(one.getString("role")),
                                new Reach(
                                        one.getString("hospital"),
                                        ids(one.getJsonArray("wards")),
                                        ids(one.getJsonArray("zones")))))
                        .toList();
    }

    /** What {@link #EMERGENCIES} says. */
    static List<Emergency> emergencies(@Nullable JsonArray column) {
        return column == null
                ? List.of()
                : column.stream()
                        .map(JsonObject.class::cast)
                        .map(one ->
                                new Emergency(one.getString("hospital"), one.getString("ward"), one.getString("visit")))
                        .toList();
    }

    /** Puts these in place of what an account has. */
    static Future<Void> write(SqlConnection connection, String account, List<Grant> grants) {
        Future<Void> written = connection
                .preparedQuery("DELETE FROM account_grant WHERE account = $1")
                .execute(Tuple.of(account))
                .mapEmpty();
        for (Grant grant : grants) {
            Reach reach = grant.reach();
            Tuple row = Tuple.of(
                    account, grant.role().wire(), reach.hospital(), array(reach.wards()), array(reach.zones()));
            written = written.compose(
                    before -> connection.preparedQuery(INSERT).execute(row).mapEmpty());
        }
        return written;
    }

    private static @Nullable Set<String> ids(@Nullable JsonArray ids) {
        return ids == null ? null : ids.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
    }

    private static String @Nullable [] array(@Nullable Set<String> ids) {
        return ids == null ? null : ids.stream().sorted().toArray(String[]::new);
    }
}
