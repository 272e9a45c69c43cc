package flyt.access.log;

import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is stored about one employee, for that employee: account, grants, sign-ins, relations
 * taken in an emergency, what they looked at, and the tasks that name them while these are live.
 */
public final class MyData {
    /** Knows the live tasks that name somebody. */
    @FunctionalInterface
    public interface NamedTasks {
        /** One object for each task, as pages show it. */
        Future<List<JsonObject>> of(String account);
    }

    private static final int LOG_LINES = LogQuestion.LIMIT_MAX;

    private final Database database;
    private final LogSearch search;
    private final NamedTasks tasks;

    public MyData(Database database, LogSearch search, NamedTasks tasks) {
        this.database = database;
        this.search = search;
        this.tasks = tasks;
    }

    /**
     * As one object: {@code account}, {@code grants}, {@code sessions}, {@code breakGlass}, {@code tasks},
     * {@code log} with the newest {@value LogQuestion#LIMIT_MAX} lines, {@code logMore}. Null without
     * such an account.
     */
    public Future<@Nullable JsonObject> of(String account) {
        Tuple who = Tuple.of(account);
        Future<RowSet<Row>> self = database.query(
                "SELECT id, login, name, given, argon2 IS NOT NULL AS has_password, must_change, issuer, subject,"
                        + " language, made_at, disabled_at, failures, failed_at FROM account WHERE id = $1",
                who);
        Future<JsonArray> grants =
                listed("SELECT role, hospital, wards, zones FROM account_grant WHERE account = $1", who, MyData::grant);
        Future<JsonArray> sessions = listed(
                "SELECT device_kind, screen, made_at, last_seen, until, address, agent FROM session WHERE account = $1",
                who,
                MyData::session);
        Future<JsonArray> relations =
                listed("SELECT * FROM break_glass WHERE account = $1", who, row -> LogJson.of(Relation.of(row)));
        Future<List<LogLine>> log = search.lines(new LogQuestion(null, null, account, null, null, 0, LOG_LINES));
        Future<List<JsonObject>> named = tasks.of(account);
        return Future.all(List.of(self, grants, sessions, relations, log, named))
                .map(all -> self.result().size() == 0
                        ? null
                        : new JsonObject()
                                .put("account", account(self.result().iterator().next()))
                                .put("grants", grants.result())
                                .put("sessions", sessions.result())
                                .put("breakGlass", relations.result())
                                .put("tasks", new JsonArray(named.result()))
                                .put(
                                        "log",
                                        new JsonArray(log.result().stream()
                                                .map(LogJson::of)
                                                .toList()))
                                .put("logMore", log.result().size() == LOG_LINES));
    }

    private Future<JsonArray> listed(String sql, Tuple values, Function<Row, JsonObject> read) {
        return database.query(sql, values).map(rows -> {
            List<JsonObject> list = new ArrayList<>();
            rows.forEach(row -> list.add(read.apply(row)));
            return new JsonArray(list);
        });
    }

    private static JsonObject account(Row row) {
        return new JsonObject()
                .put("id", row.getString("id"))
                .put("login", row.getString("login"))
                .put("name", row.getString("name"))
                .put("given", row.getString("given"))
                .put("hasPassword", row.getBoolean("has_password"))
                .put("mustChange", row.getBoolean("must_change"))
                .put("issuer", row.getString("issuer"))
                .put("subject", row.getString("subject"))
                .put("language", row.getString("language"))
                .put("madeAt", time(row, "made_at"))
                .put("disabledAt", time(row, "disabled_at"))
                .put("wrongPasswords", row.getInteger("failures"))
                .put("wrongPasswordAt", time(row, "failed_at"));
    }

    private static JsonObject grant(Row row) {
        return new JsonObject()
                .put("role", row.getString("role"))
                .put("hospital", row.getString("hospital"))
                .put("wards", limits(row.getArrayOfStrings("wards")))
                .put("zones", limits(row.getArrayOfStrings("zones")));
    }

    private static JsonObject session(Row row) {
        return new JsonObject()
                .put("device", row.getString("device_kind"))
                .put("screen", row.getString("screen"))
                .put("madeAt", time(row, "made_at"))
                .put("lastSeen", time(row, "last_seen"))
                .put("until", time(row, "until"))
                .put("address", row.getString("address"))
                .put("agent", row.getString("agent"));
    }

    /** As on the wire: a list, or {@code "*"} for no limit. */
    private static Object limits(String @Nullable [] limits) {
        return limits == null ? "*" : new JsonArray(Arrays.asList(limits));
    }

    private static @Nullable String time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant().toString();
    }
}
