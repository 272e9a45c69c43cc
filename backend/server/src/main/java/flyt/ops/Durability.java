package flyt.ops;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The settings of a database that decide whether what it has acknowledged survives a power cut.
 *
 * @param fsync {@code on} or {@code off}
 * @param synchronousCommit {@code off}, {@code local}, {@code remote_write}, {@code on} or
 *     {@code remote_apply}
 * @param fullPageWrites {@code on} or {@code off}
 */
public record Durability(String fsync, String synchronousCommit, String fullPageWrites) {
    private static final String QUERY = "SELECT current_setting('fsync') AS fsync,"
            + " current_setting('synchronous_commit') AS synchronous_commit,"
            + " current_setting('full_page_writes') AS full_page_writes";
    private static final Set<String> FLUSHED = Set.of("local", "remote_write", "on", "remote_apply");

    /** Reads the settings as a session of this client has them; fails as the client fails. */
    public static Future<Durability> read(SqlClient client) {
        return client.query(QUERY).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Durability(
                    row.getString("fsync"), row.getString("synchronous_commit"), row.getString("full_page_writes"));
        });
    }

    /** What is wrong, as {@code name=value}; empty when acknowledged data survives. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!fsync.equals("on")) {
            faults.add("fsync=" + fsync);
        }
        if (!FLUSHED.contains(synchronousCommit)) {
            faults.add("synchronous_commit=" + synchronousCommit);
        }
        if (!fullPageWrites.equals("on")) {
            faults.add("full_page_writes=" + fullPageWrites);
        }
        return List.copyOf(faults);
    }
}
