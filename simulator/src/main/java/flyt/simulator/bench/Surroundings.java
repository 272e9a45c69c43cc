package flyt.simulator.bench;

import flyt.ops.Durability;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/** Under what circumstances it was measured, as read back, in words. */
record Surroundings(String text) {

    static Future<Surroundings> of(Vertx vertx, SqlClient database, String extensions) {
        return Durability.read(database).compose(durability -> database.query("SHOW server_version")
                .execute()
                .map(rows -> new Surroundings(String.format(
                        "%d cores, loopback, %s transport, WebSocket extensions %s, PostgreSQL %s fsync=%s"
                                + " synchronous_commit=%s full_page_writes=%s, Java %s (%s), load before %.1f",
                        Runtime.getRuntime().availableProcessors(),
                        vertx.isNativeTransportEnabled() ? "native" : "NIO",
                        extensions,
                        rows.iterator().next().getString(0),
                        durability.fsync(),
                        durability.synchronousCommit(),
                        durability.fullPageWrites(),
                        Runtime.version(),
                        collectors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()))));
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }
}
