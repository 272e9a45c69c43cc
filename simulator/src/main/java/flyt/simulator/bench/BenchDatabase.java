package flyt.simulator.bench;

import flyt.ops.LocalPostgres;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The product's own PostgreSQL, for as long as something is measured; stopped by Ctrl-C too, which
 * leaves its folder behind.
 */
final class BenchDatabase implements AutoCloseable {

    private final LocalPostgres postgres;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BenchDatabase(LocalPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it in a folder. Blocks. */
    static BenchDatabase start(Path folder) {
        BenchDatabase database = new BenchDatabase(LocalPostgres.start(folder.resolve("postgres")));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop database"));
        return database;
    }

    String url() {
        return postgres.url();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            postgres.close();
        }
    }
}
